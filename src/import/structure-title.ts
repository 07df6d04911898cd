/** Finds the title of a notice. */
import type { Change, Imported, Line, Piece } from './model.ts';
import { textOfPiece } from './runs.ts';

/** What a notice is called: in English, Welsh, and the languages of pages that are imported as they are. */
const NAMES_NOTICE =
  /\b(?:privacy|data protection|cookies?|personal (?:data|information)|fair processing|gdpr|confidentialité|datenschutz\w*|privacidad|privacyverklaring|preifatrwydd|terms)\b/i;
const KIND =
  /\b(?:notice|policy|policies|statement|charter|declaration|privacy|hysbysiad|polisi|datganiad|politique|datenschutz\w*|política|verklaring)\b/i;

/** A title has at most this many characters. */
const LONGEST = 110;

/** The title stands among the first pieces. */
const FIRST = 6;

export interface Titled {
  title?: NonNullable<Imported['title']>;
  pieces: Piece[];
  changes: Change[];
}

/**
 * Takes the title out of the pieces: a heading of the first level, or a short first line that names a
 * notice; else what the source calls itself, which is only a proposal.
 */
export function titleIn(
  pieces: readonly Piece[],
  proposed: { text: string; at: Line } | undefined,
): Titled {
  const index = indexOfTitle(pieces);
  const piece = pieces[index];
  if (piece) {
    const text = textOfPiece(piece);
    return {
      title: { text: withoutStop(text), at: piece.at, isSure: true },
      pieces: pieces.filter((each) => each !== piece),
      changes: [{ code: 'title', at: piece.at, from: text, to: '' }],
    };
  }
  const name = proposed && withoutStop(nameIn(proposed.text) ?? '');
  return {
    ...(proposed && name && { title: { text: name, at: proposed.at, isSure: false } }),
    pieces: [...pieces],
    changes: [],
  };
}

/** A title stands in lists and tabs, where a stop or colon at its end reads as a slip. */
const withoutStop = (title: string): string =>
  title
    .replace(/(?<!\b(?:Inc|Ltd|Co|Corp|Bros|Cyf|Ccc|plc|No|v|\p{Lu}))(?<!\.)[.:;,]\s*$/iu, '')
    .trimEnd();

function indexOfTitle(pieces: readonly Piece[]): number {
  const ones = pieces.flatMap((piece, index) =>
    piece.type === 'heading' && piece.level === 1 ? [index] : [],
  );
  const [first] = ones;
  // Where every section has a heading of the first level, only one that names a notice is the title.
  if (
    first !== undefined &&
    (ones.length === 1 || isName(pieces[first])) &&
    isEarly(pieces, first)
  ) {
    return first;
  }
  return pieces.findIndex(
    (piece, index) => index < FIRST && canBe(piece, pieces, index) && isName(piece),
  );
}

/** Whether only few words stand before it. */
function isEarly(pieces: readonly Piece[], index: number): boolean {
  let letters = 0;
  for (const piece of pieces.slice(0, index)) letters += textOfPiece(piece).length;
  const isNamed = isName(pieces[index]);
  return (
    letters < (isNamed ? 1500 : 300) &&
    !pieces.slice(0, index).some(({ type }) => type === 'heading')
  );
}

/** Whether a piece is called as a notice is. */
export const isName = (piece: Piece | undefined): boolean => {
  if (!piece) return false;
  const text = textOfPiece(piece);
  return text.length <= LONGEST && NAMES_NOTICE.test(text) && KIND.test(text);
};

/** A heading, or a short line that is no sentence and has nothing but short lines before it. */
function canBe(piece: Piece, pieces: readonly Piece[], index: number): boolean {
  const text = textOfPiece(piece);
  if (piece.type !== 'heading' && piece.type !== 'paragraph') return false;
  if (text.length > LONGEST || /[,;:]$/.test(text) || /^\(?\d+[.)]/.test(text)) return false;
  // A sentence ends with a stop and has many words; "Privacy policy." is a title.
  if (/[.!]$/.test(text) && text.split(' ').length > 5) return false;
  if (/^(?:this|we|our|the following|please|read|see|last|effective|updated|in)\b/i.test(text))
    return false;
  return pieces.slice(0, index).every((each) => textOfPiece(each).length <= LONGEST);
}

/** The name of a page without that of its site: "Privacy notice | Acme". */
function nameIn(title: string): string | undefined {
  const parts = title.split(/\s+[|·•—–-]\s+|\s*[|»]\s*/).map((part) => part.trim());
  const named = parts.filter((part) => NAMES_NOTICE.test(part));
  const [best = parts[0]] = named.toSorted((a, b) => Number(KIND.test(b)) - Number(KIND.test(a)));
  return best !== undefined && best !== '' && named.length > 0 ? best : undefined;
}
