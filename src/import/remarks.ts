/** What an import has to tell a person, in words. */
import type { Remark } from './model.ts';

/** A sentence for each code; what the remark is about is put in its place. */
const REMARKS: Record<string, (detail: string) => string> = {
  'no-title': () => 'The text has no title.',
  'title-proposed': (title) => `The title is that of the page: ${title}.`,
  'no-controller': () => 'The text does not name the organisation that is responsible.',
  'no-controller-company': () => 'The text names a brand or a person, and no company.',
  'no-date': () => 'The text states no day.',
  'no-contact': () => 'The text gives no way to reach the organisation.',
  'blank-email': () => 'An email address is announced, but there is none.',
  placeholder: (text) => `A placeholder is still there: ${text}. Write what belongs in its place.`,
  footer: (text) => `The footers of the pages say “${text}”.`,
  'table-lost': (lines) =>
    `Lines ${lines.replace('-', ' to ')} were a table. Its words are all there, line by line: make a table of them again.`,
  'list-lost': (lines) =>
    `Lines ${lines.replace('-', ' to ')} were a list, whose bullets were lost when it was copied.`,
  'numbers-missing': (numbers) =>
    `The typed numbers leave out ${numbers.split(',').join(' and ')}.`,
  'lost-link': (text) => `“${text}” was a link, whose address is not in the text.`,
  'lines-joined': (lines) => `Broken lines were joined: ${lines}.`,
  'date-not-taken': (days) =>
    `The text of ${days.replace(':', ' states ')}, which cannot be the day it applied from: the version before was still seen then, or it was seen before that day.`,
  'technical-words': (name) =>
    `In ${name} an archive read the same page anew, with other words: they are taken for the version before.`,
  'fact-carried': (detail) =>
    `${detail.replace(/:(\d+)$/, ': $1')} of the versions do not say it; it is that of the nearest version that does.`,
  'commit-out-of-order': (commit) =>
    `Commit ${commit} has a day before that of the commit it follows; the day on which it was put there is taken.`,
  picture: (text) => `A picture was left out: ${text}.`,
  language: (language) => `The text is in another language than English or Welsh: ${language}.`,
  encoding: (text) => `Some bytes fit no encoding, and were read as ${text}.`,
};

/** A remark in a sentence. One that has none yet is shown as it is. */
export function textOfRemark({ code, detail = '' }: Remark): string {
  const write = Object.hasOwn(REMARKS, code) ? REMARKS[code] : undefined;
  return write ? write(detail) : detail === '' ? code : `${code}: ${detail}`;
}
