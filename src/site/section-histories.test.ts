import { describe, expect, it } from 'vitest';
import { headingAt, historiesOf, isOnlyOneCalled, shownTexts } from './section-histories.ts';
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

  it('has the ten newest whole and all others in short, however many there are', () => {
    const shown = shownOf(Array.from({ length: 21 }, (_, number) => text(number, 100)));
    expect(shown.length).toBe(21);
    const whole = shown.filter(({ html }) => html !== undefined);
    expect(whole).toEqual(shown.slice(0, 10));
    const [last] = shown.slice(-2);
    expect(last?.change).toEqual({ changes: 1, added: 2, removed: 2 });
  });

  it('has as many whole as there is room for where they are long', () => {
    const rewritten = (number: number): string =>
      `## Keeping {#keeping}\n\n${`Paper${number} stays in box${number}. `.repeat(600)}`;
    const shown = shownOf(Array.from({ length: 9 }, (_, number) => rewritten(number)));
    const whole = shown.filter(({ html }) => html !== undefined);
    expect(whole.length).toBeGreaterThan(0);
    expect(whole).toEqual(shown.slice(0, whole.length));
    expect(whole.map(({ html }) => html).join('').length).toBeLessThan(60_000);
    const [alone] = shownOf([`## Keeping {#keeping}\n\n${'x'.repeat(200_000)}`]);
    expect(alone?.html).toBeUndefined();
  });

  it('folds what did not change', () => {
    const long = (last: string): string =>
      `## Keeping {#keeping}\n\n${Array.from({ length: 9 }, (_, number) => `We keep paper number ${number}.\n\n`).join('')}${last}`;
    const [newest, first] = shownOf([long('The first end.'), long('The second end.')]);
    expect(newest?.html).toContain('<details class="fold">');
    expect(newest?.html).toContain('second');
    expect(first?.html).not.toContain('<details');
  });
});

describe('the heading of the page of a section', () => {
  const version = (anchor: string, heading: string): string =>
    `## ${heading} {#${anchor}}\n\nWe keep orders for six years, and everything else until you ask us to delete it.`;

  it('is the one it had last at the address, and not what became of it', () => {
    const notice = parcels({
      '2020-01-01': version('keeping', 'How long'),
      '2021-01-01': version('keeping', 'Keeping'),
      '2022-01-01': version('storing', 'Storing'),
    });
    const [history] = historiesOf(notice, 'keeping');
    expect(history && headingAt(history.lineage, 'keeping')).toBe('Keeping');
    expect(history && headingAt(history.lineage, 'storing')).toBe('Storing');
    expect(history?.lineage.last.heading).toBe('Storing');
    expect(isOnlyOneCalled(notice, 'Keeping')).toBe(true);
  });

  it('is not enough where another page is called the same', () => {
    const notice = parcels({
      '2020-01-01': version('keeping', 'Storing'),
      '2021-01-01': version('storing', 'Storing'),
    });
    expect(isOnlyOneCalled(notice, 'Storing')).toBe(false);
  });
});
