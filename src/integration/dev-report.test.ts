import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { oldLockPathOf } from '../record/files.ts';
import { shareNotices } from '../site/load-shared.ts';
import { reportInDev } from './dev-report.ts';
import { smallProject, type SmallProject } from './testing.ts';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

it('says what is wrong with the record, at the start and when it changes', async () => {
  const { options } = project;
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const watcher = new EventEmitter();
  reportInDev(options, shareNotices(options), { watcher } as unknown as ViteDevServer, {
    error: print,
    warn: print,
    info: print,
  });
  await vi.waitFor(() => expect(lines.join('\n')).toContain('lock-missing'));

  const lock = oldLockPathOf(options.directory);
  writeFileSync(lock, '{');
  watcher.emit('all', 'add', lock);
  await vi.waitFor(() => expect(lines.at(-1)).toContain('lock-unreadable'));
});
