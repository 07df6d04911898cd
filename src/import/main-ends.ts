/** What stands at both ends of a text and is not of it: links alone, `Back to top`, `Share this page`. */
import type { Piece } from './model.ts';
import { linkShare, textOf } from './piece-text.ts';

const PHRASE =
  /^(?:[\s↑^▲←→«»<>]*)(?:back to (?:the )?top|top|back|previous|next|home|skip to (?:the )?(?:main )?content|print(?: this page)?|share(?: this)?(?: page)?(?: on .{1,20})?|email this page|was this (?:page|article|information) (?:helpful|useful).{0,20}|is this page useful.{0,20}|rate this page|download(?: (?:as|this).{0,30})?(?: \(?pdf\)?)?|follow us.{0,30}|all rights reserved\.?|(?:©|\(c\)|copyright\b).{0,120}|powered by .{1,40}|search|menu|close|read more|yes|no|subscribe.{0,60}|leave a (?:comment|reply)|contents|on this page|in this section|related (?:links|articles|pages|content|posts|documents)|you (?:may|might) also like|report (?:a problem|an issue).{0,40}|facebook|twitter|x|linkedin|instagram|youtube|back to .{1,40}|edit this page.{0,30}|table of contents)[\s↑^▲←→«»<>|:.]*$/i;

/** The places of pieces at the ends that are no text. */
export function endsOf(pieces: readonly Piece[], outs: readonly unknown[]): Set<number> {
  const kept = pieces.flatMap((_, index) => (outs[index] ? [] : [index]));
  const found = new Set<number>();
  for (const order of [kept, kept.toReversed()]) {
    const isLast = order !== kept;
    const run: number[] = [];
    for (const index of order) {
      const piece = pieces[index];
      if (!piece || !isStray(piece, isLast)) break;
      run.push(index);
    }
    for (const index of run) found.add(index);
    // The heading over nothing but links goes with them.
    const above = isLast && run.length > 0 ? order[run.length] : undefined;
    const piece = above === undefined ? undefined : pieces[above];
    if (above !== undefined && piece?.type === 'heading') found.add(above);
  }
  return found.size === kept.length ? new Set() : found;
}

function isStray(piece: Piece, isLast: boolean): boolean {
  const text = textOf(piece).trim();
  if (piece.type === 'table' || text.length > 160) return false;
  if (PHRASE.test(text)) return true;
  if (piece.type === 'heading' || linkShare(piece) < 0.95) return false;
  const hrefs = piece.runs.flatMap(({ href }) => href ?? []);
  // A contents list leads to the text itself, and an address that is written out is text.
  if (hrefs.every((href) => href.startsWith('#'))) return isLast;
  return !/@|www\.|https?:|\.(?:uk|com|org|gov)\b/i.test(text);
}
