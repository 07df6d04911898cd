/** A git repository that a test makes, whatever the settings of this machine are. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Runs git in a folder and gives what it wrote. */
export const git = (folder: string, ...words: string[]): string =>
  execFileSync(
    'git',
    [
      ...['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b.example'],
      ...['-c', 'protocol.file.allow=always', ...words],
    ],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
      stdio: 'pipe',
    },
  );

/** Makes a repository of what is in a folder, on the branch `main`. */
export function commitAll(folder: string, message = 'Change'): void {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** Writes a file of a repository, with the folders that it is in. */
export function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
