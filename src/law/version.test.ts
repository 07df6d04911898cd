import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { readExample } from './testing.ts';
import { lawOn, lawRefuses, lawToday } from './version.ts';

const day = (text: string): IsoDate => text as IsoDate;

const reading = (text: string, facts?: object) => readExample({ ...(facts && { facts }), text });

function version(text: string) {
  return {
    notice: 'customers',
    file: 'customers/draft.mdx',
    facts: reading(text).facts,
    text: () => `---\ntitle: Notice\n---\n\n${text}\n`,
  };
}

describe('a version that is published', () => {
  it('is refused for facts that cannot be right on its day, and not for words', () => {
    const dpo = reading('We value your privacy.', { dpo: { role: 'Data Protection Officer' } });
    expect(lawRefuses(dpo, day('2026-11-01')).map(({ hint }) => hint)).toEqual([
      expect.stringContaining('under dpo'),
    ]);
    expect(lawRefuses(reading('We value your privacy.'), day('2026-11-01'))).toEqual([]);
  });

  it('says what it will need on a day that is known', () => {
    const text = 'You can complain to the Information Commissioner’s Office.';
    const lines = lawOn('customers', reading(text), day('2026-09-01'), day('2026-08-01'));
    expect(lines.at(-1)).toBe('From 30 September 2026 this text needs: information-commissioner.');
    expect(
      lawOn('customers', reading(text), day('2026-10-01'), day('2026-10-01')).join(),
    ).not.toMatch(/From/);
  });

  it('has a line for the end of a build while something is open', () => {
    expect(lawToday(version('We value your privacy.'), day('2026-11-27'))).toMatch(
      /^customers: \d+ duties missing or unclear: npx noticeboard check customers$/,
    );
  });
});
