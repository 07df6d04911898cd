import { describe, expect, it } from 'vitest';
import { checklistOf } from '../law/checklist.ts';
import { placesIn } from '../law/place.ts';
import { readExample } from '../law/testing.ts';
import type { IsoDate } from '../notices/dates.ts';
import { asCsv, asJson, asMarkdown } from './check-print.ts';
import type { Checked } from './check.ts';

const day = '2026-11-27' as const;

function checked(text: string, facts: object = {}): Checked {
  const reading = readExample({ effective: day, text, facts });
  return {
    id: 'customers/draft',
    status: 'draft',
    effective: day as string as IsoDate,
    checklist: checklistOf(reading, day, day),
    reading,
    approvals: [
      { by: '@DPO *', on: day as string as IsoDate, state: 'changed', isAsked: true },
      { by: '=Head of legal', state: 'missing', isAsked: true },
    ],
    file: 'customers/draft.mdx',
    places: placesIn({ file: 'customers/draft.mdx', bytes: new TextEncoder().encode(text) }),
  };
}

describe('a checklist as data', () => {
  it('is JSON with a finding for each duty that is open', () => {
    const [first] = JSON.parse(asJson([checked('Email us at privacy@acme.example.')])) as {
      duties: { duty: string; state: string; finding?: { fix: string } }[];
    }[];
    const retention = first?.duties.find(({ duty }) => duty === 'retention');
    expect(retention).toMatchObject({ state: 'missing' });
    expect(retention?.finding?.fix).toMatch(/^Write|^Give|^Say|^Add|^Fill/);
  });

  it('has every finding of a duty', () => {
    const [first] = JSON.parse(
      asJson([checked('We use cookies. You can refuse cookies in your browser.')]),
    ) as { duties: { duty: string; finding?: { rule: string }; also?: { rule: string }[] }[] }[];
    const cookies = first?.duties.find(({ duty }) => duty === 'cookies and devices');
    expect(cookies?.finding?.rule).toBe('cookies-browser-only');
    expect(cookies?.also?.map(({ rule }) => rule)).toEqual(['storage-unexplained']);
  });

  it('is a row for each duty in a spreadsheet, and never a formula', () => {
    const rows = asCsv([checked('"=1+1" is kept outside the EEA.')]).split('\r\n');
    expect(rows[0]).toBe('version,status,law as on,kind,name,state,where,law,message,fix');
    expect(rows.filter((row) => row.includes(',duty,')).length).toBe(18);
    expect(rows.join('\n')).not.toMatch(/(^|,)=/m);
  });

  it('says why a duty is not asked', () => {
    const sound = checked('Email us at privacy@acme.example.');
    expect(asMarkdown([sound])).toMatch(/\| transfers \| not asked \| nothing raises it \|/);
    const abroad = { ...sound, checklist: { ...sound.checklist, silent: ['not-uk' as const] } };
    expect(asCsv([abroad])).toMatch(/,transfers,not asked,not in the UK,/);
    const early = { ...sound, checklist: { ...sound.checklist, day: '2000-01-01' } };
    expect(asCsv([early])).toMatch(/,transfers,not asked,not before 25 May 2018,/);
    const welsh = checked('Ysgrifennwch atom.', { language: 'cy' });
    expect(asMarkdown([welsh])).toMatch(/\| transfers \| not asked \| not in English \|/);
    expect(asJson([welsh])).toContain('"notAsked": "not in English"');
  });

  it('says who approved the text, and who has not', () => {
    const list = [checked('Email us at privacy@acme.example.')];
    expect(JSON.parse(asJson(list))).toMatchObject([
      {
        approvals: [
          { by: '@DPO *', on: day, state: 'changed', asked: true },
          { by: '=Head of legal', state: 'missing', asked: true },
        ],
      },
    ]);
    expect(asCsv(list)).toContain(",approval,'=Head of legal,missing,");
    expect(asMarkdown(list)).toContain('2026-11-27: void: the text has changed since');
    expect(asMarkdown(list)).toContain('Head of legal: not yet');
  });

  it('pings nobody and holds no markup of the notice in Markdown', () => {
    const text = 'Ask \\@everyone outside the EEA, or [\\<b>us\\</b>](https://acme.example) there.';
    const written = asMarkdown([
      checked(`Twitter \\<img src=x> \\@team is outside the EEA. ${text}`),
    ]);
    expect(written).not.toMatch(/<img|<b>|@\w/);
    expect(written).toContain('| retention | missing |');
  });
});
