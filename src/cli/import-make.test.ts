import { describe, expect, test } from 'vitest';
import { readSource } from '../import/source.ts';
import type { IsoDate } from '../notices/dates.ts';
import { make, type Made } from './import-make.ts';

const AROUND = { today: '2026-11-28' as IsoDate, published: [], file: 'notice/draft.mdx' };

function madeOf(text: string, name: string): Made {
  const source = readSource(new TextEncoder().encode(text), name);
  if ('refused' in source) throw new Error(source.refused);
  return make(source, {}, AROUND);
}

/** What is not kept, as one line each. */
const told = ({ account }: Made): string[] =>
  account.sentences
    .filter(({ status }) => status !== 'kept')
    .map(({ status, code, text, to }) => [status, code, text, to].join(' | '));

const FIRST = [
  'Example Limited uses your personal data to send you what you order from us, and for nothing else.',
  'We keep it for six years after your last order, since the law on taxes asks us to keep our books.',
  'We share it with the carrier that brings you the parcel, and with the bank that takes your payment.',
  'You have the right to a copy of your personal data at any time, and to have mistakes corrected.',
  'You can object to our use of it, and complain to us or to the regulator if you are not content.',
].join(' ');

describe('an address with its “mailto:”', () => {
  const line = 'Write to mailto:data@firm.example about your personal data.';
  test.each([
    ['notice.txt', line],
    ['notice.md', line],
    ['notice.md', line.replace('mailto:data@firm.example', '<mailto:data@firm.example>')],
    ['notice.html', `<p>${line}</p>`],
    ['notice.html', `<p>${line.replace('mailto:', '<b>mailto</b>:<i></i>')}</p>`],
    ['notice.html', `<p>${line.replace(/(mailto:\S+)/, '<a href="$1">$1</a>')}</p>`],
    ['notice.html', `<table><tr><td>Ask<td>${line}<tr><td>Or<td>us</table>`],
  ])('is plain in the notice that comes from %s, and told: %s', (name, written) => {
    const made = madeOf(`${FIRST}\n\n${written}`, name);
    expect(made.draft.text).toContain('Write to data@firm.example about your');
    expect(told(made)).toEqual([
      expect.stringMatching(
        /^changed \| address-typed \| .*mailto.* \| Write to data@firm\.example about/,
      ),
    ]);
  });

  test('leads to the mailbox, and one without a mailbox is told', () => {
    const { draft, account } = madeOf(
      `<p>${FIRST} <a href="MAILTO: data@firm.example">Write</a>, <a href="mailto://data@firm.example?subject=a">ask</a>,
      <a href="tel:+441632960123">tel:+441632960123</a> or <a href="mailto:">come</a> to us.`,
      'notice.html',
    );
    expect(draft.text).toContain(
      '[Write](mailto:data@firm.example), [ask](mailto:data@firm.example?subject=a), [tel:+441632960123](tel:+441632960123) or come to us.',
    );
    expect(account.remarks).toContainEqual({ code: 'link-empty', detail: 'mailto:' });
    expect(account.remarks.map(({ code }) => code)).not.toContain('link-dropped');
  });
});

describe('a title', () => {
  test.each([
    ['notice.html', `<title>Privacy. | Firm</title><h1>Privacy policy.</h1><p>${FIRST}`],
    ['notice.html', `<title>Privacy policy. | Firm</title><p>${FIRST}`],
    ['notice.md', `# Privacy policy:\n\n${FIRST}`],
    ['notice.txt', `Privacy policy.\n\n${FIRST}`],
  ])('ends without a stop, from %s: %s', (name, text) => {
    expect(madeOf(text, name).draft.text).toMatch(/^title: Privacy policy$/m);
  });

  test('keeps the stop of a short form', () => {
    const { draft } = madeOf(`# Privacy notice of Example Inc.\n\n${FIRST}`, 'notice.md');
    expect(draft.text).toMatch(/^title: Privacy notice of Example Inc\.$/m);
  });
});

describe('a table', () => {
  const tableOf = (html: string): string => {
    const { draft, account } = madeOf(
      `<h1>Privacy notice</h1><p>${FIRST}<h2>Uses</h2>${html}<p>${FIRST}`,
      'notice.html',
    );
    expect(account.sentences.filter(({ status }) => status !== 'kept')).toEqual([]);
    const [, rest = ''] = draft.text.split('## Uses {#uses}\n\n');
    return (rest.split('\n\nExample Limited')[0] ?? '').replace(/\n(?!\|)/g, '');
  };

  test.each([
    [
      'spans to the end of its part',
      '<table><tr><td>A<td rowspan=0>B<td>C<tr><td>D<td>E</table>',
      '<table><tbody><tr><td>A</td><td rowspan="2">B</td><td>C</td></tr><tr><td>D</td><td>E</td></tr></tbody></table>',
    ],
    [
      'does not span beyond its head',
      '<table><thead><tr><th rowspan=9>Why<th>Kept<tbody><tr><td>Orders<td>6 years<tr><td>Email<td>1 year</table>',
      '| Why | Kept |\n| --- | --- |\n| Orders | 6 years |\n| Email | 1 year |',
    ],
    [
      'spans no row that has no words',
      '<table><tr><th>A<th>B<tr><td rowspan=3>one<td>two<tr></tr><tr><td> <tr><td>three<td>four</table>',
      '| A | B |\n| --- | --- |\n| one | two |\n| three | four |',
    ],
    [
      'spans no more columns than there are',
      '<table><tr><th>A<th>B<tr><td>one<td>two<tr><td colspan=100>wide<tr><td>three<td>four</table>',
      '| A | B |\n| --- | --- |\n| one | two |\n| wide |  |\n| three | four |',
    ],
    [
      'is one by its roles too',
      '<div role=table><div role=row><b role=columnheader>A</b><b role=columnheader>B</b></div><div role=row><b role=cell>one</b><b role=cell>two</b></div></div>',
      '| A | B |\n| --- | --- |\n| one | two |',
    ],
    [
      'has head and foot beside its rows',
      '<table><thead><tr><th rowspan=2>Why<th colspan=2>What<tr><th>Kind<th>Kept<tbody><tr><td>Orders<td>Name<td>1 year<tfoot><tr><td>All<td>1<td>2</table>',
      '<table><thead><tr><th rowspan="2">Why</th><th colspan="2">What</th></tr><tr><th>Kind</th><th>Kept</th></tr></thead><tbody><tr><td>Orders</td><td>Name</td><td>1 year</td></tr><tr><td>All</td><td>1</td><td>2</td></tr></tbody></table>',
    ],
  ])('%s', (_, html, written) => {
    expect(tableOf(html)).toBe(written);
  });
});

test('what a style sets on lines of its own is kept as such', () => {
  const { account, draft } = madeOf(
    `<h1>Privacy notice</h1><p>${FIRST}<div><span style="display: block">First line</span><span style="display:block">Second line</span></div>`,
    'notice.html',
  );
  expect(draft.text).toContain('First line\n\nSecond line');
  expect(account.sentences.filter(({ status }) => status !== 'kept')).toEqual([]);
});

describe('sources of other kinds', () => {
  const body = (text: string, name: string): string => {
    const { draft } = madeOf(text, name);
    return draft.text.split('\n---\n\n')[1] ?? '';
  };

  test('a letter is read without its head and its marks of quotation', () => {
    const made = madeOf(
      [
        ...['From: Office <office@firm.example>', 'Sent: 1 March 2026', 'Subject: Privacy notice'],
        ...['', '> Firm privacy notice', '>', `> ${FIRST}`, '>', '> We take pay-'],
        ...['> ments, and keep them for', '> six years.'],
      ].join('\n'),
      'mail.txt',
    );
    expect(made.draft.text).toContain('title: Firm privacy notice');
    expect(made.draft.text).toContain('We take payments, and keep them for six years.');
    expect(made.account.facts.map(({ value }) => value)).not.toContain('office@firm.example');
    expect(told(made).filter((line) => line.startsWith('dropped'))).toHaveLength(3);
  });

  test('sections that are counted in Roman numbers are sections', () => {
    const lines = ['Privacy notice', 'I. Who we are', FIRST, 'II. What we hold', '(a) your name;'];
    const more = ['(b) your orders.', 'III. Your rights', 'You can object at any time.'];
    expect(body([...lines, ...more].join('\n'), 'notice.txt').match(/^## .*$/gm)).toEqual([
      '## I. Who we are {#i-who-we-are}',
      '## II. What we hold {#ii-what-we-hold}',
      '## III. Your rights {#iii-your-rights}',
    ]);
  });

  test('what a page repeats three lines deep is no text', () => {
    const page = (number: number, text: string): string =>
      `Firm Limited\nFair processing\nVersion 4.2, page ${number} of 3\n${text}`;
    const text = [page(1, FIRST), page(2, 'We keep it.'), page(3, 'We delete it.')].join('\n\f');
    expect(body(text, 'notice.txt')).not.toMatch(/Version|Firm Limited/);
  });

  test('boxes and code of generators of sites are left out, and what is struck is told', () => {
    const text = [
      ...["import Box from './box'", '', '# Privacy notice', '', ':::note', FIRST, ':::', ''],
      ...['We keep it ~~six~~ seven years.', '', '```', ':::', '```'],
    ].join('\n');
    const { draft, account } = madeOf(text, 'notice.md');
    expect(draft.text).not.toMatch(/note\n|import Box/);
    expect(account.remarks).toContainEqual({ code: 'struck', detail: 'six' });
    expect(draft.text).toContain('We keep it six seven years.');
  });

  test('signs to link to a heading, and links to the top, are no text of a page', () => {
    const html = `<h1>Privacy notice</h1><p>${FIRST}<h2>Rights <a href="#rights">¶</a></h2><p>You can object.<p><a href="#top">Back to top ↑</a><h2>More</h2><p>${FIRST}`;
    expect(body(html, 'notice.html')).toContain(
      '## Rights {#rights}\n\nYou can object.\n\n## More',
    );
  });

  test('what opens a hidden part is its heading, though a link within has a name for it too', () => {
    const part = (name: string, text: string): string =>
      `<div class="elementor-tab-title" role="button"><a class="elementor-accordion-title">${name}</a></div><div hidden><p>${text}</div>`;
    const html = `<h1>Privacy notice</h1>${part('What we use', FIRST)}${part('Who sees it', FIRST)}`;
    const { draft, account } = madeOf(html, 'notice.html');
    expect(draft.text.match(/^## .*$/gm)).toEqual([
      '## What we use {#what-we-use}',
      '## Who sees it {#who-sees-it}',
    ]);
    expect(account.remarks.map(({ code }) => code)).not.toContain('closed-parts');
  });

  test('comments of a document of Google are left out, and its links lead where they are meant', () => {
    const html = `<h1>Privacy notice</h1><p>${FIRST}<p>We tell nobody.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>
      <a href="https://www.google.com/url?q=https://firm.example/a?b%3D1&amp;sa=D">More</a>.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this so?</span></p></div>`;
    const made = madeOf(html, 'notice.html');
    expect(made.draft.text).toContain('[More](https://firm.example/a?b=1).');
    expect(made.draft.text).not.toMatch(/Is this so|\[a/);
    expect(told(made).join('\n')).toMatch(/^dropped \| comment \| Is this so\?/m);
    expect(made.account.remarks.map(({ code }) => code)).not.toContain('link-dropped');
  });

  test('a gap of a template in a title is told', () => {
    const { account } = madeOf(`Privacy notice of {{company}}\n\n${FIRST}`, 'notice.txt');
    expect(account.remarks).toContainEqual({ code: 'placeholder', detail: '{{company}}' });
  });
});
