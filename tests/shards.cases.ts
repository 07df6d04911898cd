/** A site that is built in parts, which are merged: is it what one machine builds? */
import { expect, it } from 'vitest';
import { buildOrThrow, readFiles, type BuildOptions } from './setup/build.ts';
import { noticesProcess } from './setup/commands.ts';

/** Expects that two folders have the same files, byte for byte. */
export function expectSame(whole: string, merged: string): void {
  const [expected, found] = [readFiles(whole), readFiles(merged)];
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [name, bytes] of expected) expect(found.get(name)?.equals(bytes), name).toBe(true);
}

/**
 * @param whole the folder of the site that one build made
 * @param options how it was built
 * @param outOf the folder of a part, by its number, and that of the merged site by 0
 */
export function testParts(
  whole: string,
  options: Omit<BuildOptions, 'out' | 'notices'> & { notices: string },
  parts: number,
  outOf: (number: number) => string,
): void {
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);

  it(`is the same, byte for byte, in ${parts} parts`, async () => {
    const built = await Promise.all(
      numbers.map((number) =>
        buildOrThrow({
          ...options,
          out: outOf(number),
          environment: { NOTICEBOARD_SHARD: `${number}/${parts}` },
        }),
      ),
    );
    expect(built[1]?.output).toContain(`Building part 2/${parts}: `);
    const folders = numbers.map(outOf);
    // No page is made twice, and each part has some of the site alone.
    const pages = folders.map((each) =>
      [...readFiles(each).keys()].filter((name) => name.endsWith('.html')),
    );
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
    const { notices } = options;
    const merged = await noticesProcess(['merge', ...folders, '--out', outOf(0)], { notices });
    expect(merged.err).toBe('');
    expect(merged.out).toContain(`Merged ${parts} parts of `);
    expect(merged.code).toBe(0);
    expectSame(whole, outOf(0));
  });
}
