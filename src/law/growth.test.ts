/** Long texts without sense, as a paste may bring them: their reading takes a time of their length. */
import { expect, it } from 'vitest';
import { askAll } from './ask.ts';
import { sentencesOf } from '../document/sentences.ts';
import { readExample } from './testing.ts';
import type { Reading } from './reading.ts';

const DAY = '2026-11-27';
/** Phrases that patterns begin at, or that a rule looks at once for each of its matches. */
const REPEATED = [
  'a@b.',
  '[',
  '(',
  '"',
  'a" [ ',
  '-',
  'a-',
  'we ',
  '{{',
  '<<',
  '07700 ',
  'company number 1234567 ',
  'Contact our DPO. ',
  'Acme UK Ltd will not share it ',
];
const SHORT = readExample('Text.');

/** A text of one paragraph, without the syntax of Markdown, which has its own limits. */
function paragraphOf(text: string): Reading {
  const sentences = sentencesOf(text).map((each) => each.trim());
  const lines = { text, plain: text, lower: text.toLowerCase(), sentences, linked: sentences };
  return { ...SHORT, all: text, blocks: SHORT.blocks.map((block) => ({ ...block, ...lines })) };
}

const millisecondsOf = (task: () => unknown): number => {
  const before = process.threadCpuUsage();
  task();
  return process.threadCpuUsage(before).user / 1000;
};

it('takes less than a second to look for brackets among 200 KB of quotations', () => {
  const text = 'a" [ '.repeat(40_000);
  const reading = paragraphOf(`${text}[our company]`);
  const rule = askAll(SHORT, DAY).find((each) => each.rule.code === 'placeholder')?.rule;
  expect(millisecondsOf(() => rule?.ask(reading, DAY))).toBeLessThan(1000);
  expect(rule?.ask(reading, DAY).hits?.[0]?.found).toBe('[our company]');
});

it.each(REPEATED)('takes less than a second to ask every rule of 100 KB of %j', (phrase) => {
  const reading = paragraphOf(phrase.repeat(100_000 / phrase.length));
  expect(millisecondsOf(() => askAll(reading, DAY))).toBeLessThan(1000);
});
