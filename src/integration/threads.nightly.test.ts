import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openShelf } from '../disk/shelf.ts';
import { isPrepared } from './prepared.ts';
import { askAsPagesDo, smallProject } from './testing.ts';
import { runThreads } from './threads.cases.ts';

it('threads that fail leave their work to the pages', async () => {
  const project = smallProject();
  const { site, checked } = await project.load();
  rmSync(path.join(project.options.directory, 'parcels'), { recursive: true });
  await runThreads(project, site, checked);
  const parcels = site.notices.filter(({ id }) => id.startsWith('parcels'));
  expect(isPrepared(site, parcels)).toBe(false);
  const panes = askAsPagesDo(site);
  for (const notice of site.notices) notice.shelf = openShelf();
  expect(askAsPagesDo(site)).toEqual(panes);
  project.remove();
});
