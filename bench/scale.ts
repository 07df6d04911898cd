/**
 * How time and memory grow with the number of versions: builds of more and more notices of 20 versions
 * each, from the open histories in ../shared where they are there, else from the sample.
 *
 * Time is of the processor: it says what a version costs, on a machine that does other things too.
 *
 *   npm run bench:scale -- [versions of the largest: 1600, which takes minutes; 10000 takes an hour]
 */
import { cpSync, existsSync, globSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildOwn, forgetKept, print, putKeptAside, root } from './sites.ts';

const EACH = 20;
const SMALLEST = 100;
const LIMITS = { growth: 1.1, mebibytes: 3 * 1024 };

const largest = Number(process.argv[2] ?? 1600);
const sources = ['../shared/corpus/histories', 'src/content/notices']
  .map((folder) => path.resolve(root, folder))
  .filter((folder) => existsSync(folder));
const [source = ''] = sources;
/** Files of versions by their notice. */
const histories = [
  ...Map.groupBy(globSync('**/[0-9]*-[0-9][0-9].mdx', { cwd: source }).toSorted(), (file) =>
    path.dirname(file),
  ).values(),
].filter((files) => files.length >= Math.min(EACH, 4));

const work = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
putKeptAside();
const sizes: number[] = [];
for (let size = SMALLEST; 4 * size <= largest; size *= 4) sizes.push(size);
let reference: number | undefined;
for (const size of [...sizes, largest]) {
  const notices = path.join(work, String(size));
  const count = fill(notices, size);
  forgetKept();
  const { seconds, processor, peakMebibytes } = buildOwn(notices, path.join(work, 'site'));
  const each = (1000 * processor) / count;
  // At 400, what does not grow is little, and what grows is not yet much.
  if (size === 4 * SMALLEST) reference = each;
  const growth = reference === undefined ? '' : `, ${(each / reference).toFixed(2)} of that at 400`;
  const memory = `${Math.round(peakMebibytes)} MiB${peakMebibytes > LIMITS.mebibytes ? ': over 3 GiB' : ''}`;
  const over =
    reference !== undefined && each > LIMITS.growth * reference ? ': over the limit' : '';
  print(
    `${String(count).padStart(6)} versions ${seconds.toFixed(1).padStart(7)} s, of the processor ${processor.toFixed(1)} s, ${each.toFixed(1)} ms each${growth}${over}, peak ${memory}`,
  );
  rmSync(notices, { recursive: true });
}

/** Writes notices until there are so many versions. Returns how many there are. */
function fill(folder: string, size: number): number {
  let count = 0;
  for (let number = 0; count < size; number += 1) {
    const files = histories[number % histories.length]?.slice(-EACH) ?? [];
    if (files.length === 0) throw new Error(`there are no histories in ${source}`);
    const notice = path.join(folder, `notice-${String(number).padStart(4, '0')}`);
    mkdirSync(notice, { recursive: true });
    for (const file of files)
      cpSync(path.join(source, file), path.join(notice, path.basename(file)));
    count += files.length;
  }
  return count;
}
