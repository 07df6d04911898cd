import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { foreignFiles } from '../src/disk/manifest.ts';
import { namesOfFiles } from './setup/build.ts';
import { useWorkshop } from './setup/workshop.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
if (!hasQpdf) process.stdout.write('qpdf is not on this machine; its checks are left out.\n');

const { at } = useWorkshop('pdf');
const pdf = (site: string) =>
  spawnSync(process.execPath, ['src/exports/pdf/index.ts'], {
    env: { ...process.env, OUT_DIR: site },
    encoding: 'utf8',
  });

// A small site below a base and with a text from right to left; the sample as well, at the root and
// below a base, in `npm run test:long`.
const sites = [inject('languages'), ...(import.meta.env.MODE === 'long' ? inject('samples') : [])];

describe.each(sites)('npm run pdf on the site $name', ({ name, folder }) => {
  it('writes a tagged PDF beside the text of every version', { timeout: 60_000 }, () => {
    const site = at(name);
    cpSync(folder, site, { recursive: true });
    const { status, stderr } = pdf(site);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const files = namesOfFiles(site);
    const texts = files.filter((file) => /\/\d{4}-\d\d-\d\d[^/.]*\.txt$/.test(file));
    const printed = files.filter((file) => file.endsWith('.pdf'));
    expect(printed.length).toBeGreaterThan(5);
    expect(printed).toEqual(texts.map((file) => file.replace(/txt$/, 'pdf')));
    for (const file of printed) {
      const bytes = readFileSync(path.join(site, file), 'latin1');
      expect(bytes).toMatch(/^%PDF-/);
      expect(bytes).toContain('/StructTreeRoot');
      expect(bytes).toContain('/Lang');
      // Links lead to where the site will stand.
      expect(bytes).toMatch(/\/URI \(https:\/\/notices\.example\//);
      expect(bytes).not.toMatch(/\/URI \((?!https:|mailto:|tel:)/);
    }
    if (hasQpdf) {
      for (const file of printed) execFileSync('qpdf', ['--check', path.join(site, file)]);
    }
    // The next build may replace the site.
    expect(foreignFiles(site)).toEqual([]);
  });
});

it('says what to do where there is no site', () => {
  const { status, stderr } = pdf(at('nothing'));
  expect(status).toBe(1);
  expect(stderr).toMatch(/no built site in .*: run npm run build first\n$/);
  expect(stderr).not.toContain('    at ');
});
