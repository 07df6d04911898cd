/** In dev, what is wrong with the notices, in the terminal: at the start, and after each change of it. */
import type { AstroIntegrationLogger } from 'astro';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { holds } from '../disk/paths.ts';
import type { CheckedFolder } from '../checks/folder.ts';
import { isError, type Reported } from '../findings/catalogue.ts';
import { terminalReporter } from '../findings/report.ts';
import type { IsoDate } from '../notices/dates.ts';
import { locksPathOf, oldLockPathOf, readLockedFolder } from '../record/files.ts';
import { describeSettled, withoutSettled } from '../record/settled.ts';
import { faultsOfRecord } from '../record/texts.ts';
import type { SiteOptions } from '../site/load.ts';
import type { SharedNotices } from '../site/shared.ts';

/** What the law asks of drafts. Its rules are loaded when there is one: a folder without drafts needs none. */
async function draftsByLaw({ versions }: CheckedFolder, today: IsoDate): Promise<Reported[]> {
  const drafts = versions.filter(({ draft }) => draft);
  if (drafts.length === 0) return [];
  const { lawFindings } = await import('../law/findings.ts');
  return drafts.flatMap((each) => lawFindings(each, each.facts.effective, today));
}

/** How long to wait for further changes: an editor may write a file in several steps. */
const PAUSE = 100;

export function reportInDev(
  options: SiteOptions,
  notices: SharedNotices,
  { watcher }: ViteDevServer,
  logger: Pick<AstroIntegrationLogger, 'error' | 'warn' | 'info'>,
): void {
  const { directory } = options;
  const watched = [directory, locksPathOf(directory), oldLockPathOf(directory)];
  let last = '';
  const report = async (): Promise<void> => {
    const checked = await notices.folder();
    const locked = readLockedFolder(options.directory, checked.versions, options);
    const { open: ofTexts, settled } = withoutSettled(checked.findings, locked);
    const ofNotices = [...faultsOfRecord(locked, checked, options.directory, false), ...ofTexts];
    const open = [...ofNotices, ...(await draftsByLaw(checked, options.today))];
    const text = terminalReporter({ colours: process.stderr.isTTY })(open);
    if (text === last) return;
    if (ofNotices.some(isError)) logger.error(`\n${text}`);
    else if (open.length > 0) logger.warn(`\n${text}`);
    else if (last !== '') logger.info('Nothing is wrong with the notices any more.');
    if (last === '' && settled.length > 0) logger.info(describeSettled(settled));
    last = open.length > 0 ? text : '';
  };
  const reportOrFail = (): void => void report().catch((error) => logger.error(String(error)));
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_, file) => {
    if (!watched.some((each) => holds(each, path.resolve(file)))) return;
    clearTimeout(timer);
    timer = setTimeout(reportOrFail, PAUSE);
  });
  reportOrFail();
}
