/** What stands at the edges of every sheet of a printed version, so that none is without its name. */
import type { Words } from '../words/index.ts';
import type { Version } from '../site/notices.ts';

export interface Paper {
  name: string;
  /** Such as "Version of 12 November 2024". */
  version: string;
  /** SHA-256 of its plain text; none of a draft. */
  fingerprint?: string;
}

/** A line at the edge has room for so many characters. */
const MOST = 90;

export function paperOf(version: Version, words: Words): Paper {
  const { facts, label, status } = version;
  const name = [...`${facts.title} – ${facts.controller.name}`];
  const short = name.length > MOST ? `${name.slice(0, MOST - 1).join('')}…` : name.join('');
  return status === 'draft'
    ? { name: short, version: words.statuses.draft }
    : {
        name: short,
        version: words.site.versionOf(label),
        fingerprint: `SHA-256 ${version.fingerprint}`,
      };
}
