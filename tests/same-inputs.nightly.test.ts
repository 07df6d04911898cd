import { describe, expect, inject, it } from 'vitest';
import { buildOrThrow, readFiles } from './setup/build.ts';
import { copyNotices } from './setup/sample.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('same-inputs');

describe('the same inputs', () => {
  const sites = [inject('languages'), ...inject('samples')];
  const zones = ['Pacific/Kiritimati', 'America/Los_Angeles'];
  const tried = sites.flatMap((site) => zones.map((timeZone) => ({ timeZone, site })));

  it.each(tried)(
    'give the same bytes again, of $site.name in $timeZone as elsewhere',
    async ({ timeZone, site: { name, notices, base, drafts, folder } }) => {
      const out = at('again', name, timeZone.replace('/', '-'));
      await buildOrThrow({ notices, out, base, drafts, timeZone });
      expect(readFiles(out)).toEqual(readFiles(folder));
    },
  );

  it.each(sites)(
    'give the same bytes of $name in another folder, time zone, language and home',
    async (site) => {
      const folder = at(`elsewhere ${site.name}`, 'a folder', 'notices');
      copyNotices(site.notices, folder);
      const out = at(`elsewhere ${site.name}`, 'out');
      await buildOrThrow({
        notices: folder,
        out,
        base: site.base,
        drafts: site.drafts,
        timeZone: 'Asia/Kathmandu',
        environment: {
          LANG: 'de_DE.UTF-8',
          LC_ALL: 'tr_TR.UTF-8',
          HOME: at(`elsewhere ${site.name}`),
          USER: 'ann',
        },
      });
      expect(readFiles(out)).toEqual(readFiles(site.folder));
    },
    120_000,
  );
});
