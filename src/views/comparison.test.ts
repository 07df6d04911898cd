import { describe, expect, it } from 'vitest';
import { figuresOf } from '../compare/figures.ts';
import { compareHtml } from '../compare/testing.ts';
import type { IsoDate } from '../notices/dates.ts';
import { en } from '../words/en/index.ts';
import {
  comparisonSummary,
  renderComparison,
  renderPanes,
  type ComparisonView,
} from './comparison.ts';
import type { EntryCard, VersionCard } from './versions.ts';

const version = (name: string, more: Partial<VersionCard> = {}): VersionCard => ({
  name,
  label: name,
  path: `/parcels/${name}/`,
  effective: name as IsoDate,
  status: 'superseded',
  entries: [],
  ...more,
});

/** Three versions, of which two are compared. */
function viewOf(before: string, after: string, more: Partial<ComparisonView> = {}): ComparisonView {
  const comparison = compareHtml(before, after);
  const versions = [
    version('2024-01-01'),
    version('2025-01-01'),
    version('2026-01-01', { status: 'in-force' }),
  ];
  return {
    words: en,
    notice: { path: '/parcels/', title: 'Parcels', controller: 'Parcels Limited', versions },
    before: versions[0]!,
    after: versions[2]!,
    comparison,
    figures: figuresOf(comparison.redline),
    layout: 'inline',
    base: '/',
    ...more,
  };
}

const pageOf = (view: ComparisonView): string => renderComparison(view, () => '<panes>');
const listOf = (before: string, after: string): string => {
  const view = viewOf(before, after);
  return renderPanes({ ...view, comparison: compareHtml(before, after) }).split('class="pane"')[0]!;
};

const section = (name: string, text: string): string =>
  `<h2 id="${name}">${name}</h2><p>${text}</p>`;
const BEFORE =
  section(
    'Keeping',
    'We keep it for 2 years after your last order with us, in our office in Leeds.',
  ) +
  section('Sharing', 'We give it to <a href="/a/">our <b>printers</b></a>, who print and post it.');
const AFTER =
  section(
    'Keeping',
    'We keep it for 3 years after your last order with us, in our office in York.',
  ) + section('Sharing', 'We give it to <a href="/b/">our printers</a>, who print and mail it.');

describe('the bar of a comparison', () => {
  it('has both dates and the layouts, and hides what needs a script', () => {
    const page = pageOf(viewOf(BEFORE, AFTER));
    expect(page).toMatch(/<div class="steps"[^>]* hidden[^>]*>[\s\S]*<span>3 changes<\/span>/);
    expect(page).toMatch(
      /Before<\/i> <a href="\/parcels\/2024-01-01\/">.*<small>\(current\)<\/small>/,
    );
    expect(page).toContain('aria-current="true">Inline</a>');
    expect(page).toContain('view=side-by-side">Side by side</a>');
    expect(page).toContain('href="#~changes">List</a>');
    expect(page).toContain('Hide 1 link change');
  });

  it('has no steps and no filter where nothing changed', () => {
    const page = pageOf(viewOf(BEFORE, BEFORE));
    expect(page).toContain('class="dates"');
    expect(page).not.toContain('class="steps"');
    expect(page).not.toContain('class="filter"');
  });
});

describe('the list of changes', () => {
  it('is by section with counts, and its numbers have no gaps', () => {
    const list = listOf(BEFORE, AFTER);
    expect(
      [...list.matchAll(/<summary>([^<]*)<b>(\d+)/g)].map(
        ([, name, count]) => `${name?.trim()} ${count}`,
      ),
    ).toEqual(['Keeping 2', 'Sharing 1', 'Link addresses 1']);
    expect([...list.matchAll(/<(ol[^>]*|ul)>/g)].map(([, tag]) => tag)).toEqual([
      'ol',
      'ol start="3"',
      'ul',
    ]);
  });

  it('labels what is not simply other wording', () => {
    const labels = [...listOf(BEFORE, AFTER).matchAll(/<a href="#~[^"]*"><b>([^<]*)/g)].map(
      ([, label]) => label,
    );
    expect(labels).toEqual(['Number, amount or date', 'Sharing']);
  });
});

describe('an item of the list', () => {
  it.each([
    ['We keep orders.', 'We keep orders, and refunds.', 'and refunds'],
    ['It costs .50 a year.', 'It costs .75 a year.', '75'],
  ])('begins with a word or a number: %j, now %j', (before, after, shown) => {
    expect(listOf(`<p>${before}</p>`, `<p>${after}</p>`)).toContain(`<ins>${shown}`);
  });
});

describe('what a comparison says first', () => {
  const notes = (count: number): EntryCard[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: 'changed',
      summary: `Note ${index + 1}.`,
    }));

  it('is the publisher’s summary: five notes, and the rest folded', () => {
    const view = viewOf(BEFORE, AFTER);
    view.after.entries = notes(7);
    const [open = '', folded = ''] = pageOf(view).split('<summary>Show 2 more notes</summary>');
    expect(open).toContain('Publisher’s summary (7 notes)');
    expect(open).toContain('Note 5.');
    expect(open).not.toContain('Note 6.');
    expect(folded).toContain('Note 7.');
    expect(open).not.toContain('Figures and facts');
  });

  it('says once what is said of several sections', () => {
    const view = viewOf(BEFORE, AFTER);
    const where = ['keeping', 'sharing'].map((anchor) => ({
      path: `/a/#${anchor}`,
      words: anchor,
    }));
    view.after.entries = where.map((each) => ({
      kind: 'added',
      summary: 'In short.',
      where: each,
    }));
    const page = pageOf(view);
    expect(page.split('In short.')).toHaveLength(2);
    expect(page).toMatch(/<p class="several">2 sections: <a [^>]+>keeping<\/a>, <a [^>]+>sharing</);
  });

  it('is the figures that changed where there are no notes, or where they tell it the other way round', () => {
    const view = viewOf(BEFORE, AFTER);
    expect(pageOf(view)).toMatch(/<a href="#~[^"]+">Keeping<\/a>: 2 years, now 3 years</);
    view.before.entries = notes(1);
    const back = { ...view, before: view.after, after: view.before };
    expect(pageOf(back)).not.toContain('Note 1.');
  });

  it('has its dates over columns from right to left, and in words of the page', () => {
    const view = viewOf(BEFORE, AFTER, { layout: 'side-by-side' });
    const arabic = { ...view, after: { ...view.after, direction: 'rtl' as const } };
    expect(pageOf(arabic)).toMatch(/<p class="dates" dir="rtl"><span dir="auto"><i>Before</);
    expect(pageOf(view)).toMatch(/<p class="dates"><span><i>Before</);
  });

  it('counts numbered changes apart from those of links and form', () => {
    expect(comparisonSummary(viewOf(BEFORE, AFTER))).toMatch(
      /^3 changes in 2 of 2 sections\. .* removed, 1 link change\.$/,
    );
  });
});
