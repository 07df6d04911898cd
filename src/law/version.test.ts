import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { checklistOf } from './checklist.ts';
import { readExample } from './testing.ts';
import { lawOn, lawToday } from './version.ts';

const day = (text: string): IsoDate => text as IsoDate;

const reading = (text: string, facts?: object) => readExample({ ...(facts && { facts }), text });

function version(text: string, draft = false) {
  return {
    draft,
    notice: 'customers',
    file: 'customers/draft.mdx',
    facts: reading(text).facts,
    text: () => `---\ntitle: Notice\n---\n\n${text}\n`,
  };
}

describe('a version that is published', () => {
  it('says what it will need on a day that is known', () => {
    const text = 'You can complain to the Information Commissioner’s Office.';
    const linesOn = (written: string): string[] => {
      const [read, on] = [reading(text), day(written)];
      return lawOn('customers', read, checklistOf(read, on, on), on);
    };
    const lines = linesOn('2026-09-01');
    expect(lines.at(-1)).toBe('From 30 September 2026 this text needs: information-commissioner.');
    expect(linesOn('2026-10-01').join()).not.toMatch(/From/);
  });

  it('has a line for the end of a build while something is open', () => {
    expect(lawToday(version('We value your privacy.'), day('2026-11-27'))).toMatch(
      /^customers: \d+ duties missing or unclear: npx noticeboard check customers$/,
    );
    expect(lawToday(version('We value your privacy.', true), day('2026-11-27'))).toMatch(
      /^customers\/draft: /,
    );
  });
});
