import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../disk/kept.ts';
import { filesIn, writeManifest } from '../disk/manifest.ts';
import { releaseOfPackage } from '../disk/package.ts';
import type { Site } from '../site/site.ts';
import { emptySite } from '../site/testing.ts';
import { faultsOfShards, writeMerged } from './merge.ts';
import {
  NOTE,
  shardIn,
  readBuiltShard,
  noteShard,
  type BuiltShard,
  type ShardFault,
} from './shard.ts';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parts-'));
  write('project/astro.config.mjs', "import { settings } from './settings.mjs';");
  write('project/settings.mjs', 'export const settings = {};');
  write('project/src/pages/about.md', 'About us.');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
}

const site = (changes: Partial<Site> = {}): Site =>
  emptySite({ root: at('project'), publicDirectory: at('project', 'public'), ...changes });

/** Writes a part with a page of its own, and one file that all have. */
function build(
  number: number,
  of = 3,
  { name = String(number), ...changes }: Changes = {},
): string {
  write(`${name}/notice-${number}/index.html`, `page of ${number}`);
  write(`${name}/.hidden/shared.css`, 'all: of us');
  const made = site(changes);
  noteShard(at(name), made, { number, of }, path.join(made.root, 'src'));
  writeManifest(at(name));
  return name;
}

type Changes = Partial<Site> & { name?: string };

const read = (...names: string[]): BuiltShard[] =>
  names.map((name) => {
    const part = readBuiltShard(at(name));
    if ('message' in part) throw new Error(part.message);
    return part;
  });

/** What is said of parts, without where the test has put them. */
const saidOf = (faults: readonly ShardFault[]): string[] =>
  faults
    .flatMap(({ message, hint }) => [message, hint])
    .map((line) => line.replaceAll(folder + path.sep, ''));
const faultsOf = (...names: string[]): string[] => saidOf(faultsOfShards(read(...names)));

const AGAIN = (name: string, today = '2026-11-27'): string =>
  `NOTICEBOARD_SHARD=${name} NOTICEBOARD_TODAY=${today} npx astro build`;

describe('the parts of a site', () => {
  it('are joined in any order, with nothing of their own left', async () => {
    const parts = read(build(2), build(3), build(1));
    expect(faultsOfShards(parts)).toEqual([]);
    await writeMerged(at('site'), parts);
    const files = filesIn(at('site'));
    expect(files).toEqual([
      '.hidden/shared.css',
      '.noticeboard',
      'notice-1/index.html',
      'notice-2/index.html',
      'notice-3/index.html',
      'pagefind/table.json',
    ]);
    expect(readFileSync(at('site/.noticeboard'), 'utf8')).toBe(`${files.join('\n')}\n`);
    expect(shardIn(at('site'))).toBeUndefined();
    expect(shardIn(at('2'))).toBe('2/3');
  });

  it('may be one', () => {
    expect(faultsOf(build(1, 1))).toEqual([]);
  });

  it('are known by their missing numbers', () => {
    expect(faultsOf(build(1), build(3))).toEqual([
      'part 2/3 is missing',
      `build it and give its folder too: ${AGAIN('2/3')}`,
    ]);
    expect(faultsOf(build(2, 9, { name: 'of-nine' }))).toEqual([
      '8 parts are missing: 1/9, 3/9, 4/9, and 5 more',
      `build them and give their folders too: ${AGAIN('1/9')}`,
    ]);
  });

  it('are given once', () => {
    const name = build(2);
    cpSync(at(name), at('copy'), { recursive: true });
    expect(faultsOf(build(1), name, build(3), 'copy')).toEqual([
      'part 2/3 is given twice: 2 and copy',
      'give each part once',
    ]);
  });

  it('are those of one division', () => {
    expect(faultsOf(build(1), build(2), build(3, 4))).toEqual([
      '3 is part 3/4, and 1 is part 1/3',
      'give parts of one site: those from 1/3 to 3/3',
    ]);
  });

  it('were built for one day', () => {
    const late = build(3, 3, { today: '2026-11-28' as Site['today'] });
    expect(faultsOf(build(1), build(2), late)).toEqual([
      'part 3/3 was built for 2026-11-28, and part 1/3 for 2026-11-27',
      `build it again from the same commit: ${AGAIN('3/3')}`,
    ]);
  });

  it.each([
    ['a page', 'src/pages/about.md'],
    ['the configuration', 'astro.config.mjs'],
    ['what the configuration imports', 'settings.mjs'],
    ['the packages', 'package-lock.json'],
    ['a picture', 'public/map.png'],
  ])('were built from the same commit: %s', (_, file) => {
    const parts = [build(1), build(2)];
    write(`project/${file}`, 'Another text.');
    expect(faultsOf(...parts, build(3))).toEqual([
      'part 3/3 was built from other notices, settings or code than part 1/3',
      `build it again from the same commit: ${AGAIN('3/3')}`,
    ]);
  });

  it('were built with the same settings, wherever the project is', () => {
    cpSync(at('project'), at('elsewhere'), { recursive: true });
    const parts = [build(1), build(2)];
    write('elsewhere/src/.DS_Store', 'of the system');
    expect(faultsOf(...parts, build(3, 3, { root: at('elsewhere') }))).toEqual([]);
    expect(faultsOf(...parts, build(3, 3, { base: '/privacy/' }))).toHaveLength(2);
  });

  it('have all their files as they were built', () => {
    const parts = [build(1), build(2), build(3)];
    appendFileSync(at('2/notice-2/index.html'), '<script>');
    rmSync(at('3/.hidden'), { recursive: true });
    expect(faultsOf(...parts)).toEqual([
      'part 2/3 in 2 is not whole: notice-2/index.html is not what was built',
      `copy it again, with its hidden files, or build it again: ${AGAIN('2/3')}`,
      'part 3/3 in 3 is not whole: .hidden/shared.css is missing',
      `copy it again, with its hidden files, or build it again: ${AGAIN('3/3')}`,
    ]);
  });

  it('have no files of others, which would be lost', () => {
    const parts = [build(1), build(2), build(3)];
    write('1/CNAME', 'notices.example');
    write('2/.DS_Store', 'of the system');
    expect(faultsOf(...parts)).toEqual([
      '1 contains 1 file that no build wrote: CNAME',
      'move them elsewhere, and add them to the merged site',
    ]);
  });

  it('agree on every file that several have', () => {
    write('2/sitemap.xml', 'the pages of 2');
    write('3/sitemap.xml', 'the pages of 3');
    const [said] = faultsOf(build(1), build(2), build(3));
    expect(said).toBe('sitemap.xml is not the same in part 2/3 and part 3/3');
  });
});

describe('a folder', () => {
  const faultOf = (name: string): string[] => {
    const part = readBuiltShard(at(name));
    return 'message' in part ? saidOf([part]) : [];
  };
  const GIVE = expect.stringContaining('include-hidden-files: true') as string;

  it('without a part is told from one', () => {
    write('site/index.html', 'a page');
    expect(faultOf('site')).toEqual([
      'site is not a part of a site: it has no .noticeboard-part',
      GIVE,
    ]);
    writeManifest(at('site'));
    expect(faultOf('site')).toEqual(['site is a whole site, and no part of one', GIVE]);
    expect(faultOf('nowhere')).toEqual(['nowhere does not exist', GIVE]);
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -9)],
    ['edited', (text: string) => text.replace('2/3', '1/3').replace('"number":2', '"number":1')],
    ['empty', () => ''],
    ['of one line', (text: string) => text.split('\n')[0]!],
  ])('with a note that is %s is refused', (_, damage) => {
    const file = at(build(2), NOTE);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(faultOf('2')).toEqual([
      '2/.noticeboard-part is damaged',
      'copy this part again, or build it again',
    ]);
  });

  it('with a part of another release is refused', () => {
    const file = at(build(2), NOTE);
    const text = readFileSync(file, 'utf8').split('\n')[1]!;
    const other = text.replace(`"release":"${releaseOfPackage()}"`, '"release":"99.0.0"');
    writeFileSync(file, `${keyOf(other)}\n${other}`);
    expect(faultOf('2')).toEqual([
      `2 was built with Noticeboard 99.0.0, and this is ${releaseOfPackage()}`,
      'build and merge all parts with the same release',
    ]);
  });
});
