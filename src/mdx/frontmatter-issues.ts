/** Turns what the schema rejects in frontmatter into findings that an author understands. */
import type { Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { guessDate } from '../notices/dates.ts';
import { guessPeriod } from '../notices/periods.ts';
import { readCompanyNumber } from '../notices/identifiers.ts';
import { frontmatterSchema } from '../notices/schema.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import { keyOffset, scalarSource, valueAt, type Path } from './yaml-places.ts';

/** The finding for a date that does not exist, or that is not written as year-month-day. */
export function impossibleDate(written: string, place: Place): Finding {
  const meant = guessDate(written);
  const message =
    meant === undefined
      ? `"${written}" is not a day that exists`
      : `"${written}" is not written as year-month-day`;
  const hint =
    meant === undefined
      ? 'write year, month and day of a real day, in quotes: "2026-02-28"'
      : `write "${meant}" with straight quotes`;
  return finding('date-impossible', place, message, hint);
}

/** What an issue is found in. */
export interface IssueContext {
  yaml: YamlDocument;
  /** The frontmatter as plain data. */
  data: unknown;
  /** The place of the fact at a path. */
  placeOfFact: (path: Path) => Place;
  /** The place of an offset in the YAML. */
  placeAt: (offset: number) => Place;
}

/** A value that the schema rejects. */
interface Rejected {
  /** Its path for people. */
  name: string;
  key: string;
  value: unknown;
  /** The value as it is written in the file, if it is one scalar. */
  written: string | undefined;
  place: Place;
}

/**
 * Turns one issue of the schema into findings.
 *
 * @returns a finding for each unknown key, else at most one
 */
export function issueFindings(issue: z.core.$ZodIssue, context: IssueContext): Finding[] {
  const { yaml, data, placeOfFact } = context;
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, context);
  const value = valueAt(data, path);
  if (issue.code === 'custom' && issue.params?.['records']) {
    const hint = String(issue.params['hint']);
    return [finding('records-contradict', placeOfFact(path), issue.message, hint)];
  }
  if (value === undefined) return missingKey(path, context);
  if (issue.code === 'invalid_union') return listOrNone(issue, path, context);
  const rejected = {
    name: nameOf(path),
    key: String(path.at(-1) ?? ''),
    value,
    written: scalarSource(yaml, path),
    place: placeOfFact(path),
  };
  return [rejectedValue(issue, rejected)];
}

/** A value that is neither `none` nor a sound list: what is wrong with the list, if it is one. */
function listOrNone(
  { errors }: z.core.$ZodIssueInvalidUnion,
  path: Path,
  context: IssueContext,
): Finding[] {
  const value = valueAt(context.data, path);
  if (Array.isArray(value)) {
    const ofList = errors.find((issues) => issues.every((issue) => issue.path.length > 0)) ?? [];
    return ofList.flatMap((issue) =>
      issueFindings({ ...issue, path: [...path, ...issue.path] }, context),
    );
  }
  const key = String(path.at(-1) ?? '');
  const found = typeof value === 'string' ? JSON.stringify(value) : kindOf(value);
  const message = `"${nameOf(path)}" cannot be ${found}`;
  const hint = `write ${key}: none, or a list with each on a line of its own below ${key}: that begins with "- "`;
  return [finding('value-invalid', context.placeOfFact(path), message, hint)];
}

function unknownKeys(keys: readonly string[], path: Path, context: IssueContext): Finding[] {
  const { yaml, placeAt } = context;
  const known = knownKeys(path);
  const name = nameOf(path);
  return keys.map((unknown) => {
    const meant = nearest(unknown, known);
    return finding(
      'key-unknown',
      placeAt(keyOffset(yaml, path, unknown)),
      `unknown key "${unknown}"${name ? ` in ${name}` : ''}.${didYouMean(unknown, known)}`,
      unknown === '<<'
        ? 'write the facts themselves instead of <<, one per line'
        : meant
          ? `write ${meant}: instead of ${unknown}:`
          : `use one of: ${known.join(', ')}`,
    );
  });
}

/** A misspelled key is reported once, as an unknown key. */
function missingKey(path: Path, { data, placeOfFact }: IssueContext): Finding[] {
  const present = Object.keys((valueAt(data, path.slice(0, -1)) ?? {}) as object);
  const known = knownKeys(path.slice(0, -1));
  const key = String(path.at(-1) ?? '');
  if (present.some((other) => !known.includes(other) && nearest(other, known) === key)) return [];
  const message = `"${nameOf(path)}" is missing`;
  return [finding('key-missing', placeOfFact(path), message, missingHint(path))];
}

/** A value with its key; an item of a list has none. */
const itemOr = (key: string, value: string): string =>
  /^\d+$/.test(key) ? `${value} instead` : `${key}: ${value}`;

function rejectedValue(issue: z.core.$ZodIssue, rejected: Rejected): Finding {
  const { name, key, value, place } = rejected;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, rejected);
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
      return finding(
        'value-invalid',
        place,
        `"${name}" cannot be ${JSON.stringify(value)}.${meant ? ` Did you mean "${meant}"?` : ''}`,
        meant ? `write ${itemOr(key, meant)}` : `use one of: ${allowed.join(', ')}`,
      );
    }
    case 'custom': {
      const hint = typeof issue.params?.['hint'] === 'string' ? issue.params['hint'] : '';
      return issue.params?.['identifier']
        ? finding('identifier-invalid', place, issue.message, hint)
        : finding('value-invalid', place, `"${name}" ${issue.message}${quoted(value)}`, hint);
    }
    default:
      return wrongFormat(issue, rejected);
  }
}

function wrongType(expected: string, { name, key, value, written, place }: Rejected): Finding {
  if (expected !== 'string') {
    const message = `"${name}" is ${kindOf(value)}, not ${EXPECTED[expected] ?? expected}`;
    return finding('value-invalid', place, message, typeHint(key, expected, value));
  }
  if (value === null || typeof value === 'object' || written === undefined) {
    const message = `"${name}" is ${kindOf(value)}, not text`;
    return finding('value-invalid', place, message, `write text: ${key}: "…"`);
  }
  const period = key === 'period' ? guessPeriod(written) : undefined;
  if (period !== undefined) {
    const message = `"${name}" is ${kindOf(value)}, not a period of time`;
    return finding('value-invalid', place, message, `write it as ISO 8601 does: period: ${period}`);
  }
  const text = key === 'companyNumber' ? readCompanyNumber(written).value : written;
  const hint = `put it in quotes: ${/^\d+$/.test(key) ? '' : `${key}: `}"${text}"`;
  return finding('value-invalid', place, `"${name}" is ${kindOf(value)}, not text`, hint);
}

function wrongFormat(issue: z.core.$ZodIssue, { name, value, place }: Rejected): Finding {
  const format = issue.code === 'invalid_format' ? issue.format : issue.code;
  if (format === 'date' && typeof value === 'string') return impossibleDate(value, place);
  const [message, hint] = FORMATS[format] ?? [issue.message, SEE_FORMS];
  return finding('value-invalid', place, `"${name}" ${message}: ${JSON.stringify(value)}`, hint);
}

/** A path for people: `changes 1, kind` is the kind of the first entry. */
const nameOf = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? ` ${part + 1},` : `.${part}`))
    .join('')
    .replace(/^\./, '')
    .replace(/,$/, '')
    .replaceAll(',.', ', ');

/** The value found, if it is text. */
const quoted = (value: unknown): string => (typeof value === 'string' ? `: "${value}"` : '');

const EXPECTED: Record<string, string> = {
  array: 'a list',
  object: 'a group of facts',
  boolean: 'true or false',
};

/** The hint for a value whose form no other hint shows. */
const SEE_FORMS = 'npx noticeboard explain value-invalid shows how facts are written';

const FORMATS: Record<string, [message: string, hint: string]> = {
  email: ['is not an email address', 'write it like privacy@company.example'],
  url: ['is not a web address', 'write the whole address: https://company.example/privacy'],
  regex: ['is not a two-letter country code', 'write it in capital letters: GB'],
  too_small: ['is empty', 'fill it in, or delete the key'],
};

function typeHint(key: string, expected: string, value: unknown): string {
  if (expected === 'array') {
    const item = typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
    return `write it as a list: ${key}: [${item}]`;
  }
  if (expected === 'object') return `put each fact on its own line below ${key}:, two spaces in`;
  if (expected === 'boolean') return `write ${key}: true or ${key}: false`;
  return SEE_FORMS;
}

const MISSING: Record<string, string> = {
  title: 'add: title: Customer privacy notice',
  published: 'add the day this version goes on the site: published: "2026-01-31"',
  effective: 'add the day it applies from: effective: "2026-01-31"',
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
  return 'text';
}

/** The keys that are allowed at a path of the frontmatter. */
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
const hasOptions = (schema: object): schema is { options: readonly unknown[] } =>
  'options' in schema && Array.isArray(schema.options) && schema.options.some(hasElement);

/** The schema inside optional(), default() and transform(). */
function unwrap(schema: unknown): unknown {
  let current = schema;
  while (typeof current === 'object' && current !== null && !hasShape(current)) {
    if ('in' in current) current = current.in;
    // Of `none` or a list, the list has keys.
    else if (hasOptions(current)) current = current.options.find(hasElement);
    else if ('unwrap' in current && !hasElement(current) && typeof current.unwrap === 'function') {
      current = (current.unwrap as () => unknown)();
    } else break;
  }
  return current;
}
