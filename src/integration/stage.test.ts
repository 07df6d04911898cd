import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let parent = '';
let site = '';
let workshop = '';
let listeners: NodeJS.ExitListener[] = [];

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stage-'));
  parent = path.join(folder, 'public');
  site = path.join(parent, 'dist');
  workshop = path.join(folder, 'workshop');
  mkdirSync(parent);
  listeners = process.listeners('exit');
});

afterEach(() => {
  rmSync(path.dirname(parent), { recursive: true, force: true });
  for (const listener of process.listeners('exit')) {
    if (!listeners.includes(listener)) process.off('exit', listener);
  }
});

const open = (): Stage => openStage(site, workshop);

/** A built site of one page. */
function build(directory: string, words: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'index.html'), words);
}

const page = (): string => readFileSync(path.join(site, 'index.html'), 'utf8');

/** What a build writes before it puts a folder beside the site. */
function note(pid: number): string {
  mkdirSync(workshop, { recursive: true });
  writeFileSync(path.join(workshop, `${pid}.a1.replacing`), site);
  return `${site}.a1.replacing`;
}

/** The number of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('a stage', () => {
  it('stands in the workshop, with room for the site and for what its build keeps', () => {
    const { directory, cache } = open();
    expect([directory, cache].map((folder) => path.relative(workshop, folder))).toEqual([
      path.join(String(process.pid), 'site'),
      path.join(String(process.pid), 'cache'),
    ]);
  });

  it('makes the folder that the destination is to stand in', () => {
    openStage(path.join(parent, 'deep', 'down', 'dist'), workshop);
    expect(existsSync(path.join(parent, 'deep', 'down'))).toBe(true);
  });

  it('does not make the destination', () => {
    open();
    expect(existsSync(site)).toBe(false);
  });
});

describe('replacing', () => {
  it('puts the first site in place', () => {
    const stage = open();
    build(stage.directory, 'new');
    stage.replace();
    expect(page()).toBe('new');
  });

  it('puts the new site in place of the old one', () => {
    build(site, 'old');
    const stage = open();
    build(stage.directory, 'new');
    stage.replace();
    expect(page()).toBe('new');
  });

  it('leaves no page of the old site', () => {
    build(site, 'old');
    writeFileSync(path.join(site, 'gone.html'), 'gone');
    const stage = open();
    build(stage.directory, 'new');
    stage.replace();
    expect(readdirSync(site)).toEqual(['index.html']);
  });

  it('leaves nothing beside the site', () => {
    build(site, 'old');
    const stage = open();
    build(stage.directory, 'new');
    stage.replace();
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  it('leaves the old site when nothing was built', () => {
    build(site, 'old');
    expect(open().replace).toThrow('ENOENT');
    expect(page()).toBe('old');
  });
});

describe('a build that fails', () => {
  it('leaves the old site as it was', () => {
    build(site, 'old');
    build(open().directory, 'half');
    expect(page()).toBe('old');
  });

  it('leaves nothing behind when its process ends', () => {
    build(site, 'old');
    const script = `
      import { mkdirSync, readdirSync } from 'node:fs';
      import { openStage } from ${JSON.stringify(path.join(import.meta.dirname, 'stage.ts'))};
      const stage = openStage(${JSON.stringify(site)}, ${JSON.stringify(workshop)});
      mkdirSync(stage.directory, { recursive: true });
      mkdirSync(stage.cache);
      process.stdout.write(String(readdirSync(${JSON.stringify(workshop)}).length));
      throw new Error('a failed build');
    `;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
    expect(String(stdout)).toBe('1');
    expect([readdirSync(workshop), readdirSync(parent), page()]).toEqual([[], ['dist'], 'old']);
  });
});

describe('what killed builds left behind', () => {
  it('is cleared away', () => {
    build(site, 'old');
    const dead = deadProcess();
    build(path.join(workshop, String(dead), 'site'), 'half');
    const beside = note(dead);
    build(path.join(beside, 'incoming'), 'whole');
    build(path.join(beside, 'previous'), 'older');
    open();
    expect([readdirSync(workshop), readdirSync(parent), page()]).toEqual([[], ['dist'], 'old']);
  });

  it('is put back when it is a site that was set aside', () => {
    const beside = note(deadProcess());
    build(path.join(beside, 'previous'), 'old');
    build(path.join(beside, 'incoming'), 'new');
    open();
    expect([readdirSync(parent), page()]).toEqual([['dist'], 'old']);
  });

  it('stays while its build is still running', () => {
    const beside = note(process.ppid);
    const running = [
      path.join(workshop, String(process.ppid)),
      path.join(beside, 'incoming'),
      path.join(beside, 'previous'),
    ];
    for (const folder of running) build(folder, 'half');
    open();
    expect(running.filter((folder) => existsSync(folder))).toEqual(running);
  });

  it('is not confused with files and folders of other names', () => {
    const dead = deadProcess();
    const others = ['dist.backup', `dist2.${dead}.incoming`, `dist.${dead}.incoming.zip`, 'other'];
    note(dead);
    for (const other of others) build(path.join(parent, other), 'other');
    open();
    expect(readdirSync(parent).toSorted()).toEqual(others.toSorted());
  });

  it.each([
    ['another process', () => deadProcess()],
    [
      'a process that had noted a site',
      (): number => {
        const dead = deadProcess();
        note(dead);
        return dead;
      },
    ],
    ['this process', () => process.pid],
  ])('is not a backup that has the number of %s', (_, numberOf) => {
    build(site, 'old');
    const number = numberOf();
    const others = ['20241112', number].flatMap((each) => [
      `dist.${each}.previous`,
      `dist.${each}.incoming`,
    ]);
    for (const other of others) build(path.join(parent, other), 'backup');
    const stage = open();
    build(stage.directory, 'new');
    stage.replace();
    expect(readdirSync(parent).toSorted()).toEqual(['dist', ...others].toSorted());
    expect(page()).toBe('new');
  });

  it('is left to the next build of the same site, whatever is built before', () => {
    build(path.join(note(process.pid), 'previous'), 'old');
    const other = openStage(path.join(parent, 'other'), workshop);
    build(other.directory, 'other');
    other.replace();
    open();
    expect([readdirSync(parent).toSorted(), page()]).toEqual([['dist', 'other'], 'old']);
  });
});
