/** `verify`: checks every file, text and anchor against the lock, and the texts of a deployed site. */
import { checkLock } from '../record/check.ts';
import { checkRecord } from '../record/texts.ts';
import { sha256 } from '../record/source.ts';
import { isError } from '../findings/catalogue.ts';
import { during, paint, print, reported } from './terminal.ts';
import { lockOf, readFolder } from './folder.ts';

/** @returns whether all is as it was published */
export async function verify(url: string | undefined): Promise<boolean> {
  const folder = readFolder();
  const lock = lockOf(folder);
  const ids = Object.keys(lock.versions);
  const errors = folder.findings.filter(isError);
  // A text that cannot be read cannot be compared.
  const findings =
    errors.length > 0
      ? [...errors, ...checkLock(folder.locked, true)]
      : checkRecord(folder.locked, folder.versions, folder.directory, true);
  if (findings.length > 0) print(reported(findings));
  const deployed =
    url === undefined ? [] : await verifyDeployed(url, folder.locked, lock.versions, folder.today);
  for (const fault of deployed) print(`${paint('red', 'deployed')}  ${fault}`);
  const isSound = !findings.some(isError) && deployed.length === 0 && ids.length > 0;
  if (ids.length === 0) print('The lock is empty. Add versions with: npm run notices -- adopt');
  else if (isSound) {
    const where = url === undefined ? '' : `, and as deployed at ${url}`;
    const count = `${ids.length} ${ids.length === 1 ? 'version matches' : 'versions match'}`;
    print(`${paint('green', 'Verified')}: ${count} what was published${where}.`);
  }
  return isSound;
}

/** How many texts are requested at once. */
const AT_ONCE = 8;

async function verifyDeployed(
  url: string,
  { versions }: ReturnType<typeof readFolder>['locked'],
  locked: ReturnType<typeof lockOf>['versions'],
  today: string,
): Promise<string[]> {
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
  const faults: string[] = [];
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
): Promise<string | undefined> {
  try {
    const response = await fetch(address, {
      redirect: 'follow',
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) return `${address} was answered with ${response.status}`;
    const found = sha256(new Uint8Array(await response.arrayBuffer()));
    return found === fingerprint ? undefined : `${address} is not what was published: ${found}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `${address} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
