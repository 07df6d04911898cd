/** `verify`: checks every file, text and anchor against the lock, and all of a deployed site that shows them. */
import type { DeployedReport } from '../record/deployed.ts';
import { checkLock } from '../record/check.ts';
import { emptyLock, isFault, type Lock } from '../record/lock.ts';
import { readablePart, unreadIn } from '../record/unreadable.ts';
import { checkImports, type ImportState } from '../record/check-imports.ts';
import { checkRecord } from '../record/texts.ts';
import { isError, type Finding } from '../findings/catalogue.ts';
import { counted } from '../findings/report.ts';
import { jsonReporter } from '../findings/report-json.ts';
import { en } from '../words/en/index.ts';
import { during, paint, print, Refusal, reported } from './terminal.ts';
import { lockOf, readFolder, type Folder } from './folder.ts';
import { projectAt } from './project.ts';

/**
 * Checks the folder against its lock and prints the findings.
 *
 * @param url where a deployed site is, to check that too
 * @param isStrict whether headers that are missing or weaker are faults; a host may not let them be set
 * @returns whether everything is as it was published
 * @throws Refusal if that is not the address of a site
 */
export async function verify(
  url: string | undefined,
  format: 'text' | 'json',
  isStrict = false,
): Promise<boolean> {
  const site = url === undefined ? undefined : siteAt(url);
  const folder = await readFolder({ usesKept: false });
  const { lock } = readablePart(folder.locked);
  // Nothing of it can be read, so nothing can be compared.
  const known = lock && isFault(lock) ? lockOf(folder) : (lock ?? emptyLock());
  const count = Object.keys(known.versions).length;
  const errors = folder.findings.filter(isError);
  // A text that cannot be read cannot be compared.
  const accounts = checkImports(folder.directory, folder.versions, folder.root);
  const compared =
    errors.length > 0
      ? [...checkLock(folder.locked, true), ...errors]
      : checkRecord(folder.locked, folder.versions, folder.directory, true);
  const findings = [...compared, ...accounts.findings];
  const unread = unreadIn(folder.locked);
  // A site shows the versions of all notices, so it is compared with the lock of all.
  const deployed =
    site && unread.length === 0
      ? await during(`Checking ${site.href}`, () => checkSite(site, folder, known))
      : undefined;
  const isSound =
    !findings.some(isError) && count > 0 && (deployed === undefined || isWhole(deployed, isStrict));
  if (format === 'json') {
    const { faults = [], ...counts } = deployed ?? {};
    const { imports } = accounts;
    // An empty list would say that a site was compared which was not.
    const isLeftOut = site !== undefined && deployed === undefined;
    const ofSite = isLeftOut ? {} : { deployed: faults, ...counts };
    const context = { sound: isSound, versions: count, imports, ...ofSite };
    print(jsonReporter(context)(findings));
    return isSound;
  }
  if (findings.length > 0) print(reported(findings));
  for (const line of sayImports(accounts.imports)) print(line);
  if (site && deployed) printDeployed(site, deployed, isStrict);
  if (unread.length > 0) printUnread(unread, count, findings, site);
  else printResult(isSound, count, site);
  return isSound;
}

/** The notices whose files of the lock cannot be read, and how the others are. */
function printUnread(
  unread: readonly string[],
  versions: number,
  findings: readonly Finding[],
  site: URL | undefined,
): void {
  print(`Not verified: ${en.listed(unread)}, of which the lock cannot be read.`);
  const isOfLock = ({ code }: Finding): boolean => code === 'lock-unreadable';
  if (versions > 0 && findings.every((each) => !isError(each) || isOfLock(each))) {
    print(`${matching(versions)} what was published, of all other notices.`);
  }
  if (site) print(`${site.href} was not compared: that needs the lock of every notice.`);
}

/** "3 versions match". */
const matching = (versions: number): string =>
  `${versions} ${versions === 1 ? 'version matches' : 'versions match'}`;

/** What is known of imports, a line each; of a history one. That a publisher has edited them since is no error. */
function sayImports(imports: readonly ImportState[]): string[] {
  const byHistory = Map.groupBy(
    imports.filter(({ history }) => history !== undefined),
    ({ id }) => id.slice(0, id.lastIndexOf('/')),
  );
  return [
    ...imports.filter(({ history }) => history === undefined).map(sayImport),
    ...[...byHistory].map(([notice, all]) => sayHistory(notice, all)),
  ];
}

function sayImport({ id, source, hasImportedWords }: ImportState): string {
  if (hasImportedWords === undefined) return `Imported ${id} from ${source}: it is not there now.`;
  return hasImportedWords
    ? `Imported ${id} from ${source}: it still has the imported words.`
    : `Imported ${id} from ${source}: its words were edited since.`;
}

function sayHistory(notice: string, all: readonly ImportState[]): string {
  const named = (is: boolean | undefined): string =>
    all
      .filter(({ hasImportedWords }) => hasImportedWords === is)
      .map(({ id }) => id.slice(notice.length + 1))
      .join(', ');
  const [edited, gone] = [named(false), named(undefined)];
  const others = [
    ...(edited === '' ? [] : [`the words of ${edited} were edited since`]),
    ...(gone === '' ? [] : [`not there now: ${gone}`]),
  ].join('; ');
  const state = others === '' ? 'they still have the imported words' : others;
  return `Imported ${counted(all.length, 'version')} of ${notice} from ${all[0]?.history ?? ''}: ${state}.`;
}

/** Whether all of a site was read, and is as it was published. */
export const isWhole = (
  { faults, unread, weak }: Pick<DeployedReport, 'faults' | 'unread' | 'weak'>,
  isStrict: boolean,
): boolean => faults.length === 0 && unread === 0 && !(isStrict && weak.length > 0);

/** Checks a deployed site. What reads pages is loaded only for this. */
async function checkSite(
  site: URL,
  folder: Folder,
  { versions: locked }: Lock,
): Promise<DeployedReport> {
  const { checkDeployed } = await import('../record/deployed.ts');
  const { otherFiles, sampledHeaders } = await import('../exports/deployed.ts');
  const { noticesOfVersions, placeOf } = await import('./site.ts');
  const { root, versions, today } = folder;
  const project = await projectAt(root);
  const place = placeOf(project, site.pathname);
  const shown = versions.filter(
    ({ notice, name, draft }) => !draft && `${notice}/${name}` in locked,
  );
  const notices = noticesOfVersions(folder, shown, project);
  // Which other files have a type of their own, no address of the sample asks.
  const outerBase = project.path === '/' ? place.base : '/';
  const made = { ...place, outerBase, notices, settings: { dpv: false } };
  const known = { versions, locked, today, url: place.url };
  const others = otherFiles(made);
  return checkDeployed(site, { ...known, others, headersAt: sampledHeaders(made) }, { fetch });
}

/** Where a site begins. */
function siteAt(written: string): URL {
  const hint = 'give the address where the site begins, such as https://notices.example/privacy/';
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url) throw new Refusal(`--url is not an address: ${written}`, hint);
  const { protocol, username, password, search, hash } = url;
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new Refusal(`--url begins with ${protocol} instead of http: or https:`, hint);
  }
  if (username || password || search || hash) {
    throw new Refusal('--url has more than a host and a path', hint);
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`;
  return url;
}

/** So many addresses of a header are named. */
const NAMED = 2;

function printHeaders(weak: DeployedReport['weak'], isStrict: boolean): void {
  const label = isStrict ? paint('red', 'deployed') : paint('yellow', 'warning');
  for (const { header, message, addresses } of weak) {
    const more = addresses.length - NAMED;
    const where = addresses.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
    print(`${label}  the header ${header} ${message}: ${where}`);
  }
  if (weak.length > 0) {
    print(
      `    ${paint('cyan', '→')} the files that a build writes for hosts set them: _headers, .hosting/nginx.conf and .hosting/Caddyfile`,
    );
  }
}

function printDeployed(
  site: URL,
  { faults, counts, read, unread, weak }: DeployedReport,
  isStrict: boolean,
): void {
  for (const { message } of faults) print(`${paint('red', 'deployed')}  ${message}`);
  for (const [kind, count] of Object.entries(counts)) {
    const shown = faults.filter((fault) => fault.kind === kind).length;
    if (count > shown) print(`${paint('red', 'deployed')}  and ${count - shown} more: ${kind}`);
  }
  printHeaders(weak, isStrict);
  if (unread > 0) {
    print(`${unread} more addresses were not read, because others could not be.`);
  }
  const parts = [
    counted(read.page, 'page'),
    counted(read.text, 'text'),
    counted(read.record, 'record'),
    ...(read.file > 0 ? [counted(read.file, 'file')] : []),
    ...(read.feed > 0 ? [counted(read.feed, 'feed')] : []),
  ];
  print(`Read ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)} at ${site.href}.`);
}

function printResult(isSound: boolean, versions: number, site: URL | undefined): void {
  if (versions === 0) print('Nothing is in the lock yet, so nothing can be verified.');
  if (!isSound) return;
  const where = site === undefined ? '' : `, and as deployed at ${site.href}`;
  print(`${paint('green', 'Verified')}: ${matching(versions)} what was published${where}.`);
}
