import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { buildOrThrow } from './setup/build.ts';
import { noticesProcess } from './setup/commands.ts';
import { copyProject } from './setup/project.ts';
import type { BuiltSite } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';
import { expectSame, testParts } from './shards.cases.ts';

const { at } = useWorkshop('all-shards');
const corners = inject('corners');
const languages = inject('languages');

const testPartsOf = (site: BuiltSite, parts: number): void => {
  const { name, notices, base, cards, drafts, folder } = site;
  const buildPart = async (out: string, shard: string): Promise<string> => {
    const environment = { NOTICEBOARD_SHARD: shard };
    return (await buildOrThrow({ notices, base, cards, drafts, out, environment })).output;
  };
  testParts(
    () => folder,
    buildPart,
    () => notices,
    parts,
    (number) => at(name, String(number)),
  );
};

describe('a site with notices of all kinds', () => testPartsOf(corners, 3));

describe('a site with fewer notices than parts', () => testPartsOf(languages, 6));

describe('a site that is built on machines which share nothing', () => {
  it('is the same, byte for byte', async () => {
    const { notices } = languages;
    const machines = ['one', 'two', 'three'].map((name) => copyProject(at(name, 'project')));
    const built = await Promise.all(
      machines.map(({ build }, index) =>
        build(notices, index === 0 ? {} : { NOTICEBOARD_SHARD: `${index}/2` }),
      ),
    );
    expect(built.map(({ code }) => code)).toEqual([0, 0, 0]);
    const [whole = '', ...parts] = machines.map(({ folder }) => path.join(folder, 'dist'));
    const words = ['merge', ...parts, '--out', at('merged')];
    expect((await noticesProcess(words, { notices })).err).toBe('');
    expectSame(whole, at('merged'));
  });
});
