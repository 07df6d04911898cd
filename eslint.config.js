// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { roomRules } from './eslint.rooms.js';
import { spaceRules } from './eslint.spaces.js';

export default defineConfig(
  globalIgnores(['**/dist/', '**/.astro/', 'create/template/', 'lib/']),
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  ...(astro.configs['jsx-a11y-strict'] ?? []),
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...roomRules,
  spaceRules,
  {
    // A function is read at one glance, a file in one go.
    files: ['src/**'],
    ignores: ['**/*.{test,cases}.ts', '**/testing.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Tests may assert that a value is there.
    files: ['**/*.test.ts', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
