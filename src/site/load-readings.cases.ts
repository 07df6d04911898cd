/** Readings of real versions, of which there may be few or all. */
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readVersionFile, type FolderFile, type ReadFile } from '../checks/file.ts';
import { sha256 } from '../record/source.ts';
import { keptOf, readerOf } from './load-readings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const filesIn = (directory: string): FolderFile[] =>
  globSync('**/*.mdx', { cwd: directory }).map((name) => ({
    path: name.split(path.sep).join('/'),
    file: name,
    bytes: readFileSync(path.join(directory, name)),
  }));

/** Everything that can be asked of a reading, as plain data. */
const contentOf = ({ version, ...rest }: ReadFile) => {
  if (!version) throw new Error('the file has errors');
  const { document, text, digest, source, fingerprint, ids, placeOfFact, ...own } = version;
  const asked = [document, text, digest, source, fingerprint, ids].map((ask) => ask());
  const paths = [['effective'], ['controller', 'name'], ['changes', 0, 'section'], ['nowhere', 1]];
  return { ...rest, ...own, asked, places: paths.map(placeOfFact) };
};

const histories = path.resolve(ROOT, '../shared/corpus/histories');
const FOLDERS = [
  ...['src/content/notices', 'tests/fixtures/languages'].map((name) => path.join(ROOT, name)),
  ...(existsSync(histories) ? [histories] : []),
];
if (FOLDERS.length < 3) process.stdout.write('Skipped: no histories in ../shared/corpus\n');

const stepIn = (directory: string, every: number): number =>
  directory === histories ? every : directory.endsWith('notices') ? Math.min(every, 4) : 1;

/**
 * Tests that a reading that was kept is that of the file.
 *
 * @param every one in so many files of the real histories is read, one in four of the sample unless all are
 */
export function testReadings(every: number): void {
  it.each(FOLDERS)(
    'a reading is the same when it was kept: %s',
    { timeout: 60_000 },
    async (directory) => {
      const files = filesIn(directory)
        .filter((_, index) => index % stepIn(directory, every) === 0)
        .filter((file) => readVersionFile(file, sha256).version);
      expect(files.length).toBeGreaterThan(5);
      const folder = mkdtempSync(path.join(tmpdir(), 'readings-'));
      const kept = { ...keptOf(ROOT), folder };
      await readerOf(files, kept);
      const later = files.map((file) => ({ ...file }));
      const read = await readerOf(later, kept);
      for (const file of later) {
        expect(contentOf(read(file))).toStrictEqual(contentOf(readVersionFile(file, sha256)));
      }
      expect(readdirSync(folder)).toHaveLength(files.length);
      rmSync(folder, { recursive: true });
    },
  );
}
