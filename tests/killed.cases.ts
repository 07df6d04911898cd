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

/** A command that is killed, and what is there before it. */
interface Killed {
  /** The folder of the workshop that everything is in. */
  name: string;
  /** Makes what is there, and gives back the folder of notices. */
  prepare: () => Promise<string>;
  /** Its words, given the folder of the workshop. */
  words: readonly string[];
  turns: number;
}

/** Kills a command at moments spread over the time that it takes: it has happened whole, or not at all. */
async function killAgainAndAgain(
  { at }: ReturnType<typeof useWorkshop>,
  { name, prepare, words, turns }: Killed,
): Promise<void> {
  const folder = await prepare();
  const before = readFiles(at(name));
  const started = performance.now();
  const whole = await noticesProcess(words, { notices: folder });
  expect(whole.code, whole.err).toBe(0);
  const duration = performance.now() - started;
  const after = readFiles(at(name));
  expect(textsOf(after)).not.toEqual(textsOf(before));
  const below = seeded(11);
  let killed = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    put(at(name), before);
    const moment = (duration * (turn + below(1000) / 1000)) / turns;
    // Every second one while it writes, which takes milliseconds alone.
    const killWhen = (milliseconds: number): boolean =>
      turn % 2 === 0 ? existsSync(journalPathOf(folder)) : milliseconds > moment;
    const { code } = await noticesProcess(words, { notices: folder, killWhen });
    if (code === null) killed += 1;
    // The next command finds it whole, and clears away what was left, although it is refused itself.
    expect((await notices(['publish', 'nothing'], { notices: folder })).err).not.toMatch(
      /\n\s+at /,
    );
    expect([textsOf(before), textsOf(after)]).toContainEqual(textsOf(readFiles(at(name))));
  }
  expect(killed).toBeGreaterThanOrEqual(turns / 2);
}

/** Kills `publish` at moments spread over the time that it takes. */
export function testKilledPublications(
  workshop: ReturnType<typeof useWorkshop>,
  turns: number,
): void {
  it('has happened whole, or not at all', async () => {
    const prepare = async (): Promise<string> => {
      const folder = workshop.noticesOf('killed', { 'shop/2025-01-01.mdx': BEFORE });
      expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
      writeFileSync(path.join(folder, 'shop/draft.mdx'), DRAFT);
      return folder;
    };
    const words = ['publish', 'shop'];
    await killAgainAndAgain(workshop, { name: 'killed', prepare, words, turns });
  }, 600_000);
}

/** The text of a notice, as somebody has it in a file. */
const SOURCE = `Privacy notice

${'We collect personal data about our customers, and keep it safe. '.repeat(12)}

We keep orders for six years. Read about cookies and your rights. Write to privacy@acme.example.
`;
const FACTS = ['--title', 'Privacy', '--controller', 'Acme Limited', '--email', 'a@acme.example'];

/** Kills imports of a text and of a history, and the publication of what was imported. */
export function testKilledImports(workshop: ReturnType<typeof useWorkshop>, turns: number): void {
  const { at } = workshop;
  const withSources = (name: string) => async (): Promise<string> => {
    const folder = workshop.noticesOf(name, { 'club/2025-01-01.mdx': BEFORE });
    expect((await notices(['adopt'], { notices: folder })).code).toBe(0);
    for (const [year, years] of Object.entries({ 2022: 'six', 2023: 'seven', 2024: 'eight' })) {
      mkdirSync(at(name, 'saved'), { recursive: true });
      writeFileSync(at(name, 'saved', `${year}-01-01.txt`), SOURCE.replace('six', years));
    }
    return folder;
  };

  it('of a text leaves draft and account, or neither', async () => {
    const prepare = withSources('text');
    const words = ['import', 'shop', at('text', 'saved/2024-01-01.txt'), ...FACTS];
    await killAgainAndAgain(workshop, { name: 'text', prepare, words, turns });
  }, 600_000);

  it('of a history leaves all its versions and accounts, or none', async () => {
    const prepare = withSources('history');
    const words = ['import', 'shop', at('history', 'saved'), ...FACTS];
    await killAgainAndAgain(workshop, { name: 'history', prepare, words, turns });
  }, 600_000);

  it('and then published moves draft and account, or neither', async () => {
    const prepare = async (): Promise<string> => {
      const folder = await withSources('moved')();
      const words = ['import', 'shop', at('moved', 'saved/2024-01-01.txt'), ...FACTS];
      expect((await notices(words, { notices: folder })).code).toBe(0);
      return folder;
    };
    const words = ['publish', 'shop', '--yes'];
    await killAgainAndAgain(workshop, { name: 'moved', prepare, words, turns });
  }, 600_000);
}
