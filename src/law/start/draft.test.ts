import { describe, expect, it } from 'vitest';
import { readVersion } from '../../mdx/read.ts';
import type { IsoDate } from '../../notices/dates.ts';
import { frontmatterSchema } from '../../notices/schema.ts';
import { checklistOf } from '../checklist.ts';
import { readabilityOf } from '../readability.ts';
import { readingOfFile } from '../reading.ts';
import { isFault } from '../rule.ts';
import { ACTIVITIES, type ActivityName } from './activities.ts';
import { factsOf, withoutRemark, writeDraft, type StartAnswers } from './draft.ts';

const DAY = '2026-11-28' as IsoDate;
const FIRM = {
  name: 'Bright Bikes Limited',
  email: 'privacy@brightbikes.example',
  today: DAY,
  effective: DAY,
} satisfies Partial<StartAnswers>;

type Given = Omit<StartAnswers, keyof typeof FIRM> & Partial<StartAnswers>;

/** What the rules read of a notice. */
function read(given: Given) {
  const answers: StartAnswers = { ...FIRM, ...given };
  const text = writeDraft(answers);
  const file = { file: 'customers/draft.mdx', bytes: new TextEncoder().encode(text) };
  const facts = frontmatterSchema.parse(factsOf(answers));
  const reading = readingOfFile(file, facts);
  if (!reading) throw new Error(`cannot be read: ${text}`);
  const day = answers.effective;
  return { text, file, reading, facts, list: checklistOf(reading, day, day) };
}

/** The findings of the project's own checks. */
const findingsIn = ({ file }: ReturnType<typeof read>) =>
  readVersion(file).findings.map(({ code, message }) => `${code}: ${message}`);

/** Up to three activities, all but one, and all: what they add to a notice depends on no more at once. */
const combinations = Array.from({ length: 2 ** ACTIVITIES.length - 1 }, (_, index) =>
  ACTIVITIES.filter((_name, bit) => ((index + 1) >> bit) & 1),
).filter(({ length }) => length <= 3 || length >= ACTIVITIES.length - 1);

const problems = ({ list, reading }: ReturnType<typeof read>) => ({
  duties: list.duties.filter(({ state }) => isFault(state)).map(({ duty, state }) => [duty, state]),
  words: [...list.words, ...list.info].map(({ rule, answer }) => [
    rule.code,
    answer.hits?.map(({ found }) => found),
  ]),
  isHard: (readabilityOf(reading).whole.age ?? 99) > 14,
});
const NONE = { duties: [], words: [], isHard: false };

describe('a first notice', () => {
  it('passes the checklist for all that are picked together, and is easy to read', () => {
    expect(combinations).toHaveLength(101);
    for (const activities of combinations) {
      expect({ activities, ...problems(read({ activities })) }).toEqual({ activities, ...NONE });
    }
  });

  it('has no finding, for one activity, for two and for all', () => {
    for (const activities of combinations.filter(
      ({ length }) => length < 3 || length === ACTIVITIES.length,
    )) {
      expect([activities, findingsIn(read({ activities }))]).toEqual([activities, []]);
    }
  });

  it.each([
    { variants: { supply: 'goods', consent: 'soft-opt-in', cookies: 'statistics' } },
    { variants: { supply: 'services', cookies: 'none' }, dpo: 'none' },
    { variants: { consent: 'charity-soft-opt-in' }, kind: 'charity', charityNumber: '1234567' },
    { variants: { giftAid: 'no-gift-aid' }, kind: 'charity' },
    {
      kind: 'company',
      companyNumber: '99999995',
      phone: '+441632960111',
      icoRegistration: 'ZA000000',
    },
    { dpo: { email: 'dpo@brightbikes.example' } },
    { name: 'A <B> {c} *d* & _e_ &amp; "h" Limited' },
    { name: '1. #', kind: 'sole-trader' },
    { effective: '2027-01-01' },
    { recipients: { orders: ['Example Pay Inc'], cctv: [] } },
    {
      abroad: {
        'Our newsletter supplier': { country: 'US', mechanism: 'uk-us-data-bridge' },
        'Our email supplier': { country: 'IE', mechanism: 'adequacy-regulations' },
        'Our payroll supplier': { country: 'IN', mechanism: 'idta' },
      },
    },
    { keep: { orders: { period: 'P2Y' }, enquiries: { criteria: 'until we have answered' } } },
  ] as Partial<StartAnswers>[])('passes with %j', (answers) => {
    const all = read({ activities: ACTIVITIES, ...answers });
    expect(problems(all)).toEqual(NONE);
    expect(findingsIn(all)).toEqual([]);
    for (const each of ACTIVITIES) {
      expect(problems(read({ activities: [each], ...answers }))).toEqual(NONE);
    }
  });

  it('lets the checklist report what is not known', () => {
    const abroad = { 'Our email supplier': { country: 'US' } };
    const { duties } = problems(read({ activities: ['orders'], abroad }));
    expect(duties).toEqual([['transfers', 'missing']]);
    const automated = problems(read({ activities: ['orders'], automated: 'Who gets credit' }));
    expect(automated.duties).toEqual([['automated decisions', 'missing']]);
  });

  it('names the regulator of the day it applies from', () => {
    const before = '2026-09-29' as IsoDate;
    const old = read({ activities: ['cctv'], today: before, effective: before });
    expect(old.text).toContain('Information Commissioner’s Office');
    expect(problems(old)).toEqual(NONE);
    expect(read({ activities: ['cctv'] }).text).toContain('the Information Commission.');
  });

  it('tells only of rights that there are', () => {
    const { text } = read({ activities: ['cctv'] });
    expect(text).not.toMatch(/another organisation|marketing|Consent/);
    expect(read({ activities: ['marketing'] }).text).toContain('object to marketing');
  });

  it('asks for nothing twice: a recipient of several purposes is one', () => {
    const activities: ActivityName[] = ['orders', 'enquiries', 'staff'];
    const names = read({ activities }).facts.processing?.map(({ id }) => id) ?? [];
    expect(new Set(names).size).toBe(names.length);
  });
});

it('loses the remark for its author, and nothing else, when it is published', () => {
  const { text } = read({ activities: ['orders'] });
  const published = withoutRemark(text);
  expect(text).toContain('{/* Noticeboard wrote this text');
  expect(published).not.toContain('{/*');
  const lines = text.split('\n').filter((line) => !line.startsWith('{/*'));
  expect(published.replaceAll(/\n+/g, '\n')).toBe(lines.join('\n').replaceAll(/\n+/g, '\n'));
  const own = '---\ntitle: x\n---\n\n{/* My own remark */}\n\nText.\n';
  expect(withoutRemark(own)).toBe(own);
});
