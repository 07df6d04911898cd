/**
 * The free comparison: any two versions of a notice, compared in the browser by the same engine
 * and printed by the same view as the pages that the build makes.
 */
import { figuresOf } from '../compare/figures.ts';
import { compareDocuments } from '../compare/index.ts';
import type { FactChange } from '../compare/model.ts';
import type { Document } from '../document/model.ts';
import { withBase } from '../document/print.ts';
import { dataPath } from '../site/addresses.ts';
import { hasRecords } from '../notices/has-records.ts';
import type { Layout } from '../notices/pairs.ts';
import type { Facts } from '../notices/schema.ts';
import { isNumbered } from '../views/change-list.ts';
import { comparisonTitle, renderComparison, renderPanes } from '../views/comparison.ts';
import { common as cyCommon } from '../words/cy/common.ts';
import { comparison as cy } from '../words/cy/comparison.ts';
import { common as enCommon } from '../words/en/common.ts';
import { comparison as en } from '../words/en/comparison.ts';
import type { ComparisonWords } from '../words/index.ts';
import { carryQuestion } from './languages.ts';
import { wordsOfPage } from './words.ts';
import { pickTwo, plainName, type NoticeCard, type VersionCard } from '../views/versions.ts';

const words = wordsOfPage<ComparisonWords>({
  en: { ...enCommon, comparison: en },
  cy: { ...cyCommon, comparison: cy },
});
const said = words.comparison;

interface PageData {
  notice: NoticeCard;
  base: string;
}

/** A version's file, as the build writes it. */
interface VersionFile {
  facts: Facts;
  document: Pick<Document, 'lead' | 'sections'>;
}

async function run(asked: URLSearchParams): Promise<void> {
  // Not validated: one build makes both, and zod would be larger than this script.
  const data = JSON.parse(document.getElementById('~notice')?.textContent ?? '') as PageData;
  const [from, to] = [asked.get('from'), asked.get('to')];
  // What was chosen stays chosen, also where it cannot be compared.
  choose('from', from);
  choose('to', to);
  const pair = pickTwo(data.notice, from, to);
  if (!pair) {
    say(from !== null && from === to ? said.sameTwice : said.unknown);
    return;
  }
  say(said.comparing);
  try {
    await show(data, pair, asked.get('view') === 'side-by-side' ? 'side-by-side' : 'inline');
  } catch {
    say(said.failed);
  }
}

/** What is different between the records of two versions. Most have none, and need no words for them. */
async function recordsBetween(
  { facts: before }: Document<Facts>,
  { facts: after }: Document<Facts>,
): Promise<FactChange[]> {
  if (!before || !after || ![before, after].some(hasRecords)) return [];
  const { compareRecords } = await import('../compare/records.ts');
  return compareRecords(before, after);
}

async function show(
  { notice, base }: PageData,
  pair: { before: VersionCard; after: VersionCard },
  layout: Layout,
): Promise<void> {
  const [before, after] = await Promise.all([load(pair.before, base), load(pair.after, base)]);
  const comparison = compareDocuments(before, after, await recordsBetween(before, after));
  const figures = figuresOf(comparison.redline);
  const view = { words, notice, ...pair, comparison, figures, layout, base };
  const place = document.querySelector<HTMLElement>('.compared-view');
  if (!place) return;
  place.innerHTML = renderComparison(view, () => renderPanes(view));
  document.dispatchEvent(new Event('compared'));
  document.title = document.title.replace(/^.* · |^/, () => `${comparisonTitle(view)} · `);
  const [from, to] = [plainName(pair.before, words), plainName(pair.after, words)];
  say(said.countBetween(comparison.changes.filter(isNumbered).length, from, to), false);
  place.querySelector('h1')?.focus({ preventScroll: true });
  // What the address leads to was not there when the page was loaded.
  if (location.hash) location.replace(location.hash);
}

async function load({ path }: VersionCard, base: string): Promise<Document<Facts>> {
  const response = await fetch(withBase(dataPath({ path }), base));
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  const { facts, document } = (await response.json()) as VersionFile;
  return { facts, ...document };
}

function choose(side: 'from' | 'to', version: string | null): void {
  for (const box of document.querySelectorAll<HTMLInputElement>(`.pick [name="${side}"]`)) {
    if (box.value === version) box.checked = true;
  }
}

/** Tells what is going on, aloud; and to be seen as well, unless the page itself shows it. */
function say(message: string, isSeen = true): void {
  const status = document.querySelector('.compare-status');
  if (!status) return;
  status.textContent = message;
  status.classList.toggle('hidden', !isSeen);
}

carryQuestion();
const query = new URLSearchParams(location.search);
if (query.has('from') || query.has('to')) await run(query);
