/**
 * How elements look, as far as it says what they are: bold, italic, hidden, large, centred. Read from
 * `style` attributes and from the rules of `<style>` for one element, class or id, which is how
 * word processors and Google Docs write.
 */
import { attributeOf, type HtmlElement } from './html-tree.ts';

export interface Look {
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isHidden?: boolean;
  isCentred?: boolean;
  isPre?: boolean;
  /** Whether it stands on lines of its own. */
  isBox?: boolean;
  /** In points. */
  size?: number;
}

/** What style sheets say, by selector: `b`, `.c1`, `#top`, `p.c1`. */
export type Sheet = ReadonlyMap<string, Look>;

const SELECTOR = /^[a-z0-9]*(?:[.#][\w-]+)?$/i;

/** Reads the rules of style sheets; those for screens of a certain kind are left out. */
export function readSheet(css: string): Sheet {
  const sheet = new Map<string, Look>();
  for (const { selectors, declarations } of rulesOf(css)) {
    const look = lookOf(declarations);
    if (Object.keys(look).length === 0) continue;
    for (const each of selectors.split(',')) {
      const selector = each.trim().toLowerCase();
      if (selector !== '' && SELECTOR.test(selector)) {
        sheet.set(selector, { ...sheet.get(selector), ...look });
      }
    }
  }
  return sheet;
}

/** The rules on the outermost level. Walks the text once. */
function* rulesOf(css: string): Generator<{ selectors: string; declarations: string }> {
  const text = withoutComments(css);
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open < 0) return;
    const before = text.slice(at, open);
    const head = before.slice(before.lastIndexOf(';') + 1).trim();
    const close = head.startsWith('@') ? endOfBlock(text, open) : text.indexOf('}', open);
    if (close < 0) return;
    if (!head.startsWith('@')) {
      yield { selectors: head, declarations: text.slice(open + 1, close) };
    }
    at = close + 1;
  }
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  for (let at = 0; ;) {
    const open = css.indexOf('/*', at);
    kept.push(css.slice(at, open < 0 ? undefined : open));
    const close = open < 0 ? -1 : css.indexOf('*/', open + 2);
    if (close < 0) return kept.join(' ').replaceAll('<!--', ' ').replaceAll('-->', ' ');
    at = close + 2;
  }
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** What declarations say: `font-weight: bold; display: none`. */
function lookOf(declarations: string): Look {
  const look: Look = {};
  for (const each of declarations.toLowerCase().split(';')) {
    const colon = each.indexOf(':');
    if (colon < 0) continue;
    const value = each
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    Object.assign(look, READ[each.slice(0, colon).trim()]?.(value));
  }
  return look;
}

const READ: Record<string, (value: string) => Look> = {
  'font-weight': (value) => ({ isBold: /^(bold|bolder|[6-9]00)$/.test(value) }),
  'font-style': (value) => ({ isItalic: /^(italic|oblique)/.test(value) }),
  'text-decoration': (value) => (value.includes('underline') ? { isUnderlined: true } : {}),
  'text-align': (value) => ({ isCentred: value === 'center' }),
  'white-space': (value) => ({ isPre: value.startsWith('pre') || value === 'break-spaces' }),
  'font-size': (value) => sizeOf(value),
  display: (value) => ({
    isHidden: value === 'none',
    ...(/^(block|flex|grid|table|list-item)$/.test(value) && { isBox: true }),
  }),
  visibility: (value) => (value === 'hidden' ? { isHidden: true } : {}),
  'mso-hide': (value) => (value === 'all' ? { isHidden: true } : {}),
};

const POINTS: Record<string, number> = { pt: 1, px: 0.75, rem: 12 };

function sizeOf(value: string): Look {
  const [, number = '', unit = ''] = /^(\d{1,4}(?:\.\d{1,4})?)(pt|px|rem)$/.exec(value) ?? [];
  const points = POINTS[unit];
  return points === undefined ? {} : { size: Number(number) * points };
}

const BY_NAME: Record<string, Look> = {
  b: { isBold: true },
  strong: { isBold: true },
  i: { isItalic: true },
  em: { isItalic: true },
  cite: { isItalic: true },
  u: { isUnderlined: true },
  center: { isCentred: true },
  pre: { isPre: true },
};

/** What an element says itself about its look. */
export function ownLook(element: HtmlElement, sheet: Sheet): Look {
  const name = element.tagName;
  const rules = [BY_NAME[name], sheet.get(name)];
  for (const each of classesOf(element))
    rules.push(sheet.get(`.${each}`), sheet.get(name + '.' + each));
  const id = attributeOf(element, 'id')?.toLowerCase();
  if (id) rules.push(sheet.get(`#${id}`), sheet.get(`${name}#${id}`));
  if (attributeOf(element, 'align')?.toLowerCase() === 'center') rules.push({ isCentred: true });
  const style = attributeOf(element, 'style');
  if (style) rules.push(lookOf(style));
  return Object.assign({}, ...rules) as Look;
}

/** Its classes in lower case; of thousands, the first hundred. */
export const classesOf = (element: HtmlElement): string[] =>
  (attributeOf(element, 'class') ?? '').toLowerCase().split(/\s+/, 100).filter(Boolean);
