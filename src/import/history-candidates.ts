/** Which files of a repository are notices, for people who do not know the path by heart. */
import { git, isRefused } from './git.ts';
import { filesAt } from './git-tree.ts';
import { readBlobs, type Repository } from './history-git.ts';
import { isNotice, tight } from './history-words.ts';
import type { Refusal } from './model.ts';

/** What files of notices are called. */
const NAMED =
  /privacy|preifatrwydd|data[-_ ]?protection|gdpr|datenschutz|confidentialit|privacidad|fair[-_ ]?processing/i;

/** What can be read without being a program. */
const READABLE = /\.(?:x?html?|docx|txt|md|markdown|mdx)$/i;

/** So many files are looked into, those with such a name first. */
const MOST = 300;

/** No notice has more bytes, and reading more of hundreds of files takes too long. */
const LARGEST = 2 * 1024 * 1024;

/**
 * The files of a repository whose text is a notice: those with such a name if there are any, otherwise
 * all.
 *
 * @returns their paths from the root of the repository, in order
 */
export function noticesIn({ folder, head, prefix }: Repository): string[] | Refusal {
  const listed = filesAt((...words) => git(folder, words), head);
  if (isRefused(listed)) return listed;
  const files = listed
    .filter(({ isFile, size = Infinity }) => isFile && size < LARGEST)
    .filter(({ name }) => READABLE.test(name) && name.startsWith(prefix))
    .map(({ blob, name }) => ({ blob, name, isNamed: NAMED.test(name) }))
    .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed))
    .slice(0, MOST);
  const blobs = readBlobs(
    folder,
    files.map(({ blob }) => blob),
  );
  const notices = files.filter(({ blob, name }) => {
    const bytes = blobs.get(blob);
    return bytes && !isRefused(bytes) && saysSo(name, bytes);
  });
  const named = notices.filter(({ isNamed }) => isNamed);
  return (named.length > 0 ? named : notices).map(({ name }) => name).toSorted();
}

/** Whether a text is that of a notice, as far as a look at it tells. */
const saysSo = (name: string, bytes: Uint8Array): boolean =>
  /\.docx$/i.test(name)
    ? NAMED.test(name)
    : isNotice(tight(new TextDecoder().decode(bytes).replace(/<[^<>]*>/g, ' ')));
