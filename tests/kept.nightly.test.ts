/** What is kept may be damaged or missing, and its folder may be one that cannot be written. */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readKept } from '../src/disk/kept.ts';
import { differing, useKeepingProject } from './kept.cases.ts';
import { namesOfFiles, readFiles, writeFiles } from './setup/build.ts';
import { useWorkshop } from './setup/workshop.ts';

const { kept, build, buildAnew, addVersion, times } = useKeepingProject(
  useWorkshop('kept-damaged'),
);

let site: Map<string, Buffer>;
let good: Map<string, Buffer>;
beforeAll(async () => {
  site = await buildAnew();
  good = readFiles(kept());
});

const putBack = (): void => writeFiles(kept(), Object.fromEntries(good));

describe('a build gives the same site', () => {
  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['with two bytes swapped', swapped],
    ['empty', () => Buffer.alloc(0)],
    ['another of them', (_: Buffer, index: number) => [...good.values()].at(index - 1)!],
  ])('where each file that is kept is %s', async (_, damage) => {
    putBack();
    [...good].forEach(([name, bytes], index) => writeFileSync(kept(name), damage(bytes, index)));
    expect(differing(await build(), site)).toEqual([]);
    // It is put right, too.
    const pages = namesOfFiles(kept('pages'));
    expect(pages.length).toBe(5);
    expect(pages.filter((name) => !readKept(kept('pages'), name))).toEqual([]);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('where what is kept can only be read', async () => {
    putBack();
    const folders = [kept(), kept('made'), kept('pages')];
    for (const folder of folders) chmodSync(folder, 0o555);
    try {
      expect(differing(await build(), site)).toEqual([]);
    } finally {
      for (const folder of folders) chmodSync(folder, 0o755);
    }
  });

  it('where nothing has changed, and makes nothing again', async () => {
    putBack();
    const before = times();
    expect(differing(await build(), site)).toEqual([]);
    expect(times()).toEqual(before);
  });

  it('where nothing can be kept', async () => {
    rmSync(kept(), { recursive: true });
    writeFileSync(kept(), 'This is no folder.');
    expect(differing(await build(), site)).toEqual([]);
    expect(readFileSync(kept(), 'utf8')).toBe('This is no folder.');
    rmSync(kept());
  });

  it('with a new version as without what was kept', async () => {
    putBack();
    await addVersion();
    const changed = await build();
    expect(differing(changed, site)).toContain('club/2026-01-01/index.html');
    expect(differing(changed, await buildAnew())).toEqual([]);
  });
});

/** Bytes of which two that differ, behind the hash, are the other way round. */
function swapped(bytes: Buffer): Buffer {
  const at = bytes.findIndex((byte, index) => index > 32 && byte !== bytes[index - 1]);
  return Buffer.from(bytes.with(at, bytes[at - 1]!).with(at - 1, bytes[at]!));
}
