import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDocument } from '../document/index.ts';
import { frontmatterSchema, type Facts } from './schema.ts';
import { plainText, textToApprove } from './text.ts';

const FACTS = {
  title: 'Customer  privacy notice',
  published: '2024-11-12',
  effective: '2024-11-12',
  controller: { name: 'Cafe\u0301 Limited', contact: { email: 'privacy@A.EXAMPLE' } },
};

const facts = (more: Record<string, unknown> = {}): Facts =>
  frontmatterSchema.parse({ ...FACTS, ...more });

/** The text after the facts. */
const body = (html: string): string => {
  const text = plainText(facts(), parseDocument(html));
  return text.slice(text.indexOf('\n\n') + 2);
};

describe('the facts of a plain text', () => {
  it('do not have how the day of an imported version is known', () => {
    const nothing = { lead: [], sections: [] };
    const imported = { from: '20241112093000.html', firstSeen: '2024-11-12', date: 'seen' };
    expect(plainText(facts({ imported }), nothing)).toBe(plainText(facts(), { ...nothing }));
  });

  it('do not have who approved the version', () => {
    const nothing = { lead: [], sections: [] };
    const approved = [{ by: 'Data protection officer', on: '2024-11-12', text: 'a'.repeat(64) }];
    expect(plainText(facts({ approved }), nothing)).toBe(plainText(facts(), { ...nothing }));
  });

  it('are all but the two days in the text that is approved', () => {
    const nothing = { lead: [], sections: [] };
    const days = /^(?:published|effective): .*\n/gm;
    expect(textToApprove(facts(), nothing)).toBe(
      plainText(facts(), { ...nothing }).replaceAll(days, ''),
    );
    const later = facts({ published: '2025-01-01', effective: '2025-02-01' });
    expect(textToApprove(later, { ...nothing })).toBe(textToApprove(facts(), { ...nothing }));
    const longer = facts({ summary: 'published: 2025-01-01' });
    expect(textToApprove(longer, { ...nothing })).not.toBe(textToApprove(facts(), { ...nothing }));
  });

  it('are normalised lines in the order of the schema', () => {
    const text = plainText(
      facts({
        numbered: true,
        audience: ['customers', 'staff'],
        changes: [
          { kind: 'changed', section: 'keep', summary: 'Six  years.' },
          { kind: 'added', summary: 'More.' },
        ],
        dpo: { phone: '01632 960123', address: { lines: ['1 Quay', 'Flat 2'], town: 'Newry' } },
      }),
      { lead: [], sections: [] },
    );
    expect(text.split('\n')).toEqual([
      'title: Customer privacy notice',
      'language: en-GB',
      'audience: customers',
      'audience: staff',
      'published: 2024-11-12',
      'effective: 2024-11-12',
      'numbered: yes',
      'changes.1.kind: changed',
      'changes.1.section: keep',
      'changes.1.summary: Six years.',
      'changes.2.kind: added',
      'changes.2.summary: More.',
      'controller.name: Café Limited',
      'controller.contact.email: privacy@a.example',
      'dpo.phone: +441632960123',
      'dpo.address.lines: 1 Quay',
      'dpo.address.lines: Flat 2',
      'dpo.address.town: Newry',
      'dpo.address.country: GB',
      '',
    ]);
  });

  it('exclude facts that are added later', () => {
    const later = {
      reviewed: '2025-01-01',
      reviewDue: '2026-01-01',
      withdrawn: '2026-02-01',
      calledOff: { on: '2026-01-02', by: 'A', reason: 'B' },
      notified: [{ by: 'email', on: '2024-11-12' }],
    };
    const document = parseDocument('<p>Words.</p>');
    expect(plainText(facts(later), document)).toBe(plainText(facts(), document));
  });
});

describe('the body of a plain text', () => {
  it.each<[string, string, string]>([
    [
      'headings with their depth and anchor',
      '<p>Before.</p><h2 id="a">One</h2><p>x</p><h3 id="b">Two</h3><p>y</p>',
      'Before.\n\n## One {#a}\n\nx\n\n### Two {#b}\n\ny\n',
    ],
    ['white space of all kinds', '<p>a\u00A0 b\n\tc<br>d</p>', 'a b c d\n'],
    ['letters in one form', '<p>Cafe\u0301</p>', 'Café\n'],
    ['links with their addresses', '<p>See <a href="#a">how</a>.</p>', 'See how <#a>.\n'],
    ['pictures', '<p><img src="/a.png" alt="A map"></p>', '![A map] </a.png>\n'],
    ['words without their marks', '<p>a <strong>b</strong> <em>c</em></p>', 'a b c\n'],
    ['abbreviations in full', '<p><abbr title="Data Act">DA</abbr></p>', 'DA (Data Act)\n'],
    [
      'lists within lists',
      '<ul><li>a<ol start="3"><li>b</li><li>c<ul><li>d</li></ul></li></ol></li><li>e</li></ul>',
      '- a\n  3. b\n  4. c\n     - d\n- e\n',
    ],
    ['a list that counts down', '<ol reversed><li>a</li><li>b</li></ol>', '2. a\n1. b\n'],
    [
      'tables',
      '<table><caption>Why</caption><thead><tr><th>P</th><th>B</th></tr></thead><tbody><tr><td><ul><li>a</li><li>b</li></ul></td><td>c</td></tr></tbody></table>',
      'Why\n| P | B |\n| - a - b | c |\n',
    ],
    ['quotes', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n> b\n'],
    ['definitions', '<dl><dt>T</dt><dd><p>a</p><p>b</p></dd></dl>', 'T\n: a\n  b\n'],
    ['code as it is', '<pre><code>a  b\n  c\n</code></pre>', '    a  b\n      c\n'],
    [
      'letters and Roman numerals',
      '<ol type="a" start="26"><li>x</li><li>y</li></ol><ol type="I" start="4"><li>z</li></ol>',
      'z. x\naa. y\n\nIV. z\n',
    ],
    [
      'marks that change what words say',
      '<p>We <del>never</del> <ins>always</ins> 10<sup>2</sup> H<sub>2</sub>O</p>',
      'We ~~never~~ ++always++ 10^2^ H~2~O\n',
    ],
    ['rules', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb\n'],
  ])('has %s', (_, html, text) => {
    expect(body(html)).toBe(text);
  });

  it('ends with one line feed and has no other white space than single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const text = plainText(facts(), {
          lead: [{ type: 'paragraph', content: [{ type: 'text', value: words }] }],
          sections: [],
        });
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toMatch(/[^\S\n ]| {2}| \n|\n{3}/);
        expect(text.normalize('NFC')).toBe(text);
      }),
    );
  });
});

it('has all white space within a line as one space', () => {
  const sign = fc.constantFrom(...' \n\t\v\r\u00A0\u2003\u3000ab');
  fc.assert(
    fc.property(fc.string({ unit: sign }), (words) => {
      const text = plainText(facts({ title: `a${words}b` }), { lead: [], sections: [] });
      expect(text.split('\n')[0]).toBe(`title: a${words}b`.replace(/\s+/g, ' '));
    }),
  );
});

it('is made of the facts that it is asked for, also for the same body', () => {
  const document = parseDocument('<p>Words.</p>');
  const [one, other] = [facts(), facts({ title: 'Other' })];
  const of = (each: Facts) => plainText(each, document);
  expect([of(one), of(other), of(one)]).toEqual([
    plainText(one, parseDocument('<p>Words.</p>')),
    plainText(other, parseDocument('<p>Words.</p>')),
    plainText(one, parseDocument('<p>Words.</p>')),
  ]);
  expect(of(one)).not.toBe(of(other));
});

describe('docs/fingerprint.md', () => {
  const page = readFileSync(new URL('../../docs/fingerprint.md', import.meta.url), 'utf8');

  it('has an example with the right text and fingerprint', () => {
    const [, mdx = ''] = /```mdx\n([\s\S]*?)```/.exec(page) ?? [];
    const [, text = ''] = /```txt\n([\s\S]*?)```/.exec(page) ?? [];
    const [, frontmatter = ''] = /^---\n([\s\S]*?)\n---/.exec(mdx) ?? [];
    const rendered =
      '<h2 id="retention">How long we keep it</h2><p>Six  years, as <a href="https://law.example/">the law</a> asks.</p><table><thead><tr><th>What</th><th>How long</th></tr></thead><tbody><tr><td>Orders</td><td>Six years</td></tr></tbody></table>';
    const made = plainText(frontmatterSchema.parse(parse(frontmatter)), parseDocument(rendered));
    expect(made).toBe(text);
    expect(page).toContain(createHash('sha256').update(made).digest('hex'));
  });
});
