import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Account } from '../import/model.ts';
import type { IsoDate } from '../notices/dates.ts';
import { accountAsJson } from './import-print.ts';
import { reportOfDropped, reportOfFacts, reportOfRemarks, reportOfText } from './import-report.ts';

const DAY = '2026-11-28' as IsoDate;
const HOSTILE = `\x1b[2J\x9b31m\u202ereversed\r\x07 ${'long '.repeat(60)}`;

const account = (text: string): Account => ({
  source: { name: text, sha256: '', bytes: 66_226, kind: 'html' },
  notice: { file: 'customers/draft.mdx', sha256: '' },
  answers: {},
  sentences: [
    { at: 1, text: 'Home', status: 'dropped', code: 'menu' },
    { at: 2, text, status: 'dropped', code: 'footer' },
    { at: 3, text, status: 'dropped', code: 'footer' },
    { at: 4, text: 'We keep it.', status: 'kept', section: 'who' },
    { at: 123456, text, status: 'asked', code: 'unsure' },
  ],
  facts: [
    { key: 'controller.name', value: text, written: text, at: 4, quote: text, isSure: true },
    { key: 'dpo.email', value: 'a@a.example', written: '', at: 5, quote: '', isSure: true },
    { key: 'dpo.email', value: 'b@b.example', written: '', at: 6, quote: '', isSure: true },
    { key: 'date.updated', value: '2026-06', written: '', at: 8, quote: text, isSure: false },
  ],
  remarks: [
    { code: 'table-lost', detail: '22-50' },
    { code: 'placeholder', detail: text },
  ],
});

const reportOf = (made: Account): string =>
  [
    reportOfText(made, 'en-GB'),
    reportOfFacts(made, DAY),
    reportOfRemarks(made),
    reportOfDropped(made),
  ].join('\n');

describe('the report of an import', () => {
  it('counts what became of all sentences, and gives the reasons', () => {
    const report = reportOfText(account('Back to top'), 'en-GB');
    expect(report).toContain('(65 KB, web page, British English): 5 sentences.');
    expect(report).toMatch(/Kept +1 {2}word for word/);
    expect(report).toMatch(/Dropped +3\n +2 {2}the footer of the page\n +1 {2}menus/);
    expect(report).toMatch(/Unsure +1 .*\n +line 123456: “Back to top”/);
  });

  it('shows each fact with its line, and says which are left out and which are missing', () => {
    const report = stripVTControlCharacters(reportOfFacts(account('Acme Limited'), DAY));
    expect(report).toMatch(/✓ controller\.name +Acme Limited +4\n +“Acme Limited”/);
    expect(report).toMatch(/\? dpo\.email +a@a\.example +5\n +not sure, and left out/);
    expect(report).toContain('Not found, and left out: its contact, its company number,');
    expect(report).not.toContain('a date');
  });

  it('ticks a day only where the draft applies from it', () => {
    const day = (key: string, value: string, isSure = true) => ({
      ...{ key, value, isSure, written: value, at: 3, quote: value },
    });
    const facts = [day('effective', '2025-01-01'), day('date.updated', '2025-02-01')];
    const made = { ...account('x'), facts };
    const past = stripVTControlCharacters(reportOfFacts(made, DAY));
    expect(past).not.toContain('✓');
    expect(past.match(/not in the draft, which applies from 2026-11-28/g)).toHaveLength(2);
    const own = stripVTControlCharacters(reportOfFacts(made, '2025-01-01' as IsoDate));
    expect(own).toMatch(/✓ effective +2025-01-01/);
    expect(own).toMatch(/\? date\.updated +2025-02-01/);
  });

  it('says what else to know in sentences', () => {
    const report = stripVTControlCharacters(reportOfRemarks(account('[DATE]')));
    expect(report).toContain('Lines 22 to 50 were a table.');
    expect(report).toContain('A placeholder is still there: [DATE].');
  });

  it('fits 80 columns, and nothing of the source acts on the terminal', () => {
    const report = stripVTControlCharacters(reportOf(account(HOSTILE)));
    expect(report.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(report).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    const json = accountAsJson(account(HOSTILE));
    expect(json).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(JSON.parse(json)).toEqual(account(HOSTILE));
  });
});
