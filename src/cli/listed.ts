/** Every version and draft of a folder with its status, in the order in which lists show them. */
import type { CheckedVersion } from '../checks/file.ts';
import type { Span, Status } from '../notices/timeline.ts';
import { placed, type Folder } from './folder.ts';

export interface Listed {
  version: CheckedVersion;
  /** `hidden` until the day on which it is published. */
  status: Status | 'draft' | 'hidden';
  /** Absent if it never applies, and of what is not public. */
  span?: Span | undefined;
}

/** The versions of each notice that are public, then those that are not yet, and its draft. */
export function listedIn(folder: Pick<Folder, 'versions' | 'today'>): Listed[] {
  const byNotice = Map.groupBy(folder.versions, ({ notice }) => notice);
  return [...byNotice].flatMap(([notice, own]) => {
    const timed = placed(folder, notice);
    const shown = new Set(timed.map(({ version }) => version.name));
    return [
      ...timed,
      ...own
        .filter(({ draft, name }) => !draft && !shown.has(name))
        .map((version): Listed => ({ version, status: 'hidden' })),
      ...own.filter(({ draft }) => draft).map((version): Listed => ({ version, status: 'draft' })),
    ];
  });
}
