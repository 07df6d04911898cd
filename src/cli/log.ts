/** `log`: prints the history of all versions, as the ICO's accountability framework asks for it. */
import { en } from '../words/en/index.ts';
import { approvalsIn, describeApproval } from './approvals.ts';
import { csv } from './csv.ts';
import { lockOf, placed, readFolder } from './folder.ts';
import { paint, print, printAside, reported } from './terminal.ts';
import type { Waiver } from '../law/waivers.ts';

/** A version in the log. */
type LogEntry = {
  notice: string;
  version: string;
  title: string;
  controller: string;
  status: string;
  published: string;
  effective: string;
  appliedUntil: string;
  changeType: string;
  changes: string[];
  notified: string[];
  reviewed: string;
  withdrawn: string;
  calledOff: string;
  fingerprint: string;
  errata: string[];
  waived: string[];
  approved: string[];
};

/**
 * Prints all versions with their dates, changes and fingerprints.
 *
 * @throws Refusal if the lock cannot be read
 */
export async function log(format: 'text' | 'json' | 'csv'): Promise<void> {
  const entries = await readLog();
  if (format === 'json') print(JSON.stringify(entries, null, 2));
  else if (format === 'csv') print(csv(entries));
  else if (entries.length === 0) printAside('No versions yet.');
  else entries.forEach(printEntry);
}

async function readLog(): Promise<LogEntry[]> {
  const folder = await readFolder();
  const { versions, findings } = folder;
  const [first] = findings;
  if (first?.code === 'journal-unfinished') printAside(reported([first]));
  const lock = lockOf(folder).versions;
  const notices = new Set(versions.map(({ notice }) => notice));
  return [...notices].flatMap((notice) =>
    placed(folder, notice).map(({ version, status, span }): LogEntry => {
      const { name, facts } = version;
      const { calledOff } = facts;
      const entry = lock[`${notice}/${name}`];
      return {
        notice,
        version: name,
        title: facts.title,
        controller: facts.controller.name,
        status,
        published: facts.published,
        effective: facts.effective,
        appliedUntil: span?.to ?? '',
        changeType: facts.changeType ? en.changeTypes[facts.changeType] : '',
        changes: facts.changes.map(
          ({ kind, section, summary, reason }) =>
            `${kind}${section === undefined ? '' : ` #${section}`}: ${summary}${reason === undefined ? '' : ` (${reason})`}`,
        ),
        notified: facts.notified.map(({ by, on }) => `${en.notified[by]} on ${on}`),
        reviewed: facts.reviewed ?? '',
        withdrawn: facts.withdrawn ?? '',
        calledOff: status === 'called-off' && calledOff ? describeEvent(calledOff) : '',
        fingerprint: entry?.text ?? '',
        errata: (entry?.errata ?? []).map(describeEvent),
        waived: (facts.waived ?? []).map(describeWaiver),
        approved: approvalsIn(folder, version).map(describeApproval),
      };
    }),
  );
}

const describeWaiver = ({ rule, on, by, reason, until }: Waiver): string =>
  `${rule}, ${on} by ${by}${until === undefined ? '' : `, until ${until}`}: ${reason}`;

const describeEvent = ({ on, by, reason }: { on: string; by: string; reason: string }): string =>
  `${on} by ${by}: ${reason}`;

function printEntry(entry: LogEntry): void {
  const { notice, version, title, published, effective, status, fingerprint } = entry;
  print(`${paint('bold', `${notice}/${version}`)}  ${title}  ${paint('dim', status)}`);
  print(`  published ${published}, effective ${effective}`);
  if (entry.calledOff !== '') print(`  called off ${entry.calledOff}`);
  for (const approval of entry.approved) print(`  approved by ${approval}`);
  for (const change of entry.changes) print(`  ${change}`);
  for (const notification of entry.notified) print(`  people were told ${notification}`);
  for (const correction of entry.errata) print(`  corrected ${correction}`);
  for (const waiver of entry.waived) print(`  waived ${waiver}`);
  print(`  ${paint('dim', fingerprint || 'not in the lock')}\n`);
}
