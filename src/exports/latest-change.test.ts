import { expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import type { Notice } from '../site/notices.ts';
import { emptySite, parcels } from '../site/testing.ts';
import { cy } from '../words/cy/index.ts';
import { renderLatestChange } from './latest-change.ts';

const url = new URL('https://notices.example');
const site = { ...emptySite(), url, locate: (path: string) => new URL(path, url).href };

/** The attributes of its element, and what is in it. */
function latest(notice: Notice, today = site.today): { attributes: string; content: string } {
  const html = renderLatestChange({ ...site, today }, notice);
  const [, attributes = '', content = ''] = /<main([^>]*)>\n([\s\S]*)<\/main>/.exec(html) ?? [];
  expect(html).not.toMatch(/<script|style=| on\w+=/);
  return { attributes, content: content.trim() };
}

const noted = (summary: string): string =>
  `title: Parcel notice\nchanges:\n  - { kind: changed, summary: ${JSON.stringify(summary)} }`;

it('says what changed, when, and where to see it', () => {
  const notice = parcels(
    { '2024-01-01': 'One.\n', '2026-11-01': 'Two.\n' },
    { '2026-11-01': noted('A year <b>less</b>') },
  );
  const { attributes, content } = latest(notice);
  expect(content).toBe(
    '<p lang="en-GB">“Parcel notice” changed on 1 November 2026. A year &lt;b&gt;less&lt;/b&gt;. <a href="https://notices.example/parcels/compare/2024-01-01/2026-11-01/">See what changed</a></p>',
  );
  expect(attributes).toBe(
    ' class="privacy-notice-part" data-notice="parcels" data-version="2026-11-01" data-effective="2026-11-01" data-until="2026-12-01"',
  );
});

it('is empty once that is no news, and from the day after it says so itself', () => {
  const notice = parcels({ '2024-01-01': 'One.\n', '2026-11-01': 'Two.\n' });
  expect(latest(notice, '2026-12-01' as IsoDate).content).toContain('<p ');
  const { attributes, content } = latest(notice, '2026-12-02' as IsoDate);
  expect(content).toBe('');
  expect(attributes).toContain('data-until="2026-12-01"');
});

it('says what comes before what came', () => {
  const notice = parcels({
    '2024-01-01': 'One.\n',
    '2026-11-01': 'Two.\n',
    '2027-01-11': 'Three.\n',
  });
  expect(latest(notice).content).toContain('changes on 11 January 2027');
});

it('is empty for a notice that never changed', () => {
  const { attributes, content } = latest(parcels({ '2026-11-01': 'One.\n' }));
  expect([attributes, content]).toEqual([' class="privacy-notice-part" data-notice="parcels"', '']);
});

it('says that a notice ends, and for a while that it ended', () => {
  const notice = parcels({ '2024-01-01': 'One.\n', '2025-11-01': 'Two.\n' });
  const ending = { ...notice.inForce!, withdrawn: '2026-12-31' as IsoDate };
  expect(latest({ ...notice, inForce: ending }).content).toContain(
    'will be withdrawn on 31 December',
  );
  const { inForce: _, ...gone } = notice;
  const ended = { ...ending, withdrawn: '2026-11-20' as IsoDate, status: 'withdrawn' as const };
  expect(latest({ ...gone, leading: ended }).content).toContain(
    'was withdrawn on 20 November 2026',
  );
});

it('speaks the language of its notice, and marks words in another', () => {
  const notice = parcels(
    { '2024-01-01': 'One.\n', '2026-11-01': 'Two.\n' },
    { '2026-11-01': noted('A year less') },
  );
  const html = renderLatestChange(site, { ...notice, words: cy });
  expect(html).toContain('<html lang="cy">');
  expect(html).toContain('<span lang="en-GB">A year less.</span>');
  expect(html).toContain('Newidiodd “Parcel notice” ar 1 Tachwedd 2026.');
});
