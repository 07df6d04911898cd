/** Writes the words of a line as MDX, and reads them back before they are taken. */
import { mdxToMdast } from 'satteri';
import { readExpression } from '../mdx/code.ts';
import { MARKDOWN_FEATURES } from '../mdx/syntax.ts';
import { isJsx, type TreeNode } from '../mdx/tree.ts';
import type { Run } from './model.ts';
import { tidyRuns } from './runs.ts';

/** How words are written: as Markdown; with tags for bold and italics; as literals in braces. */
type Form = 'marks' | 'tags' | 'literal';
const FORMS: readonly Form[] = ['marks', 'tags', 'literal'];

/**
 * Writes runs as MDX. Each form is read back and compared, and the plainest that says the same is
 * taken.
 *
 * @param least the plainest form to try; another where the checks find something in it
 */
export function writeInline(runs: readonly Run[], least: Form = 'marks'): string {
  const tidy = tidyRuns(runs);
  if (tidy.length === 0) return '';
  const wanted = JSON.stringify(comparable(tidy));
  for (const form of FORMS.slice(FORMS.indexOf(least))) {
    const written = writeIn(form, tidy);
    if (JSON.stringify(comparable(readInline(written))) === wanted) return written;
  }
  return writeIn('literal', tidy);
}

const writeIn = (form: Form, runs: readonly Run[]): string => {
  const written = runs.map((run) => writeRun(run, form)).join('');
  return written
    .split('\n')
    .map((line) => (form === 'literal' ? line : escapeLineHead(line)))
    .join('\n');
};

function writeRun(run: Run, form: Form): string {
  if (run.note !== undefined) return `[^${noteName(run.note)}]`;
  if (run.text === '\n') return '<br />\n';
  let text = form === 'literal' ? literal(run.text) : escapeText(run.text);
  if (run.shift) text = `<${run.shift}>${text}</${run.shift}>`;
  if (run.italic) text = form === 'marks' ? `*${text}*` : `<em>${text}</em>`;
  if (run.bold) text = form === 'marks' ? `**${text}**` : `<strong>${text}</strong>`;
  return run.href === undefined || isPlain(run) ? text : `[${text}](${address(run.href)})`;
}

/** The name of a footnote, of what a mark may be made of: `*` has a name too. */
export const noteName = (mark: string): string =>
  [...mark].map((sign) => (/[a-z0-9]/i.test(sign) ? sign : sign.codePointAt(0))).join('');

/** Whether a link is what any reader makes of its words: their own address. */
const isPlain = ({ text, href }: Run): boolean =>
  href !== undefined &&
  [
    ...(/^https?:/i.test(text) ? [text] : []),
    ...(text.includes('@') ? [`mailto:${text}`] : []),
    ...(/^www\./i.test(text) ? [`http://${text}`] : []),
  ].includes(href);

/** A string between braces: it is printed as it is, whatever is in it. */
const literal = (text: string): string =>
  text.replace(/^( *)([\s\S]*?)( *)$/, (_, before: string, words: string, after: string) =>
    words === '' ? before + after : `${before}{${quoted(words)}}${after}`,
  );

/** A string as code, without the signs that Markdown and MDX look for before they read code. */
const quoted = (words: string): string =>
  JSON.stringify(words).replace(
    /[{}|<`]/g,
    (sign) => String.raw`\u00${sign.charCodeAt(0).toString(16)}`,
  );

/** Escapes all that means something within a line. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\`*{}[\]<|~]/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replace(/&(?=#?\w+;)/g, String.raw`\&`);

/** Escapes what means something at the head of a line. */
const escapeLineHead = (line: string): string =>
  line
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$|-)|>|:(?=\s|$)|=+\s*$)/, String.raw`$1\$2`)
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/^(import|export)\b/, (word) => `{${JSON.stringify(word)}}`);

/** An address as it stands in parentheses. */
const address = (href: string): string =>
  href.replace(/[\s()<>{}|^`"'*\\[\]]/g, (sign) => {
    const code = encodeURIComponent(sign);
    return code === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : code;
  });

/** Reads MDX back as runs; nothing where it is not a line of text. */
function readInline(written: string): Run[] {
  try {
    // A footnote is one only if it is defined.
    const notes = [...new Set(written.match(/\[\^\w+\]/g))].map((note) => `\n\n${note}: x`);
    const tree = mdxToMdast(`x\n${written}${notes.join('')}`, { features: MARKDOWN_FEATURES });
    const [only, ...others] = (tree as TreeNode).children ?? [];
    if (only?.type !== 'paragraph') return [];
    if (others.some(({ type }) => type !== 'footnoteDefinition')) return [];
    const runs = (only.children ?? []).flatMap((node) => runsOf(node, {}));
    const [first, ...rest] = runs;
    // The line before it shows what the head of a line means within a paragraph too.
    return first?.text.startsWith('x\n') ? [{ ...first, text: first.text.slice(2) }, ...rest] : [];
  } catch {
    return [];
  }
}

function runsOf(node: TreeNode, look: Partial<Run>): Run[] {
  const inside = (more: Partial<Run>): Run[] =>
    (node.children ?? []).flatMap((child) => runsOf(child, { ...look, ...more }));
  const name = isJsx(node) ? node.name : node.type;
  switch (name) {
    case 'text':
      // An end of a line within text is white space; one that is meant is a break.
      return [{ ...look, text: String(node.value ?? '') }];
    case 'mdxTextExpression': {
      const code = readExpression(String(node.value ?? ''));
      return code.kind === 'literal' ? [{ ...look, text: code.text }] : [];
    }
    case 'strong':
      return inside({ bold: true });
    case 'emphasis':
    case 'em':
      return inside({ italic: true });
    case 'sup':
    case 'sub':
      return inside({ shift: name });
    case 'link':
      return inside({ href: node.url ?? '' });
    case 'break':
    case 'br':
      return [{ text: BREAK }];
    case 'footnoteReference':
      return [{ text: '', note: node.identifier ?? '' }];
    default:
      return [{ text: '\uFFFC' }];
  }
}

/** Stands for a break, since an end of a line is white space in Markdown. */
const BREAK = '\uE000\n';

/** Runs as they are compared: links as they are written, those to their own words as words. */
function comparable(runs: readonly Run[]): Run[] {
  const read = runs.map((run): Run => {
    if (run.note !== undefined) return { text: '', note: noteName(run.note).toLowerCase() };
    if (run.text === '\n' || run.text === BREAK) return { text: '\n' };
    const text = run.text.replace(/\n/g, ' ');
    const { href, ...rest } = run;
    return href === undefined || isPlain({ text, href })
      ? { ...rest, text }
      : { ...rest, text, href: address(href) };
  });
  return tidyRuns(read).map((run) => ({
    text: run.text,
    ...(run.bold && { bold: run.bold }),
    ...(run.italic && { italic: run.italic }),
    ...(run.shift && { shift: run.shift }),
    ...(run.href !== undefined && { href: run.href }),
    ...(run.note !== undefined && { note: run.note }),
  }));
}
