/** Numbers with any digits and any spaces: when they are another number, and when the same. */
import { describe, expect, it } from 'vitest';
import { valueOf } from './digits.ts';
import { compareHtml, redline, plain } from './testing.ts';

const kindsOf = (before: string, after: string): string[] =>
  compareHtml(`<p>${before}</p>`, `<p>${after}</p>`).changes.map(
    ({ kind, removed, added }) => `${kind}: ${removed} > ${added}`,
  );

/** The first digit of every script. */
const ZEROS = Array.from({ length: 0x1_ff_ff }, (_, codePoint) =>
  String.fromCodePoint(codePoint),
).filter((sign) => /\p{Nd}/u.test(sign) && valueOf(sign) === '0');

describe('a space within a number', () => {
  it.each([
    ['that does not break', 'We charge 10 000 pounds.', 'We charge 10\u00a0000 pounds.'],
    ['that is narrow', 'We charge 10 000 pounds.', 'We charge 10\u202f000 pounds.'],
    ['that is thin', 'We charge 10 000 pounds.', 'We charge 10\u2009000 pounds.'],
    ['as wide as a digit', 'We charge 10\u202f000 pounds.', 'We charge 10\u2007000 pounds.'],
    ['of millions', 'It has 1 000 000 readers.', 'It has 1\u00a0000\u00a0000 readers.'],
    ['of millions, in part', 'It has 1 000 000 readers.', 'It has 1 000\u202f000 readers.'],
    ['before a currency', 'A fine of 10 000 € each.', 'A fine of 10\u202f000\u00a0€ each.'],
    ['behind a currency', 'A fine of £10 000 each.', 'A fine of £10\u00a0000 each.'],
    ['with a fraction', 'A fine of 10 000,50 EUR.', 'A fine of 10\u00a0000,50\u00a0EUR.'],
    ['before a share', 'About 4 % of it.', 'About 4\u202f% of it.'],
    ['of days', 'For 10 000 days.', 'For 10\u00a0000\u00a0days.'],
    ['in a telephone number', 'Call 020 7946 0123 now.', 'Call 020\u00a07946\u00a00123 now.'],
    ['in a date', 'From 25 May 2018 on.', 'From 25\u00a0May\u202f2018 on.'],
    ['in Arabic digits', 'مبلغ ١٠ ٠٠٠ جنيه', 'مبلغ ١٠\u00a0٠٠٠ جنيه'],
  ])('%s is no change', (_, before, after) => {
    expect(kindsOf(before, after)).toEqual([]);
    expect(kindsOf(after, before)).toEqual([]);
  });

  it.each([
    ['10\u00a0000', '10000'],
    ['1 000 000', '1000000'],
    ['€\u202f500', '€500'],
    ['4\u00a0%', '4%'],
  ])('is the form when there is none in the other version: %s and %s', (before, after) => {
    const said = before.replace(/\s/g, ' ');
    expect(kindsOf(`A sum of ${before} here.`, `A sum of ${after} here.`)).toEqual([
      `format: ${said} > ${after}`,
    ]);
  });

  it('does not hide that the number is another', () => {
    expect(kindsOf('We charge 10 000 pounds.', 'We charge 20\u00a0000 pounds.')).toEqual([
      'number: 10 000 > 20 000',
    ]);
    expect(kindsOf('Call 1 000 now.', 'Call 1 0000 now.')[0]).toMatch(/^number/);
  });

  it('does not make one number of a year and a count', () => {
    expect(plain(redline('<p>In 2018 250 people.</p>', '<p>In 2018 300 people.</p>'))).toBe(
      '<p>In 2018 <del>250</del><ins>300</ins> people.</p>',
    );
  });
});

describe('digits of any script', () => {
  it.each([
    ['Arabic', 'نحتفظ بالسجلات ٣٠ يومًا.', 'نحتفظ بالسجلات ٩٠ يومًا.', '٣٠ > ٩٠'],
    ['Persian', 'تا ۳۰ روز.', 'تا ۹۰ روز.', '۳۰ > ۹۰'],
    ['Devanagari', 'हम ३० दिन रखते हैं.', 'हम ९० दिन रखते हैं.', '३० > ९०'],
    ['full width', '記録を３０日間保管します。', '記録を９０日間保管します。', '３０ > ９０'],
    ['Thai', 'เก็บ๓๐วัน', 'เก็บ๙๐วัน', '๓๐ > ๙๐'],
    ['Khmer', 'រក្សា៣០ថ្ងៃ', 'រក្សា៩០ថ្ងៃ', '៣០ > ៩០'],
    ['Bengali', 'আমরা ৩০ দিন রাখি.', 'আমরা ৯০ দিন রাখি.', '৩০ > ৯০'],
    ['Adlam', 'a 𞥓𞥐 b', 'a 𞥙𞥐 b', '𞥓𞥐 > 𞥙𞥐'],
    ['Arabic, with a fraction', 'مبلغ ٣٫٥ جنيه', 'مبلغ ٣٫٦ جنيه', '٣٫٥ > ٣٫٦'],
    ['Arabic, a share', 'نسبة ٣٠٪ منها', 'نسبة ٤٠٪ منها', '٣٠٪ > ٤٠٪'],
    ['Arabic, a date', 'منذ ١ مايو ٢٠٢٤ فقط', 'منذ ١ يونيو ٢٠٢٤ فقط', '١ مايو ٢٠٢٤ > ١ يونيو ٢٠٢٤'],
  ])('are a number when they are others: %s', (_, before, after, change) => {
    expect(kindsOf(before, after)).toEqual([`number: ${change}`]);
  });

  it.each([
    ['Arabic', 'نحتفظ بالسجلات ٩٠ يومًا.', 'نحتفظ بالسجلات 90 يومًا.'],
    ['Arabic and Persian', 'مدة ٩٠ يومًا.', 'مدة ۹۰ يومًا.'],
    ['Arabic, a share', 'نسبة ٣٠٪ منها', 'نسبة 30% منها'],
    ['Arabic, with a fraction', 'مبلغ ١٬٠٠٠٫٥ جنيه', 'مبلغ 1,000.5 جنيه'],
    ['full width', '記録を９０日間保管します。', '記録を90日間保管します。'],
    ['Thai', 'เก็บ๙๐วัน', 'เก็บ90วัน'],
    ['with another comma', 'مدة ٩٠، وبعدها لا.', 'مدة 90, وبعدها لا.'],
    ['within a word', 'ملف٩ هنا', 'ملف9 هنا'],
  ])('are the form when they say the same: %s', (_, before, after) => {
    const kinds = compareHtml(`<p>${before}</p>`, `<p>${after}</p>`).changes.map(
      ({ kind }) => kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['format']));
  });

  it('have their value in every script that Unicode knows', () => {
    expect(ZEROS.length).toBeGreaterThan(60);
    for (const zero of ZEROS) {
      const digits = Array.from({ length: 10 }, (_, digit) =>
        String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit),
      );
      expect(valueOf(digits.join(''))).toBe('0123456789');
    }
  });
});
