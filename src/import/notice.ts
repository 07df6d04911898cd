/** Turns a source into a notice: reads it, judges its pieces, finds its structure, and writes MDX. */
import { proposeFacts } from './facts.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { languageOf } from './language.ts';
import { mainText } from './main-text.ts';
import { readMarkdown } from './markdown.ts';
import type {
  Answers,
  Imported,
  Piece,
  Proposal,
  Read,
  Refusal,
  Remark,
  Source,
  Verdict,
} from './model.ts';
import { writeBody } from './mdx.ts';
import { textOfPiece } from './runs.ts';
import { structured } from './structure.ts';
import { readText } from './text.ts';

/**
 * Imports a source: a pure function of its bytes and of what a person answered. What the readers of
 * each kind take in and return:
 *
 * - `readHtml(source): Read`, `readDocx(source, answers): Read`, `readText`, `readMarkdown`: pieces in
 *   the order in which they stand, nothing thrown away
 * - `mainText(page, answers)`: a verdict for each piece of a page, in order
 * - `structured(pieces, read)`: title, headings, lists and tables in the form of a notice
 * - `proposeFacts(verdicts, read): Proposal[]`: also from what was dropped, such as page footers
 *
 * @param judged its pieces with their verdicts, where they are known already
 */
export function importSource(
  source: Source,
  answers: Answers = {},
  judged: JudgedSource | Refusal = judgeSource(source, answers),
): Imported | Refusal {
  if ('refused' in judged) return judged;
  const { read: found, verdicts } = judged;
  const kept = verdicts.flatMap(({ piece, is }) =>
    is === 'drop' ? [] : [is === 'ask' ? asked(piece) : piece],
  );
  const { title, pieces, changes, remarks, isNumbered } = structured(kept, {
    ...found,
    kind: source.kind,
  });
  const written = writeBody(pieces);
  const language = languageOf(kept.map(textOfPiece).join('\n'), found.language);
  const facts = proposeFacts(verdicts, {
    language: language ?? found.language,
    headings: pieces.filter(({ type }) => type === 'heading').map(textOfPiece),
  });
  return {
    source,
    ...(language !== undefined && { language }),
    ...(found.tracked && { tracked: found.tracked }),
    verdicts,
    ...(title && { title }),
    ...(isNumbered && { isNumbered }),
    body: written.body,
    facts,
    changes: [...found.changes, ...changes, ...written.changes],
    remarks: [
      ...(source.remarks ?? []),
      ...found.remarks,
      ...remarks,
      ...written.remarks,
      ...unsaid(facts),
    ],
  };
}

/** What every notice says and this source does not. A source that can be written to has a brand at least. */
function unsaid(facts: readonly Proposal[]): Remark[] {
  const has = (prefix: string): boolean => facts.some(({ key }) => key.startsWith(prefix));
  const isReached = [
    'controller.contact',
    'controller.registeredOffice',
    'dpo.',
    'complaints',
  ].some(has);
  const whose = isReached ? 'no-controller-company' : 'no-controller';
  return [
    ...(has('controller.name') ? [] : [{ code: whose }]),
    ...(has('effective') || has('date') || has('reviewed') ? [] : [{ code: 'no-date' }]),
    ...(isReached ? [] : [{ code: 'no-contact' }]),
  ];
}

/** What is in a source, with a verdict on each of its pieces. */
export interface JudgedSource {
  read: Read;
  verdicts: Verdict[];
}

/** The first half of an import: what is in a source, and what of it belongs to the notice. */
export function judgeSource(source: Source, answers: Answers): JudgedSource | Refusal {
  if (source.kind === 'html') {
    const page = readHtml(source);
    if ('refused' in page) return page;
    const verdicts = mainText(page, answers);
    return 'refused' in verdicts ? verdicts : { read: page, verdicts };
  }
  const found = readerOf(source, answers);
  return 'refused' in found ? found : { read: found, verdicts: judge(found, answers) };
}

function readerOf(source: Source, answers: Answers): Read | Refusal {
  if (source.kind === 'docx') return readDocx(source, answers);
  return source.kind === 'markdown' ? readMarkdown(source) : readText(source);
}

/** What is pasted with a text and leads about the page it was copied from. */
const OF_PAGE = /^(?:skip to (?:the )?(?:main )?content|(?:back|return|go) to (?:the )?top)$/i;

/** Verdicts where no page is around the text: what its reader puts outside is dropped. */
function judge({ pieces }: Read, { pieces: answered = {} }: Answers): Verdict[] {
  return pieces.map((piece): Verdict => {
    const code = piece.signs?.outside ?? (piece.signs?.isHidden ? 'hidden' : undefined);
    if (code !== undefined) return { piece, is: 'drop', code };
    if (OF_PAGE.test(textOfPiece(piece))) return { piece, is: 'drop', code: 'menu' };
    return answered[textOfPiece(piece)] === 'drop'
      ? { piece, is: 'drop', code: 'answered' }
      : { piece, is: 'keep' };
  });
}

const asked = (piece: Piece): Piece => ({ ...piece, signs: { ...piece.signs, isAsked: true } });
