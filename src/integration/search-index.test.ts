import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOTICE, TODAY } from '../search/testing.ts';
import type { SearchRecord } from '../search/records.ts';

/** An engine whose ids are so short that records of two indexes meet: the first letter, and how often it was changed. */
const sent: string[] = [];
vi.mock('pagefind', () => ({
  createIndex: () => {
    const urls: string[] = [];
    return {
      errors: [],
      index: {
        addCustomRecord: ({ url, meta }: { url: string; meta: { title: string } }) => {
          urls.push(`${meta.title}${url.replace(/[^|]*/, '')} ${url}`);
          sent.push(meta.title);
          return Promise.resolve({ errors: [] });
        },
        getFiles: () => ({
          errors: [],
          files: urls.map((each) => {
            const [id = '', url] = each.split(' ');
            return {
              path: `fragment/en_${id.slice(0, 1)}${'x'.repeat(id.split('|').length - 1)}.pf_fragment`,
              content: gzipSync(`pagefind_dcd${JSON.stringify({ url })}`),
            };
          }),
        }),
      },
    };
  },
  close: () => Promise.resolve(),
}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'index-'));
  sent.length = 0;
  // Another test of this process may have loaded the real engine.
  vi.resetModules();
});
afterAll(() => {
  vi.doUnmock('pagefind');
  vi.resetModules();
});
afterEach(() => rmSync(folder, { recursive: true }));

const record = (heading: string, version: number): SearchRecord => ({
  heading,
  lines: ['Words.'],
  runs: [{ from: version, to: version, anchor: heading.toLowerCase() }],
});

it('has another id for each record of both indexes, and changes only those that meet', async () => {
  const { writeSearchIndex } = await import('./search-index.ts');
  const records = [record('Cookies', 3), record('Complaints', 1), record('Rights', 0)];
  const data = { language: 'en', today: TODAY, notices: [{ ...NOTICE, records }] };
  expect(await writeSearchIndex(folder, data)).toEqual({ records: 3, notices: 1 });
  const table = readFileSync(path.join(folder, 'pagefind', 'table.json'), 'utf8');
  const { records: ids } = JSON.parse(table) as { records: Record<string, unknown> };
  expect(Object.keys(ids).toSorted()).toEqual(['en_C', 'en_Cx', 'en_R']);
  expect(readdirSync(path.join(folder, 'pagefind', 'past', 'fragment')).toSorted()).toEqual([
    'en_Cx.pf_fragment',
    'en_R.pf_fragment',
  ]);
  expect(sent).toEqual(['Cookies', 'Complaints', 'Rights', 'Complaints', 'Rights']);
});
