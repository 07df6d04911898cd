import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { destinationFault } from './destination.ts';
import { writeManifest } from '../disk/manifest.ts';

describe('where a site may be written', () => {
  let root: string;
  const at = (...parts: string[]) => path.join(root, ...parts);
  const fault = (destination: string) =>
    destinationFault(destination, [root, at('notices')], [at('src'), at('public')]);

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'noticeboard-destination-')));
    for (const folder of ['src/content', 'public', 'notices/acme']) {
      mkdirSync(at(folder), { recursive: true });
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is a folder that is not there yet, within the project or beside it', () => {
    expect(fault(at('dist'))).toBeUndefined();
    expect(fault(path.join(path.dirname(root), 'no-such-folder'))).toBeUndefined();
  });

  it('is an empty folder, and one that holds an earlier site', () => {
    mkdirSync(at('dist'));
    expect(fault(at('dist'))).toBeUndefined();
    writeFileSync(at('dist', 'index.html'), 'earlier');
    writeManifest(at('dist'));
    writeFileSync(at('dist', '.DS_Store'), 'left by a file manager');
    expect(fault(at('dist'))).toBeUndefined();
  });

  it.each([
    ['the project itself', '.'],
    ['a folder around it', '..'],
    ['the notices', 'notices'],
    ['the sources', 'src'],
    ['a part of the sources', 'src/content'],
    ['a new folder within the public files', 'public/site'],
  ])('is not %s', (_, destination) => {
    expect(fault(path.resolve(root, destination))).toContain('would replace');
  });

  it('is not a folder of other files', () => {
    mkdirSync(at('docs'));
    writeFileSync(at('docs', 'letter.txt'), 'Dear reader');
    expect(fault(at('docs'))).toContain('no build wrote');
  });

  it('is not an earlier site to which somebody added files of their own', () => {
    mkdirSync(at('dist', '.git'), { recursive: true });
    writeFileSync(at('dist', 'index.html'), 'earlier');
    writeManifest(at('dist'));
    writeFileSync(at('dist', 'CNAME'), 'notices.example');
    symlinkSync(at('gone'), at('dist', 'link'));
    writeFileSync(at('dist', '.git', 'config'), '');
    expect(fault(at('dist'))).toContain('.git/config, CNAME, link');
  });

  it('is not a file', () => {
    writeFileSync(at('site'), '');
    expect(fault(at('site'))).toContain('is a file');
  });

  it('is a folder whose name only begins like that of the sources', () => {
    expect(fault(at('src-site'))).toBeUndefined();
  });
});
