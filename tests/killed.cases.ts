import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readFiles } from './setup/build.ts';
import { journalPathOf } from '../src/record/journal.ts';
import { notices, noticesProcess } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { seeded } from './setup/seeded.ts';
import type { useWorkshop } from './setup/workshop.ts';

const BEFORE = version('## About {#about}\n\nGood words.');
const DRAFT = version('## About {#about}\n\nBetter words.', onDay('2026-12-01')).replace(
  'controller:',
  'changes:\n  - { kind: changed, section: about, summary: Better. }\ncontroller:',
);

type Files = ReadonlyMap<string, Buffer>;

/** Files with their texts, in a steady order. */
const textsOf = (files: Files): [string, string][] =>
  [...files]
    .map(([file, bytes]): [string, string] => [file, bytes.toString()])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

function put(folder: string, files: Files): void {
  rmSync(folder, { recursive: true });
  for (const [file, bytes] of files) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}

/** Kills `publish` at moments spread over the time that it takes. */
export function testKilledPublications(
  { at, noticesOf }: ReturnType<typeof useWorkshop>,
  turns: number,
): void {
  it('has happened whole, or not at all', async () => {
    const folder = noticesOf('killed', { 'shop/2025-01-01.mdx': BEFORE });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    writeFileSync(path.join(folder, 'shop/draft.mdx'), DRAFT);
    const before = readFiles(at('killed'));
    const started = performance.now();
    expect((await noticesProcess(['publish', 'shop'], { notices: folder })).code).toBe(0);
    const duration = performance.now() - started;
    const after = readFiles(at('killed'));
    const below = seeded(11);
    let killed = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      put(at('killed'), before);
      const moment = (duration * (turn + below(1000) / 1000)) / turns;
      // Every second one while it writes, which takes milliseconds alone.
      const killWhen = (milliseconds: number): boolean =>
        turn % 2 === 0 ? existsSync(journalPathOf(folder)) : milliseconds > moment;
      const { code } = await noticesProcess(['publish', 'shop'], { notices: folder, killWhen });
      if (code === null) killed += 1;
      // The next command finds it whole, and clears away what was left.
      expect((await notices(['adopt'], { notices: folder })).err).not.toMatch(/\n\s+at /);
      expect([textsOf(before), textsOf(after)]).toContainEqual(textsOf(readFiles(at('killed'))));
    }
    expect(killed).toBeGreaterThanOrEqual(turns / 2);
  }, 600_000);
}
