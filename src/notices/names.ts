/** Names: of notices (their folder's path) and of versions (their file's name). */
import { isIsoDate, type IsoDate } from './dates.ts';

/** What a version's file name says: the day it applies from, and which of that day's it is. */
export interface VersionName {
  /** As in the address: `2024-11-12`, or `2024-11-12-2` for a second version of that day. */
  name: string;
  date: IsoDate;
  /** 1 for the first version of a day. */
  sequence: number;
}

/** Reads a file name without its ending; nothing when it names no day that exists. */
export function parseVersionName(name: string): VersionName | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?$/.exec(name);
  const date = match?.[1];
  if (date === undefined || !isIsoDate(date)) return undefined;
  return { name, date, sequence: match?.[2] === undefined ? 1 : Number(match[2]) };
}

/** The name under which a draft is shown. */
export const DRAFT = 'draft';

/** What the path of a version's file says. */
export interface FilePlace {
  /** The notice it is of: the path of its folder; of a translation, with its language behind it. */
  notice: string;
  /** The file's name, without its ending and language: `2024-11-12`, `draft`. */
  name: string;
  /** Of a translation, `2024-11-12.cy.mdx`. */
  translation?: {
    /** A BCP 47 tag, as it stands in the address. */
    language: string;
    /** The notice that it is a translation of. */
    of: string;
  };
}

/**
 * Reads the path of a version's file within the folder of notices. A translation stands beside
 * what it translates and is a version of a notice of its own, whose address is that of the
 * original and the language: `acme/customers/2024-11-12.cy.mdx` is at
 * `/acme/customers/cy/2024-11-12/`.
 */
export function placeOfFile(path: string): FilePlace {
  const parts = path.replace(/\.mdx$/, '').split('/');
  const last = parts.pop() ?? '';
  const folder = parts.join('/');
  const { base = '', language } = TRANSLATED.exec(last)?.groups ?? {};
  if (language === undefined || !(base === DRAFT || parseVersionName(base))) {
    return { notice: folder, name: last };
  }
  return { notice: `${folder}/${language}`, name: base, translation: { language, of: folder } };
}

/** A name, a dot and what may be a language tag. */
const TRANSLATED = /^(?<base>[^.]+)\.(?<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;

/** The address of a version by its file, without slashes around it: its id. */
export function idOfFile(path: string): string {
  const { notice, name } = placeOfFile(path);
  return `${notice}/${name}`;
}

/** The path of a version's file within the folder of notices. */
export const fileOfVersion = ({ notice, name, translation }: FilePlace): string =>
  translation ? `${translation.of}/${name}.${translation.language}.mdx` : `${notice}/${name}.mdx`;

/** Versions in the order in which they take effect. */
export function compareVersionNames(a: VersionName, b: VersionName): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.sequence - b.sequence;
}
