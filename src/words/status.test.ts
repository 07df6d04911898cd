import { describe, expect, it } from 'vitest';
import type { Markup } from '../document/markup.ts';
import type { IsoDate } from '../notices/dates.ts';
import { en } from './en/index.ts';
import { statusLine, statusSentence } from './status.ts';

const facts = { effective: '2024-05-01' as IsoDate };
const span = { from: facts.effective, to: '2025-12-31' as IsoDate };
const textOf = ({ text }: Markup): string => text.replace(/<[^>]+>/g, '');
const saysOf = (...args: Parameters<typeof statusLine>): string => textOf(statusLine(...args));

describe('the line of a status', () => {
  it.each<[string, Parameters<typeof statusLine>[0]]>([
    ['In force since 1 May 2024', { status: 'in-force', facts }],
    ['Scheduled Applies from 1 May 2024', { status: 'scheduled', facts }],
    ['Replaced Applied from 1 May 2024 to 31 December 2025', { status: 'superseded', span, facts }],
    ['Withdrawn Never applied', { status: 'withdrawn', facts }],
    ['Draft', { status: 'draft', facts }],
  ])('reads: %s', (line, version) => {
    expect(saysOf(version, en)).toBe(line);
  });

  it('says in short only on which day a version ended', () => {
    expect(saysOf({ status: 'withdrawn', span, facts }, en, true)).toBe(
      'Withdrawn on 1 January 2026',
    );
    expect(saysOf({ status: 'superseded', facts }, en, true)).toBe('Replaced');
  });

  it('says in short only from which day a version applies', () => {
    expect(saysOf({ status: 'scheduled', facts }, en, true)).toBe('Applies from 1 May 2024');
  });

  it('keeps the mark apart from the rest, and the day for machines', () => {
    expect(statusLine({ status: 'in-force', facts }, en).text).toBe(
      '<span class="status in-force">In force</span> <span class="since">since <time datetime="2024-05-01">1 May 2024</time></span>',
    );
  });
});

describe('the sentences above a version that is not in force', () => {
  it.each<[string, Parameters<typeof statusSentence>[0]]>([
    ['Not in force yet. This version applies from 1 May 2024.', { status: 'scheduled', facts }],
    [
      'This version was replaced. It applied from 1 May 2024 to 31 December 2025.',
      { status: 'superseded', span, facts },
    ],
    ['This version was replaced. It never applied.', { status: 'superseded', facts }],
    [
      'This notice was withdrawn. This version applied from 1 May 2024 to 31 December 2025.',
      { status: 'withdrawn', span, facts },
    ],
    ['This notice was withdrawn. This version never applied.', { status: 'withdrawn', facts }],
    ['Draft', { status: 'draft', facts }],
  ])('read: %s', (sentences, version) => {
    expect(textOf(statusSentence(version, en))).toBe(sentences);
  });
});
