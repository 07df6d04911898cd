import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { noticesProcess } from './setup/commands.ts';
import { copyProject } from './setup/project.ts';
import { useWorkshop } from './setup/workshop.ts';
import { expectSame, testParts } from './shards.cases.ts';

const { at } = useWorkshop('all-shards');
const corners = inject('corners');
const languages = inject('languages');

describe('a site with notices of all kinds', () => {
  const options = { notices: corners.notices, base: corners.base, cards: false };
  testParts(corners.folder, options, 3, (number) => at('corners', String(number)));
});

describe('a site with fewer notices than parts', () => {
  const options = { notices: languages.notices, base: languages.base, cards: false };
  testParts(languages.folder, options, 6, (number) => at('languages', String(number)));
});

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
