import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, buildOrThrow, readFiles } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { seeded } from './setup/seeded.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('killed');

// One in fifty is killed in between, and each takes seconds.
describe('a publication that is killed at any moment', () => {
  it('has happened whole, or not at all', async () => {
    const DRAFT = version('## About {#about}\n\nBetter words.', onDay('2026-12-01')).replace(
      'controller:',
      'changes:\n  - { kind: changed, section: about, summary: Better. }\ncontroller:',
    );
    const group = 'killed';
    const folder = noticesOf(group, {
      'shop/2025-01-01.mdx': version('## About {#about}\n\nGood words.'),
    });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    const before = new Map([
      ...readFiles(at(group)),
      ['notices/shop/draft.mdx', Buffer.from(DRAFT)] as const,
    ]);
    const after = await (async () => {
      writeFileSync(path.join(folder, 'shop/draft.mdx'), DRAFT);
      expect((await notices(['publish', 'shop'], { notices: folder })).code).toBe(0);
      return readFiles(at(group));
    })();
    const below = seeded(11);
    const states = { before: 0, after: 0 };
    for (let turn = 0; turn < 50; turn += 1) {
      rmSync(at(group), { recursive: true });
      for (const [file, bytes] of before) {
        mkdirSync(path.dirname(at(group, file)), { recursive: true });
        writeFileSync(at(group, file), bytes);
      }
      await notices(['publish', 'shop'], { notices: folder, killAfter: 300 + below(3500) });
      // Whoever comes next finds it whole, and clears away what was left lying about.
      await notices(['status'], { notices: folder });
      const now = [...readFiles(at(group))].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const same = (state: ReadonlyMap<string, Buffer>): boolean =>
        JSON.stringify(now.map(([file, bytes]) => [file, bytes.toString()])) ===
        JSON.stringify(
          [...state]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([file, bytes]) => [file, bytes.toString()]),
        );
      if (same(before)) states.before += 1;
      else if (same(after)) states.after += 1;
      else throw new Error(`half a state: ${now.map(([file]) => file).join(', ')}`);
    }
    process.stdout.write(`Killed: ${states.before} before, ${states.after} after.\n`);
    expect(existsSync(at(group))).toBe(true);
  }, 600_000);
});

// One that is killed at the worst moment is among the tests of the build.
describe('a build that is killed at any moment', () => {
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
