import { describe, expect, test } from 'vitest';
import type { Sentence } from '../import/model.ts';
import { digestOf, fitsOnPage, type Counts, type Digest } from './import-digest.ts';

const kept = (count: number, section: string): Sentence[] =>
  Array.from({ length: count }, (_, at) => ({ at, text: 'We use data.', status: 'kept', section }));
const dropped = (count: number, code: 'menu' | 'footer'): Sentence[] =>
  Array.from({ length: count }, (_, at) => ({ at, text: `Entry ${at}`, status: 'dropped', code }));

const shownIn = ({ groups }: Digest): number =>
  groups.reduce((sum, { sentences }) => sum + sentences.length, 0);

describe('an account that is too long for a page', () => {
  test('is one of many sentences, or of many letters', () => {
    expect(fitsOnPage(kept(1500, 'a'))).toBe(true);
    expect(fitsOnPage(kept(1501, 'a'))).toBe(false);
    expect(fitsOnPage([{ at: 1, text: 'a'.repeat(200_001), status: 'kept' }])).toBe(false);
  });

  test('shows what is asked first, then what was changed and dropped, and counts the rest', () => {
    const digest = digestOf([
      ...dropped(20_000, 'menu'),
      ...kept(10_000, 'who'),
      { at: 7, text: 'Is this ours?', status: 'asked', code: 'unsure', section: 'who' },
      ...Array.from({ length: 300 }, (_, at): Sentence => {
        const text = `• Thing ${at}`;
        return { ...{ at, text, to: `Thing ${at}`, status: 'changed' }, code: 'bullet-typed' };
      }),
      ...dropped(3, 'footer'),
    ]);
    expect(
      digest.groups.map(({ status, code, sentences, more }) => [
        status,
        code,
        sentences.length,
        more,
      ]),
    ).toEqual([
      ['asked', 'unsure', 1, 0],
      ['changed', 'bullet-typed', 298, 2],
      ['dropped', 'menu', 298, 19_702],
      ['dropped', 'footer', 3, 0],
    ]);
    expect(shownIn(digest)).toBe(600);
    expect(digest.sections).toEqual([
      { counts: { kept: 0, changed: 0, dropped: 20_000, asked: 0 } },
      { section: 'who', counts: { kept: 10_000, changed: 300, dropped: 3, asked: 1 } },
    ]);
  });

  test('lists as many sections as a page has room for, and counts all', () => {
    const { sections, rest } = digestOf(
      Array.from({ length: 5000 }, (_, index) => kept(3, `s${index}`)).flat(),
    );
    const all = (counts: Counts): number => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sections.length + (rest?.sections ?? 0)).toBe(5000);
    expect(sections.reduce((sum, { counts }) => sum + all(counts), 0)).toBe(800 * 3);
    expect(rest?.counts.kept).toBe(4200 * 3);
  });

  test('cuts long sentences at whole characters', () => {
    const text = '😀'.repeat(200);
    const { groups } = digestOf([{ at: 1, text, status: 'changed', code: 'characters', to: text }]);
    for (const each of [groups[0]?.sentences[0]?.text, groups[0]?.sentences[0]?.to]) {
      expect(each?.isWellFormed()).toBe(true);
      expect(each?.length).toBeLessThanOrEqual(161);
      expect(each).toMatch(/…$/);
    }
  });

  test('cuts both texts of a change around their first difference', () => {
    const shown = (text: string, to: string) => {
      const { groups } = digestOf([{ at: 1, text, to, status: 'changed', code: 'characters' }]);
      return groups[0]?.sentences[0];
    };
    const before = 'We keep it. '.repeat(30);
    const after = ' And so on.'.repeat(30);
    const { text = '', to = '' } = shown(`${before}It’s${after}`, `${before}It's${after}`) ?? {};
    expect(text).toMatch(/^…\S.{40,60}It’s And so on\..*…$/u);
    expect(to).toMatch(/^…\S.{40,60}It's And so on\..*…$/u);
    expect(Math.max(text.length, to.length)).toBeLessThanOrEqual(162);
    expect(shown(`${before}a`, before.trim())).toMatchObject({
      text: expect.stringMatching(/^….*it\. a$/u),
      to: expect.stringMatching(/^….*it\.$/u),
    });
    expect(shown('• Short', 'Short')).toMatchObject({ text: '• Short', to: 'Short' });
    const smile = shown(`a${'😀'.repeat(200)}b`, `a${'😀'.repeat(200)}c`);
    expect([smile?.text.isWellFormed(), smile?.to?.isWellFormed()]).toEqual([true, true]);
    expect([smile?.text, smile?.to]).toEqual([`…${'😀'.repeat(30)}b`, `…${'😀'.repeat(30)}c`]);
  });
});
