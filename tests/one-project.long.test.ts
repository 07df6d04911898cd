/**
 * One project from one build to the next, for each takes seconds: what its settings change, a build
 * that finds errors, what is kept, which saves time and changes nothing of the site, and parts, which
 * do not either.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { differing, pagesIn, useKeepingProject } from './kept.cases.ts';
import { readFiles } from './setup/build.ts';
import { notices, type CommandResult } from './setup/commands.ts';
import { GOOD } from './setup/notices.ts';
import { setAll, testSettings } from './settings.cases.ts';
import { testParts } from './shards.cases.ts';
import { useWorkshop } from './setup/workshop.ts';

const workshop = useWorkshop('kept');
const { at } = workshop;
const project = useKeepingProject(workshop, setAll);

let site: Map<string, Buffer>;
beforeAll(async () => {
  site = await project.buildAnew();
});

testSettings(project.dist, project.log, at);

describe('a build that finds errors', () => {
  it('names their places and keeps the last good site', async () => {
    const file = path.join(project.notices(), 'shop/2025-01-01.mdx');
    const added = path.join(project.notices(), 'shop/2025-02-01.mdx');
    const good = readFileSync(file, 'utf8');
    const above = readdirSync(path.dirname(project.dist()));
    writeFileSync(file, good.replace('seven', 'eight'));
    writeFileSync(added, GOOD.replace('#about', '#'));
    const output = await project.buildInVain();
    writeFileSync(file, good);
    rmSync(added);
    expect(output).toContain('/shop/2025-02-01.mdx:11:10  error');
    expect(output).toMatch(/2025-01-01\.mdx:\d+:1 .*this published version has changed/);
    expect(output).toContain('Nothing was built.');
    // It says what is wrong, without a stack.
    expect(output).not.toMatch(/^\s+at |stack trace|node_modules/im);
    expect(readFiles(project.dist())).toEqual(site);
    expect(readdirSync(path.dirname(project.dist()))).toEqual(above);
  });
});

describe('a site that is built with what was kept', () => {
  it('has a new version of one notice, and the pages of the others as they were', async () => {
    const before = project.times();
    // One for the pages of each notice in each language, and one for those that are of none.
    expect(pagesIn(before.keys()).length).toBe(5);
    await project.addVersion();
    const changed = await project.build();
    expect(differing(changed, site)).toContain('club/2026-01-01/index.html');
    const after = project.times();
    expect([...before].filter(([name, time]) => after.get(name) !== time)).toEqual([]);
    const added = [...after.keys()].filter((name) => !before.has(name));
    // The pages of this notice, and those that are of none.
    expect(pagesIn(added).length).toBe(2);
    cpSync(project.dist(), at('whole'), { recursive: true });
    rmSync(project.kept(), { recursive: true });
  });

  it('has a short log, which says what was built, where, and how many warnings there are', () => {
    const log = project.log();
    expect(log.trimEnd().split('\n').length, log).toBeLessThanOrEqual(12);
    expect(log).toMatch(/\[noticeboard\] Building \d+ notices with \d+ versions/);
    expect(log).toMatch(/\[noticeboard\] Built \d+ pages of .* in [\d.]+ s: .*dist\//);
    expect(log).toMatch(/\[noticeboard\] \d+ warnings?.*: npx noticeboard status --all/);
    expect(log).not.toMatch(/\[WARN\] (?!\[noticeboard\])/);
  });
});

const part = (number: number): string => at(String(number));
const merge = (...words: string[]): Promise<CommandResult> =>
  notices(['merge', ...words], { notices: project.notices() });

// The parts keep nothing of the whole, so that they also show what a build makes that kept nothing.
describe('a site in parts', () => {
  testParts(() => at('whole'), project.buildPart, project.notices, 2, part);

  it('stays as it was where a merge is refused', async () => {
    const before = readFiles(part(0));
    const whole = await merge(part(1), at('whole'), '--out', part(0));
    expect(whole.err).toContain('is a whole site, and no part of one\n    → give the folders');
    const missing = await merge(part(2), '--out', part(0));
    expect(missing.err).toContain('part 1/2 is missing\n    → build it and give its folder too: ');
    cpSync(part(2), part(3), { recursive: true });
    const [page = ''] = [...readFiles(part(3)).keys()].filter((name) => name.endsWith('.html'));
    rmSync(`${part(3)}/${page}`);
    const damaged = await merge(part(1), part(3), '--out', part(0));
    expect(damaged.err).toContain(` is not whole: ${page} is missing\n    → copy it again`);
    expect([whole, missing, damaged].map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(readFiles(part(0))).toEqual(before);
  });

  it('is not merged over a part, nor over files of others', async () => {
    const over = await merge(part(1), part(2), '--out', part(1));
    expect(over.err).toContain('which is one of its parts\n    → choose another folder');
    mkdirSync(at('others'));
    writeFileSync(at('others', 'CNAME'), 'notices.example');
    const others = await merge(part(1), part(2), '--out', at('others'));
    expect(others.err).toContain('contains files that no build wrote');
    expect([over, others].map(({ code }) => code)).toEqual([1, 1]);
    expect(existsSync(`${part(1)}/.noticeboard-part`)).toBe(true);
  });
});
