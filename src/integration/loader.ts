/** The content loader: for editors, which complete and check frontmatter by its entries, and for pages of one's own. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { sharedNotices } from '../site/shared.ts';

/**
 * Loads every version of the folder of notices as an entry. Its id is its address:
 * `acme/customers/2024-11-12`. In dev, versions with errors are left out until they are fixed.
 */
export function noticesLoader(): Loader {
  return {
    name: 'notices',
    async load(context) {
      const { watcher, logger } = context;
      if (!watcher) {
        await fill(context, true);
        return;
      }
      let filled: Promise<void> = Promise.resolve();
      // One after the other, or what an earlier one still adds would be there after a later one.
      const fillNext = (isAnew: boolean): Promise<void> =>
        (filled = filled
          .then(() => fill(context, isAnew))
          .catch((error: unknown) => logger.error(String(error))));
      // The dev server does not wait: Astro reloads pages that show entries when they are there.
      void fillNext(true);
      const reload = async (changed: string): Promise<void> => {
        if (changed.endsWith('.mdx')) await fillNext(false);
      };
      // The integration watches the folder.
      for (const event of ['change', 'add', 'unlink'] as const) {
        watcher.on(event, reload);
      }
    },
  };
}

/** Makes the entries those of the versions, and leaves alone what has not changed. */
async function fill({ store, parseData, config }: LoaderContext, isAnew = false): Promise<void> {
  const root = path.resolve(fileURLToPath(config.root));
  const { versions, findings } = await sharedNotices(root).folder();
  if (isAnew) store.clear();
  // One version with errors must not break all other pages while it is being fixed.
  const faulty = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  const sound = versions.filter(({ file }) => !faulty.has(file));
  const ids = new Set(sound.map(({ notice, name }) => `${notice}/${name}`));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { notice, name, file, digest: digestOf, frontmatter } of sound) {
    const id = `${notice}/${name}`;
    const digest = digestOf();
    if (store.get(id)?.digest === digest) continue;
    const filePath = path.resolve(root, file);
    store.set({
      id,
      data: await parseData({ id, data: frontmatter, filePath }),
      filePath: file,
      digest,
    });
  }
}
