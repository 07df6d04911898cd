/** `verify`: checks every file, text and anchor against the lock, and the texts of a deployed site. */
import { checkLock } from '../record/check.ts';
import { checkRecord } from '../record/texts.ts';
import { sha256 } from '../record/source.ts';
import { isError, type Finding } from '../findings/catalogue.ts';
import { jsonReporter } from '../findings/report-json.ts';
import { during, paint, print, reported } from './terminal.ts';
import { lockOf, readFolder, type Folder } from './folder.ts';

/** A text that a deployed site does not serve as it was published. */
interface DeployedFault {
  kind: 'status' | 'changed' | 'unreachable';
  address: string;
  message: string;
}

/**
 * Checks the folder against its lock and prints the findings.
 *
 * @param url where a deployed site is, to check that too
 * @returns whether everything is as it was published
 */
export async function verify(url: string | undefined, format: 'text' | 'json'): Promise<boolean> {
  const folder = await readFolder({ usesKept: false });
  const lock = lockOf(folder);
  const ids = Object.keys(lock.versions);
  const errors = folder.findings.filter(isError);
  // A text that cannot be read cannot be compared.
  const findings =
    errors.length > 0
      ? [...checkLock(folder.locked, true), ...errors]
      : checkRecord(folder.locked, folder.versions, folder.directory, true);
  const deployed =
    url === undefined ? [] : await verifyDeployed(url, folder.locked, lock.versions, folder.today);
  const isSound = !findings.some(isError) && deployed.length === 0 && ids.length > 0;
  if (format === 'json') {
    print(jsonReporter({ sound: isSound, versions: ids.length, deployed })(findings));
  } else printResult(findings, deployed, { isSound, versions: ids.length, url });
  return isSound;
}

function printResult(
  findings: readonly Finding[],
  deployed: readonly DeployedFault[],
  result: { isSound: boolean; versions: number; url: string | undefined },
): void {
  const { isSound, versions, url } = result;
  if (findings.length > 0) print(reported(findings));
  for (const { message } of deployed) print(`${paint('red', 'deployed')}  ${message}`);
  if (versions === 0) print('The lock is empty. Add versions with: npm run notices -- adopt');
  if (!isSound) return;
  const where = url === undefined ? '' : `, and as deployed at ${url}`;
  const count = `${versions} ${versions === 1 ? 'version matches' : 'versions match'}`;
  print(`${paint('green', 'Verified')}: ${count} what was published${where}.`);
}

/** How many texts are requested at once. */
const AT_ONCE = 8;

async function verifyDeployed(
  url: string,
  { versions }: Folder['locked'],
  locked: ReturnType<typeof lockOf>['versions'],
  today: string,
): Promise<DeployedFault[]> {
  const base = url.replace(/\/+$/, '');
  const shown = versions
    .filter(({ draft, facts }) => !draft && facts.published <= today)
    .map(({ notice, name }) => `${notice}/${name}`)
    .filter((id) => id in locked)
    .flatMap((id) => [
      { file: `${id}.txt`, fingerprint: locked[id]?.text },
      ...(locked[id]?.errata ?? []).map(({ text }, index) => ({
        file: `${id}.before-erratum-${index + 1}.txt`,
        fingerprint: text,
      })),
    ]);
  const faults: DeployedFault[] = [];
  await during(`Checking ${base}`, async () => {
    for (let from = 0; from < shown.length; from += AT_ONCE) {
      const some = shown.slice(from, from + AT_ONCE);
      const found = await Promise.all(
        some.map(({ file, fingerprint }) => faultAt(`${base}/${file}`, fingerprint)),
      );
      faults.push(...found.flatMap((fault) => fault ?? []));
    }
  });
  return faults;
}

async function faultAt(
  address: string,
  fingerprint: string | undefined,
): Promise<DeployedFault | undefined> {
  try {
    const response = await fetch(address, {
      redirect: 'follow',
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) {
      return { kind: 'status', address, message: `${address} returned ${response.status}` };
    }
    const found = sha256(new Uint8Array(await response.arrayBuffer()));
    if (found === fingerprint) return undefined;
    return {
      kind: 'changed',
      address,
      message: `${address} is not what was published: its fingerprint is ${found}`,
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'unreachable', address, message: `${address} could not be read: ${reason}` };
  }
}
