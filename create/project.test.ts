import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, likelyEmail } from './answers.js';
import { packageManager } from './package-manager.js';
import { addToProject, filesIn, refuseOldAstro, writeProject } from './project.js';

const root = path.resolve(import.meta.dirname, '..');
const json = (...parts: string[]) => JSON.parse(readFileSync(path.join(root, ...parts), 'utf8'));
const { version, devDependencies } = json('package.json');

let folder = '';
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'create-')), 'My Notices');
  mkdirSync(folder);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

const FACTS = { name: "Acme's $& notices", site: 'https://acme.example', base: '/legal/' };

describe('the version that is written', () => {
  it.each([
    'template',
    ...['minimal', 'group', 'translations', 'company', 'agency'].map((name) => `examples/${name}`),
  ])('is in %s the one of this repository', (place) => {
    const { dependencies } = json(place, 'package.json');
    expect(dependencies.noticeboard).toBe(`^${version}`);
    expect(dependencies.astro).toBe(`^${devDependencies.astro}`);
  });

  it('is that of create-noticeboard', () => {
    expect(json('create', 'package.json').version).toBe(version);
  });
});

describe('a project of its own', () => {
  it('has the answers in its files', () => {
    writeProject(folder, FACTS, packageManager(undefined));
    expect(read('astro.config.mjs')).toContain(
      `  site: 'https://acme.example',\n  base: '/legal/',\n`,
    );
    expect(read('astro.config.mjs')).toContain(`name: "Acme's $& notices",`);
    expect(read('README.md')).toMatch(/^# Acme's \$& notices\n/);
    expect(JSON.parse(read('package.json'))).toMatchObject({
      name: 'my-notices',
      dependencies: { noticeboard: `^${version}` },
    });
    expect(filesIn(folder).toSorted()).toEqual([
      '.gitattributes',
      '.github',
      '.gitignore',
      'README.md',
      'astro.config.mjs',
      'package.json',
      'public',
      'src',
      'tsconfig.json',
    ]);
  });

  it.each([
    ['pnpm', 'pnpm-workspace.yaml', 'allowBuilds:\n  esbuild: false\n'],
    ['yarn', '.yarnrc.yml', 'nodeLinker: node-modules\n'],
  ])('has what %s needs', (name, file, text) => {
    writeProject(folder, FACTS, packageManager(`${name}/12.0.0`));
    expect(read(file)).toContain(text);
  });

  it('never gives a pull request the rights of the repository', () => {
    expect(
      readFileSync(path.join(root, 'template/.github/workflows/pull-request.yml'), 'utf8'),
    ).toMatch(/^on: pull_request$/m);
  });

  it.each([
    ['pnpm/10.34.8 npm/? node/v24', 'pnpm install --frozen-lockfile', 'pnpm exec noticeboard'],
    ['yarn/1.22.22 npm/? node/v24', 'yarn install --frozen-lockfile', 'yarn noticeboard'],
    ['bun/1.3.0 npm/? node/v24', 'bun install --frozen-lockfile', 'bunx noticeboard'],
    ['npm/11.19.1 node/v24', 'npm ci', 'npx noticeboard'],
  ])('speaks of the package manager %s', (agent, install, command) => {
    writeProject(folder, FACTS, packageManager(agent));
    const workflow = read('.github/workflows/deploy.yml');
    expect(workflow).toContain(`- run: ${install}\n`);
    expect(workflow).toContain(`run: ${command} verify\n`);
    expect(read('README.md')).toContain(`${command} new customers`);
  });
});

describe('notices in a project that is there', () => {
  const ADDITION = { name: 'Acme', path: '/privacy/' };
  const CONFIGURATION = `import { defineConfig } from 'astro/config';\n\nexport default defineConfig({\n});\n`;

  it('keep what package.json and .gitattributes had', () => {
    writeFileSync(path.join(folder, 'astro.config.mjs'), CONFIGURATION);
    writeFileSync(
      path.join(folder, 'package.json'),
      '{\n\t"dependencies": { "astro": "^7.3.0" }\n}\n',
    );
    writeFileSync(path.join(folder, '.gitattributes'), '*.png binary');
    expect(addToProject(folder, 'astro.config.mjs', ADDITION)).toBeUndefined();
    expect(read('package.json')).toContain('\t\t"astro": "^7.3.0",\n\t\t"noticeboard"');
    expect(read('.gitattributes')).toMatch(/^\*\.png binary\n# What is published/);
    expect(read('.gitattributes')).toContain('src/content/notices*/** text eol=lf');
    expect(read('astro.config.mjs')).toContain('noticeboard({');
  });

  it('leave a configuration of another shape as it is, and say what to add', () => {
    const source = 'export default {};\n';
    writeFileSync(path.join(folder, 'astro.config.mjs'), source);
    writeFileSync(path.join(folder, 'package.json'), '{}\n');
    expect(addToProject(folder, 'astro.config.mjs', ADDITION)).toContain("path: '/privacy/',");
    expect(read('astro.config.mjs')).toBe(source);
  });

  it('change nothing where package.json cannot be read', () => {
    writeFileSync(path.join(folder, 'astro.config.mjs'), CONFIGURATION);
    writeFileSync(path.join(folder, 'package.json'), '{');
    expect(() => addToProject(folder, 'astro.config.mjs', ADDITION)).toThrow('package.json');
    expect(read('astro.config.mjs')).toBe(CONFIGURATION);
    expect(filesIn(folder).toSorted()).toEqual(['astro.config.mjs', 'package.json']);
  });
});

describe('an Astro that is too old', () => {
  it.each([
    ['^5.2.0', true],
    ['6.1.0', true],
    ['^7.3.0', false],
    ['latest', false],
    ['workspace:*', false],
  ])('%s is refused: %s', (astro, isRefused) => {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ dependencies: { astro } }));
    const refuse = () => refuseOldAstro(folder, 'astro.config.mjs');
    if (isRefused) expect(refuse).toThrow(`This project has Astro ${astro}.`);
    else expect(refuse).not.toThrow();
  });
});

describe('an address', () => {
  it.each([
    ['notices.acme.example', 'https://notices.acme.example', '/'],
    ['https://acme.example/privacy', 'https://acme.example', '/privacy/'],
    ['http://localhost:8080/', 'http://localhost:8080', '/'],
  ])('%s is a host and a path', (written, site, base) => {
    expect(addressOf(written)).toEqual({ site, base });
  });

  it.each(['', 'acme', 'a b.example', 'ftp://acme.example', 'mailto:a@acme.example', 'https://'])(
    '"%s" is none',
    (written) => {
      expect(addressOf(written)).toBeUndefined();
    },
  );

  it('has a likely address for questions', () => {
    expect(likelyEmail('https://notices.acme.example')).toBe('privacy@acme.example');
    expect(likelyEmail('https://www.acme.example')).toBe('privacy@acme.example');
    expect(likelyEmail('https://notices.example')).toBe('privacy@notices.example');
  });
});
