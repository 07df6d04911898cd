/** The pages worth finding, and when each last changed. */
import type { IsoDate } from '../notices/dates.ts';
import { historyPath } from '../site/addresses.ts';
import { isListed, type Version } from '../site/notices.ts';
import { followedNotices, type Site } from '../site/site.ts';

export interface SitemapEntry {
  path: string;
  changed: IsoDate;
}

const latest = (days: readonly IsoDate[]): IsoDate | undefined => days.toSorted().at(-1);

/** When the page of a version last changed: by an erratum, or when it was published or called off. */
const changedOn = (version: Version): IsoDate =>
  latest([
    version.facts.published,
    ...version.corrections.map(({ on }) => on),
    ...(version.calledOff ? [version.calledOff.on] : []),
  ]) ?? version.facts.published;

/**
 * Home, every notice, its history, and its versions that apply or will; those that do not apply any
 * more where the settings have search engines list them.
 */
export function sitemapOf(site: Site): SitemapEntry[] {
  const entries = followedNotices(site).flatMap((notice): SitemapEntry[] => {
    const changed = latest(notice.published.map(changedOn));
    const { inForce, scheduled, published } = notice;
    if (!changed) return [];
    return [
      {
        path: notice.path,
        changed: inForce
          ? (latest([changedOn(inForce), ...scheduled.map(changedOn)]) ?? changed)
          : changed,
      },
      { path: historyPath(notice), changed },
      ...published
        .filter((version) => isListed(version, site.settings))
        .map((version) => ({
          path: version.path,
          changed: changedOn(version),
        })),
    ];
  });
  const changed = latest(entries.map((entry) => entry.changed));
  return changed ? [{ path: '/', changed }, ...entries] : [];
}
