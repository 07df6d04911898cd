/** What the words of a notice show to be unfinished or lost, told to the person who imports it. */
import type { Piece, Remark, SourceKind } from './model.ts';
import { textOfPiece } from './runs.ts';

/** Something in brackets that somebody was to fill in: `[DATE]`, `[insert name]`, `<<Company>>`, `XX`. */
const PLACEHOLDERS = [
  /\[\p{Lu}[\p{Lu}\p{N} /&'’._-]{1,60}\]/gu,
  /\[(?:insert|enter|add|your|name of|company|organi[sz]ation|date|address|e-?mail|phone|telephone|contact|website|delete)\b[^[\]]{0,80}\]/gi,
  /<<[^<>]{1,60}>>|\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}/g,
  /\b(?:TBC|TBD|XX+|lorem ipsum)\b|_{4,}|\.{6,}|…{3,}/g,
] as const;

/** Where an address was announced and is not there: "email us at or write to us". */
const BLANK =
  /\b(?:e-?mail(?:ing)?(?: us| me| them)?(?: at| to| on)|(?:write|contact)(?:ing)? (?:to )?us (?:at|by e-?mail at)|e-?mail(?: address)?(?: us)?(?: at)?:|send (?:us )?an e-?mail(?: to(?: us)?(?: at)?)?)\s*(?:$|[.,;)]|or\b|and\b)|\bplease e-?mail\s*(?:[.,;]|or write\b)/i;

/** Words that were a link on the page they are from. */
const LINKS =
  /\b(?:click(?:ing)? (?:here|on (?:this|the) link|the link)|(?:this|the following) (?:link|page|website)|(?:read|find out|learn) more here|available here|(?<!\w)here(?=[.)]|$)|unsubscribe link|Get Safe Online|Your Online Choices|All About Cookies)\b/i;

/** Remarks on the text of a notice. */
export function remarksOn(pieces: readonly Piece[], kind: SourceKind): Remark[] {
  const remarks: Remark[] = [];
  const seen = new Set<string>();
  const tell = (code: string, detail: string): void => {
    if (!seen.has(`${code}:${detail}`)) remarks.push({ code, detail });
    seen.add(`${code}:${detail}`);
  };
  for (const piece of pieces) {
    const text = textOfPiece(piece);
    for (const pattern of PLACEHOLDERS) {
      for (const [found] of text.matchAll(pattern)) {
        if (found.startsWith('[') && isNoPlaceholder(found)) continue;
        tell('placeholder', found.slice(0, 80));
      }
    }
    if (text.includes('\uFFFD')) tell('broken-characters', String(piece.at));
    if (piece.type === 'heading') continue;
    if (BLANK.test(text)) tell('blank-email', String(piece.at));
    const link = kind === 'text' && !/https?:|www\./.test(text) ? LINKS.exec(text)?.[0] : undefined;
    if (link !== undefined) tell('lost-link', link);
  }
  return remarks;
}

/** Signs of footnotes and of words left out, which are in brackets too. */
const isNoPlaceholder = (found: string): boolean => /^\[(?:\d+|\p{L}|sic|…|\.{3})\]$/iu.test(found);
