import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isHistory } from './import-history-open.ts';
import { LARGEST, looksLikeSource, readGiven } from './import-source.ts';
import { Refusal } from './terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'import-source-'));
const at = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const refusal = (written: string): string => {
  try {
    readGiven(written);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return '';
};

it('reads a file, and hands on a folder', () => {
  writeFileSync(at('a page.html'), 'words');
  const given = readGiven(at('a page.html'));
  expect(given.kind === 'file' && [given.name, new TextDecoder().decode(given.bytes)]).toEqual([
    'a page.html',
    'words',
  ]);
  expect(readGiven(folder)).toEqual({ kind: 'folder', folder });
});

it('refuses what is no file, and says why', () => {
  symlinkSync('loop.txt', at('loop.txt'));
  writeFileSync(at('large.html'), '');
  truncateSync(at('large.html'), LARGEST + 1);
  execFileSync('mkfifo', [at('pipe.txt')]);
  expect(refusal(at('none.html'))).toContain('there is no file or folder');
  expect(refusal('https://acme.example/privacy')).toContain('import fetches nothing');
  expect(refusal(at('loop.txt'))).toContain('a link that leads to itself');
  expect(refusal(path.join(at('a page.html'), 'b'))).toMatch(/no file|part of its path/);
  expect(refusal(at('pipe.txt'))).toContain('is not a file');
  expect(refusal(at('large.html'))).toContain('has 21 MB; a source may have 20 MB');
  expect(refusal(at(`${'a'.repeat(300)}.txt`))).toContain('its name is too long');
  expect(refusal('\x1b[2Jnone.html')).toContain(String.raw`\x1b[2Jnone.html`);
});

// Nothing is closed to root.
it.skipIf(process.getuid?.() === 0)('refuses what this user may not read', () => {
  writeFileSync(at('closed.html'), 'words');
  chmodSync(at('closed.html'), 0);
  expect(refusal(at('closed.html'))).toContain('this user may not read it');
});

it('takes what cannot be looked at for no history, so that reading it says why', () => {
  symlinkSync('round.txt', at('round.txt'));
  expect(isHistory(at('round.txt'))).toBe(false);
  expect(isHistory(at('none'))).toBe(false);
  expect(isHistory(at('.'))).toBe(true);
});

it('knows a source from the path of a notice', () => {
  expect(['customers', 'acme/staff', 'v1.2'].filter(looksLikeSource)).toEqual([]);
  const sources = ['-', 'x.html', 'Policy.DOCX', 'https://a.example', folder];
  expect(sources.filter(looksLikeSource)).toEqual(sources);
});
