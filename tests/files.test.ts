import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { namesOfFiles, TODAY } from './setup/build.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject, type Project } from './setup/project.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('files');

const hashOf = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** The public folder is that of a project, so these commands run in one of their own. */
describe('a picture of a published version', () => {
  const folder = (): string => at('notices');
  const picture = (): string => at('project', 'public', 'images', 'a map.png');
  const draft = (): string => path.join(folder(), 'shop', 'draft.mdx');
  const copy = (): string => path.join(`${folder()}.record`, '~files', hashOf('old map'));
  let project: Project;

  const run = (words: string, today = TODAY): { code: number | null; out: string } => {
    const cli = at('project', 'src', 'cli', 'index.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words.split(' ')], {
      cwd: at('project'),
      env: {
        PATH: process.env['PATH'],
        NO_COLOR: '1',
        NOTICES_DIR: folder(),
        NOTICEBOARD_TODAY: today,
      },
      encoding: 'utf8',
    });
    return { code: status, out: stdout + stderr };
  };
  const lock = (): { versions: Record<string, { files?: Record<string, string> }> } =>
    JSON.parse(readFileSync(`${folder()}.lock.json`, 'utf8')) as ReturnType<typeof lock>;

  beforeAll(() => {
    project = copyProject(at('project'));
    mkdirSync(path.dirname(picture()));
    writeFileSync(picture(), 'old map');
    noticesOf('.', {
      'shop/draft.mdx': version(
        '## Where {#where}\n\n![A map](/images/a%20map.png) and <a href="/favicon.svg">a sign</a>.',
        onDay(TODAY),
      ),
    });
  });

  it('is recorded with it, with a copy', () => {
    expect(run('publish shop')).toMatchObject({ code: 0 });
    expect(lock().versions[`shop/${TODAY}`]?.files).toEqual({
      '/favicon.svg': hashOf(readFileSync(at('project', 'public', 'favicon.svg'), 'utf8')),
      '/images/a map.png': hashOf('old map'),
    });
    expect(readFileSync(copy(), 'utf8')).toBe('old map');
    expect(run('verify')).toMatchObject({ code: 0 });
  });

  it('cannot be swapped, and is put back from its copy', async () => {
    writeFileSync(picture(), 'new map');
    expect(run('verify')).toMatchObject({ code: 1, out: expect.stringContaining('file-changed') });
    expect(run('status').out).toContain(`/~files/${hashOf('old map')} to public/images/a map.png`);
    const { code, output } = await project.build(folder());
    expect([code, output]).toEqual([1, expect.stringContaining('file-changed')]);
    expect(run('revise shop').code).toBe(0);
    const refused = run('publish shop', '2026-12-01');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('draft.mdx shows it too: give a new picture a new name');
    expect(run('adopt')).toMatchObject({ code: 1, out: expect.stringContaining('file-changed') });
    rmSync(picture());
    expect(run('adopt').out).toMatch(/file-changed/);
    expect(run('adopt').out).not.toContain('correct its name');
    cpSync(copy(), picture());
    expect(run('verify')).toMatchObject({ code: 0 });
    rmSync(copy());
    expect(run('verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('record-changed'),
    });
    expect(run(`adopt shop/${TODAY}`)).toMatchObject({ code: 0 });
    expect(readFileSync(copy(), 'utf8')).toBe('old map');
  });

  it('is replaced by one with another name, in a correction or a new version', () => {
    rmSync(draft());
    writeFileSync(picture().replace('a map', 'b'), 'new map');
    const file = path.join(folder(), 'shop', `${TODAY}.mdx`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('a%20map.png', 'b.png'));
    rmSync(picture());
    expect(run(`erratum shop/${TODAY} --reason Wrong.`, '2026-11-23')).toMatchObject({ code: 0 });
    expect(Object.keys(lock().versions[`shop/${TODAY}`]?.files ?? {})).toEqual([
      '/favicon.svg',
      '/images/b.png',
    ]);
    // The old one is still in the record.
    expect(namesOfFiles(`${folder()}.record`).filter((name) => name.startsWith('~'))).toHaveLength(
      3,
    );
    expect(run('verify')).toMatchObject({ code: 0 });
    rmSync(copy());
    expect(run('verify')).toMatchObject({ code: 1 });
    expect(run('adopt').out).toContain('Nothing to adopt');
    writeFileSync(picture(), 'old map');
    expect(run('status').out).toContain(`make it again: npx noticeboard adopt shop/${TODAY}`);
    expect(run(`adopt shop/${TODAY}`)).toMatchObject({ code: 0 });
    expect(readFileSync(copy(), 'utf8')).toBe('old map');
    rmSync(picture());
    expect(run('verify')).toMatchObject({ code: 0 });
  });
});
