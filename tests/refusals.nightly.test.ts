/** That a build asks what its parts find, and ends over it. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, buildOrThrow, readFiles, type BuildOptions } from './setup/build.ts';
import { GOOD } from './setup/notices.ts';
import { copyProject, removeCardPackages } from './setup/project.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('refusals');

describe('a build', () => {
  let before: Map<string, Buffer>;
  beforeAll(async () => {
    const notices = noticesOf('good', { 'shop/2025-01-01.mdx': GOOD });
    await buildOrThrow({ notices, out: at('site', 'dist') });
    before = readFiles(at('site'));
  });

  it.each<[string, () => Partial<BuildOptions>, string]>([
    ['a day that is none', () => ({ today: '2026-02-30' }), 'NOTICEBOARD_TODAY is "2026-02-30"'],
    [
      'a part that is none',
      () => ({ environment: { NOTICEBOARD_SHARD: '3/2' } }),
      'NOTICEBOARD_SHARD is "3/2"',
    ],
    ['a folder that is not there', () => ({ notices: at('nowhere') }), 'there is no folder'],
    ['a folder above the notices', () => ({ out: at('good') }), 'would replace'],
  ])('ends in one clear error over %s, and the site stays', async (_, options, message) => {
    const result = await build({
      notices: at('good', 'notices'),
      out: path.join(at('site'), 'dist'),
      ...options(),
    });
    expect(result.code).toBe(1);
    expect(result.output.split(message)).toHaveLength(2);
    expect(result.output).not.toMatch(/^\s+at |stack trace|node_modules/im);
    expect(readFiles(at('site'))).toEqual(before);
    expect(readFiles(at('good', 'notices')).get('shop/2025-01-01.mdx')?.toString()).toBe(GOOD);
  });

  it('names the packages that draw cards where they are not installed', async () => {
    const project = copyProject(at('project'));
    removeCardPackages(project.folder);
    const { code, output } = await project.build(at('good', 'notices'));
    expect(code).toBe(1);
    expect(output).toContain('run npm install satori sharp @fontsource/inter, or remove cards');
  });
});
