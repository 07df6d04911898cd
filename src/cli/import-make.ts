/** What a source becomes: the draft of a notice, and the account of every sentence. */
import type { Document } from '../document/model.ts';
import { accountOf, isFaulty, type Faults } from '../import/account.ts';
import { subjectsOf, wordsOf } from '../import/history-words.ts';
import type { Account, Answers, Imported, Source } from '../import/model.ts';
import { importSource } from '../import/notice.ts';
import type { Facts } from '../notices/schema.ts';
import { bodyText } from '../notices/text.ts';
import { draftOf, type Draft, type Surroundings } from './import-draft.ts';
import { shortened } from './import-print.ts';
import { Refusal } from './terminal.ts';

/** What a source became. */
export interface Made {
  imported: Imported;
  draft: Draft;
  account: Account;
}

/**
 * Makes the draft of a source and its account. Nothing is written.
 *
 * @param file the path of the draft within the folder of notices
 * @throws Refusal if the source is no notice, or the draft does not say what it says
 */
export function make(
  source: Source,
  answers: Answers,
  { file, ...around }: Surroundings & { file: string },
): Made {
  const imported = importSource(source, answers);
  if ('refused' in imported) throw new Refusal(imported.refused, 'nothing was written');
  const draft = draftOf(imported, answers, around);
  if (!draft.document) throw new Refusal('the text cannot be written as a notice', OUR_MISTAKE);
  refuseOther(imported, draft.document, answers);
  const notice = {
    file,
    document: draft.document,
    text: draft.text,
    ...(draft.isTitleOfSource && { title: imported.title?.text }),
  };
  const account = accountOf(imported, notice, answers);
  if (isFaulty(account)) throw refusalOf(account);
  return { imported, draft, account };
}

/** Refuses what is no notice: a parked domain, or another file than was meant. */
function refuseOther(
  { source, language = 'en' }: Imported,
  document: Document<Facts>,
  { main }: Answers,
): void {
  const count = subjectsOf(wordsOf(document));
  const isKnown = /^(?:en|cy)\b/i.test(language);
  // A part that a person has named is what they want; a page that speaks of one thing links to its notice.
  if (!isKnown || main !== undefined || count > (source.kind === 'html' ? 1 : 0)) return;
  const name = source.name === '-' ? 'what was pasted' : shortened(source.name, 60);
  throw new Refusal(
    `${name} does not read like a privacy notice: “${shortened(bodyText(document), 60)}”`,
    source.kind === 'html'
      ? 'nothing was written. See whether the notice is in it; if it is, name its part with --main <selector>'
      : 'nothing was written. Check that this is the right file',
  );
}

const OUR_MISTAKE =
  'nothing was written. This is a mistake of import, not yours: please report it with the file. Until then, import the text alone, saved as .txt';

/** Refuses a draft that does not say what its source says, and shows where. */
function refusalOf({ added, lost }: Faults): Refusal {
  const [first, ...others] = [
    ...lost.map(({ at, text, words }) =>
      words === undefined
        ? `line ${at} is lost: “${shortened(text, 60)}”`
        : `line ${at} lost “${shortened(words, 40)}” of “${shortened(text, 60)}”`,
    ),
    ...added.map(({ text }) => `these words are not in the source: “${shortened(text, 60)}”`),
  ];
  const more = others.slice(0, 4).map((message) => ({ message, hint: '' }));
  return new Refusal(first ?? 'the draft differs from its source', OUR_MISTAKE, more);
}
