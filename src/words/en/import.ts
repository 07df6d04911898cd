import type { Code } from '../../import/codes.ts';
import type { Status } from '../../import/model.ts';
import { counted, number } from './common.ts';

const sentences = counted('sentence');

const reasons: Record<Code, string> = {
  menu: 'menus and links around the text',
  header: 'the header of the page',
  footer: 'the footer of the page',
  banner: 'cookie banners and dialogs',
  form: 'forms and buttons',
  hidden: 'not shown on the page',
  deleted: 'struck through on the page, as deleted',
  aside: 'beside the main text',
  contents: 'a list of contents, which the site makes itself',
  title: 'the title, which stands in the frontmatter',
  script: 'code, and what is no text',
  picture: 'pictures, which are not fetched',
  comment: 'comments',
  'page-header': 'headers of pages',
  'page-footer': 'footers of pages',
  'tracked-insertion': 'insertions that were rejected',
  'tracked-deletion': 'deletions that were accepted',
  'field-code': 'field codes',
  answered: 'left out by the person who imported it',
  unsure: 'unclear whether it belongs to the notice',
  'bullet-typed': 'a typed bullet, now a list item',
  'number-typed': 'a typed number, now counted by this site',
  'lines-joined': 'broken lines, now joined',
  'cell-list': 'a list in a table cell, now lines',
  'email-shown': 'a hidden email address, now readable',
  'address-typed': 'an address as programs write it, such as “mailto:…”, now the address alone',
  moved: 'it stands elsewhere',
  spaces: 'other white space within words',
  characters: 'other characters for the same words',
  shortened: 'some of its words are left out',
};

/** The page that shows what became of every sentence of an imported source. */
export const imports = {
  name: 'Import',
  title: (title: string): string => `Import of ${title}`,
  heading: 'What became of each sentence',
  from: (source: string): string => `Imported from ${source}`,
  readDraft: 'Read the draft',
  edited: 'The draft has been edited since it was imported. This page shows what was imported.',
  statuses: {
    kept: 'Kept',
    changed: 'Changed',
    dropped: 'Left out',
    asked: 'To decide',
  } satisfies Record<Status, string>,
  reasons,
  dropped: (count: number, reason: string): string => `${sentences(count)} left out: ${reason}`,
  why: 'Why sentences were left out',
  first: 'Look at these first',
  tooMany: (count: string, file: string): string =>
    `The ${count} sentences of the source are too many for one page. What was kept stands word for word in the draft; below are sentences that were not, the first of each kind. The record has all, in ~imports/${file.replace(/mdx$/, 'json')}.`,
  group: (status: Status, count: number, reason: string): string =>
    `${{ kept: 'Kept', changed: 'Changed', dropped: 'Left out', asked: 'To decide' }[status]}, ${sentences(count)}: ${reason}`,
  more: (count: number): string => `and ${sentences(count)} more`,
  moreSections: (count: number): string =>
    `and ${number(count)} more ${count === 1 ? 'section' : 'sections'}`,
  countOf: (status: Status, count: number): string =>
    `${number(count)} ${{ kept: 'kept', changed: 'changed', dropped: 'left out', asked: 'to decide' }[status]}`,
  facts: 'Facts found in the text',
  source: 'The text of the source',
  line: (line: number): string => `line ${number(line)}`,
  paragraph: (paragraph: number): string => `paragraph ${number(paragraph)}`,
  before: 'Before the first section',
  isUnsure: 'to check',
};
