/** Names: of notices (their folder's path) and of versions (their file's name). */
import { isIsoDate, type IsoDate } from './dates.ts';

/** The parts of a version's name: the day it applies from, and its number among those of that day. */
export interface VersionName {
  /** As in the address: `2024-11-12`, or `2024-11-12-2` for a second version of that day. */
  name: string;
  date: IsoDate;
  /** 1 for the first version of a day. */
  sequence: number;
}

/** Reads a file name without its ending. Returns undefined if it is not a day that exists. */
export function parseVersionName(name: string): VersionName | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?$/.exec(name);
  const date = match?.[1];
  if (date === undefined || !isIsoDate(date)) return undefined;
  return { name, date, sequence: match?.[2] === undefined ? 1 : Number(match[2]) };
}

/** The name under which a draft is shown. */
export const DRAFT = 'draft';

/** The parts of the path of a version's file. */
export interface FilePlace {
  /** The id of its notice: the path of its folder; for a translation, followed by the language. */
  notice: string;
  /** The file's name, without its ending and language: `2024-11-12`, `draft`. */
  name: string;
  /** Only for a translation, such as `2024-11-12.cy.mdx`. */
  translation?: {
    /** A BCP 47 tag, as in the address. */
    language: string;
    /** The id of the notice that it translates. */
    of: string;
  };
}

/**
 * Reads the path of a version's file within the folder of notices. The file of a translation is
 * beside its original, but belongs to a notice of its own, whose address is that of the original
 * followed by the language: `acme/customers/2024-11-12.cy.mdx` is at `/acme/customers/cy/2024-11-12/`.
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

/** A name, a dot and a possible language tag. */
const TRANSLATED = /^(?<base>[^.]+)\.(?<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;

/** The id of a version by the path of its file: its address without slashes at the ends. */
export function idOfFile(path: string): string {
  const { notice, name } = placeOfFile(path);
  return `${notice}/${name}`;
}

/** The id of a version, which is its address: `acme/customers/2024-11-12`. */
export const idOfVersion = ({ notice, name }: Pick<FilePlace, 'notice' | 'name'>): string =>
  `${notice}/${name}`;

/** The notice of a version, by the version's id. */
export const noticeOfId = (id: string): string => id.slice(0, id.lastIndexOf('/'));

/** The path of a version's file within the folder of notices. */
export const fileOfVersion = ({ notice, name, translation }: FilePlace): string =>
  translation ? `${translation.of}/${name}.${translation.language}.mdx` : `${notice}/${name}.mdx`;

/** Versions in the order in which they take effect. */
export function compareVersionNames(a: VersionName, b: VersionName): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.sequence - b.sequence;
}
