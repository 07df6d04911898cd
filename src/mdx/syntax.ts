/** Parses MDX, and explains syntax errors in plain words. */
import { mdxToMdast } from 'satteri';
import { escapeBraces } from './elements.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { SourceText } from './source.ts';
import type { TreeNode } from './tree.ts';

/** How the Markdown of a notice is read, everywhere. */
export const MARKDOWN_FEATURES = {
  gfm: true,
  frontmatter: false,
  headingAttributes: true,
  definitionList: true,
  // Quotes and dashes are published as the author typed them.
  smartPunctuation: false,
  // "9:30am" and "s. 2:b" are words, not directives.
  directive: false,
} as const;

/** Syntax errors reported for one file in one run. */
const MOST_SLIPS = 20;

/** Signs that may confuse the parser; with more of them it is not run again and again. */
const MANY_SIGNS = 2000;

/**
 * Parses a body. The parser stops at the first error; to report the others too, the character that
 * confused it is blanked out and the text is parsed again.
 *
 * @returns the tree, or a finding for each syntax error
 */
export function parseBody(source: SourceText): TreeNode | Finding[] {
  const findings: Finding[] = [];
  let body = source.body;
  const most = (body.match(/[<{]/g)?.length ?? 0) > MANY_SIGNS ? 1 : MOST_SLIPS;
  while (findings.length < most) {
    const result = parseOnce(body);
    if (typeof result !== 'string') return findings.length > 0 ? findings : result;
    const slip = syntaxFinding(source.file, body, result);
    findings.push(slip);
    const next = withoutSlip(body, slip);
    if (next === body) return findings;
    body = next;
  }
  return findings;
}

/** The tree, or the parser's message: `line:column: reason (rule)`. It gives no error codes. */
function parseOnce(body: string): TreeNode | string {
  try {
    return mdxToMdast(body, { features: MARKDOWN_FEATURES }) as TreeNode;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The text without the character that confused the parser; unchanged if it is not known. */
function withoutSlip(body: string, { line, column }: Finding): string {
  const lines = body.split('\n');
  const written = lines[line - 1] ?? '';
  if (UNSPACED_HEADING.test(written)) lines[line - 1] = spaceOut(written);
  else if (CURLY_VALUE.test(written.slice(column - 1))) lines[line - 1] = straighten(written);
  else if (/[<{}]/.test(written[column - 1] ?? '')) {
    lines[line - 1] = `${written.slice(0, column - 1)} ${written.slice(column)}`;
  }
  return lines.join('\n');
}

/** An attribute in curly quotes, as word processors write them. */
const CURLY_VALUE = /=\s*[“”‘’]/;
const straighten = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

const UNSPACED_HEADING = /^#{1,6}[^#\s]/;
const spaceOut = (heading: string): string => heading.replace(/^#+/, '$& ');

/** Why the parser stopped, and where. */
interface ParserError {
  kind: 'expression' | 'closing-tag' | 'other';
  line: number;
  column: number;
  reason: string;
}

/**
 * Reads the parser's message. Sätteri reports errors as text alone, so this is the one place that
 * looks at its words.
 */
function readParserMessage(message: string): ParserError {
  const match = /^(\d+):(\d+):\s*([\s\S]*?)(?:\s*\([\w:-]+\))?$/.exec(message);
  const reason = match?.[3] ?? message;
  // For a tag that is never closed, the message starts with the end of the text and names the
  // place of the tag later.
  const opened = /\((\d+):(\d+)\)/.exec(reason);
  return {
    kind: reason.includes('expression')
      ? 'expression'
      : reason.includes('closing tag')
        ? 'closing-tag'
        : 'other',
    line: Number(opened?.[1] ?? match?.[1] ?? 1),
    column: Number(opened?.[2] ?? match?.[2] ?? 1),
    reason,
  };
}

function syntaxFinding(file: string, body: string, message: string): Finding {
  const error = readParserMessage(message);
  const { line, column } = error;
  const written = body.split('\n')[line - 1] ?? '';
  const slip = recognise(written, error);
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

/** What the parser stopped at. */
interface Stop extends ParserError {
  /** The line, and the part of it from the column on. */
  written: string;
  from: string;
  /** The braces that are around the column or before it, and where they start. */
  code: string | undefined;
  brace: number;
  /** The start of the tag at the column, with its name. */
  tag: string | undefined;
  name: string;
}

/** Recognises mistakes that authors often make, each with the edit that fixes it. */
function recognise(written: string, error: ParserError): Slip {
  const { column, reason } = error;
  const from = written.slice(column - 1);
  const brace = written.lastIndexOf('{', column - 1);
  const code = /^\{[^{}]*\}/.exec(written.slice(Math.max(0, brace)))?.[0];
  const [tag, name = ''] = /^<([a-z][a-z0-9]*)\b[^>]*>/i.exec(from) ?? [];
  const stop = { ...error, written, from, code, brace, tag, name };
  for (const recognised of [slipInHeading, slipInBraces, slipInComment, slipInAddress, slipInTag]) {
    const slip = recognised(stop);
    if (slip) return slip;
  }
  return {
    message: `the text is not valid MDX: ${reason}`,
    hint: 'close the tag or brace opened here; to print one, write \\{ or \\< before it',
  };
}

function slipInHeading({ written, code, brace }: Stop): Slip | undefined {
  if (UNSPACED_HEADING.test(written)) {
    return {
      message: 'this looks like a heading, but there is no space after "#"',
      hint: `write ${spaceOut(written)}`,
    };
  }
  if (!/^#{1,6} /.test(written) || !code?.startsWith('{#')) return undefined;
  return {
    column: brace + 1,
    message: `${code} is only an anchor at the very end of a heading, and a heading has only one`,
    hint: 'put one anchor last, with nothing after it, and delete the others',
  };
}

function slipInBraces({ kind, from, code, brace }: Stop): Slip | undefined {
  if (CURLY_VALUE.test(from)) {
    return {
      message: 'a tag here has curly quotes',
      hint: `write straight quotes: ${straighten(from).slice(0, 60)}`,
    };
  }
  if (code !== undefined && kind === 'expression') {
    return {
      column: brace + 1,
      message: `MDX reads ${code} as code, but it is not valid JavaScript`,
      hint: `write the text itself; to print the braces, write ${escapeBraces(code)}`,
    };
  }
  if (!from.startsWith('{/*')) return undefined;
  return { message: 'a comment starts here and never ends', hint: 'write */} where it ends' };
}

function slipInComment({ from }: Stop): Slip | undefined {
  if (!from.startsWith('<!--')) return undefined;
  return {
    message: 'MDX has no <!-- … --> comments',
    hint: 'write {/* … */} instead; it is never published',
  };
}

/** An address in angle brackets, which Markdown allows and MDX does not. */
function slipInAddress({ from }: Stop): Slip | undefined {
  const address = /^<(https?:[^\s<>]+|[^\s<>@]+@[^\s<>]+)>/.exec(from)?.[1];
  if (address === undefined) return undefined;
  const isUrl = /^https?:/.test(address);
  const link = isUrl
    ? `[${address.replace(/^https?:\/\/|\/$/g, '')}](${address})`
    : `[${address}](mailto:${address})`;
  return {
    message: `MDX reads <${address}> as a tag, but it is not one`,
    hint: `write ${link}`,
  };
}

function slipInTag({ kind, from, tag, name }: Stop): Slip | undefined {
  if (tag !== undefined && ['br', 'hr', 'img', 'wbr'].includes(name.toLowerCase())) {
    return {
      message: `<${name}> is never closed, and MDX requires it`,
      hint: `write ${tag.replace(/\s*\/?>$/, ' />')}`,
    };
  }
  if (tag !== undefined && kind === 'closing-tag') {
    return {
      message: `<${name}> is opened here and never closed`,
      hint: /^[A-Z]/.test(name) ? `write <${name} />` : `write </${name}> where it ends`,
    };
  }
  if (tag !== undefined || !from.startsWith('<')) return undefined;
  return {
    message: 'MDX reads < as the start of a tag, but no tag follows',
    hint: `write \\< to print the character: \\${from.slice(0, 12).trimEnd()}`,
  };
}
