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
  const bare = withoutComments(code);
  if (bare === '') return { kind: 'comment' };
  const text = literalOf(bare);
  if (text !== undefined) return { kind: 'literal', text };
  const root = NAME.exec(bare)?.[1];
  return root === undefined ? { kind: 'program' } : { kind: 'name', root };
}

/** A name or a property, `a.b`; also in a second pair of braces, as many templates write it. */
const NAME = /^(?:\{\s*)?([\p{L}_$][\p{L}\p{N}_$]*)(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*(?:\s*\})?$/u;

const COMMENT = String.raw`(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$))*`;
const COMMENTS_AROUND = new RegExp(`^${COMMENT}|${COMMENT}$`, 'g');

/** Removes comments around an expression. One inside it stays: such code is not a literal. */
const withoutComments = (code: string): string =>
  STARTS_WITH_QUOTE.test(code.trim()) ? code.trim() : code.replace(COMMENTS_AROUND, '');

const STARTS_WITH_QUOTE = /^["'`]/;

/** The value of a literal as text: a string, a template without values, a plain number. */
function literalOf(code: string): string | undefined {
  if (/^\d+(\.\d+)?$/.test(code)) return String(Number(code)) === code ? code : undefined;
  const content = STRING.exec(code);
  if (content) return unescape(content[2] ?? '');
  return undefined;
}

/** A string in one kind of quotes; the same quotes inside it need a backslash. */
const STRING = /^(["'`])((?:\\[\s\S]|(?!\1|\$\{)[^\\])*)\1$/;

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
  const text = literalOf(value.trim());
  if (name !== undefined && text !== undefined) return { kind: 'constant', name, text };
  const isCode =
    /^(export\s+(default|const|let|var|function|class|async)\b|export\s*[{*]|import\s*\()/;
  if (isCode.test(statement)) return { kind: 'program' };
  return { kind: 'words', word: statement.slice(0, 6) };
}
