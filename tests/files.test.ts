import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readLock } from '../src/record/files.ts';
import { noteProject } from '../src/site/load-project.ts';
import { namesOfFiles, TODAY } from './setup/build.ts';
import { notices } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject } from './setup/project.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('files');

const hashOf = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** The public folder is that of a project, so these commands run in one of their own. */
describe('a picture of a published version', () => {
  const folder = (): string => at('notices');
  const picture = (): string => at('project', 'public', 'images', 'a map.png');
  const draft = (): string => path.join(folder(), 'shop', 'draft.mdx');
  const copy = (): string => path.join(`${folder()}.record`, '~files', hashOf('old map'));

  const run = async (
    words: string,
    today = TODAY,
  ): Promise<{ code: number | null; out: string }> => {
    const { code, out, err } = await notices(words.split(' '), { notices: folder(), today });
    return { code, out: out + err };
  };
  const lock = (): { versions: Record<string, { files?: Record<string, string> }> } =>
    readLock(folder()) as ReturnType<typeof lock>;

  beforeAll(() => {
    copyProject(at('project'));
    // As Astro would note it, which takes seconds.
    noteProject(at('project'), {
      publicDirectory: at('project', 'public'),
      pagesDirectory: at('project', 'src/pages'),
      outDirectory: at('project', 'dist'),
      path: '/',
      base: '/',
      language: 'en-GB',
    });
    // A command works in the project that it is run in.
    vi.spyOn(process, 'cwd').mockReturnValue(at('project'));
    mkdirSync(path.dirname(picture()));
    writeFileSync(picture(), 'old map');
    noticesOf('.', {
      'shop/draft.mdx': version(
        '## Where {#where}\n\n![A map](/images/a%20map.png) and <a href="/favicon.svg">a sign</a>.',
        onDay(TODAY),
      ),
    });
  });

  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('is recorded with it, with a copy', async () => {
    expect(await run('publish shop')).toMatchObject({ code: 0 });
    expect(lock().versions[`shop/${TODAY}`]?.files).toEqual({
      '/favicon.svg': hashOf(readFileSync(at('project', 'public', 'favicon.svg'), 'utf8')),
      '/images/a map.png': hashOf('old map'),
    });
    expect(readFileSync(copy(), 'utf8')).toBe('old map');
    expect(await run('verify')).toMatchObject({ code: 0 });
  });

  it('cannot be swapped, and is put back from its copy', async () => {
    writeFileSync(picture(), 'new map');
    expect(await run('verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('file-changed'),
    });
    expect((await run('status')).out).toContain(
      `/~files/${hashOf('old map')} to public/images/a map.png`,
    );
    expect((await run('revise shop')).code).toBe(0);
    const refused = await run('publish shop', '2026-12-01');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('draft.mdx shows it too: give a new picture a new name');
    expect(await run('adopt')).toMatchObject({
      code: 1,
      out: expect.stringContaining('file-changed'),
    });
    rmSync(picture());
    expect((await run('adopt')).out).toMatch(/file-changed/);
    expect((await run('adopt')).out).not.toContain('correct its name');
    cpSync(copy(), picture());
    expect(await run('verify')).toMatchObject({ code: 0 });
    rmSync(copy());
    expect(await run('verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('record-changed'),
    });
    expect(await run(`adopt shop/${TODAY}`)).toMatchObject({ code: 0 });
    expect(readFileSync(copy(), 'utf8')).toBe('old map');
  });

  it('is replaced by one with another name, in a correction or a new version', async () => {
    rmSync(draft());
    writeFileSync(picture().replace('a map', 'b'), 'new map');
    const file = path.join(folder(), 'shop', `${TODAY}.mdx`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('a%20map.png', 'b.png'));
    rmSync(picture());
    expect(await run(`erratum shop/${TODAY} --reason Wrong.`, '2026-11-23')).toMatchObject({
      code: 0,
    });
    expect(Object.keys(lock().versions[`shop/${TODAY}`]?.files ?? {})).toEqual([
      '/favicon.svg',
      '/images/b.png',
    ]);
    // The old one is still in the record.
    expect(namesOfFiles(`${folder()}.record`).filter((name) => name.startsWith('~'))).toHaveLength(
      3,
    );
    expect(await run('verify')).toMatchObject({ code: 0 });
    rmSync(copy());
    expect(await run('verify')).toMatchObject({ code: 1 });
    expect((await run('adopt')).out).toContain('Nothing to adopt');
    writeFileSync(picture(), 'old map');
    expect((await run('status')).out).toContain(
      `make it again: npx noticeboard adopt shop/${TODAY}`,
    );
    expect(await run(`adopt shop/${TODAY}`)).toMatchObject({ code: 0 });
    expect(readFileSync(copy(), 'utf8')).toBe('old map');
    rmSync(picture());
    expect(await run('verify')).toMatchObject({ code: 0 });
  });
});
