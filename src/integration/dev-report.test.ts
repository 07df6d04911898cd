import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

it('says what the law asks of a draft, with its place, and no more once there is none', async () => {
  const { options } = project;
  const draft = path.join(options.directory, 'laws', 'draft.mdx');
  mkdirSync(path.dirname(draft), { recursive: true });
  writeFileSync(draft, DRAFT);
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const watcher = new EventEmitter();
  const notices = shareNotices(options);
  reportInDev(options, notices, { watcher } as unknown as ViteDevServer, {
    error: print,
    warn: print,
    info: print,
  });
  await vi.waitFor(() => expect(lines.join('\n')).toContain('retention-missing'));
  expect(lines.join('\n')).toMatch(/laws\/draft\.mdx:12:\d+ +warning .*EEA.*eea-frame/);

  rmSync(draft);
  notices.forget();
  watcher.emit('all', 'unlink', draft);
  await vi.waitFor(() => expect(lines.at(-1)).not.toContain('eea-frame'));
});

const DRAFT = `---
title: Law
published: "2026-11-01"
effective: "2026-12-01"
changeType: initial
controller: { name: Example Limited, contact: { email: privacy@example.example } }
---

## About {#about}

Words.
Nothing is kept outside the EEA.
`;
