import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { expect, it, vi } from 'vitest';
import type { CheckedFolder } from '../checks/folder.ts';
import { finding } from '../findings/catalogue.ts';
import { share, type SharedNotices } from '../site/shared.ts';
import { noticesLoader } from './loader.ts';

const ROOT = path.resolve('/projects/parcels');

/** A folder of one notice with these texts, by the names of its versions. */
const folderOf = (texts: Record<string, string>, faulty: readonly string[] = []): CheckedFolder =>
  ({
    versions: Object.entries(texts).map(([name, text]) => ({
      notice: 'parcels',
      name,
      file: `${name}.mdx`,
      digest: () => text,
      frontmatter: { title: text },
    })),
    findings: faulty.map((name) =>
      finding(
        'effective-not-file-name',
        { file: `${name}.mdx`, line: 1, column: 1 },
        'message',
        'hint',
      ),
    ),
  }) as unknown as CheckedFolder;

/** What a loader is given: a store, and a watcher whose events the test sends. */
function contextOf(parsed: string[]) {
  const entries = new Map<string, { id: string; digest?: string; data: unknown }>();
  const listeners = new Map<string, (file: string) => Promise<void>>();
  const context = {
    store: {
      get: (id: string) => entries.get(id),
      set: (entry: { id: string; data: unknown }) => entries.set(entry.id, entry),
      delete: (id: string) => entries.delete(id),
      keys: () => [...entries.keys()],
      clear: () => entries.clear(),
    },
    parseData: ({ id, data }: { id: string; data: unknown }) => {
      parsed.push(id);
      return Promise.resolve(data);
    },
    config: { root: pathToFileURL(`${ROOT}${path.sep}`) },
    watcher: {
      on: (event: string, listen: (file: string) => Promise<void>) => listeners.set(event, listen),
    },
  } as unknown as LoaderContext;
  return { context, entries, send: (event: string) => listeners.get(event)?.('a.mdx') };
}

it('makes entries of sound versions, and again of those that change', async () => {
  let folder = folderOf({ '2025-01-01': 'Old', '2026-01-01': 'New', draft: 'Next' }, ['draft']);
  share(ROOT, { folder: () => Promise.resolve(folder) } as unknown as SharedNotices);
  const parsed: string[] = [];
  const { context, entries, send } = contextOf(parsed);
  await noticesLoader().load(context);
  await vi.waitFor(() =>
    expect([...entries.keys()]).toEqual(['parcels/2025-01-01', 'parcels/2026-01-01']),
  );
  parsed.length = 0;
  folder = folderOf({ '2026-01-01': 'Newer', draft: 'Next' });
  await send('change');
  expect([...entries.values()].map(({ data }) => data)).toEqual([
    { title: 'Newer' },
    { title: 'Next' },
  ]);
  expect(parsed).toEqual(['parcels/2026-01-01', 'parcels/draft']);
});

it.each([
  ['a build waits', false],
  ['a dev server does not wait', true],
])('%s until the folder is read', async (_, isDev) => {
  const read = Promise.withResolvers<CheckedFolder>();
  share(ROOT, { folder: () => read.promise } as unknown as SharedNotices);
  const { context, entries } = contextOf([]);
  const { watcher: _watcher, ...inBuild } = context;
  const loading = noticesLoader().load(isDev ? context : inBuild);
  if (isDev) await loading;
  expect(entries.size).toBe(0);
  read.resolve(folderOf({ '2025-01-01': 'Old' }));
  if (!isDev) await loading;
  await vi.waitFor(() => expect(entries.size).toBe(1));
});

it('has the entries of the last folder, however long those of the one before take', async () => {
  let folder = folderOf({ '2025-01-01': 'Old', '2026-01-01': 'Gone' });
  share(ROOT, { folder: () => Promise.resolve(folder) } as unknown as SharedNotices);
  const { context, entries, send } = contextOf([]);
  const first = Promise.withResolvers<undefined>();
  const slow = vi.spyOn(context, 'parseData').mockImplementationOnce(async ({ data }) => {
    await first.promise;
    return data;
  });
  await noticesLoader().load(context);
  await vi.waitFor(() => expect(slow).toHaveBeenCalledOnce());
  folder = folderOf({ '2025-01-01': 'New' });
  const reloaded = send('unlink');
  // A macrotask later, a second one would be done that does not wait.
  await new Promise(setImmediate);
  first.resolve(undefined);
  await reloaded;
  await new Promise(setImmediate);
  expect([...entries.values()].map(({ data }) => data)).toEqual([{ title: 'New' }]);
});

it('reports in dev what went wrong, and goes on', async () => {
  const read = vi
    .fn<SharedNotices['folder']>()
    .mockResolvedValueOnce(folderOf({ '2025-01-01': 'Old' }))
    .mockRejectedValueOnce(new Error('no folder'))
    .mockResolvedValue(folderOf({ '2025-01-01': 'New' }));
  share(ROOT, { folder: read } as unknown as SharedNotices);
  const { context, entries, send } = contextOf([]);
  const error = vi.fn();
  await noticesLoader().load({ ...context, logger: { error } as unknown as typeof context.logger });
  await send('change');
  expect(error).toHaveBeenCalledExactlyOnceWith('Error: no folder');
  await send('change');
  expect([...entries.values()].map(({ data }) => data)).toEqual([{ title: 'New' }]);
});
