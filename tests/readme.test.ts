import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readVersionFile } from '../src/checks/file.ts';
import { checkFolder } from '../src/checks/folder.ts';
import type { IsoDate } from '../src/notices/dates.ts';
import { frontmatterSchema } from '../src/notices/schema.ts';
import { reservedBy } from '../src/notices/reserved.ts';
import { PACKAGE_PAGES, pagesOfSite } from '../src/site/load-pages.ts';

const root = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The blocks of code in one language, without the indentation they stand in. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, indent = '', text = '']) => text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );

describe('the README', () => {
  it('shows a valid first notice', () => {
    const [text = ''] = blocks('mdx');
    const { versions, findings } = checkFolder(
      [
        {
          path: 'customers/2026-01-31.mdx',
          file: 'customers/2026-01-31.mdx',
          bytes: new TextEncoder().encode(text),
        },
      ],
      {
        publicFile: () => undefined,
        isReserved: reservedBy(pagesOfSite(PACKAGE_PAGES)),
        ownPages: new Set(),
        today: '2026-11-22' as IsoDate,
      },
      readVersionFile,
    );
    expect(findings).toEqual([]);
    expect(versions).toHaveLength(1);
  });

  it('shows facts that the schema accepts', () => {
    const shown = Object.assign(
      {},
      ...blocks('yaml').map((text): unknown => parse(text)),
    ) as object;
    expect(frontmatterSchema.safeParse({ title: 'A notice', ...shown }).error).toBeUndefined();
  });

  it('shows an existing picture', () => {
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme) ?? [];
    expect(readFileSync(path.join(root, picture)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('names commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [
      ...readme.matchAll(/npm (?:run )?(dev|build|preview|start|test|check|bench)\b/g),
    ];
    expect(named.map(([, name]) => name).filter((name) => !scripts[name ?? ''])).toEqual([]);
    expect(named.length).toBeGreaterThan(8);
  });
});
