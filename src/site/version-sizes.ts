/** How much each version of a notice changed, for drawings of its life. */
import type { VersionSize } from '../views/spark.ts';
import { differencesOf } from './comparisons.ts';
import type { Notice, Version } from './notices.ts';

/** How many words a version changed: those that came, that went and that moved. */
export function wordsChanged(notice: Notice, previous: Version, version: Version): number {
  const { added, removed, moved } = differencesOf(notice, previous, version).statistics.words;
  return added + removed + moved;
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
