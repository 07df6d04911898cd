/**
 * The JavaScript that MDX allows in a text. A notice may contain comments and literals: `{' '}`,
 * `{"<"}`. Everything else is refused: it computes a value or takes it from another file, and a
 * published text must not depend on either.
 */

/** What an expression in braces is. */
export type ExpressionCode =
  | { kind: 'comment' }
  | { kind: 'literal'; text: string }
  | { kind: 'name'; root: string }
  | { kind: 'program' };

/**
 * Classifies an expression.
 *
 * @param code what is between the braces
 * @returns a comment, a literal with its text, a name with its first part, or a program
 */
export function readExpression(code: string): ExpressionCode {
  const start = afterComments(code, 0);
  if (start === code.length) return { kind: 'comment' };
  const isLast = (part: string): boolean =>
    afterComments(code, start + part.length) === code.length;
  const rest = code.slice(start);
  const literal = LITERAL.exec(rest)?.[0];
  const text = literal !== undefined && isLast(literal) ? literalOf(literal) : undefined;
  if (text !== undefined) return { kind: 'literal', text };
  const [name, root] = NAME.exec(rest) ?? [];
  return name !== undefined && root !== undefined && isLast(name)
    ? { kind: 'name', root }
    : { kind: 'program' };
}

/** Where code goes on after spaces and comments. */
function afterComments(code: string, from: number): number {
  let end = from;
  for (;;) {
    SPACE_OR_COMMENT.lastIndex = end;
    if (!SPACE_OR_COMMENT.test(code)) return end;
    end = SPACE_OR_COMMENT.lastIndex;
  }
}

const SPACE_OR_COMMENT = /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;

/** A name or a property, `a.b`; also in a second pair of braces, as many templates write it. */
const NAME = /^(?:\{\s*)?([\p{L}_$][\p{L}\p{N}_$]*)(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*(?:\s*\})?/u;

/** A string, a template without values, a number. Quotes inside their own kind need a backslash. */
const LITERAL =
  /^(?:"(?:\\[\s\S]|[^\\"])*"|'(?:\\[\s\S]|[^\\'])*'|`(?:\\[\s\S]|(?!\$\{)[^\\`])*`|\d+(?:\.\d+)?(?![\w.]))/;

/**
 * The value of a literal as text. A number that JavaScript prints in another way than it is written,
 * such as 1.50, is not a literal.
 */
function literalOf(literal: string): string | undefined {
  if (/^\d/.test(literal)) return String(Number(literal)) === literal ? literal : undefined;
  return unescape(literal.slice(1, -1));
}

/** ECMA-262, section 12.9.4: the escapes of a string. */
const unescape = (content: string): string =>
  content.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/gi,
    (_, braced?: string, four?: string, two?: string, single = '') => {
      const code = braced ?? four ?? two;
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
      return ESCAPES[single] ?? single;
    },
  );

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
  '\r\n': '',
};

/** A line that MDX reads as code because of its first word. */
export type ModuleLine = { line: number } & (
  | { kind: 'import'; specifier: string }
  /** A constant whose value is a literal. */
  | { kind: 'constant'; name: string; text: string }
  | { kind: 'program' }
  /** Not code at all: a sentence that begins with "import" or "export". */
  | { kind: 'words'; word: string }
);

/**
 * Classifies the statements in what MDX reads as imports and exports.
 *
 * @returns one entry per statement, with the line it starts on, counting from 1
 */
export function readModuleCode(code: string): ModuleLine[] {
  const lines = code.split('\n');
  const starts = lines.flatMap((text, index) => (/^(import|export)\b/.test(text) ? [index] : []));
  return starts.map((start, index) => ({
    line: start + 1,
    ...readStatement(
      lines
        .slice(start, starts[index + 1])
        .join('\n')
        .trim(),
    ),
  }));
}

type Statement = ModuleLine extends infer L ? (L extends unknown ? Omit<L, 'line'> : never) : never;

function readStatement(statement: string): Statement {
  const specifier = /^import\s*(?:[\w$*{][^'"]*\bfrom\s*)?["']([^"']+)["']/.exec(statement)?.[1];
  if (specifier !== undefined) return { kind: 'import', specifier };
  const [, name, value = ''] =
    /^export\s+const\s+([\w$]+)\s*=\s*([\s\S]*?);?$/.exec(statement) ?? [];
  const read = readExpression(value);
  if (name !== undefined && read.kind === 'literal') {
    return { kind: 'constant', name, text: read.text };
  }
  const isCode =
    /^(export\s+(default|const|let|var|function|class|async)\b|export\s*[{*]|import\s*\()/;
  if (isCode.test(statement)) return { kind: 'program' };
  return { kind: 'words', word: statement.slice(0, 6) };
}
