/** `merge`: joins the parts of a site that several machines have built. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isBuiltSite } from '../disk/manifest.ts';
import { counted } from '../findings/report.ts';
import { destinationFault, sourcesIn } from '../integration/destination.ts';
import { faultsOfShards, writeMerged } from '../integration/merge.ts';
import { readBuiltShard } from '../integration/shard.ts';
import { openStage } from '../integration/stage.ts';
import { environment } from '../site/environment.ts';
import { projectAt, rootHere } from './project.ts';
import { during, print, refuseAll } from './terminal.ts';

/**
 * Writes the site that parts are of, and replaces the old one with it when it is complete.
 *
 * @param folders those of the parts
 * @param out the folder of the site, if it is not that of a build
 * @throws Refusal if parts are missing, damaged, or made from different notices or code
 */
export async function merge(folders: readonly string[], out: string | undefined): Promise<void> {
  const root = rootHere();
  const { outDirectory, path: below } = await projectAt(root);
  const named = process.env['OUT_DIR'];
  const destination = out ? path.resolve(out) : named ? path.resolve(named) : outDirectory;
  const read = folders.map((folder) => readBuiltShard(folder));
  refuseAll(read.filter((each) => 'message' in each));
  const parts = read.filter((each) => 'note' in each);
  refuseAll(faultsOfShards(parts));
  const places = parts.map(({ folder }) => path.resolve(folder));
  const fault = places.includes(destination)
    ? `the site would replace ${destination}, which is one of its parts`
    : destinationFault(
        destination,
        [root, environment(root).noticesDirectory, ...places],
        sourcesIn(root),
        // Into a site that notices are a part of, others write too, but into no other folder.
        below !== '/' && isBuiltSite(destination),
      );
  refuseAll(fault === undefined ? [] : [{ message: fault, hint: ELSEWHERE }]);
  const stage = openStage(destination, path.join(root, '.astro', 'stages'));
  mkdirSync(stage.directory, { recursive: true });
  const notices = await during('Merging', () => writeMerged(stage.directory, parts));
  stage.replace();
  const place = path.relative('', destination) || '.';
  print(`Merged ${counted(parts.length, 'part')} of ${counted(notices, 'notice')}: ${place}`);
}

const ELSEWHERE = 'choose another folder with --out, or move your own files elsewhere';
