import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { en } from '../words/en/index.ts';
import { statusLine } from './status.ts';

const facts = { effective: '2024-05-01' as IsoDate };
const span = { from: facts.effective, to: '2025-12-31' as IsoDate };
const saysOf = (...args: Parameters<typeof statusLine>): string =>
  statusLine(...args).text.replace(/<[^>]+>/g, '');

describe('the status line', () => {
  it.each<[string, Parameters<typeof statusLine>[0]]>([
    ['In force since 1 May 2024', { status: 'in-force', facts }],
    ['Scheduled applies from 1 May 2024', { status: 'scheduled', facts }],
    [
      'Superseded applied from 1 May 2024 to 31 December 2025',
      { status: 'superseded', span, facts },
    ],
    ['Withdrawn never applied', { status: 'withdrawn', facts }],
    ['Draft', { status: 'draft', facts }],
  ])('reads: %s', (line, version) => {
    expect(saysOf(version, en)).toBe(line);
  });

  it('has in its short form only the day a version ended', () => {
    expect(saysOf({ status: 'withdrawn', span, facts }, en, true)).toBe(
      'Withdrawn on 1 January 2026',
    );
    expect(saysOf({ status: 'superseded', facts }, en, true)).toBe('Superseded');
  });

  it('has the status in an element and the day in a machine-readable form', () => {
    expect(statusLine({ status: 'in-force', facts }, en).text).toBe(
      '<span class="status in-force">In force</span> <span class="since">since <time datetime="2024-05-01">1 May 2024</time></span>',
    );
  });
});
