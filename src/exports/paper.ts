/** What stands at the edges of every printed sheet, so that none is without its name. */
import type { Words } from '../words/index.ts';
import type { Version } from '../site/notices.ts';

export interface Paper {
  /** On one line: see `lineOnPaper`. */
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
  const name = lineOnPaper(`${facts.title} – ${facts.controller.name}`);
  return status === 'draft'
    ? { name, version: words.statuses.draft }
    : {
        name,
        version: words.site.versionOf(label),
        fingerprint: `SHA-256 ${version.fingerprint}`,
      };
}

/** A text as the edge of a sheet has room for it. */
export function lineOnPaper(text: string): string {
  const characters = [...text];
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : text;
}
