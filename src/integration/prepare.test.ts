import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShelf } from '../disk/shelf.ts';
import type { Site } from '../site/site.ts';
import { prepare, type Step } from './prepare.ts';
import { isPrepared, notePrepared } from './prepared.ts';
import { askAsPagesDo, madeByPages, smallProject, type SmallProject } from './testing.ts';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

const onShelf = ({ options }: SmallProject): string[] => readdirSync(options.shelf?.folder ?? '');

const STEPS: readonly Step[] = ['neighbours', 'lineages', 'others', 'rest'];

/** Takes all steps for all notices, each in so many slices. */
async function prepareAll({ load }: SmallProject, of: number): Promise<void> {
  const { site } = await load();
  for (const step of STEPS) {
    for (const notice of site.notices) {
      for (let number = 0; number < of; number += 1) {
        await prepare(site, notice, step, { number, of });
      }
    }
  }
}

describe('notices that were prepared', () => {
  it('leave pages nothing to make, in slices', async () => {
    await prepareAll(project, 3);
    const before = onShelf(project);
    // Another process, which finds it on disk alone.
    const { site } = await project.load();
    expect(madeByPages(site)).toEqual([]);
    expect(onShelf(project)).toEqual(before);
  });

  it('leave pages their addresses to ask for before the rest is there', async () => {
    const { site } = await project.load();
    for (const notice of site.notices) {
      await prepare(site, notice, 'neighbours');
      await prepare(site, notice, 'lineages');
    }
    const next = await project.load();
    const made = madeByPages(next.site);
    expect(made.length).toBeGreaterThan(0);
    expect(made.join('\n')).not.toMatch(/ (?:lineages|passages)\b/);
  });

  it('leave nothing on the shelf that no page asks for', async () => {
    await prepareAll(project, 2);
    const other = smallProject();
    try {
      const { site } = await other.load();
      expect(madeByPages(site).length).toBeGreaterThan(20);
      const unasked = onShelf(project).filter((key) => !onShelf(other).includes(key));
      // The texts of all sections are put there together, and by no page.
      expect(unasked.length).toBe(site.notices.length);
    } finally {
      other.remove();
    }
  });

  it('have the same panes as without', async () => {
    await prepareAll(project, 1);
    const { site } = await project.load();
    const panes = askAsPagesDo(site);
    expect(panes.join()).toContain('<ins>');
    for (const notice of site.notices) notice.shelf = openShelf();
    expect(askAsPagesDo(site)).toEqual(panes);
  });
});

describe('the note that notices are prepared', () => {
  it('is of these notices, the settings and the address', async () => {
    const load = async (): Promise<Site> => (await project.load()).site;
    const first = await load();
    expect(isPrepared(first, first.notices)).toBe(false);
    notePrepared(first, first.notices);
    const site = await load();
    expect(isPrepared(site, site.notices)).toBe(true);
    expect(isPrepared(site, site.notices.slice(1))).toBe(false);
    for (const change of [
      { base: '/privacy/' },
      { url: new URL('https://notices.example') },
      { settings: { ...site.settings, cards: !site.settings.cards } },
    ]) {
      expect(isPrepared({ ...site, ...change }, site.notices)).toBe(false);
    }
  });
});
