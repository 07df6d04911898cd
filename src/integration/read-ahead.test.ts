import { readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shareNotices } from '../site/load-shared.ts';
import { readAhead } from './read-ahead.ts';
import { smallProject, type SmallProject } from './testing.ts';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

it('keeps what is read of every version, while nothing is read here', async () => {
  const isRead = readAhead(project.options);
  const folder = shareNotices(project.options, () => isRead).folder();
  await isRead;
  // Before anything is read here, which would be kept as well.
  const kept = readdirSync(project.options.kept?.folder ?? '');
  expect(kept.length).toBeGreaterThanOrEqual((await folder).versions.length);
});

it('leaves what it cannot read to whoever asks for it', async () => {
  rmSync(project.options.directory, { recursive: true });
  // The thread fails at it.
  await readAhead({ ...project.options, root: undefined as unknown as string });
  const { findings } = await shareNotices(project.options).folder();
  expect(findings.map(({ code }) => code)).toEqual(['folder-missing']);
});
