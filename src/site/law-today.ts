/** What is open of a notice by today's law: the last lines of a build. */
import { lawToday } from '../law/version.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Notice } from './notices.ts';

/**
 * A line for the version in force and for a draft, if something is open of them; none of a translation,
 * which says what its original says.
 */
export const openByLaw = (notice: Notice, today: IsoDate): string[] =>
  notice.original
    ? []
    : [notice.inForce, notice.draft].flatMap((version) =>
        version
          ? notice.shelf.made(`law ${today}`, [version.digest], () => {
              const { file, facts, source: text, status } = version;
              const draft = status === 'draft';
              const line = lawToday({ notice: notice.id, file, facts, text, draft }, today);
              return line === undefined ? [] : [line];
            })
          : [],
      );
