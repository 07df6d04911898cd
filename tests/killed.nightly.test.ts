import { cpSync, readdirSync, rmSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { build, buildOrThrow, readFiles } from './setup/build.ts';
import { testKilledImports, testKilledPublications } from './killed.cases.ts';
import { version } from './setup/notices.ts';
import { seeded } from './setup/seeded.ts';
import { useWorkshop } from './setup/workshop.ts';

const workshop = useWorkshop('killed-nightly');
const { at, noticesOf } = workshop;

describe('a publication that is killed at any moment', () => testKilledPublications(workshop, 50));

describe('a build that is killed at any moment', () => {
  it('keeps the last good site at the worst of them, and the next build leaves nothing behind', async () => {
    const { notices, drafts, cards, base, folder } = inject('languages');
    const options = { notices, drafts, cards, base, out: at('place', 'dist') };
    cpSync(inject('corners').folder, options.out, { recursive: true });
    const before = readFiles(at('place'));
    const killed = await build({ ...options, killAt: 'Building static entrypoints' });
    expect(killed.code).toBeNull();
    expect(readFiles(at('place'))).toEqual(before);
    await buildOrThrow(options);
    expect(readFiles(options.out)).toEqual(readFiles(folder));
    expect(readdirSync(at('place'))).toEqual(['dist']);
  });

  it('leaves the last good site whole', async () => {
    const out = at('killed-build', 'dist');
    const good = version('## About {#about}\n\nGood words.');
    await buildOrThrow({ notices: noticesOf('good', { 'shop/2025-01-01.mdx': good }), out });
    const before = readFiles(out);
    const other = noticesOf('other', { 'jobs/2025-01-01.mdx': good });
    await buildOrThrow({ notices: other, out: at('other-site') });
    const after = readFiles(at('other-site'));
    const below = seeded(13);
    for (let turn = 0; turn < 50; turn += 1) {
      await build({ notices: other, out, killAfter: 200 + below(2500) });
      const now = readFiles(out);
      expect([before, after]).toContainEqual(now);
      if (now.has('jobs/index.html')) {
        rmSync(out, { recursive: true });
        await buildOrThrow({ notices: at('good', 'notices'), out });
      }
    }
  }, 900_000);
});

describe('an import that is killed at any moment', () =>
  testKilledImports(useWorkshop('killed-imports'), 30));
