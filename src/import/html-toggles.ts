/**
 * Parts of a page that open: `<details>`, accordions, tabs. What opens a part is its heading, and
 * what is hidden until then is text all the same.
 */
import type { Block } from './html-collect.ts';
import { classesOf } from './html-style.ts';
import { attributeOf, headingLevel, type HtmlElement, type Measure } from './html-tree.ts';
import type { Remark } from './model.ts';

export interface Toggles {
  /** Elements that a reader opens, though they are hidden at first. */
  opened: Set<HtmlElement>;
  /** What opens them, with what its words are. */
  toggles: Map<HtmlElement, Block | 'inherit'>;
  remarks: Remark[];
}

interface Toggle {
  element: HtmlElement;
  panel: HtmlElement | undefined;
  /** The level of the last heading before it. */
  level: number;
  isInHeading: boolean;
}

/** Names of what opens a part: `accordion-title`, `faq__question`, `et_pb_toggle_title`. */
const NAMED =
  /^elementor-tab-title$|(?:accordion|toggle|collaps|faq|expand)\w{0,20}[-_]{1,2}(?:\w{1,20}[-_]{1,2})?(?:title|header|heading|trigger|button|question|label|control|summary)$/;
/** Names of parts that open. */
const PANEL = /accordion|collapse|collapsible|tab-?pane|tabpanel|faq|expand|foldable/;
/** What stands around pages has parts that open too: menus. */
const AROUND = new Set(['nav', 'footer', 'dialog', 'form', 'select']);

/**
 * Finds what opens and what is opened.
 *
 * @param elements those of a page, in its order
 */
export function togglesIn(
  elements: readonly HtmlElement[],
  measures: ReadonlyMap<HtmlElement, Measure>,
): Toggles {
  const byId = new Map(elements.map((element) => [attributeOf(element, 'id'), element]));
  const siblings = siblingsIn(elements);
  const opened = new Set<HtmlElement>();
  const found: Toggle[] = [];
  const outside = new Set<HtmlElement>();
  const inToggle = new Set<HtmlElement>();
  let level = 1;
  for (const element of elements) {
    const parent = parentOf(element);
    if ((parent && outside.has(parent)) || AROUND.has(element.tagName)) outside.add(element);
    if (outside.has(element)) continue;
    if (isPanel(element)) opened.add(element);
    // What opens a part is often named once more within: on the link, on an icon.
    if (parent && inToggle.has(parent)) {
      inToggle.add(element);
      continue;
    }
    if (isToggle(element, siblings)) {
      if (element.tagName !== 'summary' && hasPanelBeside(element, siblings)) inToggle.add(element);
      const panel = panelOf(element, byId, siblings);
      if (panel) opened.add(panel);
      const isInHeading = headingAround(element) !== undefined;
      found.push({ element, panel, level, isInHeading });
    } else level = headingLevel(element) ?? level;
  }
  return { opened, ...named(found, measures) };
}

/** Whether an element that is no heading or link itself stands right before what it opens. */
const hasPanelBeside = (element: HtmlElement, { after }: Siblings): boolean =>
  element.tagName === 'div' && after.get(element)?.tagName === 'div';

function isPanel(element: HtmlElement): boolean {
  if (attributeOf(element, 'role') === 'tabpanel') return true;
  if (attributeOf(element, 'hidden') === 'until-found') return true;
  return classesOf(element).some((each) => PANEL.test(each));
}

function isToggle(element: HtmlElement, siblings: Siblings): boolean {
  if (element.tagName === 'summary') return true;
  if (attributeOf(element, 'aria-haspopup') !== undefined) return false;
  if (attributeOf(element, 'aria-expanded') !== undefined) return true;
  const role = attributeOf(element, 'role');
  if (role === 'tab' || attributeOf(element, 'data-bs-toggle') === 'collapse') return true;
  if (element.tagName === 'label')
    return attributeOf(element, 'for') !== undefined && isOpener(element, siblings);
  return headingLevel(element) === undefined && classesOf(element).some((each) => NAMED.test(each));
}

/** A label that ticks a box just before it, which style sheets use to open what follows. */
function isOpener(label: HtmlElement, { before, after }: Siblings): boolean {
  const box = before.get(label);
  const type = box && attributeOf(box, 'type');
  return (type === 'checkbox' || type === 'radio') && after.has(label);
}

/** What a toggle opens: what it names, or what follows it or its heading. */
function panelOf(
  element: HtmlElement,
  byId: ReadonlyMap<string | undefined, HtmlElement>,
  { after }: Siblings,
): HtmlElement | undefined {
  const target =
    attributeOf(element, 'aria-controls') ??
    attributeOf(element, 'data-bs-target')?.replace(/^#/, '') ??
    attributeOf(element, 'data-target')?.replace(/^#/, '') ??
    attributeOf(element, 'href')?.replace(/^#/, '');
  const named = target ? byId.get(target) : undefined;
  if (named) return named;
  if (element.tagName === 'summary') return parentOf(element);
  const heading = headingAround(element);
  return after.get(element) ?? (heading && after.get(heading));
}

/** Makes headings of what opens two parts of text and more. */
function named(
  found: readonly Toggle[],
  measures: ReadonlyMap<HtmlElement, Measure>,
): Pick<Toggles, 'toggles' | 'remarks'> {
  const toggles = new Map<HtmlElement, Block | 'inherit'>();
  const kindOf = ({ element }: Toggle): string =>
    `${element.tagName}.${classesOf(element)[0] ?? ''}`;
  const count = new Map<string, number>();
  const textOf = (element: HtmlElement | undefined): number =>
    (element && measures.get(element)?.text) ?? 0;
  for (const each of found) {
    if (textOf(each.panel) < 40) continue;
    count.set(kindOf(each), (count.get(kindOf(each)) ?? 0) + 1);
  }
  const empty = found.filter(({ element, panel }) => textOf(element) > 0 && textOf(panel) === 0);
  for (const each of found) {
    const isOwn = each.isInHeading || (measures.get(each.element)?.headings ?? 0) > 0;
    if (isOwn) toggles.set(each.element, 'inherit');
    else if ((count.get(kindOf(each)) ?? 0) > 1) {
      toggles.set(each.element, { type: 'heading', level: Math.min(6, each.level + 1) });
    } else if (textOf(each.panel) >= 40) toggles.set(each.element, 'inherit');
  }
  const detail = `${empty.length}`;
  return { toggles, remarks: empty.length > 1 ? [{ code: 'closed-parts', detail }] : [] };
}

function headingAround(element: HtmlElement): HtmlElement | undefined {
  let at = parentOf(element);
  for (let steps = 0; at && steps < 4; steps += 1) {
    if (headingLevel(at) !== undefined) return at;
    at = parentOf(at);
  }
  return undefined;
}

const parentOf = ({ parentNode }: HtmlElement): HtmlElement | undefined =>
  parentNode && 'tagName' in parentNode ? parentNode : undefined;

/** The element before and after each, within the same parent. */
interface Siblings {
  before: ReadonlyMap<HtmlElement, HtmlElement>;
  after: ReadonlyMap<HtmlElement, HtmlElement>;
}

function siblingsIn(elements: readonly HtmlElement[]): Siblings {
  const [before, after] = [
    new Map<HtmlElement, HtmlElement>(),
    new Map<HtmlElement, HtmlElement>(),
  ];
  const last = new Map<HtmlElement | undefined, HtmlElement>();
  for (const element of elements) {
    const parent = parentOf(element);
    const previous = last.get(parent);
    if (previous) {
      before.set(element, previous);
      after.set(previous, element);
    }
    last.set(parent, element);
  }
  return { before, after };
}
