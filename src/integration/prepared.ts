/**
 * Whether notices are prepared: apart from how they are, since a build that prints pages asks and its
 * threads do it.
 */
import type { Notice } from '../site/notices.ts';
import type { Site } from '../site/site.ts';

/** Notes that all that pages show of notices is on the shelf. */
export function notePrepared(site: Site, notices: readonly Notice[]): void {
  const [notice] = notices;
  notice?.shelf.made(nameOf(site), digestsOf(notices), () => true);
}

/** Whether it is. Drafts do not count: nothing of them is put there. */
export const isPrepared = (site: Site, notices: readonly Notice[]): boolean =>
  notices[0]?.shelf.has(nameOf(site), digestsOf(notices)) === true;

const nameOf = ({ base, url, settings }: Site): string =>
  `prepared ${JSON.stringify([base, url?.href, settings])}`;

const digestsOf = (notices: readonly Notice[]): string[] =>
  notices.flatMap(({ published }) => published.flatMap(({ digest }) => digest ?? []));
