/** Frontmatter from YAML text to typed facts, or to findings that name line and column. */
import { isAlias, isMap, isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { Document as YamlDocument, Node, Pair } from 'yaml';
import type { z } from 'zod';
import { isIsoDate } from '../notices/dates.ts';
import * as identifiers from '../notices/identifiers.ts';
import { frontmatterSchema, type Facts } from '../notices/schema.ts';
import { finding, type Finding, type Place } from './findings.ts';
import type { SourceText } from './source.ts';
import { didYouMean, nearest } from './suggest.ts';

type Path = readonly (string | number)[];

export interface ReadFrontmatter {
  facts?: Facts;
  /** The frontmatter as YAML gives it: what `facts` were made of. */
  raw: Record<string, unknown>;
  findings: Finding[];
  /** Where a fact stands in the file; the frontmatter's first line for one that is not there. */
  placeOf: (path: Path) => Place;
}

/** Reads, checks and types the frontmatter of a source. */
export function readFrontmatter(source: SourceText): ReadFrontmatter {
  const lines = new LineCounter();
  const yaml = parseDocument(source.frontmatter, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + source.frontmatterLine - 1, column: Math.max(1, col) };
  };
  const placeOf = (path: Path) => placeAt(offsetOf(yaml, path));

  if (yaml.errors.length > 0) {
    const findings = yaml.errors.map(({ message, pos, code }) =>
      finding('yaml-syntax', placeAt(pos[0]), yamlMessage(message), YAML_HINTS[code] ?? YAML_HINT),
    );
    return { findings, placeOf, raw: {} };
  }
  if (!isMap(yaml.contents)) {
    const place = { file: source.file, line: 1, column: 1 };
    const hint = 'write one fact a line, such as title: Customer privacy notice';
    const message = 'the frontmatter holds no facts';
    return { findings: [finding('frontmatter-missing', place, message, hint)], placeOf, raw: {} };
  }

  const unquoted = findUnquotedDates(yaml, placeAt);
  const data = yaml.toJS() as Record<string, unknown>;
  const parsed = frontmatterSchema.safeParse(data);
  const dateOffsets = new Set(unquoted.map(({ line, column }) => `${line}:${column}`));
  const issues = (parsed.error?.issues ?? [])
    .flatMap((issue) => issueFindings(issue, yaml, data, placeOf, placeAt))
    // One place, one finding: a date that is both unquoted and impossible was told above.
    .filter(({ line, column }) => !dateOffsets.has(`${line}:${column}`));
  const findings = [...unquoted, ...issues, ...identifierWarnings(data, placeOf)];
  return { findings, placeOf, raw: data, ...(parsed.success && { facts: parsed.data }) };
}

const YAML_HINT = 'put the value in double quotes if it holds a colon, a hash or a quote';
const YAML_HINTS: Record<string, string> = {
  DUPLICATE_KEY: 'keep one of the two and delete the other',
  TAB_AS_INDENT: 'indent with two spaces instead of a tab',
  BAD_INDENT: 'line the key up with its neighbours, two spaces a level',
  MISSING_CHAR: 'close the quote or bracket that was opened here',
};

const yamlMessage = (message: string): string =>
  `the frontmatter is not valid YAML: ${message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '')}`;

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

const impossibleDate = (written: string, place: Place): Finding =>
  finding(
    'date-impossible',
    place,
    `"${written}" is not a day that exists`,
    'write year, month and day of a real day, in quotes: "2026-02-28"',
  );

/** What zod found, in an author's words and at its place. */
function issueFindings(
  issue: z.core.$ZodIssue,
  yaml: YamlDocument,
  data: unknown,
  placeOf: (path: Path) => Place,
  placeAt: (offset: number) => Place,
): Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = path.join('.');
  const key = String(path.at(-1) ?? '');
  const value = valueAt(data, path);
  const place = placeOf(path);

  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path);
    return issue.keys.map((unknown) => {
      const meant = nearest(unknown, known);
      return finding(
        'key-unknown',
        placeAt(keyOffset(yaml, path, unknown)),
        `unknown key "${unknown}"${name ? ` in ${name}` : ''}.${didYouMean(unknown, known)}`,
        meant ? `write ${meant}: instead of ${unknown}:` : `use one of: ${known.join(', ')}`,
      );
    });
  }
  if (value === undefined) {
    return [finding('key-missing', place, `"${name}" is missing`, missingHint(path))];
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return [impossibleDate(String(value), place)];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    const written = scalarSource(yaml, path) ?? String(value);
    const hint =
      value === null || typeof value === 'object'
        ? `write a text: ${key}: "…"`
        : `put it in quotes: ${key}: "${written}"`;
    return [finding('value-invalid', place, `"${name}" is ${kindOf(value)}, not a text`, hint)];
  }
  if (issue.code === 'invalid_type') {
    const message = `"${name}" is ${kindOf(value)}, not ${EXPECTED[issue.expected] ?? issue.expected}`;
    return [finding('value-invalid', place, message, typeHint(key, issue.expected, value))];
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
    return [
      finding(
        'value-invalid',
        place,
        `"${name}" cannot be ${JSON.stringify(value)}.${meant ? ` Did you mean "${meant}"?` : ''}`,
        meant ? `write ${key}: ${meant}` : `use one of: ${allowed.join(', ')}`,
      ),
    ];
  }
  if (issue.code === 'custom') {
    const hint = typeof issue.params?.['hint'] === 'string' ? issue.params['hint'] : '';
    return issue.params?.['identifier']
      ? [finding('identifier-invalid', place, issue.message, hint)]
      : [finding('value-invalid', place, `"${name}" ${issue.message}`, hint)];
  }
  const [message, hint] = FORMATS[issue.code === 'invalid_format' ? issue.format : issue.code] ?? [
    issue.message,
    'see the format in README.md',
  ];
  return [finding('value-invalid', place, `"${name}" ${message}: ${JSON.stringify(value)}`, hint)];
}

const EXPECTED: Record<string, string> = {
  array: 'a list',
  object: 'a group of facts',
  boolean: 'true or false',
};

const FORMATS: Record<string, [message: string, hint: string]> = {
  email: ['is not an e-mail address', 'write it like privacy@company.example'],
  url: ['is not a web address', 'write it from https:// on: https://company.example/privacy'],
  regex: ['is not a two-letter country code', 'write it in capitals: GB'],
  too_small: ['is empty', 'fill it in, or delete the key'],
};

function typeHint(key: string, expected: string, value: unknown): string {
  if (expected === 'array') {
    const item = typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
    return `write it as a list: ${key}: [${item}]`;
  }
  if (expected === 'object') return `put each fact on its own line below ${key}:, two spaces in`;
  if (expected === 'boolean') return `write ${key}: true or ${key}: false`;
  return 'see the format in README.md';
}

const MISSING: Record<string, string> = {
  title: 'add: title: Customer privacy notice',
  published: 'add the day this version goes on the site: published: "2026-01-31"',
  effective: 'add the day it applies from, the same as the file\'s name: effective: "2026-01-31"',
  controller:
    'add:\ncontroller:\n  name: Company Limited\n  contact:\n    email: privacy@company.example',
  'controller.name': 'add the legal person below controller: name: Company Limited',
  'controller.contact': 'add below controller:\n  contact:\n    email: privacy@company.example',
};

const missingHint = (path: Path): string =>
  MISSING[path.join('.')] ?? `add: ${String(path.at(-1))}: …`;

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of facts';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return value ? 'the value true' : 'the value false';
  return 'a text';
}

/** The keys that may stand at a path of the frontmatter. */
function knownKeys(path: Path): string[] {
  let schema: unknown = frontmatterSchema;
  for (const part of path) {
    schema = unwrap(schema);
    if (hasShape(schema)) schema = schema.shape[String(part)];
    else if (hasElement(schema)) schema = schema.element;
    else return [];
  }
  schema = unwrap(schema);
  return hasShape(schema) ? Object.keys(schema.shape) : [];
}

const hasShape = (schema: unknown): schema is { shape: Record<string, unknown> } =>
  typeof schema === 'object' && schema !== null && 'shape' in schema;
const hasElement = (schema: unknown): schema is { element: unknown } =>
  typeof schema === 'object' && schema !== null && 'element' in schema;

/** Through optional(), default() and transform() to the schema they wrap. */
function unwrap(schema: unknown): unknown {
  let current = schema;
  while (typeof current === 'object' && current !== null && !hasShape(current)) {
    if ('in' in current) current = current.in;
    else if ('unwrap' in current && !hasElement(current) && typeof current.unwrap === 'function') {
      current = (current.unwrap as () => unknown)();
    } else break;
  }
  return current;
}

/** Warnings about identifiers whose form is no error: read again from what was written. */
function identifierWarnings(data: unknown, placeOf: (path: Path) => Place): Finding[] {
  const { controller, ...others } = (data ?? {}) as Record<string, unknown>;
  const contacts: Path[] = [
    ['controller', 'contact'],
    ...Object.keys(others)
      .filter((key) => key === 'dpo' || key === 'complaints')
      .map((key) => [key]),
    ...(Array.isArray(others['representatives'])
      ? others['representatives'].map((_, index) => ['representatives', index])
      : []),
  ];
  const addresses: Path[] = [
    ['controller', 'registeredOffice'],
    ...contacts.map((path) => [...path, 'address']),
  ];
  const fields: [Path, (raw: string) => identifiers.Reading][] = [
    [['controller', 'companyNumber'], identifiers.readCompanyNumber],
    [['controller', 'icoRegistration'], identifiers.readIcoRegistration],
    [['controller', 'charityNumber'], identifiers.readCharityNumber],
    [['controller', 'vatNumber'], identifiers.readVatNumber],
    ...contacts.map((path): [Path, typeof identifiers.readPhone] => [
      [...path, 'phone'],
      identifiers.readPhone,
    ]),
    ...addresses
      .filter((path) => (valueAt(data, [...path, 'country']) ?? 'GB') === 'GB')
      .map((path): [Path, typeof identifiers.readUkPostcode] => [
        [...path, 'postcode'],
        identifiers.readUkPostcode,
      ]),
  ];
  return fields
    .flatMap(([path, read]) => {
      const raw = valueAt(data, path);
      if (typeof raw !== 'string') return [];
      return read(raw)
        .problems.filter(({ severity }) => severity === 'warning')
        .map(({ message, hint }) => finding('identifier-suspicious', placeOf(path), message, hint));
    })
    .concat(registryWarning(controller, placeOf));
}

/** A Scottish number with `registeredIn: england-and-wales` is a slip in one of the two. */
function registryWarning(controller: unknown, placeOf: (path: Path) => Place): Finding[] {
  const { companyNumber, registeredIn } = (controller ?? {}) as Record<string, unknown>;
  if (typeof companyNumber !== 'string' || typeof registeredIn !== 'string') return [];
  const registry = identifiers.registryOfCompanyNumber(
    identifiers.readCompanyNumber(companyNumber).value,
  );
  if (registry === undefined || registry === registeredIn) return [];
  return [
    finding(
      'identifier-suspicious',
      placeOf(['controller', 'registeredIn']),
      `company number "${companyNumber}" belongs to the register of ${registry}, not ${registeredIn}`,
      `write registeredIn: ${registry}, or correct the number`,
    ),
  ];
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[part]
        : undefined,
    data,
  );
}

/** Where the value at `path` begins; for one that is missing, where its nearest parent does. */
function offsetOf(yaml: YamlDocument, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length);
    const node = yaml.getIn(here, true) as Node | undefined;
    if (node === undefined || node === null) continue;
    // A group is best shown at its key, a single value where it stands.
    if ((isScalar(node) || isAlias(node)) && node.range) {
      return isScalar(node) && node.value === null
        ? keyOffset(yaml, here.slice(0, -1), here.at(-1))
        : node.range[0];
    }
    return keyOffset(yaml, here.slice(0, -1), here.at(-1));
  }
  return 0;
}

function keyOffset(yaml: YamlDocument, parent: Path, key: string | number | undefined): number {
  const map = parent.length === 0 ? yaml.contents : yaml.getIn(parent, true);
  if (isMap(map)) {
    const pair = map.items.find(
      (item): item is Pair<Scalar> => isScalar(item.key) && String(item.key.value) === String(key),
    );
    if (pair?.key.range) return pair.key.range[0];
  }
  const item = yaml.getIn([...parent, key], true) as Node | undefined;
  return item?.range?.[0] ?? 0;
}

function scalarSource(yaml: YamlDocument, path: Path): string | undefined {
  const node = yaml.getIn(path, true);
  return isScalar(node) ? (node.source ?? undefined) : undefined;
}
