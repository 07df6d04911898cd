/** Whether notices that were imported still have the words of their sources, as their accounts say. */
import path from 'node:path';
import type { CheckedVersion } from '../checks/file.ts';
import { entriesIn } from '../disk/list.ts';
import { withSlashes } from '../disk/paths.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import { hashOfNotice } from '../import/notice-hash.ts';
import { readIfThere } from '../disk/read.ts';
import { importsPathOf, recordedWith } from './files.ts';
import { HISTORY, parseHistoryAccount } from './import-histories.ts';
import { parseAccount } from './imports.ts';

/** What is known of a version or draft that was imported. */
export interface ImportState {
  /** `customers/draft`, `customers/2026-01-01`. */
  id: string;
  /** The name of its source. */
  source: string;
  /** Of a version that was made of a history, the name of that. */
  history?: string;
  /** Whether its words are those that were imported; absent if there is no such version any more. */
  hasImportedWords?: boolean;
}

/** What is known of all imports of a folder. */
interface ImportsChecked {
  imports: ImportState[];
  findings: Finding[];
}

/**
 * Reads all accounts of a folder of notices.
 *
 * @param versions the versions and drafts that could be read
 * @param root the folder that paths in findings are relative to
 * @returns what each says now, and a finding for each that is not what was written
 */
export function checkImports(
  directory: string,
  versions: readonly CheckedVersion[],
  root: string,
): ImportsChecked {
  const folder = path.join(importsPathOf(directory), recordedWith(directory).part);
  const byId = new Map(versions.map((version) => [idOf(version), version]));
  const files = entriesIn(folder).filter((name) => name.endsWith('.json'));
  const read = files.toSorted().map((name) => {
    const file = path.join(folder, name);
    const text = readIfThere(file) ?? '';
    return { id: name.slice(0, -'.json'.length), file, text };
  });
  const imports: ImportState[] = [];
  const findings: Finding[] = [];
  const histories = new Map<string, string>();
  for (const { id, file, text } of read) {
    const isHistory = path.posix.basename(id) === HISTORY;
    const history = isHistory ? parseHistoryAccount(text) : undefined;
    const account = isHistory ? undefined : parseAccount(text);
    if (history) {
      for (const { date } of history.versions) {
        histories.set(`${path.posix.dirname(id)}/${date}`, history.from);
      }
    } else if (account) imports.push(stateOf(id, account, byId.get(id)));
    else findings.push(damaged(withSlashes(path.relative(root, file)), id));
  }
  return {
    imports: imports.map((each) => {
      const history = histories.get(each.id);
      return { ...each, ...(history !== undefined && { history }) };
    }),
    findings,
  };
}

const stateOf = (
  id: string,
  { source, notice }: NonNullable<ReturnType<typeof parseAccount>>,
  version: CheckedVersion | undefined,
): ImportState => ({
  id,
  source: source.name,
  ...(version && { hasImportedWords: hashOfNotice(version.document()) === notice.sha256 }),
});

const idOf = ({ notice, draft, name }: CheckedVersion): string =>
  `${notice}/${draft ? 'draft' : name}`;

const damaged = (file: string, id: string): Finding =>
  finding(
    'import-changed',
    { file, line: 1, column: 1 },
    `the account of the import of ${id} is damaged, or was edited`,
    'put it back from version control, or delete it if nobody needs it: the notice stays as it is',
  );
