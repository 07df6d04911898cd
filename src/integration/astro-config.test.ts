import { expect, it } from 'vitest';
import { faultsOfConfiguration } from './astro-config.ts';

type Given = Parameters<typeof faultsOfConfiguration>[0];

const GIVEN = {
  site: 'https://www.acme.example',
  base: '/',
  build: { format: 'directory', inlineStylesheets: 'auto' },
  trailingSlash: 'ignore',
  integrations: [{ name: 'noticeboard', hooks: {} }],
} as unknown as Given;

const found = (given: object, version = '7.3.4'): string[] =>
  faultsOfConfiguration({ ...GIVEN, ...given }, version);

it('finds nothing in what notices can be published with', () => {
  expect(found({})).toEqual([]);
  expect(found({ site: undefined, trailingSlash: 'always' }, '7.10.0')).toEqual([]);
});

it.each(['', '/', 'docs', '/docs', '/docs/', '/docs/v1.0/', '/~acme'])(
  'finds nothing in the base "%s"',
  (base) => expect(found({ base })).toEqual([]),
);

it.each(['/über/', '/about us/', './', '/a/../b/', '/%C3%BCber/', '/a?b', 'https://x.example/'])(
  'refuses the base "%s"',
  (base) => expect(found({ base })).toEqual([expect.stringContaining(`base is "${base}"`)]),
);

it.each<[what: string, given: object, fault: string, edit: string]>([
  [
    'two integrations',
    { integrations: [...GIVEN.integrations, ...GIVEN.integrations] },
    'integrations has noticeboard() twice',
    'delete one',
  ],
  ['a path in site', { site: 'https://www.acme.example/privacy' }, 'site is "https', 'in base'],
  [
    'build.format file',
    { build: { format: 'file', inlineStylesheets: 'auto' } },
    'build.format is "file"',
    'delete build.format',
  ],
  [
    'files on another host',
    { build: { ...GIVEN.build, assetsPrefix: 'https://cdn.acme.example' } },
    'build.assetsPrefix is set',
    'delete it',
  ],
  [
    'styles within pages',
    { build: { ...GIVEN.build, inlineStylesheets: 'always' } },
    'is "always"',
    "inlineStylesheets: 'auto'",
  ],
  ['trailingSlash never', { trailingSlash: 'never' }, 'is "never"', "trailingSlash: 'ignore'"],
])('says what to write instead of %s', (_, given, fault, edit) => {
  const [message, ...others] = found(given);
  expect(others).toEqual([]);
  expect(message).toContain(fault);
  expect(message).toContain(edit);
});

it.each(['5.16.0', '6.4.2', '7.2.9', '8.0.0'])('asks for another Astro than %s', (version) => {
  expect(found({}, version)).toEqual([
    `Astro is ${version}, and Noticeboard needs Astro 7, from 7.3 on: npm install astro@^7.3.4`,
  ]);
});
