import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { reservedBy } from '../src/notices/reserved.ts';
import { PACKAGE_PAGES, pagesOfSite } from '../src/site/load-pages.ts';
import { pagesOf } from './setup/site.ts';

const isReserved = reservedBy(pagesOfSite(PACKAGE_PAGES));

/** Names that no folder of a notice can begin with, and files of the publisher's own. */
const isOfNoPage = (name: string): boolean =>
  /^[._]/.test(name) || readdirSync(path.resolve(import.meta.dirname, '../public')).includes(name);

describe.each(inject('samples'))('the names in the site $name', ({ folder }) => {
  const notices = pagesOf({ folder }).flatMap(
    ({ path: address }) => /^\/(.+)\/history\/$/.exec(address)?.[1] ?? [],
  );

  it('are those of its notices, or no notice can have them', () => {
    expect(notices.length).toBeGreaterThan(0);
    const taken = ['', ...notices].flatMap((notice) =>
      readdirSync(path.join(folder, notice))
        .filter((name) => !isOfNoPage(name) && !isReserved(name))
        .map((name) => path.posix.join(notice, name)),
    );
    const isOfNotice = (name: string): boolean =>
      notices.some((notice) => `${notice}/`.startsWith(`${name}/`));
    expect(taken.filter((name) => !isOfNotice(name))).toEqual([]);
  });
});
