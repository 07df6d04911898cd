/** The elements of a page as a tree, with how much prose each holds. */
import { isMain, zoneOf, type Zone } from './main-zones.ts';
import type { Around, Page, Piece } from './model.ts';
import { linkShare } from './piece-text.ts';

/** An element around some piece. */
export interface Element {
  around: Around;
  parent: Element | undefined;
  depth: number;
  /** Characters of prose in it: all that is shown, and what is in no zone of it. */
  all: number;
  prose: number;
  /** The outermost part of the page that it is in and that is not text. */
  zone?: (Zone & Holds) | undefined;
}

/** What a zone holds. */
interface Holds {
  text: number;
  linked: number;
  hasControls: boolean;
  hasHeading: boolean;
  /** Whether a link of the page leads to it, as those of a list of contents do. */
  isLinked: boolean;
  /** Whether it is text all the same: a section of the notice with the name of a banner. */
  isText: boolean;
}

interface Measured {
  piece: Piece;
  text: string;
  element: Element | undefined;
  out: unknown;
  isProse: boolean;
}

/** A part of a page that holds so much of its prose is not beside its text. */
const MOST = 0.4;
/** The main text is the deepest element with so much of the prose. */
const NEARLY_ALL = 0.93;

/** The elements around the pieces of a page. */
export function elementsOf({ around, pieces }: Page): Elements {
  const hrefs = pieces.flatMap((piece) =>
    piece.type === 'table' ? [] : piece.runs.flatMap(({ href }) => href ?? []),
  );
  return new Elements(around, new Set(hrefs.filter((href) => /^#./.test(href))));
}

export class Elements {
  readonly #all = new Map<Around, Element>();
  readonly #around: ReadonlyMap<Piece, Around>;
  readonly #linked: ReadonlySet<string>;

  /** @param linked where links lead to within the page: `#your-rights` */
  constructor(around: ReadonlyMap<Piece, Around>, linked: ReadonlySet<string>) {
    this.#around = around;
    this.#linked = linked;
    for (const each of around.values()) this.#add(each);
  }

  #add(around: Around): void {
    const path: Around[] = [];
    for (let at: Around | undefined = around; at && !this.#all.has(at); at = at.parent)
      path.push(at);
    for (const each of path.toReversed()) {
      const parent = each.parent && this.#all.get(each.parent);
      const depth = (parent?.depth ?? 0) + 1;
      this.#all.set(each, { around: each, parent, depth, all: 0, prose: 0 });
    }
  }

  of(piece: Piece): Element | undefined {
    const around = this.#around.get(piece);
    return around && this.#all.get(around);
  }

  /** Measures prose and finds the zones: first with all prose, then with that outside of zones. */
  measure(seen: readonly Measured[]): void {
    for (const { element, text, out, isProse } of seen) {
      if (element && isProse && !out) element.all += text.length;
    }
    // Each element stands after its parent, so that backwards each is whole before it is added.
    const elements = [...this.#all.values()];
    for (const { parent, all } of elements.toReversed()) if (parent) parent.all += all;
    const total = Math.max(1, elements[0]?.all ?? 0);
    for (const element of elements) element.zone = zoneIn(element, total, this.#linked);
    for (const each of seen) if (each.element?.zone) hold(each.element.zone, each);
    for (const { zone } of elements) if (zone) zone.isText = isText(zone);
    for (const { element, text, out, isProse } of seen) {
      const isOut = element?.zone && !element.zone.isText;
      if (element && isProse && !out && !isOut) element.prose += text.length;
    }
    for (const { parent, prose } of elements.toReversed()) if (parent) parent.prose += prose;
  }

  /** The deepest element that holds nearly all prose; undefined on a page without prose. */
  main(): Element | undefined {
    const elements = [...this.#all.values()];
    const total = elements[0]?.prose ?? 0;
    if (total === 0) return elements.find(({ around }) => isMain(around));
    let main = elements[0];
    for (const element of elements) {
      if (element.prose >= NEARLY_ALL * total && element.depth > (main?.depth ?? 0)) main = element;
    }
    return main;
  }

  /** An element and all those in it. */
  within(main: Element): ReadonlySet<Element> {
    const found = new Set([main]);
    for (const element of this.#all.values()) {
      if (element.parent && found.has(element.parent)) found.add(element);
    }
    return found;
  }
}

/** A footer in what is only named like something is a footer. */
function zoneIn(element: Element, total: number, linked: ReadonlySet<string>): Element['zone'] {
  const outer = element.parent?.zone;
  if (outer && !outer.isByName) return outer;
  const own = zoneAt(element, total, linked);
  return own && (!outer || !own.isByName) ? own : outer;
}

function zoneAt(
  { around, all }: Element,
  total: number,
  linked: ReadonlySet<string>,
): Element['zone'] {
  const zone = all > MOST * total ? undefined : zoneOf(around);
  const isLinked = linked.has(`#${around.attributes.get('id') ?? ''}`);
  return (
    zone && {
      ...{ ...zone, isLinked, text: 0, linked: 0 },
      ...{ hasControls: false, hasHeading: false, isText: false },
    }
  );
}

function hold(zone: NonNullable<Element['zone']>, { piece, text }: Measured): void {
  if (piece.signs?.part === 'control') zone.hasControls = true;
  if (piece.type === 'heading') zone.hasHeading = true;
  if (piece.signs?.part !== undefined) return;
  zone.text += text.length;
  zone.linked += linkShare(piece) * text.length;
}

/**
 * A section of the text may be called `cookies`: it has a heading and prose, or a list of contents leads
 * to it, and it has no buttons.
 */
const isText = (zone: Zone & Holds): boolean =>
  zone.mayBeText &&
  !zone.hasControls &&
  ((zone.hasHeading && zone.text >= 80) || zone.isLinked) &&
  zone.linked < 0.4 * zone.text;
