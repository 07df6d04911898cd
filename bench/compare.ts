/**
 * The engine that compares two versions beside jsdiff and htmldiff-js, on pairs of real privacy
 * notices where ../shared/corpus/version-pairs is there, else on the sample notices. All take
 * turns in one run: absolute times lie on shared machines, ratios hold. Takes some minutes.
 *
 *   npm run bench:compare
 */
import { collectSections, makePairs } from './compare/growth.ts';
import { measure, type Measures } from './compare/measures.ts';
import { readPairs, type Pair } from './compare/texts.ts';
import { exponentOf, isFitForTwice, median, quantile, timeInTurns } from './compare/timing.ts';
import type { Growth } from './compare/timing.ts';
import {
  engine,
  htmldiffJs,
  jsdiff,
  LIMIT,
  parsing,
  prepared,
  type Tool,
} from './compare/tools.ts';
import { weigh } from './compare/weight.ts';

const TOOLS = [engine, prepared, parsing, htmldiffJs, jsdiff];
/** What a comparison may take at most, as a share of the time of jsdiff. */
const SLOWEST = new Map<Tool, number>([
  [engine, 0.4],
  [prepared, 0.25],
]);
/** By how much more than its length a text may take longer. */
const STEEPEST = 1.1;
const TURNS = 3;
const SIZES = [1000, 2000, 4000, 8000, 16_000, 32_000];
/** Where the engine goes on alone. */
const LARGEST = 100_000;
/** Below this many words, what does not grow with a text is too much of its time. */
const FITTED_FROM = 2000;
/** Bytes that the engine may weigh after gzip, without what prints its result. */
const HEAVIEST = 15_000;

const { source, isCorpus, pairs } = readPairs();
if (!isCorpus) print('../shared/corpus/version-pairs is not there: comparing sample notices.');
print(`${pairs.length} pairs of versions in ${source}`);

warmUp(pairs);
const outcomes = pairs.map((pair) => timeInTurns(TOOLS, pair, TURNS));
reportTimes();
reportAnswers();
reportGrowth();
await reportWeights();

/** Lets every tool be compiled before it is timed: on short texts, since that takes a while. */
function warmUp(all: readonly Pair[]): void {
  const short = all.toSorted((p, q) => p.after.words - q.after.words).slice(0, 5);
  for (const pair of short) timeInTurns(TOOLS, pair, TURNS);
}

function reportTimes(): void {
  const timesOf = (tool: Tool) => outcomes.map((outcome) => median(outcome.get(tool)?.times ?? []));
  const reference = median(timesOf(jsdiff));
  printTable(
    `Processor time in ms: of each pair the median of ${TURNS} turns, or one of over 1 s`,
    ['', 'median', 'p90', 'worst', 'median ÷ that of jsdiff', ''],
    TOOLS.map((tool) => {
      const times = timesOf(tool);
      const [middle, high, worst] = [median(times), quantile(times, 0.9), quantile(times, 1)];
      const ratio = middle / reference;
      const verdict = verdictOf(ratio, SLOWEST.get(tool));
      return [tool.name, show(middle), show(high), show(worst), ratio.toFixed(2), verdict];
    }),
  );
  for (const tool of TOOLS) {
    const late = outcomes.filter((outcome) => outcome.get(tool)?.isLate).length;
    if (late > 0) print(`${tool.name} gave up on ${late} after ${LIMIT / 1000} s`);
  }
}

/** Whether a figure is within its limit, where it has one. */
function verdictOf(figure: number, limit: number | undefined): string {
  if (limit === undefined) return '';
  return figure > limit ? `more than the limit of ${limit}` : `limit ${limit}`;
}

function reportAnswers(): void {
  const tools = TOOLS.filter((tool) => tool !== parsing && tool !== prepared);
  const measured = new Map(tools.map((tool) => [tool, measureAll(tool)]));
  printTable(
    'What is shown',
    [
      '',
      'marked, of all text',
      'median of pairs',
      'places per 1,000 words',
      'islands per 1,000 words',
      'moves',
      'old comes back',
      'new comes back',
    ],
    [...measured].map(([{ name }, list]) => [name, ...summarize(list)]),
  );
  for (const [{ name }, list] of measured) reportLosses(name, list);
}

interface Measured extends Measures {
  pair: Pair;
}

function measureAll(tool: Tool): Measured[] {
  return outcomes.flatMap((outcome, index) => {
    const pair = pairs[index];
    const answer = outcome.get(tool)?.answer;
    return pair && answer ? [{ pair, ...measure(pair, answer()) }] : [];
  });
}

function summarize(list: readonly Measured[]): string[] {
  const total = (valueOf: (measured: Measured) => number): number =>
    list.reduce((sum, measured) => sum + valueOf(measured), 0);
  const words = total(({ pair }) => (pair.before.words + pair.after.words) / 2);
  return [
    percent(total(({ marked }) => marked) / total(({ characters }) => characters)),
    percent(median(list.map(({ marked, characters }) => marked / characters))),
    ((1000 * total(({ places }) => places)) / words).toFixed(2),
    ((1000 * total(({ islands }) => islands)) / words).toFixed(2),
    String(total(({ moves }) => moves)),
    `${total(({ givesBefore }) => Number(givesBefore))} of ${list.length}`,
    `${total(({ givesAfter }) => Number(givesAfter))} of ${list.length}`,
  ];
}

function reportLosses(name: string, list: readonly Measured[]): void {
  const lost = list.filter(({ givesBefore, givesAfter }) => !givesBefore || !givesAfter);
  const names = lost.map(({ pair }) => pair.name).join(', ');
  if (names !== '') print(`${name} does not give back ${names}`);
}

function reportGrowth(): void {
  const sections = collectSections(pairs);
  const points = new Map<Tool, Growth[]>(TOOLS.map((tool) => [tool, []]));
  const rows: string[][] = [];
  let fit = TOOLS;
  for (const size of [...SIZES, LARGEST]) {
    if (size === LARGEST) fit = [engine, prepared, parsing];
    const timed = growthAt(size, sections, fit);
    for (const [tool, growth] of timed) if (!growth.isLate) points.get(tool)?.push(growth);
    fit = fit.filter((tool) => isFitForTwice(timed.get(tool)));
    rows.push([String(size), ...TOOLS.map((tool) => showGrowth(timed.get(tool)))]);
  }
  const exponents = [...points].map(([tool, list]) => {
    const exponent = exponentOf(list.filter(({ size }) => size >= FITTED_FROM));
    const isSteep = SLOWEST.has(tool) && exponent > STEEPEST;
    return `${exponent.toFixed(2)}${isSteep ? ` (limit ${STEEPEST})` : ''}`;
  });
  printTable(
    `Growth: ms for a text of real sections with small edits, the mean of all that make up ${LARGEST} words`,
    ['words', ...TOOLS.map(({ name }) => name)],
    [...rows, ['exponent', ...exponents]],
  );
  print(`–: not run, or not to be expected within ${LIMIT / 1000} s`);
}

/** How long texts of a size take: each once, since the engine knows texts again. */
function growthAt(
  size: number,
  sections: ReturnType<typeof collectSections>,
  tools: readonly Tool[],
): Map<Tool, Growth> {
  const made = makePairs(sections, size, LARGEST);
  const timed = made.map((pair) => timeInTurns(tools, pair, 1));
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const words = meanOf(made.map(({ before }) => before.words));
  return new Map(
    tools.map((tool) => {
      const outcomes = timed.flatMap((outcome) => outcome.get(tool) ?? []);
      return [
        tool,
        {
          size: words,
          time: meanOf(outcomes.flatMap(({ times }) => times)),
          isLate: outcomes.some(({ isLate }) => isLate),
        },
      ];
    }),
  );
}

function showGrowth(growth: Growth | undefined): string {
  if (!growth) return '–';
  return growth.isLate ? `over ${LIMIT}` : show(growth.time);
}

async function reportWeights(): Promise<void> {
  const exports = {
    engine: `export { compareDocuments } from './src/compare/index.ts';`,
    'engine and redline': `export { compareDocuments, renderRedline } from './src/compare/index.ts';`,
    'htmldiff-js': `export { default } from 'htmldiff-js';`,
    jsdiff: `export { diffWordsWithSpace } from 'diff';`,
  };
  const rows: string[][] = [];
  for (const [name, exported] of Object.entries(exports)) {
    const { bytes, gzip } = await weigh(exported);
    const verdict = verdictOf(gzip, name === 'engine' ? HEAVIEST : undefined);
    rows.push([name, String(bytes), String(gzip), verdict]);
  }
  printTable('Weight in a browser, in bytes', ['', 'minified', 'gzip', ''], rows);
}

/** Prints rows under their heads: names to the left, figures to the right. */
function printTable(title: string, heads: readonly string[], rows: readonly string[][]): void {
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  print(`\n${title}`);
  for (const row of all) {
    const cells = row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return at === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    print(cells.join('  ').trimEnd());
  }
}

function show(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
