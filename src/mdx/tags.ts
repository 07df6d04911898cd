/** Finds the tags and comments of HTML in a body, also those that MDX cannot parse. */

/** A tag, with its offsets in the body. A comment, or what only XML has, has no name. */
export interface Tag {
  start: number;
  end: number;
  /** The tag as it is written. */
  written: string;
  /** Its name as it is written; empty for `<!-- … -->`, `<!…>` and `<?…>`. */
  name: string;
  isEnd: boolean;
  /** Whether it ends in `/>`. */
  isClosed: boolean;
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** What is no tag: an escape, a span of code, a comment of MDX. Their parts differ in the first letter. */
const SKIPPED = /\\[\s\S]|(`+)[^`]{0,2000}\1(?!`)|\{\/\*[\s\S]{0,20000}?\*\/\}/y;
const REMARK = /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<[!?][^<>\n]{0,2000}>/y;
const TAG =
  /<(\/?)([a-z][\w.-]*(?::[a-z][\w-]*)?)(?=[\s/>])((?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|\{(?:[^{}<]|\{[^{}<]{0,2000}\}){0,2000}\}|[^"'{}<>/]|\/(?!>)){0,2000})(\/?)>/iy;

/** The tags of a body in order, without those in code. */
export function tagsOf(body: string): Tag[] {
  const tags: Tag[] = [];
  const text = withoutFences(body);
  for (let at = nextSign(text, 0); at >= 0; at = nextSign(text, at)) {
    const skipped = matchAt(SKIPPED, text, at);
    const tag = skipped ? undefined : tagAt(text, at);
    if (tag) tags.push(tag);
    at = skipped ? at + skipped[0].length : (tag?.end ?? at + 1);
  }
  return tags;
}

const nextSign = (text: string, from: number): number => {
  SIGN.lastIndex = from;
  return SIGN.exec(text)?.index ?? -1;
};
const SIGN = /[\\`{<]/g;

function tagAt(text: string, start: number): Tag | undefined {
  const remark = matchAt(REMARK, text, start);
  const [written, slash, name = '', , closed] = remark ?? matchAt(TAG, text, start) ?? [];
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (remark) return { start, end, written, name: '', isEnd: false, isClosed: true };
  return { start, end, written, name, isEnd: slash === '/', isClosed: closed === '/' };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The body with its fenced code blanked out. */
export function withoutFences(body: string): string {
  if (!/`{3}|~{3}/.test(body)) return body;
  let fence = '';
  const lines = body.split('\n').map((line) => {
    const found = FENCE.exec(line)?.[1] ?? '';
    const isInside = fence !== '';
    if (!isInside) fence = found;
    else if (found.startsWith(fence)) fence = '';
    return isInside || found !== '' ? ' '.repeat(line.length) : line;
  });
  return lines.join('\n');
}
