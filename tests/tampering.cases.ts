import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isError } from '../src/findings/catalogue.ts';
import { namesOfFiles } from './setup/build.ts';
import { findingsOf } from './setup/record.ts';
import { seeded } from './setup/seeded.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('tampering');

const errorsIn = async (folder: string): Promise<string[]> =>
  (await findingsOf(folder)).filter(isError).map(({ code }) => code);

/**
 * Tests that no edit of a published file goes unseen.
 *
 * @param copy copies published notices to a path, and gives it back
 * @param turns how many edits are tried, one after the other
 */
export function testTampering(copy: (folder: string) => string, turns: number): void {
  it('cannot be changed by a single character unnoticed', async () => {
    const folder = copy(at('tamper', 'notices'));
    expect(await errorsIn(folder)).toEqual([]);
    const files = namesOfFiles(folder).filter((file) => file.endsWith('.mdx'));
    const below = seeded(7);
    const missed: string[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const file = path.join(folder, files[below(files.length)]!);
      const text = readFileSync(file, 'utf8');
      const place = below(text.length);
      const characters = 'abcxyz0189 .,-#"\'{}()<>é\n';
      const character = characters[below(characters.length)]!;
      const way = below(3);
      const edited =
        text.slice(0, place) +
        (way === 0 ? '' : character) +
        text.slice(place + (way === 2 ? 0 : 1));
      if (edited === text) continue;
      writeFileSync(file, edited);
      if ((await errorsIn(folder)).length === 0)
        missed.push(`${file}:${place} ${JSON.stringify(character)}`);
      writeFileSync(file, text);
    }
    expect(missed).toEqual([]);
    expect(await errorsIn(folder)).toEqual([]);
  });
}
