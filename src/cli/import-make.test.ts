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
