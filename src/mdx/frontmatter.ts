/** Reads frontmatter: YAML text in, typed facts or findings with line and column out. */
import { isMap, LineCounter, parseDocument, Scalar, visit, YAMLParseError } from 'yaml';
import type { Document as YamlDocument } from 'yaml';
import { isIsoDate } from '../notices/dates.ts';
import { frontmatterSchema, type Facts } from '../notices/schema.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { impossibleDate, issueFindings } from './frontmatter-issues.ts';
import { identifierWarnings } from './identifier-warnings.ts';
import type { SourceText } from './source.ts';
import { offsetOf, type Path } from './yaml-places.ts';
import { findShorthand } from './yaml-shorthand.ts';

export interface ReadFrontmatter {
  facts?: Facts;
  /** The frontmatter as it was parsed. */
  yaml: YamlDocument;
  /** The frontmatter as plain data, before it became `facts`. */
  raw: Record<string, unknown>;
  findings: Finding[];
  /** The place of a fact in the file; for a missing fact, of its nearest parent or line 1 of the facts. */
  placeOfFact: (path: Path) => Place;
}

/**
 * Reads, checks and types the frontmatter of a source.
 *
 * @param language the language in the file's name; used if the facts have no `language`
 */
export function readFrontmatter(source: SourceText, language?: string): ReadFrontmatter {
  const lines = new LineCounter();
  const yaml = parseFacts(source.frontmatter, lines);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + source.frontmatterLine - 1, column: Math.max(1, col) };
  };
  const placeOfFact = (path: Path) => placeAt(offsetOf(yaml, path));

  // One mistake confuses the parser for the rest of the text: later errors are noise.
  const [slip] = yaml.errors;
  if (slip) {
    const { message, pos, code } = slip;
    const [what = message, hint = YAML_HINT] = YAML_SLIPS[code] ?? [];
    return {
      findings: [finding('yaml-syntax', placeAt(pos[0]), yamlMessage(what), hint)],
      placeOfFact,
      yaml,
      raw: {},
    };
  }
  if (!isMap(yaml.contents)) {
    const place = { file: source.file, line: 1, column: 1 };
    const hint = 'write one fact per line, such as title: Customer privacy notice';
    const message = 'the frontmatter contains no facts';
    return {
      findings: [finding('frontmatter-missing', place, message, hint)],
      placeOfFact,
      yaml,
      raw: {},
    };
  }

  const unquoted = findUnquotedDates(yaml, placeAt);
  const data = toData(yaml);
  if (data instanceof Error) {
    const hint = 'write the value itself instead of *name, and delete every &name';
    const message = yamlMessage(data.message);
    const findings = [finding('yaml-syntax', placeAt(0), message, hint)];
    return { findings, placeOfFact, yaml, raw: {} };
  }
  if (language !== undefined && data['language'] === undefined) data['language'] = language;
  const parsed = frontmatterSchema.safeParse(data);
  const dateOffsets = new Set(unquoted.map(({ line, column }) => `${line}:${column}`));
  const issues = (parsed.error?.issues ?? [])
    .flatMap((issue) => issueFindings(issue, { yaml, data, placeOfFact, placeAt }))
    // One finding per place: a date that is unquoted and also impossible is already reported.
    .filter(({ line, column }) => !dateOffsets.has(`${line}:${column}`));
  const findings = [
    ...unquoted,
    ...findCutValues(yaml, placeAt),
    ...findShorthand(yaml, source.frontmatter, placeAt),
    ...issues,
    ...identifierWarnings(data, placeOfFact),
  ];
  return { findings, placeOfFact, yaml, raw: data, ...(parsed.success && { facts: parsed.data }) };
}

/** Parses YAML. Of what is nested too deeply for the parser, there is only the error that says so. */
function parseFacts(text: string, lineCounter: LineCounter): YamlDocument {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const empty = parseDocument('');
    empty.errors.push(new YAMLParseError([0, 0], 'RESOURCE_EXHAUSTION', error.message));
    return empty;
  }
}

const YAML_HINT = 'put the value in double quotes if it contains a colon, a hash or a quote';

/** For errors of the YAML parser, by their code: a plainer message if there is one, and the edit. */
const YAML_SLIPS: Record<string, [what: string | undefined, hint: string]> = {
  DUPLICATE_KEY: ['this key appears twice', 'keep one of the two and delete the other'],
  TAB_AS_INDENT: ['this line is indented with a tab', 'indent with two spaces instead of a tab'],
  BAD_INDENT: [
    undefined,
    'align the key with its neighbours, two spaces per level, and close every [ and {',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    undefined,
    'put the value in double quotes if it contains a colon, and align the next key with its neighbours, two spaces per level',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'this line is not "key: value"',
    'put a space after the colon; put the value in double quotes if it contains one',
  ],
  UNEXPECTED_TOKEN: [
    'there is more text after the end of a value',
    'put the whole value in double quotes',
  ],
  MISSING_CHAR: [undefined, 'close the quote or bracket that was opened here'],
  RESOURCE_EXHAUSTION: [
    'too many lists and keys are inside each other here, which is too much to read',
    'indent less, and delete brackets that are too many',
  ],
  MULTIPLE_DOCS: ['the facts end before the line "---"', 'delete the line that ends them here'],
};

const yamlMessage = (message: string): string => `the frontmatter is not valid YAML: ${message}`;

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
          `the value ends at "${node.source ?? ''}": YAML reads everything after "#" as a comment`,
          `write "${whole}" in quotes, or put a space after "#" if it is a comment`,
        ),
      );
    },
  });
  return findings;
}

/** YAML as plain data; the parser's error if an alias is undefined or expands without end. */
function toData(yaml: YamlDocument): Record<string, unknown> | Error {
  try {
    return yaml.toJS() as Record<string, unknown>;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Some YAML parsers turn a bare date into an instant, and 2026-02-30 into 2 March. */
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
