/** What the README and the guides show: that it is valid, and that what they name exists. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readVersionFile } from '../src/checks/file.ts';
import { checkFolder } from '../src/checks/folder.ts';
import { programOf } from '../src/cli/program.ts';
import type { IsoDate } from '../src/notices/dates.ts';
import { frontmatterSchema } from '../src/notices/schema.ts';
import { reservedBy } from '../src/notices/reserved.ts';
import { PACKAGE_PAGES, pagesOfSite } from '../src/site/load-pages.ts';
import { readSettings, type NoticeboardSettings } from '../src/site/settings.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const documentsIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));

/** Everything that people read here. */
const documents = ['.', 'docs', 'docs/decisions'].flatMap(documentsIn);
/** What they follow step by step. */
const guides = documents.filter((file) => /^(README|docs\/[a-z-]+)\.md$/.test(file));
const { exports, scripts } = JSON.parse(read('package.json')) as {
  exports: Record<string, string | { default: string }>;
  scripts: Record<string, string>;
};

/** The blocks of code in one language, without the indentation they stand in. */
const blocks = (file: string, language: string): string[] =>
  [...read(file).matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, indent = '', text = '']) => text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );

/** What each guide shows in one language, with the name of the guide. */
const shown = (...languages: string[]): [file: string, text: string][] =>
  guides.flatMap((file) =>
    languages.flatMap((language) =>
      blocks(file, language).map((text): [string, string] => [file, text]),
    ),
  );

it('has a README of at most 150 lines', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

it('shows an existing picture', () => {
  const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(read('README.md')) ?? [];
  expect(readFileSync(path.join(root, picture)).subarray(1, 4).toString()).toBe('PNG');
});

describe('a shown notice', () => {
  const notices = shown('mdx');

  it('is shown by the README', () => {
    expect(notices.map(([file]) => file)).toContain('README.md');
  });

  it.each(notices)('is valid in %s', (_, text) => {
    const [, day = ''] = /^effective: "(.*)"$/m.exec(text) ?? [];
    const file = `customers/${day}.mdx`;
    const { versions, findings } = checkFolder(
      [{ path: file, file, bytes: new TextEncoder().encode(text) }],
      {
        publicFile: () => undefined,
        isReserved: reservedBy(pagesOfSite(PACKAGE_PAGES)),
        ownPages: new Set(),
        today: '2026-11-22' as IsoDate,
      },
      (version) => readVersionFile(version, String),
    );
    expect(findings).toEqual([]);
    expect(versions).toHaveLength(1);
  });
});

it.each(shown('yaml'))('shows facts in %s that the schema accepts', (_, text) => {
  const least = {
    title: 'A notice',
    published: '2026-01-31',
    effective: '2026-01-31',
    controller: { name: 'Acme Widgets Limited', contact: { email: 'privacy@acme.example' } },
  };
  const facts = { ...least, ...(parse(text) as object) };
  expect(frontmatterSchema.safeParse(facts).error).toBeUndefined();
});

/** The object literals that a call gets in a piece of code. */
function argumentsOf(call: string, code: string): string[] {
  return code
    .split(`${call}(`)
    .slice(1)
    .filter((rest) => rest.startsWith('{'))
    .map((rest) => {
      let depth = 0;
      const end = [...rest].findIndex((character) => {
        depth += character === '{' ? 1 : character === '}' ? -1 : 0;
        return depth === 0;
      });
      return rest.slice(0, end + 1);
    });
}

it.each(
  shown('js', 'ts').flatMap(([file, code]) =>
    argumentsOf('noticeboard', code).map((argument) => [file, argument]),
  ),
)('shows settings in %s that are accepted', (_, argument) => {
  const brand = { light: '#0b5c75', dark: '#7cc7de' };
  const settings = runInNewContext(`(${argument})`, {
    name: 'Acme',
    brand,
    settings: {},
  }) as object;
  expect(() => readSettings({ ...settings } as NoticeboardSettings)).not.toThrow();
});

it('lists every setting in docs/brand.md', () => {
  const rows = [...read('docs/brand.md').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  const { name, accent } = { name: 'A', accent: { light: '#0b5c75', dark: '#7cc7de' } };
  const all = Object.keys(readSettings({ name, accent, logo: '/a.svg' }));
  expect(rows).toEqual(expect.arrayContaining(all));
});

it('names verbs and options that the command has', () => {
  const program = programOf(() => undefined);
  const named = guides.flatMap((file) =>
    [...read(file).matchAll(/npx noticeboard ([a-z][^\n`|]*)/g)].map(([, words = '']) => [
      file,
      words,
    ]),
  );
  const unknown = named.filter(([, words = '']) => {
    const [verb, ...rest] = words.replace(/"[^"]*"/g, '').split(/\s+/);
    const command = program.commands.find((each) => each.name() === verb);
    if (!command) return verb !== 'help';
    const options = rest.filter((word) => word.startsWith('--'));
    return options.some((option) => !command.options.some(({ long }) => long === option));
  });
  expect(unknown).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});

it('names commands that package.json has', () => {
  const ours = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'].map(read).join('\n');
  const named = [...ours.matchAll(/\bnpm (?:run ([a-z][\w:]*)|(start|test)\b)/g)];
  expect(
    named.map(([, run, short]) => run ?? short ?? '').filter((name) => !scripts[name]),
  ).toEqual([]);
  expect(named.length).toBeGreaterThan(8);
});

it('shows JSON and YAML that can be read', () => {
  for (const [, text] of shown('json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
  for (const [, text] of shown('yml')) expect(() => parse(text) as unknown).not.toThrow();
});

/** The source of what a package exports, which is compiled only to be packed. */
const sourceOf = (specifier: string): string => {
  const file = exports[specifier.replace('noticeboard', '.')] ?? specifier;
  return path.join(
    root,
    (typeof file === 'string' ? file : file.default).replace(/^\.\/lib\/(.*)\.js$/, 'src/$1.ts'),
  );
};

it.each(blocks('docs/api.md', 'js'))(
  'shows code in docs/api.md that prints what it says',
  (code) => {
    const runnable = code.replace(
      /from '(noticeboard[^']*)'/g,
      (_, specifier: string) => `from ${JSON.stringify(sourceOf(specifier))}`,
    );
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', runnable], {
      encoding: 'utf8',
    });
    const promised = [...code.matchAll(/; \/\/ (.*)$/gm)].map(([, line = '']) => line);
    expect(promised.length).toBeGreaterThan(0);
    for (const line of promised) expect(output.split('\n')).toContain(line);
  },
);

it('imports what the package exports', () => {
  const imported = guides.flatMap((file) =>
    [...read(file).matchAll(/(?:from '|layout: )(noticeboard[^'\s]*)/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect(imported.filter((name) => !exports[name.replace('noticeboard', '.')])).toEqual([]);
  expect(imported.filter((name) => !existsSync(sourceOf(name)))).toEqual([]);
  expect(imported.length).toBeGreaterThan(8);
});

describe('a link between documents', () => {
  const withoutCode = (file: string): string => read(file).replace(/^ *```[\s\S]*?^ *```/gm, '');
  const anchorsIn = (file: string): Set<string> => {
    const slugger = new GithubSlugger();
    return new Set(
      [...withoutCode(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        slugger.slug(heading.replace(/[`*]/g, '')),
      ),
    );
  };

  it.each(documents)('leads somewhere from %s', (file) => {
    const links = [
      ...withoutCode(file)
        .replace(/`[^`\n]*`/g, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link));
    const dead = links.filter((link) => {
      const [name = '', anchor] = link.split('#');
      const target = name === '' ? file : path.join(path.dirname(file), name);
      if (!existsSync(path.join(root, target))) return true;
      return anchor !== undefined && !anchorsIn(target).has(anchor);
    });
    expect(dead).toEqual([]);
  });
});
