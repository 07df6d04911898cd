import { describe, expect, it } from 'vitest';
import { buildOrThrow } from './setup/build.ts';
import { all, one, textOf, wordsOf } from './setup/html.ts';
import { onDay, version } from './setup/notices.ts';
import { readPage } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('days');

describe('the day of the build', () => {
  it.each([
    ['2026-01-15', ['Scheduled', 'In force'], 'first'],
    ['2026-02-01', ['In force', 'Superseded'], 'second'],
    ['2026-02-28', ['Scheduled', 'In force', 'Superseded'], 'second'],
    ['2026-03-01', ['In force', 'Superseded', 'Superseded'], 'third'],
  ])('decides the statuses: on %s %j', async (today, statuses, inForce) => {
    const notices = noticesOf('days', {
      'shop/2025-01-01.mdx': version('## About {#about}\n\nThe first text.'),
      'shop/2026-02-01.mdx': version('## About\n\nThe second.', onDay('2026-02-01', '2026-01-01')),
      'shop/2026-03-01.mdx': version('## About\n\nThe third.', onDay('2026-03-01', '2026-02-15')),
    });
    const site = { folder: at('days', today) };
    await buildOrThrow({ notices, out: site.folder, today });
    const entries = all(readPage(site, '/shop/history/').document, 'li.version');
    expect(entries.map((entry) => wordsOf(one(entry, '.status')))).toEqual(statuses);
    expect(textOf(readPage(site, '/shop/').document)).toContain(`The ${inForce}`);
  });
});
