/**
 * How long builds take, beside a plain Astro site of the same MDX and, where ../shared/peers is there,
 * a site of Starlight. All take turns: on shared machines, times mean little and ratios hold.
 *
 *   npm run bench:build -- [folder of notices]
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  build,
  buildOwn,
  forgetKept,
  makePlainSite,
  medianOf,
  print,
  putKeptAside,
  root,
  run,
  type Run,
} from './sites.ts';

const TURNS = 3;
/** The most that a ratio may be. */
const LIMITS: Readonly<Record<string, number>> = {
  'cold ÷ Starlight': 1,
  'memory ÷ that of Starlight': 1,
  'nothing changed ÷ cold': 0.5,
  'one version changed ÷ cold': 0.55,
  'reading documents ÷ plain Astro': 0.5,
};

const candidates = [process.argv[2], '../shared/corpus/histories', 'src/content/notices'];
const notices = candidates
  .filter((candidate) => candidate !== undefined)
  .map((candidate) => path.resolve(root, candidate))
  .find((candidate) => existsSync(candidate));
if (notices === undefined) throw new Error('there is no folder of notices to build');
const versions = globSync('**/*.mdx', { cwd: notices }).toSorted();

const work = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const plain = path.join(work, 'plain');
cpSync(notices, makePlainSite(plain), { recursive: true });
const own = path.join(work, 'notices');
cpSync(notices, own, { recursive: true });
const out = path.join(work, 'site');
putKeptAside();
const peer = path.resolve(root, '../shared/peers/run.sh');
if (!existsSync(peer)) print('../shared/peers is not there: no Starlight to build beside');

type Name = 'Starlight' | 'plain Astro' | 'cold' | 'nothing changed' | 'one version changed';
const runs = new Map<Name | 'reading documents', Run[]>();
const note = (name: Name | 'reading documents', measured: Run): void => {
  runs.set(name, [...(runs.get(name) ?? []), measured]);
};
for (let turn = 0; turn < TURNS; turn += 1) {
  if (existsSync(peer)) note('Starlight', buildStarlight(notices));
  note('plain Astro', build(plain));
  forgetKept();
  note('cold', buildOwn(own, out));
  note('nothing changed', buildOwn(own, out));
  // The newest version of the first notice.
  const changed = versions.findLast(
    (file) => path.dirname(file) === path.dirname(versions[0] ?? ''),
  );
  appendFileSync(path.join(own, changed ?? ''), `\nThis sentence is new: ${turn}.\n`);
  note('one version changed', buildOwn(own, out));
  cpSync(path.join(notices, changed ?? ''), path.join(own, changed ?? ''));
  note('reading documents', run(root, [path.join(import.meta.dirname, 'reading.ts'), notices]));
}

const medians = new Map([...runs].map(([name, list]) => [name, medianOf(list)]));
print(`${versions.length} versions in ${path.relative(root, notices)}, medians of ${TURNS}`);
for (const [name, { seconds, processor, peakMebibytes }] of medians) {
  const times = `${seconds.toFixed(2).padStart(7)} s${Number.isNaN(processor) ? '' : `, ${processor.toFixed(1)} s of processor time`}`;
  print(`${name.padEnd(20)} ${times}, peak ${Math.round(peakMebibytes)} MiB`);
}
const secondsOf = (name: Name | 'reading documents'): number | undefined =>
  medians.get(name)?.seconds;
const peakOf = (name: Name): number | undefined => medians.get(name)?.peakMebibytes;
report('cold ÷ Starlight', secondsOf('cold'), secondsOf('Starlight'));
report('memory ÷ that of Starlight', peakOf('cold'), peakOf('Starlight'));
report('cold ÷ plain Astro', secondsOf('cold'), secondsOf('plain Astro'));
report('nothing changed ÷ cold', secondsOf('nothing changed'), secondsOf('cold'));
report('one version changed ÷ cold', secondsOf('one version changed'), secondsOf('cold'));
report('reading documents ÷ plain Astro', secondsOf('reading documents'), secondsOf('plain Astro'));

function report(name: string, one: number | undefined, other: number | undefined): void {
  if (one === undefined || other === undefined) return;
  const limit = LIMITS[name];
  const ratio = one / other;
  const verdict = limit === undefined ? '' : `, limit ${limit}${ratio > limit ? ': over it' : ''}`;
  print(`${name.padEnd(32)} ${ratio.toFixed(2)}${verdict}`);
}

/** Starlight measures itself, since its build has a process of its own. */
function buildStarlight(folder: string): Run {
  const { stdout } = spawnSync('bash', [peer, path.join(work, 'peers'), folder], {
    encoding: 'utf8',
  });
  const [, seconds, mebibytes] = /^starlight: ([\d.]+) s, (\d+) MB/m.exec(stdout) ?? [];
  return { seconds: Number(seconds), processor: Number.NaN, peakMebibytes: Number(mebibytes) };
}
