/** The content loader: for editors, which complete and check frontmatter by its entries, and for pages of one's own. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { isError } from '../findings/catalogue.ts';
import type { CheckedFolder } from '../checks/folder.ts';
import { environment } from '../site/environment.ts';
import { readAndCheckFolder } from '../site/folder.ts';
import { notedProject } from '../site/load-project.ts';
import { pagesOfSite } from '../site/load-pages.ts';
import { keptOf } from '../site/load-readings.ts';
import { holds } from '../disk/paths.ts';

/**
 * Loads every version of the folder of notices as an entry. Its id is its address:
 * `acme/customers/2024-11-12`. In dev, versions with errors are left out until they are fixed.
 */
export function noticesLoader(): Loader {
  return {
    name: 'notices',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const { noticesDirectory: directory } = environment(root);
      await fill(context, root);
      if (!context.watcher) return;
      context.watcher.add(directory);
      const reload = async (changed: string): Promise<void> => {
        if (changed.endsWith('.mdx') && holds(directory, changed)) {
          await fill(context, root);
        }
      };
      for (const event of ['change', 'add', 'unlink'] as const) context.watcher.on(event, reload);
    },
  };
}

/** Reads and checks the folder of notices that the environment names. */
function checkAgain(root: string, publicDirectory: string, isDev: boolean): Promise<CheckedFolder> {
  const { noticesDirectory: directory, today, drafts } = environment(root);
  return readAndCheckFolder({
    directory,
    publicDirectory,
    root,
    pages: pagesOfSite(notedProject(root)?.pagesDirectory ?? path.join(root, 'src', 'pages')),
    kept: keptOf(root),
    drafts: drafts || isDev,
    today,
  });
}

async function fill(context: LoaderContext, root: string): Promise<void> {
  const { store, parseData, generateDigest, config, watcher } = context;
  const publicDirectory = fileURLToPath(config.publicDir);
  const { versions, findings } = await checkAgain(root, publicDirectory, watcher !== undefined);
  store.clear();
  // One version with errors must not break all other pages while it is being fixed.
  const faulty = new Set(findings.filter(isError).map(({ file }) => file));
  for (const { notice, name, file, text, frontmatter } of versions) {
    if (faulty.has(file)) continue;
    const id = `${notice}/${name}`;
    store.set({
      id,
      data: await parseData({ id, data: frontmatter, filePath: path.resolve(root, file) }),
      filePath: file,
      digest: generateDigest(text),
    });
  }
}
