/** What a project keeps from one build to the next: it saves time, and changes nothing of the site. */
import { beforeAll, expect, it } from 'vitest';
import { differing, useKeepingProject } from './kept.cases.ts';
import { useWorkshop } from './setup/workshop.ts';

const { build, buildAnew, addVersion, times } = useKeepingProject(useWorkshop('kept'));

let site: Map<string, Buffer>;
beforeAll(async () => {
  site = await buildAnew();
});

const pagesIn = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name.startsWith('pages/'));

it('a second build makes nothing again where nothing has changed', async () => {
  const before = times();
  // One for the pages of each notice in each language, and one for those that are of none.
  expect(pagesIn(before.keys()).length).toBe(4);
  expect(differing(await build(), site)).toEqual([]);
  expect(times()).toEqual(before);
});

it('a version of one notice leaves the pages of the others', async () => {
  const before = times();
  await addVersion();
  const changed = await build();
  expect(differing(changed, site)).toContain('club/2026-01-01/index.html');
  const after = times();
  expect([...before].filter(([name, time]) => after.get(name) !== time)).toEqual([]);
  const added = [...after.keys()].filter((name) => !before.has(name));
  // The pages of this notice, and those that are of none.
  expect(pagesIn(added).length).toBe(2);
  expect(differing(changed, await buildAnew())).toEqual([]);
});
