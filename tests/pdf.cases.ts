import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { foreignFiles } from '../src/disk/manifest.ts';
import { namesOfFiles } from './setup/build.ts';
import type { BuiltSite } from './setup/site.ts';
import { useWorkshop } from './setup/workshop.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
if (!hasQpdf) process.stdout.write('qpdf is not on this machine; its checks are left out.\n');

export const { at } = useWorkshop('pdf');
/** Runs the command on a built site. */
export const pdf = (site: string) =>
  spawnSync(process.execPath, ['src/cli/index.ts', 'pdf'], {
    env: { ...process.env, OUT_DIR: site },
    encoding: 'utf8',
  });

/** Tests that every version of a built site has a sound PDF. */
export function testPdf({ name, folder }: BuiltSite): void {
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
    const page = readFileSync(path.join(site, printed[0]!.replace('.pdf', '/index.html')), 'utf8');
    expect(page).toContain(`${path.basename(printed[0]!)}" type="application/pdf"`);
    if (hasQpdf) {
      for (const file of printed) execFileSync('qpdf', ['--check', path.join(site, file)]);
    }
    // The next build may replace the site.
    expect(foreignFiles(site)).toEqual([]);
  });
}
