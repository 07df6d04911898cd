/** Frontmatter from YAML text to typed facts, or to findings that name line and column. */
import { isMap, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { Document as YamlDocument } from 'yaml';
import { isIsoDate } from '../notices/dates.ts';
import { frontmatterSchema, type Facts } from '../notices/schema.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { impossibleDate, issueFindings } from './frontmatter-issues.ts';
import { identifierWarnings } from './identifier-warnings.ts';
import type { SourceText } from './source.ts';
import { offsetOf, type Path } from './yaml-places.ts';

export interface ReadFrontmatter {
  facts?: Facts;
  /** The frontmatter as YAML gives it: what `facts` were made of. */
  raw: Record<string, unknown>;
  findings: Finding[];
  /** Where a fact stands in the file; the frontmatter's first line for one that is not there. */
  placeOf: (path: Path) => Place;
}

/**
 * Reads, checks and types the frontmatter of a source.
 *
 * @param language the language of the text, where the file's name tells it and its facts do not
 */
export function readFrontmatter(source: SourceText, language?: string): ReadFrontmatter {
  const lines = new LineCounter();
  const yaml = parseDocument(source.frontmatter, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + source.frontmatterLine - 1, column: Math.max(1, col) };
  };
  const placeOf = (path: Path) => placeAt(offsetOf(yaml, path));

  // One slip confuses the rest of the text: what follows the first error is noise.
  const [slip] = yaml.errors;
  if (slip) {
    const { message, pos, code } = slip;
    const [what, hint] = YAML_SLIPS[code] ?? [undefined, undefined];
    const told = yamlMessage(what ?? message);
    return {
      findings: [finding('yaml-syntax', placeAt(pos[0]), told, hint ?? YAML_HINT)],
      placeOf,
      raw: {},
    };
  }
  if (!isMap(yaml.contents)) {
    const place = { file: source.file, line: 1, column: 1 };
    const hint = 'write one fact a line, such as title: Customer privacy notice';
    const message = 'the frontmatter holds no facts';
    return { findings: [finding('frontmatter-missing', place, message, hint)], placeOf, raw: {} };
  }

  const unquoted = findUnquotedDates(yaml, placeAt);
  const data = toData(yaml);
  if (data instanceof Error) {
    const hint = 'write the value itself instead of *name, and no & before others';
    const told = finding('yaml-syntax', placeAt(0), yamlMessage(data.message), hint);
    return { findings: [told], placeOf, raw: {} };
  }
  if (language !== undefined && data['language'] === undefined) data['language'] = language;
  const parsed = frontmatterSchema.safeParse(data);
  const dateOffsets = new Set(unquoted.map(({ line, column }) => `${line}:${column}`));
  const issues = (parsed.error?.issues ?? [])
    .flatMap((issue) => issueFindings(issue, yaml, data, placeOf, placeAt))
    // One place, one finding: a date that is both unquoted and impossible was told above.
    .filter(({ line, column }) => !dateOffsets.has(`${line}:${column}`));
  const findings = [
    ...unquoted,
    ...findCutValues(yaml, placeAt),
    ...issues,
    ...identifierWarnings(data, placeOf),
  ];
  return { findings, placeOf, raw: data, ...(parsed.success && { facts: parsed.data }) };
}

const YAML_HINT = 'put the value in double quotes if it holds a colon, a hash or a quote';

/** For errors of the YAML reader, by its code: what to call them, and the edit to make. */
const YAML_SLIPS: Record<string, [what: string | undefined, hint: string]> = {
  DUPLICATE_KEY: ['a key stands here a second time', 'keep one of the two and delete the other'],
  TAB_AS_INDENT: ['a tab indents this line', 'indent with two spaces instead of a tab'],
  BAD_INDENT: [
    undefined,
    'line the key up with its neighbours, two spaces a level, and close every [ and {',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    undefined,
    'put the value in double quotes if it holds a colon, and line the next key up with its neighbours, two spaces a level',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'this line is no "key: value"',
    'put a space after the colon; put the value in double quotes if it holds one',
  ],
  UNEXPECTED_TOKEN: [
    'something follows a value that has ended',
    'put the value in double quotes, all of it',
  ],
  MISSING_CHAR: [undefined, 'close the quote or bracket that was opened here'],
  MULTIPLE_DOCS: ['the facts end before the line "---"', 'delete the line that ends them here'],
};

const yamlMessage = (message: string): string =>
  `the frontmatter is not valid YAML: ${message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '')}`;

/** `title: Notice #1` is "Notice" to YAML: the rest is a comment. */
function findCutValues(yaml: YamlDocument, placeAt: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  visit(yaml, {
    Scalar(key, node) {
      if (key === 'key' || node.type !== Scalar.PLAIN || !node.range) return;
      if (!node.comment || /^\s/.test(node.comment)) return;
      const whole = `${node.source ?? ''} #${node.comment}`;
      findings.push(
        finding(
          'value-cut',
          placeAt(node.range[0]),
          `the value ends at "${node.source ?? ''}": YAML takes what follows the sign "#" for a comment`,
          `write "${whole}" in quotes, or a space after "#" if it is a comment`,
        ),
      );
    },
  });
  return findings;
}

/** The data that YAML stands for; an error where aliases lead nowhere or without end. */
function toData(yaml: YamlDocument): Record<string, unknown> | Error {
  try {
    return yaml.toJS() as Record<string, unknown>;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** YAML readers turn a bare date into an instant and roll 2026-02-30 over to 2 March. */
function findUnquotedDates(yaml: YamlDocument, placeAt: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  visit(yaml, {
    Scalar(key, node) {
      const written = node.source ?? '';
      if (key === 'key' || node.type !== Scalar.PLAIN || !node.range) return;
      if (!/^\d{4}-\d{1,2}-\d{1,2}([Tt\s].*)?$/.test(written)) return;
      const day = written.slice(0, 10);
      findings.push(
        isIsoDate(day)
          ? finding(
              'date-unquoted',
              placeAt(node.range[0]),
              `the date ${written} is not in quotes`,
              `write "${day}" with the quotes`,
            )
          : impossibleDate(written, placeAt(node.range[0])),
      );
    },
  });
  return findings;
}
