/**
 * Finds the text of a page among its menus, banners and footers. Gives a verdict on each piece: what
 * belongs to the notice is kept, what surrounds it is dropped with the reason, and what could be
 * either is asked.
 */
import type { Code } from './codes.ts';
import { endsOf } from './main-ends.ts';
import { isNoticeTitle, isOfService, speaksOfData } from './main-words.ts';
import { elementsOf, type Element } from './main-elements.ts';
import type { Answers, Page, Piece, Refusal, Verdict } from './model.ts';
import { linkShare, textOf } from './piece-text.ts';
import { textOfPiece } from './runs.ts';
import { readSelector } from './selector.ts';

/** A sentence this long is never dropped only because of where it stands. */
const SENTENCE = 40;

/** A judged piece; undefined where it is kept. */
type Out = { is: 'drop' | 'ask'; code: Code } | undefined;

/** The verdicts on the pieces of a page, in their order. */
export function mainText(page: Page, answers: Answers = {}): Verdict[] | Refusal {
  const chosen = answers.main === undefined ? undefined : chosenBy(page, answers.main);
  if (chosen !== undefined && 'refused' in chosen) return chosen;
  const outs = chosen ?? found(page);
  return page.pieces.map((piece, index): Verdict => {
    const answer = answers.pieces?.[textOfPiece(piece)];
    if (answer === 'keep') return { piece, is: 'keep' };
    if (answer === 'drop') return { piece, is: 'drop', code: 'answered' };
    return { piece, ...(outs[index] ?? { is: 'keep' }) };
  });
}

/** What a selector does not choose is dropped; what is hidden in it too. */
function chosenBy(page: Page, written: string): Out[] | Refusal {
  const matches = readSelector(written);
  if (typeof matches !== 'function') return matches;
  let any = false;
  const outs = page.pieces.map((piece): Out => {
    const around = page.around.get(piece);
    if (!around || !matches(around)) return { is: 'drop', code: 'answered' };
    any ||= outOfSight(piece) === undefined;
    return outOfSight(piece);
  });
  return any ? outs : { refused: `--main ${written} matches no text of this page.` };
}

/** What is not shown, or is no text. */
function outOfSight({ signs }: Piece): Out {
  switch (signs?.part) {
    case 'title':
      return { is: 'drop', code: 'title' };
    case 'deleted':
      return { is: 'drop', code: 'deleted' };
    case 'picture':
      return { is: 'drop', code: 'picture' };
    case 'control':
      return { is: 'drop', code: 'form' };
    case 'comment':
      return { is: 'drop', code: 'comment' };
    case 'fallback':
      return { is: 'drop', code: 'hidden' };
    default:
      return signs?.isHidden ? { is: 'drop', code: 'hidden' } : undefined;
  }
}

interface Seen {
  piece: Piece;
  text: string;
  element: Element | undefined;
  out: Out;
  isProse: boolean;
}

/** Verdicts by where the prose of the page is. */
function found(page: Page): Out[] {
  const elements = elementsOf(page);
  const seen = page.pieces.map((piece): Seen => {
    const element = elements.of(piece);
    const text = textOf(piece);
    const isProse = text.length >= 60 && linkShare(piece) < 0.5;
    return { piece, text, element, out: outOfSight(piece), isProse };
  });
  if (isRevealed(seen))
    for (const each of seen) if (each.out?.code === 'hidden') each.out = undefined;
  elements.measure(seen);
  const main = widened(elements.main(), elements, seen);
  const within = main && elements.within(main);
  const inside = seen.map(({ element }) => !within || (element && within.has(element)) === true);
  const start = inside.indexOf(true);
  const end = inside.lastIndexOf(true);
  const taken = takenBack(seen, start, end);
  const outs = seen.map((each, index): Out => {
    if (each.out) return each.out;
    const zone = each.element?.zone;
    if (inside[index]) return zone && inZone(each, zone);
    if (taken.has(index)) return undefined;
    return outside(each, zone?.code ?? (index < start ? 'header' : 'footer'));
  });
  for (const [index, { text }] of seen.entries()) {
    if (!outs[index] && BACK.test(text)) outs[index] = { is: 'drop', code: 'menu' };
  }
  for (const index of endsOf(
    seen.map(({ piece }) => piece),
    outs,
  )) {
    outs[index] = { is: 'drop', code: 'menu' };
  }
  return outs;
}

/** What stands below each section of a long page, and leads up. */
const BACK = /^[\s↑^▲]*(?:back|return|go) to (?:the )?top(?: of (?:the )?page)?[\s↑^▲.]*$/i;

/** Whether scripts would show the text of the page, which hardly has any without what is hidden. */
function isRevealed(seen: readonly Seen[]): boolean {
  let [shown, hidden] = [0, 0];
  for (const { text, out, isProse } of seen) {
    if (isProse && !out) shown += text.length;
    if (isProse && out?.code === 'hidden') hidden += text.length;
  }
  return shown < 600 && hidden > 3 * shown && hidden > 600;
}

/** Elements that only say how text looks: what is beside it in the same box is text too. */
const LOOKS = new Set([
  'font',
  'span',
  'b',
  'i',
  'strong',
  'em',
  'small',
  'big',
  'center',
  'p',
  'tbody',
]);

/**
 * The main element or one around it: a last section or table may stand beside nearly all prose. What
 * comes with it has to be text, without menus and buttons, and to speak of data.
 */
function widened(
  main: Element | undefined,
  elements: ReturnType<typeof elementsOf>,
  seen: readonly Seen[],
): Element | undefined {
  let at = main;
  for (let steps = 0; at?.parent && steps < 12; steps += 1) {
    const { parent } = at;
    if (parent.around.name === 'html') return at;
    const within = elements.within(at);
    const wider = elements.within(parent);
    const more = seen.filter(({ element, out, piece }) => {
      const isNew = element && wider.has(element) && !within.has(element);
      return isNew && !element.zone && (!out || piece.signs?.part === 'control');
    });
    const isClean = more.every(({ piece, out }) => !out && linkShare(piece) < 0.5);
    const says = ({ piece, text, isProse }: Seen): boolean =>
      (piece.type === 'table' && piece.rows.length > 1) || (isProse && speaksOfData(text));
    if (!LOOKS.has(at.around.name) && more.length > 0 && !(isClean && more.some(says))) return main;
    at = parent;
    if (more.length > 0) main = at;
  }
  return main;
}

/** A piece of the main element, in a part of it that is named like no text. */
function inZone(
  { piece, text }: Seen,
  { code, isByName, isText, hasControls }: NonNullable<Element['zone']>,
): Out {
  if (!isByName) return asked(text, piece, false) ? { is: 'ask', code } : { is: 'drop', code };
  if (isText || (!hasControls && isDateLine(text))) return undefined;
  return !hasControls && asked(text, piece, true) ? { is: 'ask', code } : { is: 'drop', code };
}

/** A piece outside the main element. */
function outside({ piece, text, element }: Seen, code: Code): Out {
  const zone = element?.zone;
  const isSure = zone !== undefined && (!zone.isByName || zone.hasControls);
  return !isSure && asked(text, piece, true) ? { is: 'ask', code } : { is: 'drop', code };
}

/** Whether a person has to say whether a piece belongs to the notice. */
function asked(text: string, piece: Piece, isLikely: boolean): boolean {
  if (text.length < SENTENCE || linkShare(piece) >= 0.5 || isOfService(text)) return false;
  return isLikely && speaksOfData(text);
}

/** A heading above that names a notice, what stands between, and lines with a date. */
function takenBack(seen: readonly Seen[], start: number, end: number): Set<number> {
  const taken = new Set<number>();
  const isFree = ({ out, element }: Seen): boolean => !out && element?.zone === undefined;
  const within = seen.slice(Math.max(0, start), end + 1).filter(({ out }) => !out);
  const first = within.find(({ piece }) => piece.type === 'heading');
  const isTop = ({ piece }: Seen): boolean => piece.type === 'heading' && piece.level === 1;
  const has = within.some((each) => isTitle(each) && (each === first || isTop(each)));
  for (let index = start - 1; index >= 0 && start - index < 40 && !has; index -= 1) {
    const each = seen[index];
    if (!each || each.out || !isTitle(each)) continue;
    // A header of the page may hold its title, but no menu does.
    if (each.element?.zone && each.element.zone.code !== 'header') continue;
    taken.add(index);
    for (let next = index + 1; next < start; next += 1) {
      const between = seen[next];
      if (!between || between.out || !isWorded(between)) continue;
      if (isFree(between) || sameZone(between, each)) taken.add(next);
    }
    break;
  }
  for (const step of [-1, 1]) {
    const edge = step < 0 ? start : end;
    for (let index = edge + step; Math.abs(index - edge) <= 4; index += step) {
      const each = seen[index];
      const zone = each?.element?.zone;
      const isNear = zone === undefined || (zone.isByName && !zone.hasControls);
      if (each && !each.out && isNear && isDateLine(each.text)) taken.add(index);
    }
  }
  return taken;
}

const sameZone = (one: Seen, other: Seen): boolean => one.element?.zone === other.element?.zone;

/** Whether it says something: a sentence or a date, not a link or a label. */
const isWorded = ({ piece, text }: Seen): boolean =>
  linkShare(piece) < 0.5 && (text.length >= SENTENCE || DATE.test(text));

const isTitle = ({ piece, text }: Seen): boolean =>
  piece.type === 'heading' && piece.level <= 2 && isNoticeTitle(text);

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DATE = new RegExp(
  String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})|\b(?:${MONTH})[a-z]* \d|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b`,
  'i',
);
const DATED =
  /updat|effective|reviewed|revised|version|modified|changed|in force|published|stand:|diweddar/i;

/** A short line that says when the text was changed. */
const isDateLine = (text: string): boolean =>
  text.length <= 120 && DATED.test(text) && (DATE.test(text) || /\b(?:19|20)\d\d\b/.test(text));
