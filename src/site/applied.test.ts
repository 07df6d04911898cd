import { describe, expect, it } from 'vitest';
import { answersOf } from './applied.ts';
import { parcels } from './testing.ts';

const text = 'We keep it for a year.';
const href = (path: string): string => `/base${path}`;
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the page for a date', () => {
  it('answers of each version, and leads to it and to what has changed since', () => {
    const notice = parcels({ '2018-05-01': text, '2024-01-01': text, '2027-02-01': text });
    const { applied } = answersOf(notice, href);
    expect(applied.map(({ line }) => words(line.text))).toEqual([
      '1 May 2018 – 31 December 2023',
      '1 January 2024 – 31 January 2027',
      'From 1 February 2027',
    ]);
    expect(applied.map(({ answer }) => words(answer.text))).toEqual([
      'On , the version of 1 May 2018 applied. Read it Compare with today',
      'On , the version of 1 January 2024 applied. Read it',
      'On , the version of 1 February 2027 will apply. Read it Compare with today',
    ]);
    expect(applied[0]?.answer.text).toContain('href="/base/parcels/2018-05-01/"');
    expect(applied[0]?.answer.text).toContain('href="/base/parcels/compare/2018-05-01/current/"');
    expect(applied.map(({ later }) => later && words(later.text))).toEqual([
      undefined,
      'On , the version of 1 January 2024 will apply. Read it',
      undefined,
    ]);
  });

  it('says of days to come that the current version may be replaced', () => {
    const [only] = answersOf(parcels({ '2018-05-01': text }), href).applied;
    expect(only && words(only.line.text)).toBe('1 May 2018 – now');
    expect(only?.later && words(only.later.text)).toContain('will apply, unless it is replaced');
  });

  it('leads to the first version from a day before it', () => {
    const { unpublished, notYet, published } = answersOf(parcels({ '2018-05-01': text }), href);
    expect(words(unpublished.text)).toBe(
      'Nothing was published by . The first version applied from 1 May 2018 . Read the first version',
    );
    expect(words(notYet.text)).toContain('Nothing applied on yet.');
    expect(published).toBe('2018-05-01');
    const found = 'title: Parcels\nimported: { from: a.html, firstSeen: "2018-05-01", date: seen }';
    const known = answersOf(parcels({ '2018-05-01': text }, { '2018-05-01': found }), href);
    expect(words(known.unpublished.text)).toBe(
      'Which version applied on is not known. The earliest version that is known is that of 1 May 2018 . Read the first version',
    );
    expect(known.notYet).toEqual(known.unpublished);
    const coming = answersOf(parcels({ '2027-05-01': text }), href);
    expect(words(coming.unpublished.text)).toContain('The first version applies from 1 May 2027');
  });
});
