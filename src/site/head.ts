/** What stands in a page's head for machines: where the other versions and forms of it are. */
import {
  atomPath,
  dataPath,
  dpvPath,
  historyPath,
  jsonFeedPath,
  sourcePath,
  textPath,
  timeMapPath,
  versionsPath,
} from './addresses.ts';
import type { Words } from '../words/index.ts';
import { neighboursOf, type Notice, type Version } from './notices.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';

/** A `<link>`, its address without the site's base. */
export interface HeadLink {
  rel: string;
  path: string;
  type?: string;
  title?: string;
  /** The language of what it leads to. Search engines want the whole address of such a page. */
  hreflang?: string;
}

/**
 * Links of the page of a notice or of one of its versions: versions by RFC 5829, the policy by
 * RFC 6903, other forms of the same as `alternate`.
 */
export function headLinks(
  { settings, url }: Pick<Site, 'settings' | 'url'>,
  notice: Notice,
  version: Version | undefined,
): HeadLink[] {
  const { words } = notice;
  const { previous, next } = version ? neighboursOf(notice, version) : {};
  return [
    { rel: 'privacy-policy', path: notice.path },
    { rel: 'latest-version', path: notice.path },
    { rel: 'version-history', path: historyPath(notice) },
    { rel: 'timemap', path: timeMapPath(notice), type: 'application/link-format' },
    ...(previous ? [{ rel: 'predecessor-version', path: previous.path }] : []),
    ...(next && next.status !== 'draft' ? [{ rel: 'successor-version', path: next.path }] : []),
    ...(version && version.status !== 'draft' ? otherForms(version, settings) : []),
    {
      rel: 'alternate',
      path: versionsPath(notice),
      type: 'application/json',
      title: words.history.allVersions,
    },
    ...(url === undefined ? [] : feeds(notice, words)),
  ];
}

const otherForms = (version: Version, { dpv }: Pick<Settings, 'dpv'>): HeadLink[] => [
  { rel: 'alternate', path: textPath(version), type: 'text/plain' },
  { rel: 'alternate', path: sourcePath(version), type: 'text/markdown' },
  { rel: 'alternate', path: dataPath(version), type: 'application/json' },
  ...(dpv ? [{ rel: 'alternate', path: dpvPath(version), type: 'application/ld+json' }] : []),
];

/** The feeds of a notice, or with `/` of the whole site. */
export function feeds(placed: { path: string }, words: Words): HeadLink[] {
  const title = words.site.feeds.name;
  return [
    { rel: 'alternate', path: atomPath(placed), type: 'application/atom+xml', title },
    { rel: 'alternate', path: jsonFeedPath(placed), type: 'application/feed+json', title },
  ];
}
