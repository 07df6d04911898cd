import { readdirSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { pagesOf, type BuiltSite } from './setup/site.ts';

describe('sites that were built at the same time', () => {
  const [sample] = inject('samples');
  const sites = [sample!, inject('languages'), inject('corners')];

  it.each(sites)('have no page of another: $name', ({ folder, notices: from }: BuiltSite) => {
    const own = readdirSync(from).toSorted();
    const found = pagesOf({ folder })
      .map((page) => page.path.split('/')[1] ?? '')
      .filter((name) => !['', '404.html', 'about', 'search'].includes(name));
    expect(own).toEqual(expect.arrayContaining([...new Set(found)]));
    expect(new Set(found).size).toBeGreaterThan(2);
  });
});
