/** How much each version of a notice changed, for drawings of its life. */
import { once } from '../document/once.ts';
import type { VersionSize } from '../views/spark.ts';
import { differencesOf } from './comparisons.ts';
import { neighboursOf, type Notice, type Version } from './notices.ts';

/** How many words a version changed: those that came and that went. What moved reads as before. */
function wordsChanged(notice: Notice, previous: Version, version: Version): number {
  const { added, removed } = differencesOf(notice, previous, version).statistics.words;
  return added + removed;
}

/** The versions of a notice, the oldest first, each with the words it changed. */
export const sizesOf = (notice: Notice): VersionSize[] =>
  notice.versions.map((version, index) => {
    const previous = notice.versions[index - 1];
    return {
      day: version.facts.effective,
      status: version.status,
      ...(previous && { words: wordsChanged(notice, previous, version) }),
    };
  });

/** The words of the largest change of a notice, with which the bars of all others are compared. */
export const mostWordsOf = once((notice: Notice): number =>
  Math.max(
    0,
    ...notice.published.map((version) => {
      const { previous } = neighboursOf(notice, version);
      return previous ? wordsChanged(notice, previous, version) : 0;
    }),
  ),
);
