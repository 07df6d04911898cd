import type { AstroPrerenderer } from 'astro';
import { expect, it } from 'vitest';
import type { Site } from '../site/site.ts';
import { emptySite, parcels } from '../site/testing.ts';
import { prerendererOf } from './prerenderer.ts';

const SECOND = { number: 2, of: 2 };
const silent = {
  step: () => undefined,
  advance: () => undefined,
  clear: () => undefined,
  end: () => undefined,
};

/** Which of the pages at these paths, as Astro has them, a part with the notice `parcels` makes. */
async function madeIn(changes: Partial<Site>, paths: readonly string[]): Promise<string[]> {
  const notices = [parcels({ '2024-01-01': 'We deliver parcels.' })];
  const site = emptySite({ notices, built: notices, shard: SECOND, ...changes });
  const files = { code: '', output: '/nowhere' };
  const prerenderer = prerendererOf({ site, threads: undefined, progress: silent, ...files })({
    getStaticPaths: () => Promise.resolve(paths.map((pathname) => ({ pathname }))),
  } as unknown as AstroPrerenderer);
  return (await prerenderer.getStaticPaths()).map(({ pathname }) => pathname);
}

it.each(['/', '/parcels/', '/docs/'])(
  'makes the pages of its notices in a part, below the base %s',
  async (base) => {
    const own = ['/parcels/', '/parcels/2024-01-01/'];
    expect(await madeIn({ base }, ['/', '/search/', ...own])).toEqual(own);
  },
);

it('takes no page of the project for one of a notice', async () => {
  const { settings } = emptySite();
  const changes = { base: '/privacy/', settings: { ...settings, path: '/privacy/' } };
  const own = '/privacy/parcels/';
  expect(await madeIn(changes, ['/parcels/', '/offers/100%/', own])).toEqual([own]);
});
