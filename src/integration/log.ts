/** What a build prints: a few lines of its own, in place of Astro's one for each page. */
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { AstroIntegrationLogger, AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import { counted } from '../findings/report.ts';
import type { Notice } from '../site/notices.ts';
import { nameOfShard, type Shard } from '../site/shards.ts';
import { startProgress, type Progress } from './progress.ts';

/** The label of the integration's own lines, and the beginning of the names of all its parts. */
export const OWN = 'noticeboard';

const isOwn = (label: string | null): boolean => label?.startsWith(OWN) === true;

/** What of a logger is used here, as far as it is there: it may change in any release of Astro. */
interface Logger {
  options?: { level?: string; destination?: AstroLoggerDestination };
}

/**
 * Leaves out some of what Astro prints from now on, unless `--verbose` asks for everything. Every
 * logger of a command has the same options, so that this one's destination is that of all. `logger`
 * in Astro's configuration could do it too, but only after the hook that sets it.
 */
export function leaveOut(
  logger: Logger,
  isLeftOut: (message: AstroLoggerMessage) => boolean,
): void {
  if (logger.options?.level === 'debug') return;
  redirect(logger, (message, print) => {
    if (!isLeftOut(message)) print(message);
  });
}

type Print = (message: AstroLoggerMessage) => void;

/** Passes what is printed through a function. If a logger can no longer be changed, it is not. */
function redirect(
  { options }: Logger,
  write: (message: AstroLoggerMessage, print: Print) => void,
): void {
  const destination = options?.destination;
  if (!options || !destination) return;
  const redirected: AstroLoggerDestination = {
    write: (message) => write(message, (each) => destination.write(each)),
    flush: () => destination.flush?.(),
    close: () => destination.close?.(),
  };
  Reflect.set(options, 'destination', redirected);
}

/**
 * Watches a build: in place where the output is a terminal and there is nothing else to be read on it,
 * in plain lines where it is kept, is complete (`--verbose`), or goes to a logger of the project's own.
 */
export function watchBuild(
  logger: Logger & Pick<AstroIntegrationLogger, 'info'>,
  hasOwnLogger: boolean,
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stdout,
): Progress {
  const isInPlace =
    output.isTTY &&
    process.env['TERM'] !== 'dumb' &&
    !hasOwnLogger &&
    logger.options?.level === 'info';
  const progress = startProgress((line) => logger.info(line), isInPlace ? output : undefined);
  if (isInPlace) {
    redirect(logger, (message, print) => {
      progress.clear();
      print(message);
    });
  }
  return progress;
}

/** Whether a line is only about progress, and not the integration's own. */
export const isProgress = ({ level, label }: AstroLoggerMessage): boolean =>
  level === 'info' && !isOwn(label);

/**
 * Whether a piece of a line is about one page: Astro prints its address before it is made, and the time
 * afterwards. Several are made at once, so that the pieces would be mixed.
 */
export const isAboutPage = ({ level, message }: AstroLoggerMessage): boolean =>
  level === 'info' && /^\s*(?:[├└]─|\(\+[\d.]+m?s\)|[▶λ] )/.test(stripVTControlCharacters(message));

/** Whether a warning or an error is false, and nobody but us could do something about it. */
export const isFalseAlarm = ({ label, message }: AstroLoggerMessage): boolean =>
  // Vite's minifier does not know the pseudo-class yet: parcel-bundler/lightningcss#1181.
  (label === 'vite' && message.includes("'target-current' is not recognized")) ||
  // Astro's word for a refusal, which itself says what is wrong. Of any other error, there is a stack.
  (isOwn(label) && message.startsWith('An unhandled error occurred while running'));

type Notices = readonly Pick<Notice, 'published' | 'draft'>[];

/** The first line of a build: what it is about to build. */
export const beginning = (notices: Notices, shard?: Shard): string =>
  `Building ${shard ? `part ${nameOfShard(shard)}: ` : ''}${contentOf(notices)} …`;

export interface Built {
  notices: Notices;
  pages: number;
  /** Absolute path of the site. */
  destination: string;
  seconds: number;
  /** How many warnings there were, and how many of them about what cannot change. */
  warnings: number;
  settled: number;
  /** The part of a site that was built. */
  shard?: Shard | undefined;
}

/** Prints what was built, where, and how many warnings there are. */
export function printSummary(
  { notices, pages, destination, seconds, warnings, settled, shard }: Built,
  logger: Pick<AstroIntegrationLogger, 'info' | 'warn'>,
): void {
  const below = path.relative(process.cwd(), destination);
  const place = below.startsWith('..') || path.isAbsolute(below) ? destination : below;
  const time = `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const built = `${shard ? `part ${nameOfShard(shard)}, ` : ''}${counted(pages, 'page')} of ${contentOf(notices)} in ${time}`;
  logger.info(`Built ${built}: ${path.join(place, path.sep)}`);
  if (shard) logger.info('Join all parts before you deploy: npx noticeboard merge <part>…');
  if (warnings === 0) logger.info('No warnings about notices.');
  else {
    const line = `${counted(warnings, 'warning')}${partOf(settled, warnings)}: npx noticeboard status --all`;
    if (settled < warnings) logger.warn(line);
    else logger.info(line);
  }
}

const contentOf = (notices: Notices): string => {
  const versions = notices.reduce((sum, { published }) => sum + published.length, 0);
  const drafts = notices.filter(({ draft }) => draft !== undefined).length;
  const shown = `${counted(notices.length, 'notice')} with ${counted(versions, 'version')}`;
  return drafts === 0 ? shown : `${shown} and ${counted(drafts, 'draft')}`;
};

function partOf(settled: number, warnings: number): string {
  if (settled === 0) return '';
  const part = settled === warnings ? '' : `, ${settled} of them`;
  return `${part} about published versions, which cannot change`;
}
