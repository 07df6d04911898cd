/** What a comment shows of a version: its words, and nothing that they could be taken for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../compare/index.ts';
import { finding } from '../findings/catalogue.ts';
import { FOUND_BY_HOSTS, nasty, shownBy } from '../findings/testing.ts';
import type { Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { asMarkdown, markerOf } from './report-markdown.ts';
import { CHARACTERS } from './report-words.ts';
import type { ChangedVersion, Report } from './report-model.ts';
import { asAnnotations } from './report-print.ts';

const documentOf = (heading: string, texts: readonly string[]): Document<Facts> => ({
  lead: [],
  sections: [
    {
      anchor: 'a',
      level: 1,
      rank: 2,
      heading: [{ type: 'text', value: heading }],
      blocks: texts.map((value) => ({ type: 'paragraph', content: [{ type: 'text', value }] })),
      sections: [],
    },
  ],
});

const versionOf = (
  text: string,
  before: Document<Facts>,
  after: Document<Facts>,
): ChangedVersion => ({
  id: `${text}/draft`,
  notice: text,
  name: 'draft',
  file: `${text}.mdx`,
  fate: 'draft-changed',
  against: { name: text },
  comparison: compareDocuments(before, after, []),
  sinceRef: compareDocuments(before, after, []),
  events: [text],
  law: {
    day: '2026-01-31' as NonNullable<ChangedVersion['effective']>,
    duties: [{ duty: 'rights', after: 'missing', line: 1, message: text }],
    words: [{ rule: 'x', severity: 'warning', message: text, fix: text, line: 1 }],
    gone: [text],
  },
  obstacles: [{ message: text, hint: text }],
  links: { page: 'https://p.example/a_(b)/', comparison: 'https://p.example/a/compare/b/c/' },
});

const reportOf = (text: string, versions: ChangedVersion[]): Report => ({
  since: { ref: text, commit: '0123456789012345678901234567890123456789' },
  today: '2026-01-31' as Report['today'],
  project: text,
  versions,
  removed: [{ kind: 'notice', notice: text, versions: 1, hasDraft: true }],
  sameDrafts: [text],
  lock: [{ id: text, kind: 'changed', what: [text] }],
  findings: [finding('file-name', { file: text, line: 1, column: 1 }, text, text)],
  otherWarnings: 0,
  notes: [text],
});

/** Elements that a report has of its own. */
const OWN = ['h2', 'h3', 'h4', 'p', 'ul', 'li', 'em', 'strong', 'code', 'ins', 'del', 'span'];

it('shows any text of a notice as words, and acts on none of it', () => {
  fc.assert(
    fc.property(nasty, nasty, (one, other) => {
      const before = documentOf(one, [`We keep ${one} for six years.`]);
      const after = documentOf(other, [`We keep ${other} for five years.`, one]);
      const markdown = asMarkdown(reportOf(one, [versionOf(other, before, after)]), 65_000);
      const { words, elements, links } = shownBy(markdown);
      expect(elements.filter((each) => !OWN.includes(each))).toEqual([
        'comment',
        'a href',
        'a href',
      ]);
      expect(links).toEqual(['https://p.example/a%5F%28b%29/', 'https://p.example/a/compare/b/c/']);
      for (const word of words) {
        for (const [what, found] of Object.entries(FOUND_BY_HOSTS)) {
          expect(word, what).not.toMatch(found);
        }
      }
      expect(markdown).not.toMatch(/^\s*::|##\[|\x1b/m);
    }),
    { numRuns: 30 },
  );
});

it('says every word that was added and removed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (text) => {
      const before = documentOf('Keep', ['We keep orders for six years after that.']);
      const after = documentOf('Keep', [`We keep orders for five ${text} years after that.`]);
      const version = { ...versionOf('a', before, after), sinceRef: undefined };
      const { sinceRef: _, ...known } = version;
      const shown = shownBy(asMarkdown(reportOf('main', [known as ChangedVersion]), 65_000));
      const plain = (words: string): string => words.replace(/[\u200b\s]+/gu, '');
      const words = plain(shown.words.join(''));
      expect(words).toContain('six');
      // Whatever is split between the marks, the letters of the new text are all there, in order.
      let at = 0;
      for (const letter of plain(`five${text}`)) {
        at = words.indexOf(letter, at) + 1;
        expect(at).toBeGreaterThan(0);
      }
    }),
    { numRuns: 30 },
  );
});

it('says words that stayed once, also where they are one long address', () => {
  const address = `/${'a'.repeat(300)}`;
  const [before, after] = [
    ['March', 'six'],
    ['April', 'four'],
  ].map(([month, years]) =>
    documentOf('Keep', [
      `We keep your orders and your letters to us as said in ${month}${address} and that is for ${years} years after the last of them.`,
    ]),
  );
  const version = versionOf('a', before as Document<Facts>, after as Document<Facts>);
  const shown = asMarkdown(reportOf('main', [version]), 65_000);
  expect(shown).toContain('<ins>April</ins> … and that is for <del>six years</del>');
  expect(shown.match(/and that is for/g)).toHaveLength(1);
});

it('keeps to its limit, and says how much was left out', () => {
  const long = (word: string): string[] =>
    Array.from({ length: 60 }, (_, index) => `${word} ${index} ${`${word} `.repeat(60)}`);
  const before = documentOf('Keep', long('old'));
  const after = documentOf('Keep', [...long('new'), '@'.repeat(5000)]);
  const version = versionOf('notice', before, after);
  for (const count of [1, 3, 40, 200]) {
    const versions = Array.from({ length: count }, (_, index) => ({
      ...version,
      id: `notice-${index}/draft`,
      notice: `notice-${index}`,
    }));
    for (const limit of [CHARACTERS.least, 12_000, 65_000]) {
      const markdown = asMarkdown(reportOf('main', versions), limit);
      expect(markdown.length).toBeLessThanOrEqual(limit);
      if (count === 1 && limit === 65_000) continue;
      expect(markdown).toContain('Left out for length:');
      expect(markdown).toMatch(/[\d,]+ changes? in [\d,]+ sections? of/);
    }
  }
});

it('keeps to its limit where every text is long and needs marks', () => {
  const text = '@#<&'.repeat(3000);
  const versions = Array.from({ length: 60 }, () =>
    versionOf(text, documentOf(text, [text]), documentOf(text, [text, 'x'])),
  );
  const {
    findings: [found],
    ...report
  } = reportOf(text, versions);
  const findings = Array.from({ length: 60 }, () => found!);
  const markdown = asMarkdown({ ...report, findings }, CHARACTERS.least);
  expect(markdown.length).toBeLessThanOrEqual(CHARACTERS.least);
});

describe('an error in a short report', () => {
  const { findings, ...report } = reportOf('main', []);
  const first = findings[0]!;
  const hint =
    'put it back: git checkout 27c4ea15b94d -- notices/a.mdx\nTo end a notice, withdraw it: add withdrawn: "<day>" to its facts';

  it('has commands that can be copied, each edit in a line of its own', () => {
    const markdown = asMarkdown({ ...report, findings: [{ ...first, hint }] }, 30_000);
    expect(markdown).toContain('  - put it back: `git checkout 27c4ea15b94d -- notices/a.mdx`\n');
    expect(markdown).toContain('\n  - To end a notice, withdraw it');
  });

  it('has what is to be written as a block, with its lines and the space before them', () => {
    const yaml = 'changes:\n  - kind: changed\n    section: keep\n    summary: …';
    const markdown = asMarkdown(
      { ...report, findings: [{ ...first, hint: `add to the draft:\n${yaml}\nThen: npx x` }] },
      30_000,
    );
    const { words, code } = shownBy(markdown);
    expect(code).toContain(yaml);
    expect(words).toContain('add to the draft:');
    expect(markdown).toContain('    ```\n  - Then: `npx x`\n');
    const [long] = shownBy(
      asMarkdown(
        {
          ...report,
          findings: [{ ...first, hint: `add:\n${'- kind: changed\n'.repeat(42)}`.trimEnd() }],
        },
        30_000,
      ),
    ).code.filter((each) => each.startsWith('- kind'));
    expect(long?.split('\n').at(-1)).toBe('# and 18 more lines');
  });

  it('has what stops a draft in the same form', () => {
    const version = {
      ...versionOf('a', documentOf('a', ['b']), documentOf('a', ['c'])),
      obstacles: [{ message: 'Not mentioned', hint: 'add:\nchanges:\n  - kind: added' }],
    };
    const markdown = asMarkdown({ ...report, versions: [version], findings: [] }, 30_000);
    expect(markdown).toContain(
      '- Not mentioned\n  - add:\n    ```\n    changes:\n      - kind: added\n    ```\n',
    );
  });

  it('is there as far as there is room, and the others are counted', () => {
    const many = Array.from({ length: 30 }, () => ({ ...first, message: 'x '.repeat(140), hint }));
    const markdown = asMarkdown({ ...report, findings: many }, CHARACTERS.least);
    expect(markdown.match(/x x x/g)?.length).toBeGreaterThan(1);
    expect(markdown).toMatch(/- and \d+ more, left out for length/);
  });
});

it('has one line for each annotation, whatever it quotes', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const document = documentOf('a', [text]);
      const lines = asAnnotations(
        reportOf(text, [versionOf(text, document, document)]),
        (file) => file,
      ).split('\n');
      for (const line of lines) {
        expect(line).toMatch(/^::(?:error|warning|notice) [^\r\x1b]*$/u);
        const [, , properties = ''] = /^::(\w+) (.*?)::/u.exec(line) ?? [];
        expect(properties.split(',').every((each) => /^(?:file|line|col|title)=/.test(each))).toBe(
          true,
        );
      }
    }),
    { numRuns: 30 },
  );
});

it('begins with a marker that no path can end', () => {
  expect(markerOf('')).toBe('<!-- noticeboard report: . -->');
  expect(markerOf('sites/acme')).toBe('<!-- noticeboard report: sites%2Facme -->');
  expect(markerOf('a--><b')).toMatch(/^<!-- noticeboard report: [0-9a-f]{64} -->$/);
});
