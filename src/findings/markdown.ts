/**
 * Text of a notice, a file or an option inside of Markdown that GitHub or GitLab renders: it reads as
 * it is written, and does nothing.
 *
 * Markdown and HTML are stopped by character references, which also work inside of HTML blocks, where
 * backslashes would be seen. What these hosts look for in the text that was rendered (mentions, issues,
 * commits, addresses, emoji) is not, because references are decoded by then: a zero-width space breaks
 * it. The space is written as `&#8203;`, so that whoever reads the source sees it. Words in code would
 * be left alone as well, but whole sentences in a code font are hard to read.
 */
import { visible } from './visible.ts';

const ZERO_WIDTH = '\u200b';

/** Places between two characters that together mean something to a host. */
const JOINTS: readonly RegExp[] = [
  // Mentions and email addresses; issues, pull requests and the old commands of workflow logs: ##[error].
  /(?<=[@#])/gu,
  // References of GitLab: !1, %1, &1, ~label, ^alert:1.
  /(?<=[!%&~^])(?=[\p{L}\p{N}_"'])/gu,
  // GH-1, and prefixes that a repository links by itself: TICKET-1. Dots and slashes are left alone, as
  // paths and commands are copied from comments, and a prefix that ends in a letter cannot be known.
  /(?<=[a-z][-_=+:])(?=\d)/giu,
  // Addresses.
  /(?<=:)(?=\/\/)/gu,
  /(?<=www)(?=\.)/giu,
  // Emoji, and the commands of workflow logs: ::error::.
  /(?<=:)(?=[\w+-]+:)/gu,
  /(?<=:)(?=:)/gu,
];

/** A number that could be that of a commit, of which seven digits are enough. */
const COMMIT = /(?<!\w)[\da-f]{7,}(?!\w)/giu;

/** What can begin a block of Markdown, or a command of GitLab, at the start of a line. */
const BEGINNING = /^( ?)(?:([-+=/:])|(\d+)([.)]))/u;

/** Characters with a meaning in the middle of a line. */
const ACTING = /[&<>"\\`*_[\]{}~|^#\u200b]/gu;

const referenceTo = (character: string): string => `&#${character.codePointAt(0) ?? 0};`;

/**
 * A text as one line of inert Markdown, for whatever place in a line of Markdown or HTML, except in an
 * attribute and in code. White space becomes one space, and characters that would act on a terminal
 * are written as their codes.
 *
 * @returns Markdown that shows the text; its only element is a `<span>` around `$`, without which
 *   GitHub reads mathematics in the rendered text
 */
export const inert = (text: string): string =>
  shown(
    JOINTS.reduce((broken, joint) => broken.replace(joint, ZERO_WIDTH), lineOf(text)).replace(
      COMMIT,
      (digits) => digits.replace(/.{6}(?=.)/gu, `$&${ZERO_WIDTH}`),
    ),
  );

/**
 * A name of a file, of a branch, of a rule in the font of code. Hosts look for nothing in code, so the
 * name can be copied: it has no spaces that nobody sees, but in the old command of workflow logs,
 * which is found anywhere in a line.
 *
 * @returns a code span, not for a cell of a table; nothing for nothing
 */
export function inertCode(text: string): string {
  const line = lineOf(text).replaceAll('##[', `##${ZERO_WIDTH}[`);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // A space at both ends is taken away.
  const pad = /^`|`$|^ .* $/u.test(line) ? ' ' : '';
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}

/** So much of a line of a block is shown. */
const LONGEST_LINE = 300;

/**
 * Lines of a file as a block of code, with the space that they begin with: YAML means something by it.
 *
 * @param indent what stands before each line, where the block belongs to an entry of a list
 * @returns the lines of Markdown, with the fences
 */
export function inertBlock(lines: readonly string[], indent = ''): string[] {
  const shown = lines.map((line) => blockLine([...line].slice(0, LONGEST_LINE).join('')));
  const longest = Math.max(2, ...(shown.join('\n').match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...shown, fence].map((line) => indent + line);
}

/** A line of a block. Space is no protection from what a log takes for a command. */
const blockLine = (line: string): string =>
  visible(line, true)
    .replaceAll('##[', `##${ZERO_WIDTH}[`)
    .replace(/^(\s*:)(?=:)/u, `$1${ZERO_WIDTH}`);

const lineOf = (text: string): string => visible(text.replace(/\s+/gu, ' '));

const shown = (text: string): string =>
  text
    .replace(ACTING, referenceTo)
    .replace(
      BEGINNING,
      (_, space: string, sign: string | undefined, number = '', end = '') =>
        `${space}${number}${referenceTo(sign ?? end)}`,
    )
    .replaceAll('$', `<span>${referenceTo('$')}</span>`);
