import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersion } from '../mdx/read.ts';
import type {
  HistoryAnswers,
  HistoryKind,
  HistoryPlan,
  KnownVersion,
  State,
} from './history-model.ts';
import type { Steps } from './history-read.ts';
import { historyOf, NOTICE, plainly, state, stepsOf } from './history-testing.ts';
import { importHistory, planOf, readHistory } from './history.ts';

const FACTS = {
  title: 'Privacy notice',
  'controller.name': 'Brightquay Limited',
  'controller.contact.email': 'privacy@brightquay.example',
};
const plan = (states: State[], kind?: HistoryKind, answers: HistoryAnswers = {}) =>
  importHistory(historyOf(states, kind), { facts: FACTS, ...answers }, stepsOf(plainly));
const verdicts = (...given: Parameters<typeof plan>): string[] =>
  plan(...given).sources.map(({ verdict }) => verdict);
const days = (...given: Parameters<typeof plan>): string[] =>
  plan(...given).versions.map(({ date, dated }) => `${date} ${dated}`);

const SIX = NOTICE;
const SEVEN = NOTICE.replace('six years', 'seven years');
const EIGHT = NOTICE.replace('six years', 'eight years');
const stating = (day: string, text: string): string => `Updated: ${day}\n\n${text}`;

describe('the verdicts on the states of a history', () => {
  it('joins what has the same words, and passes over what is no notice', () => {
    const states = [
      state('2024-01-01', SIX),
      state('2024-02-01', SIX.replaceAll('. ', '.\n')),
      state('2024-03-01', 'Found. Redirecting to /privacy'),
      state('2024-04-01', SIX),
      state('2024-05-01', SEVEN),
      { ...state('2024-06-01', ''), source: () => ({ refused: 'this page is a captcha' }) },
      state('2024-07-01', SIX),
    ];
    expect(verdicts(states)).toEqual([
      'version',
      'same-as:2024-01-01',
      'not-a-notice',
      'same-as:2024-01-01',
      'version',
      'not-a-notice',
      'version',
    ]);
    expect(plan(states).sources[5]?.why).toBe('this page is a captcha');
    expect(plan(states).versions[0]?.lastSeen).toBe('2024-04-01');
  });

  it('takes the last text of a day, and none where a day ends as it began', () => {
    const states = [
      state('2024-01-01', SIX),
      state('2024-02-01 09', SEVEN),
      state('2024-02-01 10', EIGHT),
      state('2024-03-01 09', SIX),
      state('2024-03-01 10', EIGHT),
      state('2024-04-01', EIGHT),
    ];
    expect(verdicts(states)).toEqual([
      'version',
      'later-that-day',
      'version',
      'later-that-day',
      'same-as:2024-02-01',
      'same-as:2024-02-01',
    ]);
    expect(plan(states).sources[1]?.why).toBe('2024-02-01 10.html came later that day');
  });

  it('makes no version of other links alone, unless it is asked to', () => {
    const linked = (address: string) => `${SIX}\n[Ask us](https://${address}.example/).\n`;
    const states = [
      state('2024-01-01', linked('old')),
      state('2024-02-01', linked('new')),
      state('2024-03-01', linked('new')),
    ];
    expect(verdicts(states)).toEqual(['version', 'link-only', 'same-as:2024-01-01']);
    expect(verdicts(states, 'git', { links: true })).toEqual([
      'version',
      'version',
      'same-as:2024-02-01',
    ]);
  });

  it('joins what only the reader of an archive changed, with its later words', () => {
    const technical = { isTechnical: true } as const;
    const states = [
      state('2024-01-01', SIX, technical),
      state('2024-02-01', SEVEN, technical),
      state('2024-03-01', EIGHT),
    ];
    expect(verdicts(states, 'archive')).toEqual(['version', 'technical', 'version']);
    const { versions, remarks } = plan(states, 'archive');
    expect(versions[0]?.file).toContain('seven years');
    expect(remarks).toContainEqual({ code: 'technical-words', detail: '2024-02-01.html' });
    expect(verdicts(states, 'git')).toEqual(['version', 'version', 'version']);
  });
});

describe('the days of the versions of a history', () => {
  it('are those that texts state, unless what was seen contradicts them', () => {
    const states = [
      state('2024-01-10', stating('2021-08-19', SIX)),
      state('2024-02-10', stating('2024-02-05', SEVEN)),
      state('2024-03-10', stating('2024-02-05', EIGHT)),
      state('2024-04-10', stating('2024-04-20', SIX)),
    ];
    expect(days(states)).toEqual([
      '2021-08-19 updated',
      '2024-02-05 updated',
      '2024-03-10 seen',
      '2024-04-10 seen',
    ]);
    expect(plan(states).remarks).toEqual([
      { code: 'update-ahead', detail: '2024-04-20 (2024-04-10)' },
      { code: 'date-before', detail: '2024-02-05 (2024-03-10)' },
    ]);
  });

  it('are those of the last update where that came after the day from which the first text applied', () => {
    const applying = (day: string, text: string): string => `Applies: ${day}\n\n${text}`;
    const states = [
      state('2024-01-10', applying('2018-05-25', SIX)),
      state('2024-02-10', applying('2018-05-25', stating('2024-02-05', SEVEN))),
      state('2024-03-10', applying('2024-03-08', stating('2024-03-01', EIGHT))),
      state('2024-04-10', applying('2024-05-01', stating('2024-04-05', SIX))),
    ];
    expect(days(states)).toEqual([
      '2018-05-25 stated',
      '2024-02-05 updated',
      '2024-03-08 stated',
      '2024-04-05 updated',
    ]);
    expect(plan(states).remarks).toEqual([
      { code: 'date-ahead', detail: '2024-05-01 (2024-04-05)' },
    ]);
  });

  it('are not before the version before was last seen, nor in a repository that had it until then', () => {
    const states = [
      state('2024-01-10', SIX),
      state('2024-02-10', SIX),
      state('2024-03-10', stating('2024-02-09', SEVEN)),
      state('2024-04-10', stating('2024-04-01', EIGHT)),
    ];
    expect(days(states).slice(1)).toEqual(['2024-03-10 seen', '2024-04-01 updated']);
    expect(days(states, 'git').slice(1)).toEqual(['2024-03-10 seen', '2024-04-10 seen']);
  });
});

describe('the files of the versions of a history', () => {
  const read = (file = '') =>
    readVersion({ file: 'notice.mdx', bytes: new TextEncoder().encode(file) });

  it('are sound, say how their day is known, and have no list of changes', () => {
    const [version] = plan([state('2024-01-10', stating('2021-08-19', SIX))]).versions;
    const { facts, findings } = read(version?.file);
    expect(findings).toEqual([]);
    expect(facts).toMatchObject({
      published: '2021-08-19',
      effective: '2021-08-19',
      imported: { from: '2024-01-10.html', firstSeen: '2024-01-10', date: 'updated' },
      changes: [],
    });
    expect(facts?.changeType).toBeUndefined();
  });

  it('keep the anchor of a section whose heading and id change, also in links to it', () => {
    const renamed = `${SIX.replace('How long we keep it {#keep}', 'Retention {#retention}')}
## Keep in touch {#keep}

Write to us at our office in the harbour. See [Retention](#retention) and [touch](#keep).
`;
    const [, version] = plan([state('2024-01-01', SIX), state('2024-02-01', renamed)]).versions;
    expect(version?.file).toContain('## Retention {#keep}');
    expect(version?.file).toContain('## Keep in touch {#keep-2}');
    expect(version?.file).toContain('See [Retention](#keep) and [touch](#keep-2).');
  });

  it('are in the language of their text, and a change of it is told', () => {
    const { versions, remarks } = importHistory(
      historyOf([state('2024-01-01', SIX), state('2024-02-01', SEVEN), state('2024-03-01', EIGHT)]),
      { facts: FACTS },
      stepsOf((source) => ({ ...plainly(source), language: source.text === SEVEN ? 'de' : 'en' })),
    );
    expect(versions.map(({ file }) => file.includes('language: de'))).toEqual([false, true, false]);
    expect(remarks).toEqual([
      { code: 'language-changed', detail: '2024-02-01 (en to de), 2024-03-01 (de to en)' },
    ]);
  });

  it('take what they lack from the nearest version that says it, and say what none does', () => {
    const proposal = { written: '', at: 1, quote: '', isSure: true };
    const { versions, remarks } = importHistory(
      historyOf([state('2024-01-01', SIX), state('2024-02-01', SEVEN)]),
      {},
      stepsOf((source) => ({
        ...plainly(source),
        facts:
          source.text === SEVEN
            ? [{ ...proposal, key: 'controller.name', value: 'Brightquay Limited' }]
            : [],
      })),
    );
    expect(versions[0]?.file).toContain('name: Brightquay Limited');
    expect(remarks).toContainEqual({
      code: 'fact-carried',
      detail: 'controller.name is Brightquay Limited in 2024-01-01',
    });
    expect(versions.map(({ missing }) => missing)).toEqual([
      ['title', 'controller.contact'],
      ['title', 'controller.contact'],
    ]);
  });
});

describe('versions on both sides of those that are there', () => {
  const years = (text: string): string => NOTICE.replace('six years', `${text} years`);

  /** The plan of texts around a version of 2024-02-01, which says "seven years". */
  const around = (steps: Steps): HistoryPlan => {
    const there = plan([state('2024-02-01', SEVEN)]).versions.map(
      ({ date, document }): KnownVersion => ({
        date,
        document: document!,
        links: '',
        frontmatter: { title: 'Privacy notice' },
      }),
    );
    const states = [
      state('2023-12-01', years('five')),
      state('2024-01-01', years('six')),
      state('2024-03-01', years('eight')),
      state('2024-04-01', years('nine')),
    ];
    const known = { versions: there, lastSeen: there[0]!.date, sources: new Map<string, string>() };
    return planOf(readHistory(historyOf(states), { facts: FACTS }, known, steps), { facts: FACTS });
  };

  it('are unsure by comparison with the one next to them alone', () => {
    const steps = stepsOf(plainly);
    const { versions } = around({
      ...steps,
      // All texts have the same sure words: those of the years may belong to the page.
      judge: ({ text }) => ({
        read: { pieces: [], changes: [], remarks: [] },
        verdicts: [{ piece: { type: 'paragraph', at: 1, runs: [{ text }] }, is: 'ask' }],
      }),
    });
    expect(versions.map(({ date, isUnsure }) => [date, isUnsure ?? false])).toEqual([
      ['2023-12-01', false],
      ['2024-01-01', true],
      ['2024-03-01', false],
      ['2024-04-01', true],
    ]);
  });

  it('go on in another language than the one next to them alone', () => {
    const languages = ['five:en', 'six:de', 'eight:en', 'nine:cy'].map((each) => each.split(':'));
    const { remarks } = around(
      stepsOf((source) => ({
        ...plainly(source),
        language:
          languages.find(([year = '']) => source.text.includes(`${year} years`))?.[1] ?? 'en',
      })),
    );
    expect(remarks.filter(({ code }) => code === 'language-changed')).toEqual([
      { code: 'language-changed', detail: '2024-01-01 (en to de), 2024-04-01 (en to cy)' },
    ]);
  });
});

it('accounts for every state, and has a version a day at most, in order', () => {
  const texts = [SIX, SEVEN, EIGHT, 'Found.', stating('2024-01-03', SIX)];
  const kinds: HistoryKind[] = ['folder', 'git', 'archive'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(6), fc.constantFrom(...texts), fc.boolean()), { maxLength: 12 }),
      fc.constantFrom(...kinds),
      (given, kind) => {
        const states = given
          .toSorted(([a], [b]) => a - b)
          .map(([day, text, isTechnical], index) =>
            state(`2024-01-0${day + 1} ${index}`, text, isTechnical ? { isTechnical } : {}),
          );
        const { versions, sources } = plan(states, kind);
        expect(sources.map(({ name }) => name)).toEqual(states.map(({ name }) => name));
        const dates = versions.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        const named = sources.filter(({ verdict }) => verdict === 'version');
        expect(named.map(({ version }) => version)).toEqual(dates);
        for (const { version } of sources) {
          if (version !== undefined) expect(dates).toContain(version);
        }
        for (const { date, firstSeen } of versions) {
          expect(date <= firstSeen).toBe(true);
        }
        // What applied at the end of the last day with a notice is its last text.
        const last = states.filter((_, index) => sources[index]?.verdict !== 'not-a-notice').at(-1);
        if (last) expect(sources.findLast(({ version }) => version)?.version).toBe(dates.at(-1));
      },
    ),
    { numRuns: 60 },
  );
});

it('imports a text once, however often it was saved', () => {
  let count = 0;
  const counted = stepsOf((source) => {
    count += 1;
    return plainly(source);
  });
  const states = Array.from({ length: 40 }, (_, index) =>
    state(`2024-01-${String(10 + Math.floor(index / 4))} ${index}`, SIX),
  );
  const { versions } = importHistory(historyOf(states), { facts: FACTS }, counted);
  expect(versions).toHaveLength(1);
  expect(count).toBe(1);
});
