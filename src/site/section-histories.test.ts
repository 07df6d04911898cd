import { describe, expect, it } from 'vitest';
import { historiesOf, shownTexts } from './section-histories.ts';
import { parcels } from './testing.ts';

const site = { base: '/', href: (path: string) => path };
const dayOf = (number: number): string => `${1930 + number}-01-01`;

/** What the page of a section shows of its texts, the newest first. */
function shownOf(bodies: readonly string[]) {
  const notice = parcels(
    Object.fromEntries(bodies.map((body, number) => [dayOf(number), body] as const)),
  );
  return shownTexts(site, notice, 'keeping', historiesOf(notice, 'keeping')).flat();
}

const text = (number: number, words: number): string =>
  `## Keeping {#keeping}\n\nWe keep it for ${number} months.\n\n${'And no longer than that. '.repeat(words)}`;

describe('the page of a section', () => {
  it('has all its texts whole where they are few', () => {
    const shown = shownOf([text(1, 10), text(1, 10), text(2, 10), text(3, 10)]);
    expect(shown.map(({ text: { versions } }) => versions.map(({ name }) => name))).toEqual([
      [dayOf(3)],
      [dayOf(2)],
      [dayOf(0), dayOf(1)],
    ]);
    expect(shown.every(({ html }) => html !== undefined)).toBe(true);
  });

  it('has the newest whole and all others in short, however many there are', () => {
    const shown = shownOf(Array.from({ length: 81 }, (_, number) => text(number, 100)));
    expect(shown.length).toBe(81);
    const whole = shown.filter(({ html }) => html !== undefined);
    expect(whole.length).toBeGreaterThan(1);
    expect(shown.slice(0, whole.length)).toEqual(whole);
    expect(whole.map(({ html }) => html).join('').length).toBeLessThan(12_000);
    const [last] = shown.slice(-2);
    expect(last?.inShort).toBe('2 words added, 2 words removed.');
  });

  it('folds what is unchanged in a newest text that is too long, and links it if it all is new', () => {
    const long = (last: string): string =>
      `## Keeping {#keeping}\n\n${Array.from({ length: 60 }, (_, number) => `We keep paper number ${number} ${'in a box '.repeat(60)}.\n\n`).join('')}${last}`;
    const [newest, first] = shownOf([long('The first end.'), long('The second end.')]);
    expect(newest?.html).toContain('<details');
    expect(newest?.html).toContain('second');
    expect(first?.html).toBeUndefined();
    const [alone] = shownOf([long('').repeat(1) + 'x'.repeat(200_000)]);
    expect(alone?.html).toBeUndefined();
  });
});
