/** `pdf`: writes every version of the built site as a PDF, through a browser. */
import path from 'node:path';
import { hasCode } from '../disk/processes.ts';
import { shardIn } from '../integration/shard.ts';
import { projectAt, rootHere } from './project.ts';
import { print, Refusal } from './terminal.ts';

/**
 * Writes the PDFs into the built site.
 *
 * @throws Refusal if there is no built site or only a part of one, no browser, or no Playwright
 */
export async function pdf(): Promise<void> {
  const root = rootHere();
  const { outDirectory, path: below } = await projectAt(root);
  const built = path.resolve(root, process.env['OUT_DIR'] || outDirectory);
  const part = shardIn(built);
  if (part !== undefined) {
    throw new Refusal(
      `${built} is part ${part} of a site`,
      'join all parts first: npx noticeboard merge <part>…',
    );
  }
  const count = await refusing(async () => {
    const { writePdfs } = await import('../exports/pdf/index.ts');
    return writePdfs({ built, below }, progress);
  });
  print(`Wrote ${count} PDFs to ${path.relative('', built) || '.'}.`);
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
}

/** Makes a refusal of what the publisher can fix. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (hasCode(error, 'ERR_MODULE_NOT_FOUND')) {
      throw new Refusal(
        'PDFs are printed by a browser, which Playwright starts',
        'install it: npm install playwright-core',
      );
    }
    throw error instanceof Error ? new Refusal(error.message) : error;
  }
}
