/** The states of a notice in a folder of saved pages, each with its day in its name. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IsoDate } from '../notices/dates.ts';
import type { ToSource } from './history-git.ts';
import type { History, State } from './history-model.ts';
import { savedOn, type Saved } from './history-names.ts';
import type { Refusal } from './model.ts';

/** More files than this are no folder of saved pages. */
const MOST_FILES = 10_000;

/** The most that a page may have. */
const LARGEST = 20 * 1024 * 1024;

/** Folders within folders: what people make by hand has three or four. */
const DEEPEST = 12;

/** What can be a page or a document, and what is refused with what to do instead. */
const TEXTS = /\.(?:x?html?|mhtml?|docx?|odt|rtf|pdf|txt|text|md|markdown|mdx)$/i;

interface Found {
  /** Its path below the folder, with `/`. */
  name: string;
  size: number;
  isFile: boolean;
}

/** A folder whose files have no day in their names. */
export interface Undated extends Refusal {
  undated: string[];
}

/** What is known of a folder beside its names. */
export interface FolderKnown {
  /** The days of files whose names do not say it, as a person answered; null leaves a file out. */
  days?: Readonly<Record<string, IsoDate | null>>;
  /** Nothing was saved after this day. */
  today?: IsoDate | undefined;
}

/**
 * The states in a folder and the folders in it. Links are not followed.
 *
 * @returns a refusal that lists the files without a day, if there are any
 */
export function historyOfFolder(
  folder: string,
  toSource: ToSource,
  { days = {}, today }: FolderKnown = {},
): History | Refusal | Undated {
  const found = filesIn(folder);
  if (!Array.isArray(found)) return found;
  const isLeftOut = (name: string): boolean => Object.hasOwn(days, name) && days[name] === null;
  const texts = found.filter(({ name, isFile }) => isFile && isText(name) && !isLeftOut(name));
  const dated = texts.map(({ name, size }) => ({ name, size, saved: dayOf(name, days) }));
  const undated = dated.flatMap(({ name, saved }) => (saved ? [] : [name]));
  if (texts.length === 0) return { refused: 'the folder has no page, document or text' };
  if (undated.length > 0) return { refused: undatedWords(undated), undated };
  const isToCome = (saved: Saved | undefined): boolean =>
    today !== undefined && saved !== undefined && saved.day > today;
  const states = dated
    .filter(({ saved }) => !isToCome(saved))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .flatMap(({ name, size, saved }): State[] =>
      saved
        ? [
            {
              day: saved.day,
              name,
              source: () => {
                if (size > LARGEST) return { refused: 'it has more than 20 MB' };
                const bytes = readFileSync(path.join(folder, name));
                return toSource(path.posix.basename(name), bytes, saved.day);
              },
            },
          ]
        : [],
    );
  const others = found.flatMap(({ name, isFile }) => {
    if (!isFile) return [{ name, why: 'it is a link, which is not followed' }];
    if (!isText(name)) return [{ name, why: 'it is no page, document or text' }];
    return isLeftOut(name) ? [{ name, why: 'nobody knows on which day it was saved' }] : [];
  });
  const toCome = dated.flatMap(({ name, saved }) =>
    isToCome(saved)
      ? [{ name, why: `${saved?.day ?? ''} is still to come: correct its name` }]
      : [],
  );
  return { kind: 'folder', states, others: [...toCome, ...others], remarks: [] };
}

/** Whether a folder is one of dated pages: two files of it and more have a day in their names. */
export function isDatedFolder(folder: string): boolean {
  const found = filesIn(folder);
  if (!Array.isArray(found)) return false;
  return found.filter(({ name, isFile }) => isFile && isText(name) && savedOn(name)).length >= 2;
}

/** What browsers save beside a page is in a folder of its name: `notice_files`. */
const isText = (name: string): boolean =>
  TEXTS.test(name) && !name.split('/').some((part) => /(?:_files|_Dateien|_fichiers)$/.test(part));

const dayOf = (name: string, days: Readonly<Record<string, IsoDate | null>>): Saved | undefined => {
  const answered = Object.hasOwn(days, name) ? days[name] : undefined;
  return answered === undefined || answered === null ? savedOn(name) : { day: answered, time: '' };
};

const orderOf = ({ name, saved }: { name: string; saved: Saved | undefined }): string =>
  `${saved?.day ?? ''} ${saved?.time.padEnd(6, '0') ?? ''} ${name}`;

function undatedWords(names: readonly string[]): string {
  const [first = ''] = names;
  const shown = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  const stem = path.posix.basename(first);
  return `the names of these files do not say on which day they were saved, or have two days: ${shown}${more}. Write the day before each name: 2024-05-01-${stem}`;
}

/** All files below a folder; a refusal if they are too many or cannot be read. */
function filesIn(folder: string): Found[] | Refusal {
  const files: Found[] = [];
  const waiting = [{ name: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let names: string[];
    try {
      names = readdirSync(path.join(folder, next.name));
    } catch {
      return { refused: `the folder ${next.name === '' ? folder : next.name} cannot be read` };
    }
    for (const own of names) {
      if (own.startsWith('.')) continue;
      const name = next.name === '' ? own : `${next.name}/${own}`;
      const found = lstatSync(path.join(folder, name), { throwIfNoEntry: false });
      if (found?.isDirectory()) {
        if (next.depth < DEEPEST) waiting.push({ name, depth: next.depth + 1 });
      } else if (found) files.push({ name, size: found.size, isFile: found.isFile() });
    }
    if (files.length > MOST_FILES) {
      return {
        refused: `the folder has more than ${MOST_FILES} files: give one with the saved pages alone`,
      };
    }
  }
  return files;
}
