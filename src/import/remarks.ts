/** What an import has to tell a person, in words. */
import type { Remark, SourceKind } from './model.ts';

/** What the places of a source count: see `Line`. */
export type Unit = 'line' | 'paragraph';

/** What the places of a source of a kind count. */
export const unitOf = (kind: SourceKind): Unit => (kind === 'docx' ? 'paragraph' : 'line');

/** A sentence for each code; what the remark is about is put in its place, and what its places count. */
/** Of sections whose numbers are counted anew, which got another. */
function shiftedNumbers(detail: string): string {
  const [first = '', ...others] = detail.split(',').map((pair) => pair.split('>'));
  const [typed = '', counted = ''] = first;
  const rest = others.map(([before = '', now = '']) => `, ${before} is now ${now}`).join('');
  return `Section ${typed} is now ${counted}${rest}: references to numbers in the text are not changed.`;
}

/** Whether a detail is of one thing: those of several are divided by commas. */
const isOne = (detail: string): boolean => !/,\s/.test(detail);

/** `line 4`, `lines 4, 9`. */
const placesOf = (places: string, unit: Unit): string =>
  `${unit}${isOne(places) ? '' : 's'} ${places}`;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** How many places are named. */
const MOST_PLACES = 6;

/** Of lines that went on with the one before, how many there are and where the first are. */
function joinedLines(detail: string, unit: Unit): string {
  const lines = detail.split(',');
  const [first] = lines;
  if (lines.length === 1) return `One broken line was joined to the one before (${unit} ${first}).`;
  const more = lines.length - MOST_PLACES;
  const places = lines.slice(0, MOST_PLACES).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return `${lines.length} broken lines were joined to those before (${unit}s ${places}).`;
}

const REMARKS: Record<string, (detail: string, unit: Unit) => string> = {
  'no-title': () => 'The text has no title.',
  'title-proposed': (title) => `The title is that of the page: ${title}.`,
  'no-headings': () =>
    'The text has no headings, so it is one long section. Add them to the draft, such as: ## Your rights',
  finding: (code) =>
    `The checks report ${code} in the imported text: npx noticeboard explain ${code}`,
  'no-controller': () => 'The text does not name the organisation that is responsible.',
  'no-controller-company': () => 'The text names a brand or a person, and no company.',
  'no-date': () => 'The text states no day.',
  'no-contact': () => 'The text gives no way to reach the organisation.',
  'blank-email': (line, unit) =>
    `An email address is announced, but there is none${line === '' ? '' : ` (${unit} ${line})`}.`,
  placeholder: (text) => `A placeholder is still there: ${text}. Write what belongs in its place.`,
  'broken-characters': (lines, unit) =>
    `Some characters were broken before (${placesOf(lines, unit)}): correct them.`,
  'characters-removed': (lines, unit) =>
    `Characters that nobody can see were taken out (${placesOf(lines, unit)}).`,
  footer: (text) => `The footers of the pages say “${text}”.`,
  'table-lost': (lines, unit) =>
    `${rangeOf(lines, unit)} a table. Its words are all there, line by line: make a table of them again.`,
  'list-lost': (lines, unit) =>
    `${rangeOf(lines, unit)} a list, whose bullets were lost when it was copied.`,
  'table-span': (lines, unit) =>
    `Cells across several columns have empty cells beside them now (${placesOf(lines, unit)}).`,
  'numbers-missing': (numbers) => `The typed numbers leave out ${listed(numbers.split(','))}.`,
  'numbers-shifted': shiftedNumbers,
  'lost-link': (text) => `“${text}” may have been a link: a pasted text has no addresses.`,
  'link-lost': (links) =>
    isOne(links)
      ? `A link within the page leads nowhere now, and is plain words: ${links}.`
      : `Links within the page lead nowhere now, and are plain words: ${links}.`,
  'link-relative': (links) =>
    isOne(links)
      ? `A link to another page of the site is plain words, since the source does not say its address: ${links}.`
      : `Links to other pages of the site are plain words, since the source does not say its address: ${links}.`,
  'link-refused': (links) =>
    isOne(links)
      ? `A link to a file or a program, and not to a page, is plain words: ${links}.`
      : `Links to files or programs, and not to pages, are plain words: ${links}.`,
  'link-empty': () => 'Links without a mailbox or number are plain words.',
  'links-resolved': (links) =>
    isOne(links)
      ? `A link without a site leads to the one the page is from: ${links}.`
      : `Links without a site lead to the one the page is from: ${links}.`,
  'link-dropped': (links) =>
    isOne(links)
      ? `A link of the source is not in the notice: ${links}.`
      : `These links of the source are not in the notice: ${links}.`,
  deleted: (text) => `Words that the page strikes through were left out: ${text}.`,
  inserted: (text) => `Words that the page marks as inserted were kept: ${text}.`,
  'lines-joined': joinedLines,
  'closed-parts': (count) =>
    count === '1'
      ? 'A part of the page was closed and empty when it was saved: open it, and save the page again.'
      : `${count} parts of the page were closed and empty when it was saved: open them all, and save it again.`,
  'field-date': (lines) =>
    isOne(lines)
      ? `Word sets the date in paragraph ${lines} anew on each day: check it.`
      : `Word sets the dates in paragraphs ${lines} anew on each day: check them.`,
  struck: (text) => `“${text}” is struck through in the document, and kept.`,
  embedded: () => 'The document has embedded objects, which are left out.',
  macros: () => 'The document has macros, which are left out and were not run.',
  scripts: (count) =>
    count === '1'
      ? 'A script of the page was left out and not run.'
      : `${count} scripts of the page were left out and not run.`,
  handlers: (count) =>
    count === '1'
      ? 'An attribute that runs a script was left out.'
      : `${count} attributes that run scripts were left out.`,
  'links-unsafe': (count) =>
    count === '1'
      ? 'A link that runs a script is plain words now.'
      : `${count} links that run scripts are plain words now.`,
  picture: (text) => `A picture was left out: ${text.replace(/\.+$/, '')}.`,
  pictures: (count) =>
    count === '1'
      ? 'A picture is not in the notice, and was not fetched.'
      : `${count} pictures are not in the notice, and were not fetched.`,
  frames: (text) =>
    `A frame of the page was not read: ${text}. If part of the notice is in it, save that page too.`,
  'date-ahead': (days) =>
    `${
      isOne(days)
        ? 'This day that a text states was still to come when the text was first seen; the day taken is in brackets'
        : 'These days that texts state were still to come when the texts were first seen; the days taken are in brackets'
    }: ${days}. If a text applied from the stated day, write that in its file and the name of the file.`,
  'update-ahead': (days) =>
    `${isOne(days) ? 'This day of a last update comes' : 'These days of a last update come'} after the day on which the text was first seen, which is in brackets and is taken: ${days}. A file may have the wrong day in its name: then correct that.`,
  'date-before': (days) =>
    `${isOne(days) ? 'This day that a text states is not that of its words' : 'These days that texts state are not those of their words'}, since another version was seen on them or after them; the day taken is in brackets: ${days}.`,
  'seen-before': (days) =>
    `The first version that is there was seen before its day already, on the day in brackets, and stays as it is: ${days}.`,
  'technical-words': (name) =>
    `In ${name} an archive read the same page anew, with other words: they are taken for the version before.`,
  'fact-carried': (detail) =>
    `${detail}. It is that of the nearest version whose text says it for sure: correct it where it was another.`,
  'state-changed': (names) =>
    isOne(names)
      ? `This file has changed since it was imported: ${names}. What was made of it stays as it is.`
      : `These files have changed since they were imported: ${names}. What was made of them stays as it is.`,
  'commit-out-of-order': (commit) =>
    `Commit ${commit} has a day before that of the commit it follows; the day on which it was put there is taken.`,
  'commit-ahead': (commit) =>
    `The author's day of commit ${commit} is still to come; the day on which it was put there is taken, or today if that is to come too.`,
  'language-changed': (days) =>
    `The text goes on in another language on ${days}. If that is the page as people in another country saw it, take these states out: a translation is a notice of its own.`,
  shallow: () =>
    'The repository is a shallow clone, so older versions may be missing. To get them: git fetch --unshallow',
  language: (language) => `The text is in another language than English or Welsh: ${language}.`,
  encoding: (text) =>
    `The file does not say its encoding, and was read as ${text}: check accents and signs.`,
};

/** Remarks that are told together, with the details of all. */
const TOGETHER = new Set([
  'broken-characters',
  'characters-removed',
  'field-date',
  'deleted',
  'inserted',
  'link-dropped',
  'link-empty',
  'link-lost',
  'link-refused',
  'link-relative',
  'links-resolved',
  'table-span',
]);

/** Remarks whose details are places in their text. */
const PLACED = new Set([
  ...['blank-email', 'broken-characters', 'characters-removed', 'table-lost', 'list-lost'],
  ...['table-span', 'lines-joined', 'field-date'],
]);

/** Whether the details of a remark are told together with those of others of its code. */
export const isTogether = (code: string): boolean => TOGETHER.has(code);

/** Whether the detail of a remark is a place in its text, which is another in each text. */
export const isPlaced = (code: string): boolean => PLACED.has(code);

/** Remarks in the order in which they were made; many of one kind as one. */
export function gathered(remarks: readonly Remark[]): Remark[] {
  const all = new Map<string, Remark>();
  for (const { code, detail = '' } of remarks) {
    const key = TOGETHER.has(code) ? code : `${code}:${detail}`;
    const before = all.get(key)?.detail;
    const isNew = before === undefined || key === code;
    if (isNew)
      all.set(key, { code, detail: before === undefined ? detail : `${before}, ${detail}` });
  }
  return [...all.values()];
}

/** `Lines 22 to 50 were`, `Line 22 was`. */
function rangeOf(range: string, unit: Unit): string {
  const [first = '', last = first] = range.split('-');
  const name = unit === 'line' ? 'Line' : 'Paragraph';
  return first === last ? `${name} ${first} was` : `${name}s ${first} to ${last} were`;
}

/** A remark in a sentence. One that has none yet is shown as it is. */
export function textOfRemark({ code, detail = '' }: Remark, unit: Unit = 'line'): string {
  const write = Object.hasOwn(REMARKS, code) ? REMARKS[code] : undefined;
  return write ? write(detail, unit) : detail === '' ? code : `${code}: ${detail}`;
}
