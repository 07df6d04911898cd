/**
 * Finds text that is nested too deeply to be parsed: the parser's time grows with the square of the
 * depth, and in code it crashes. Everything here takes time in proportion to the text.
 */
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import type { SourceText } from './source.ts';
import { tagsOf, withoutFences } from './tags.ts';
import type { TreeNode } from './tree.ts';

/** No notice comes near it: a list in a list in a quote is three deep. */
const DEEPEST = 100;

/** Signs of code in one pair of braces or of no tag in one paragraph, and marks of emphasis there. */
const MOST_SIGNS = 1000;
const MOST_MARKS = 5000;

/** What one item of a list or one quote begins with. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){101}/;

/** The first place from which a body is nested too deeply, before it is parsed. */
export function checkNesting({ file, body }: SourceText): Finding[] {
  const text = withoutFences(body);
  const found = containersIn(text) ?? codeIn(text) ?? tagsIn(text) ?? marksIn(text);
  if (!found) return [];
  const lines = body.slice(0, found.offset).split('\n');
  const place = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return [tooDeep(place, found.what, found.hint)];
}

interface Found {
  offset: number;
  what: string;
  hint: string;
}

const tooDeep = (place: Place, what: string, hint: string): Finding =>
  finding('nesting-too-deep', place, `${what}, which is too much to read`, hint);

function containersIn(text: string): Found | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    if (CONTAINERS.test(line)) {
      const what = `more than ${DEEPEST} quotes and lists are inside each other here`;
      return { offset, what, hint: 'delete the ">" and "-" that are too many' };
    }
    offset += line.length + 1;
  }
  return undefined;
}

/** Comments and strings, a paragraph's end, a line that is code, and braces. */
const PROSE =
  /\\[\s\S]|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|\n[ \t]*(?=\n)|^(?:import|export)\b|[{}]/gm;
/** The same, and within code any other sign. */
const CODE = new RegExp(`${PROSE.source}|[^\\w\\s]`, 'gm');

function codeIn(text: string): Found | undefined {
  const opened: number[] = [];
  let braces = 0;
  let signs = 0;
  let isModule = false;
  for (let at = 0; ;) {
    const isCode = braces > 0 || isModule;
    const found = matchFrom(at, isCode ? CODE : PROSE, text);
    if (!found) return undefined;
    const { 0: sign, index } = found;
    at = index + sign.length;
    if (sign.trim() === '') {
      isModule = false;
      signs = 0;
      if (braces === 0) opened.length = 0;
    } else if (sign.length > 2) isModule ||= /^\w/.test(sign);
    else if (sign === '{' || (isCode && '(['.includes(sign))) {
      opened.push(index);
      if (sign === '{') braces += 1;
    } else if (sign === '}' || (isCode && ')]'.includes(sign))) {
      opened.pop();
      if (sign === '}') braces = opened.length === 0 ? 0 : Math.max(0, braces - 1);
    }
    signs = isCode ? signs + 1 : 0;
    if (opened.length > DEEPEST || signs > MOST_SIGNS) {
      const what = 'too many brackets and signs of code are opened here';
      const hint = 'write the text itself; to print a brace, write \\{';
      return { offset: opened[0] ?? index, what, hint };
    }
  }
}

function matchFrom(start: number, pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function tagsIn(text: string): Found | undefined {
  const opened: number[] = [];
  for (const { isEnd, isClosed, start } of tagsOf(text)) {
    if (isEnd) opened.pop();
    else if (!isClosed) opened.push(start);
    if (opened.length > DEEPEST) {
      const what = `more than ${DEEPEST} tags are open here`;
      return { offset: start, what, hint: 'close each tag where its text ends' };
    }
  }
  return undefined;
}

/** The end of a paragraph, marks of emphasis, and signs that open no tag. */
const MARKS = /\n[ \t]*(?=\n)|[*_~]+|<(?=[^<>]*(?:<|$(?![\s\S])))/g;

function marksIn(text: string): Found | undefined {
  let marks = 0;
  let signs = 0;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const isEnd = mark.trim() === '';
    marks = isEnd ? 0 : marks + 1;
    signs = isEnd ? 0 : signs + Number(mark === '<');
    if (signs > MOST_SIGNS) {
      const what = `one paragraph has more than ${MOST_SIGNS} "<" that open no tag`;
      return { offset: index, what, hint: 'delete them; to print one, write \\<' };
    }
    if (marks > MOST_MARKS) {
      const what = `one paragraph has more than ${MOST_MARKS} marks such as * and _`;
      return { offset: index, what, hint: 'put an empty line between paragraphs' };
    }
  }
  return undefined;
}

/** The first node that is too deep in the tree: indented lists, emphasis within emphasis. */
export function checkDepth(
  root: TreeNode,
  placeOfNode: (node: TreeNode) => Place,
): Finding | undefined {
  let level: readonly TreeNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (first && depth > DEEPEST * 2) {
      const what = `more than ${DEEPEST} lists, quotes or marks are inside each other here`;
      return tooDeep(placeOfNode(first), what, 'end the outer ones first, or indent less');
    }
    level = level.flatMap(({ children = [] }) => children);
  }
  return undefined;
}
