/** Parsing MDX, and telling an author in plain words where it cannot be parsed. */
import { mdxToMdast } from 'satteri';
import { escapeBraces } from './elements.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { SourceText } from './source.ts';
import type { TreeNode } from './tree.ts';

/** How the Markdown of a notice is read, here and in the build alike. */
export const MARKDOWN_FEATURES = {
  gfm: true,
  frontmatter: false,
  headingAttributes: true,
  definitionList: true,
  // Published words are the author's own: quotes and dashes stay as typed.
  smartPunctuation: false,
  // "9:30am" and "s. 2:b" are words, not directives.
  directive: false,
} as const;

/** More slips than this in one file are told in a second run. */
const MOST_SLIPS = 20;

/**
 * Parses a body. The parser stops at the first slip; to tell of the others too, the sign that
 * confused it is blanked out and the text is parsed again.
 */
export function parseBody(source: SourceText): TreeNode | Finding[] {
  const findings: Finding[] = [];
  let body = source.body;
  while (findings.length < MOST_SLIPS) {
    const result = parseOnce(body);
    if (typeof result !== 'string') return findings.length > 0 ? findings : result;
    const slip = syntaxFinding(source.file, body, result);
    findings.push(slip);
    const next = mend(body, slip);
    if (next === body) return findings;
    body = next;
  }
  return findings;
}

/** The tree, or what the parser says: `line:column: reason (rule)`. */
function parseOnce(body: string): TreeNode | string {
  try {
    return mdxToMdast(body, { features: MARKDOWN_FEATURES }) as TreeNode;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The text without what confused the parser at a place; the same if that cannot be told. */
function mend(body: string, { line, column }: Finding): string {
  const lines = body.split('\n');
  const written = lines[line - 1] ?? '';
  if (UNSPACED_HEADING.test(written)) lines[line - 1] = spaceOut(written);
  else if (CURLY_VALUE.test(written.slice(column - 1))) lines[line - 1] = straighten(written);
  else if (/[<{}]/.test(written[column - 1] ?? '')) {
    lines[line - 1] = `${written.slice(0, column - 1)} ${written.slice(column)}`;
  }
  return lines.join('\n');
}

/** An attribute whose quotes a word processor made. */
const CURLY_VALUE = /=\s*[“”‘’]/;
const straighten = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

const UNSPACED_HEADING = /^#{1,6}[^#\s]/;
const spaceOut = (heading: string): string => heading.replace(/^#+/, '$& ');

function syntaxFinding(file: string, body: string, message: string): Finding {
  const match = /^(\d+):(\d+):\s*([\s\S]*?)(?:\s*\([\w:-]+\))?$/.exec(message);
  const reason = match?.[3] ?? message;
  // Of a tag that is never closed, the parser tells the end of the text and, in words, the tag.
  const opened = /\((\d+):(\d+)\)/.exec(reason);
  const line = Number(opened?.[1] ?? match?.[1] ?? 1);
  const column = Number(opened?.[2] ?? match?.[2] ?? 1);
  const written = body.split('\n')[line - 1] ?? '';
  const slip = recognise(written, column, reason);
  return finding(
    'mdx-syntax',
    { file, line, column: slip.column ?? column },
    slip.message,
    slip.hint,
  );
}

interface Slip {
  column?: number;
  message: string;
  hint: string;
}

/** Slips that authors make often, each with the edit that mends it. */
function recognise(written: string, column: number, reason: string): Slip {
  const from = written.slice(column - 1);
  const brace = written.lastIndexOf('{', column - 1);
  const code = /^\{[^{}]*\}/.exec(written.slice(Math.max(0, brace)))?.[0];
  if (UNSPACED_HEADING.test(written)) {
    return {
      message: 'this looks like a heading, but no space follows the signs "#"',
      hint: `write ${spaceOut(written)}`,
    };
  }
  if (/^#{1,6} /.test(written) && code?.startsWith('{#')) {
    return {
      column: brace + 1,
      message: `${code} is an anchor only at the very end of its heading, and there may be one`,
      hint: 'put one anchor last, with nothing after it, and delete the others',
    };
  }
  if (CURLY_VALUE.test(from)) {
    return {
      message: 'a tag here has the quotes of a word processor',
      hint: `write straight ones: ${straighten(from).slice(0, 60)}`,
    };
  }
  if (code !== undefined && reason.includes('expression')) {
    return {
      column: brace + 1,
      message: `${code} is read as code in MDX, and is none`,
      hint: `write the words themselves; to print the braces, write ${escapeBraces(code)}`,
    };
  }
  if (from.startsWith('<!--')) {
    return {
      message: 'MDX has no comments of the form <!-- … -->',
      hint: 'write {/* … */} instead: it is never published',
    };
  }
  const address = /^<([^\s<>@]+@[^\s<>]+)>/.exec(from)?.[1];
  if (address !== undefined) {
    return {
      message: `<${address}> is read as a tag in MDX, and is none`,
      hint: `write [${address}](mailto:${address})`,
    };
  }
  const url = /^<(https?:[^\s<>]+)>/.exec(from)?.[1];
  if (url !== undefined) {
    return {
      message: `<${url}> is read as a tag in MDX, and is none`,
      hint: `write [${url.replace(/^https?:\/\/|\/$/g, '')}](${url})`,
    };
  }
  const tag = /^<([a-z][a-z0-9]*)\b[^>]*>/i.exec(from);
  if (tag?.[1] !== undefined && ['br', 'hr', 'img', 'wbr'].includes(tag[1].toLowerCase())) {
    return {
      message: `<${tag[1]}> is never closed, and MDX needs it to be`,
      hint: `write ${tag[0].replace(/\s*\/?>$/, ' />')}`,
    };
  }
  if (tag?.[1] !== undefined && reason.includes('closing tag')) {
    return {
      message: `<${tag[1]}> is opened here and never closed`,
      hint: /^[A-Z]/.test(tag[1]) ? `write <${tag[1]} />` : `write </${tag[1]}> where it ends`,
    };
  }
  if (from.startsWith('{/*')) {
    return { message: 'a remark begins here and never ends', hint: 'write */} where it ends' };
  }
  if (from.startsWith('<') && tag === null) {
    return {
      message: 'the sign < begins a tag in MDX, and none follows',
      hint: `write \\< to print the sign: \\${from.slice(0, 12).trimEnd()}`,
    };
  }
  return {
    message: `the text is not valid MDX: ${reason}`,
    hint: 'close the tag or brace opened here; to print one, write \\{ or \\< before it',
  };
}
