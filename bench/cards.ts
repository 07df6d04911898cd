/**
 * How long a social card takes: drawn, and taken from those drawn before.
 *
 *   npm run bench:cards
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Card } from '../src/exports/cards/card.ts';
import { drawCard } from '../src/exports/cards/draw.ts';
import { logoForCards } from '../src/exports/cards/logo.ts';
import { cardFrom } from '../src/exports/cards/store.ts';
import { median, quantile } from './compare/timing.ts';

const CARDS = 60;
/** Milliseconds that drawing and finding may take at the median. */
const LIMITS = { drawn: 60, found: 2 };

const logo = await logoForCards(path.resolve('public/logo.svg'));
const cards = Array.from({ length: CARDS }, (_, index): Card => ({
  site: 'Noticeboard',
  logo,
  accent: '#0b5c75',
  title: ['Customer privacy notice', 'Privacy notice for members of our clubs'][index % 2] ?? '',
  by: 'Larkrise Leisure Limited',
  lines: [`In force since ${(index % 28) + 1} May ${2000 + index}`, 'notices.example'],
}));
const folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
try {
  await drawCard({ ...(cards[0] as Card), title: 'Warm' });
  report('drawn', await timesOf());
  report('found', await timesOf());
} finally {
  rmSync(folder, { recursive: true });
}

async function timesOf(): Promise<number[]> {
  const times: number[] = [];
  for (const card of cards) {
    const start = performance.now();
    await cardFrom(folder, card, drawCard);
    times.push(performance.now() - start);
  }
  return times;
}

function report(what: keyof typeof LIMITS, times: readonly number[]): void {
  const [middle, high] = [median(times), quantile(times, 0.9)].map((time) => time.toFixed(1));
  process.stdout.write(
    `${CARDS} cards ${what}: median ${middle} ms (limit ${LIMITS[what]}), p90 ${high} ms\n`,
  );
}
