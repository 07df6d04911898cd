import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FolderFile } from '../checks/file.ts';
import { testReadings } from './load-readings.cases.ts';
import { keptOf, READING_PACKAGES, readerOf, type Kept } from './load-readings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let kept: Kept;

beforeEach(() => {
  kept = { ...keptOf(ROOT), folder: mkdtempSync(path.join(tmpdir(), 'readings-')) };
});

afterEach(() => {
  rmSync(kept.folder, { recursive: true, force: true });
});

describe('the hash of what reads', () => {
  it.each([
    ['a check', 'checks/file.ts'],
    ['a check that was compiled', 'checks/file.js'],
    ['what keeps readings', 'site/load-readings.ts'],
    ['a package', 'package.json'],
  ])('is another when %s is', (_, name) => {
    const code = mkdtempSync(path.join(tmpdir(), 'readers-'));
    const put = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(code, file)), { recursive: true });
      writeFileSync(path.join(code, file), text);
    };
    const by = { code, manifests: [path.join(code, 'package.json')] };
    put('package.json', '{}');
    const before = keptOf(ROOT, by).code;
    put(name, '{ "changed": true }');
    expect(keptOf(ROOT, by).code).not.toBe(before);
    rmSync(code, { recursive: true });
  });

  it('is of every package that the code which reads imports', () => {
    const imported = globSync('src/{checks,document,findings,mdx,notices}/**/*.ts', { cwd: ROOT })
      .filter((file) => !/\.(?:test|cases)\.ts$|testing\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/from '((?!node:)[a-z@][^']*)'/g),
      ])
      .map(([, name = '']) => name.split('/')[0]);
    expect([...new Set(imported)].toSorted()).toEqual(READING_PACKAGES);
  });

  it('is another under another Node.js', () => {
    const { code } = keptOf(ROOT);
    const version = vi.spyOn(process, 'version', 'get').mockReturnValue('v99.0.0');
    const other = keptOf(ROOT).code;
    version.mockRestore();
    expect(other).not.toBe(code);
  });
});

testReadings(20);

describe('a reading', () => {
  const FILE: FolderFile = {
    path: 'customers/2026-01-31.mdx',
    file: 'notices/customers/2026-01-31.mdx',
    bytes: new TextEncoder().encode(
      '---\ntitle: Customers\npublished: "2026-01-31"\neffective: "2026-01-31"\n' +
        'controller: { name: Quillmere, contact: { email: privacy@quillmere.example } }\n---\n\n' +
        '## Who we are {#who}\n\nQuillmere.\n',
    ),
  };

  it('is made again when the file, its name or the code is another', async () => {
    await readerOf([FILE], kept);
    const others = [
      { ...FILE, bytes: Buffer.concat([FILE.bytes, Buffer.from('More.\n')]) },
      { ...FILE, path: 'customers/2026-02-01.mdx' },
      { ...FILE, file: 'elsewhere/customers/2026-01-31.mdx' },
    ];
    await readerOf([{ ...FILE }, ...others], kept);
    await readerOf([{ ...FILE }], { ...kept, code: 'another' });
    expect(readdirSync(kept.folder)).toHaveLength(1 + others.length - 1 + 1);
  });

  describe('that was deleted in the meantime', () => {
    const openedAfter = async (file: FolderFile, change: () => void) => {
      const read = await readerOf([file], kept);
      rmSync(kept.folder, { recursive: true });
      change();
      const { document, text } = read(file).version!;
      return [document().sections.map(({ anchor }) => anchor), text()];
    };

    it('is read again', async () => {
      const file = { ...FILE, path: 'deleted/2026-01-31.mdx' };
      const opened = await openedAfter(file, () => undefined);
      expect(opened).toEqual([['who'], new TextDecoder().decode(FILE.bytes)]);
    });

    it('is not taken from a file that is another by now', async () => {
      let { bytes } = FILE;
      const file = {
        ...FILE,
        path: 'changed/2026-01-31.mdx',
        get bytes() {
          return bytes;
        },
      };
      const opened = openedAfter(file, () => {
        bytes = Buffer.concat([FILE.bytes, Buffer.from('More.\n')]);
      });
      await expect(opened).rejects.toThrow('2026-01-31.mdx has changed since it was checked');
    });
  });

  it('with errors is not kept, and names them each time', async () => {
    const faulty = { ...FILE, bytes: Buffer.concat([FILE.bytes, Buffer.from('{now}\n')]) };
    for (const file of [faulty, { ...faulty }]) {
      const read = await readerOf([file], kept);
      expect(read(file).findings.map(({ code }) => code)).toContain('expression-unknown-name');
    }
    expect(readdirSync(kept.folder)).toEqual([]);
  });
});
