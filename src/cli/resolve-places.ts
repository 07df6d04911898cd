/** What the files of a folder of notices and of its record are, by their paths: each belongs to a notice. */
import { DRAFT, noticeOfId, parseVersionName, placeOfFile } from '../notices/names.ts';

/** A file that belongs to a notice. */
export interface MergedFile {
  kind: 'lock' | 'version' | 'draft' | 'text' | 'import';
  notice: string;
  /** The id of the version that it is of; empty of a lock and a draft. */
  id: string;
  /** Of a text from before a correction, the number of that. */
  erratum?: number;
}

/**
 * What a file is.
 *
 * @param file its path beside the folder of notices: `notices.record/customers/2026-01-31.txt`
 * @param name the name of the folder of notices
 * @returns undefined if it belongs to no notice
 */
export function mergedFile(file: string, name: string): MergedFile | undefined {
  const within = (folder: string, ending: string): string | undefined =>
    file.startsWith(`${folder}/`) && file.endsWith(ending)
      ? file.slice(folder.length + 1, -ending.length)
      : undefined;
  const lock = within(`${name}.locks`, '.json');
  if (lock !== undefined) return { kind: 'lock', notice: lock, id: '' };
  const account = within(`${name}.record/~imports`, '.json');
  if (account !== undefined) return { kind: 'import', notice: noticeOfId(account), id: account };
  const text = within(`${name}.record`, '.txt');
  if (text !== undefined) {
    const [, id = text, erratum] = /^(.*)\.before-erratum-(\d+)$/.exec(text) ?? [];
    return {
      ...{ kind: 'text', notice: noticeOfId(id), id },
      ...(erratum !== undefined && { erratum: Number(erratum) }),
    };
  }
  const version = within(name, '.mdx');
  if (version === undefined) return undefined;
  const { notice, name: day } = placeOfFile(version);
  if (day === DRAFT) return { kind: 'draft', notice, id: '' };
  return parseVersionName(day) && { kind: 'version', notice, id: `${notice}/${day}` };
}
