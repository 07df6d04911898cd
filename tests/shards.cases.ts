/** A site that is built in parts, which are merged: is it what one machine builds? */
import { expect, it } from 'vitest';
import { readFiles } from './setup/build.ts';
import { noticesProcess } from './setup/commands.ts';

/** Expects that two folders have the same files, byte for byte. */
export function expectSame(whole: string, merged: string): void {
  const [expected, found] = [readFiles(whole), readFiles(merged)];
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [name, bytes] of expected) expect(found.get(name)?.equals(bytes), name).toBe(true);
}

/**
 * @param whole the folder of the site that one build made
 * @param buildPart builds a part, such as `1/2`, into a folder, and returns what it printed
 * @param notices the folder of notices
 * @param outOf the folder of a part, by its number, and that of the merged site by 0
 */
export function testParts(
  whole: () => string,
  buildPart: (out: string, shard: string) => Promise<string>,
  notices: () => string,
  parts: number,
  outOf: (number: number) => string,
): void {
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);

  it(`is the same, byte for byte, in ${parts} parts`, async () => {
    const printed: string[] = [];
    for (const number of numbers) {
      printed.push(await buildPart(outOf(number), `${number}/${parts}`));
    }
    expect(printed[1]).toContain(`Building part 2/${parts}: `);
    const folders = numbers.map(outOf);
    // No page is made twice, and each part has some of the site alone.
    const pages = folders.map((each) =>
      [...readFiles(each).keys()].filter((name) => name.endsWith('.html')),
    );
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
    const words = ['merge', ...folders, '--out', outOf(0)];
    const merged = await noticesProcess(words, { notices: notices() });
    expect(merged.err).toBe('');
    expect(merged.out).toContain(`Merged ${parts} parts of `);
    expect(merged.code).toBe(0);
    expectSame(whole(), outOf(0));
  });
}
