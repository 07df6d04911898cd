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
