/** The accounts of a history and of its versions: those that were written before, and new ones. */
import path from 'node:path';
import { withSlashes } from '../disk/paths.ts';
import { accountOf as accountOfText, isFaulty } from '../import/account.ts';
import type {
  HistoryAnswers,
  HistoryPlan,
  KnownHistory,
  PlannedVersion,
} from '../import/history-model.ts';
import { linksOf } from '../import/history-words.ts';
import type { Account } from '../import/model.ts';
import { readVersion } from '../mdx/read.ts';
import type { CheckedVersion } from '../checks/file.ts';
import { readHistoryAccount, type HistoryAccount } from '../record/import-histories.ts';
import { idOf, notCalledOff, readFolder } from './folder.ts';
import type { Opened } from './import-history-open.ts';
import { shortened } from './import-print.ts';
import { Refusal } from './terminal.ts';

/** What is there of a notice, with the account of its history if it was imported. */
export interface Known {
  account?: HistoryAccount;
  history: KnownHistory;
}

/**
 * What is there of the history of a notice.
 *
 * @param written the path of the notice, as it was typed
 * @throws Refusal if no history was imported for it, or none of it is there any more
 */
export async function knownOf(written: string): Promise<Known> {
  const { directory, versions, today } = await readFolder();
  const id = idOf(written);
  const account = readHistoryAccount(directory, id);
  if (account === undefined) {
    throw new Refusal(`no history was imported for ${id} yet`, 'leave --again out');
  }
  if (account === 'damaged') {
    throw new Refusal(
      `the account of the history of ${id} is damaged, or was edited`,
      'put it back from version control: it says which states were imported',
    );
  }
  const published = versions.filter(({ notice, draft }) => notice === id && !draft);
  if (published.length === 0) {
    throw new Refusal(`${id} has no versions any more`, 'leave --again out: import it anew');
  }
  return {
    account,
    history: {
      versions: notCalledOff(published, today).map(knownVersion),
      lastSeen: lastDay(account),
      sources: new Map(account.sources.map(({ name, sha256 }) => [name, sha256])),
    },
  };
}

/**
 * The versions of a notice whose history was not imported before: what is found joins them.
 *
 * @param written the path of the notice, as it was typed
 * @returns undefined if there are none
 * @throws Refusal if they are of a history that was imported
 */
export async function versionsOf(written: string): Promise<Known | undefined> {
  const { directory, versions, today } = await readFolder();
  const id = idOf(written);
  const published = versions.filter(({ notice, draft }) => notice === id && !draft);
  const there = notCalledOff(published, today).map(knownVersion);
  const last = there.at(-1);
  if (!last) return undefined;
  if (readHistoryAccount(directory, id) !== undefined) {
    throw new Refusal(
      `versions of ${id} are there already, of a history that was imported`,
      'import writes over nothing. To add what is new since then: --again. To import it anew, delete all its versions that are not recorded',
    );
  }
  return { history: { versions: there, lastSeen: last.date, sources: new Map() } };
}

function knownVersion(version: CheckedVersion): KnownHistory['versions'][number] {
  const { facts, frontmatter, file } = version;
  const bytes = new TextEncoder().encode(version.text());
  const { outline } = readVersion({ file, bytes });
  return {
    date: facts.effective,
    document: version.document(),
    links: outline ? linksOf(outline) : '',
    frontmatter,
  };
}

/** The last day of a state that was a text of the notice, or else of any. */
function lastDay({ sources, versions }: HistoryAccount): Known['history']['lastSeen'] {
  const days = sources.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const last = [...days, ...versions.map(({ lastSeen }) => lastSeen)].toSorted().at(-1);
  if (last === undefined) throw new RangeError('a history without states');
  return last;
}

/** A plan with the answers it was made with, and the account that it goes on from. */
interface Planned {
  plan: HistoryPlan;
  answers: HistoryAnswers;
  before: HistoryAccount | undefined;
}

/** The account of a history: that of before, and what is new. */
export function accountOf(
  written: string,
  { history, file, days }: Opened,
  { plan, answers, before }: Planned,
): HistoryAccount {
  const facts = { ...before?.answers.facts, ...answers.facts };
  return {
    from: withSlashes(path.basename(path.resolve(written))),
    kind: history.kind,
    ...(file !== undefined && { path: file }),
    answers: {
      ...answers,
      ...(Object.keys(facts).length > 0 && { facts }),
      ...(Object.keys(days).length > 0 && { days }),
    },
    versions: [
      ...(before?.versions ?? []),
      ...plan.versions.map(({ date, dated, firstSeen, lastSeen, from, words }) => ({
        ...{ file: `${date}.mdx`, date, dated, firstSeen, lastSeen, from },
        ...(words && { words }),
      })),
    ].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    sources: [...(before?.sources ?? []), ...plan.sources],
    remarks: [...(before?.remarks ?? []), ...plan.remarks],
  };
}

/** How many faulty versions are named. */
const MOST = 5;

/**
 * The accounts of the versions of a plan, one for each in its order: what became of every sentence of the
 * state that had it first.
 *
 * @param notice its path, as it was typed
 * @throws Refusal if a version does not say what its source says
 */
export function accountsOfVersions(
  { versions }: HistoryPlan,
  notice: string,
  answers: HistoryAnswers,
): Account[] {
  const faults: string[] = [];
  const accounts = versions.flatMap((version) => {
    const made = accountOfVersion(version, idOf(notice), answers);
    if (made && !isFaulty(made)) return [made];
    const lost = made?.lost[0]?.text ?? made?.added[0]?.text ?? 'its text cannot be written';
    faults.push(`${version.date}, from ${shortened(version.from, 40)}: “${shortened(lost, 60)}”`);
    return [];
  });
  const [first, ...others] = faults;
  if (first === undefined) return accounts;
  const hint = `nothing was written. This is a mistake of import, not yours: please report it with the file. To import the others, take the file out of the folder`;
  const more = others.slice(0, MOST).map((message) => ({ message, hint: '' }));
  throw new Refusal(`a version does not say what its source says: ${first}`, hint, more);
}

function accountOfVersion(
  { date, file, imported, document, isTitleOfSource }: PlannedVersion,
  id: string,
  { main, tracked, pieces }: HistoryAnswers,
): ReturnType<typeof accountOfText> | undefined {
  if (!document) return undefined;
  const title = isTitleOfSource ? imported.title?.text : undefined;
  return accountOfText(
    imported,
    { file: `${id}/${date}.mdx`, document, text: file, title },
    {
      ...(main !== undefined && { main }),
      ...(tracked !== undefined && { tracked }),
      ...(pieces !== undefined && { pieces }),
    },
  );
}
