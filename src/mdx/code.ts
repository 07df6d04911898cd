/** The JavaScript that MDX lets into a text: imports, exports, expressions. */
import { parse, type Expression, type Program } from 'acorn';

/** What a version declares by its import and export lines. */
export interface ModuleCode {
  /** Names that expressions and components may use. */
  names: string[];
  imports: { specifier: string; line: number; column: number }[];
  /** What is more than importing a component or naming a text. */
  programs: { line: number; column: number }[];
}

/** Where code stops being JavaScript: line and column count from 1 within it. */
export interface CodeError {
  line: number;
  column: number;
  reason: string;
}

/** Reads import and export lines; `export const name = 'text'` is as much as they may compute. */
export function readModuleCode(code: string): ModuleCode | CodeError {
  const program = parseProgram(code);
  if ('reason' in program) return program;
  const read: ModuleCode = { names: [], imports: [], programs: [] };
  for (const statement of program.body) {
    const { line, column } = statement.loc?.start ?? { line: 1, column: 0 };
    const place = { line, column: column + 1 };
    if (statement.type === 'ImportDeclaration') {
      read.names.push(...statement.specifiers.map(({ local }) => local.name));
      read.imports.push({ specifier: String(statement.source.value), ...place });
      continue;
    }
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    const constants =
      declaration?.type === 'VariableDeclaration' && declaration.kind === 'const'
        ? declaration.declarations
        : [];
    const names = constants.flatMap(({ id, init }) =>
      id.type === 'Identifier' && id.name !== 'components' && init && literalOf(init) !== undefined
        ? [id.name]
        : [],
    );
    if (names.length === 0 || names.length < constants.length) read.programs.push(place);
    read.names.push(...names);
  }
  return read;
}

/** What stands in braces. */
export type ExpressionCode =
  | { kind: 'comment' }
  | { kind: 'literal'; text: string }
  | { kind: 'name'; root: string }
  | { kind: 'program' };

/** Reads an expression: a comment, a text or number, a name, or anything that computes. */
export function readExpressionCode(code: string): ExpressionCode {
  const comment = parseProgram(code);
  if (!('reason' in comment) && comment.body.length === 0) return { kind: 'comment' };
  const program = parseProgram(`(${code}\n)`);
  const [statement] = 'reason' in program ? [] : program.body;
  if (statement?.type !== 'ExpressionStatement') return { kind: 'program' };
  const text = literalOf(statement.expression);
  if (text !== undefined) return { kind: 'literal', text };
  const root = rootOf(statement.expression);
  return root === undefined ? { kind: 'program' } : { kind: 'name', root };
}

function parseProgram(code: string): Program | CodeError {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    return {
      line: loc?.line ?? 1,
      column: (loc?.column ?? 0) + 1,
      reason: message.replace(/ \(\d+:\d+\)$/, ''),
    };
  }
}

/** The text that an expression says as it stands. */
function literalOf(expression: Expression): string | undefined {
  if (expression.type === 'Literal') return String(expression.value);
  if (expression.type === 'TemplateLiteral' && expression.expressions.length === 0) {
    return expression.quasis[0]?.value.cooked ?? '';
  }
  return undefined;
}

/** The name that an expression begins with, when it is a name or a way from one: `a`, `a.b`. */
function rootOf(expression: Expression): string | undefined {
  if (expression.type === 'Identifier') return expression.name;
  if (expression.type === 'ObjectExpression' && expression.properties.length === 1) {
    // `{{name}}`, the placeholder of many templates, is an object in JavaScript.
    const [property] = expression.properties;
    return property?.type === 'Property' && property.shorthand ? rootOf(property.value) : undefined;
  }
  if (expression.type !== 'MemberExpression' || expression.computed) return undefined;
  return expression.object.type === 'Super' ? undefined : rootOf(expression.object);
}
