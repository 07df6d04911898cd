/** Checks translations: each needs an original, with the same sections and facts. */
import type { IsoDate } from '../notices/dates.ts';
import { memo } from '../notices/memo.ts';
import { DRAFT, type FilePlace } from '../notices/names.ts';
import { placeInTime } from '../notices/timeline.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import type { DatedVersion } from './history.ts';
import { differingRecords } from './translated-records.ts';
import type { Path } from '../mdx/yaml-places.ts';

/** A version with its place among the notices. */
export interface TranslatableVersion extends DatedVersion {
  notice: string;
  translation?: FilePlace['translation'];
}

/** Reports a file name whose language is not a language tag in its usual form. */
export function checkLanguageTag(
  { language }: NonNullable<FilePlace['translation']>,
  place: Place,
): Finding[] {
  const canonical = canonicalTag(language);
  if (canonical === language) return [];
  const hint = canonical
    ? `rename the file so that it ends in .${canonical}.mdx`
    : 'name the language by its tag, such as cy, pl or pt-BR';
  return [finding('file-name', place, `"${language}" is not a language tag`, hint)];
}

/** A language tag in its usual form: `pt-BR` for `pt-br`. Returns undefined if it is not a language. */
export function canonicalTag(language: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(language);
    // "xx" is well-formed but not a language.
    return languagesIn('en-GB').of(canonical) === undefined ? undefined : canonical;
  } catch {
    return undefined;
  }
}

const languagesIn = memo(
  (language) => new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }),
);

/** Reports a `language` that differs from the language in the file's name. */
export function checkLanguageFact(
  { language }: NonNullable<FilePlace['translation']>,
  written: string,
  placeOfFact: DatedVersion['placeOfFact'],
): Finding[] {
  if (written === language) return [];
  return [
    finding(
      'translation-language',
      placeOfFact(['language']),
      `language is "${written}", but the file is named as a translation into "${language}"`,
      `write language: ${language}, or rename the file`,
    ),
  ];
}

/**
 * Checks a translation against its original: it needs the same anchors, so that a link leads to the
 * same section in every language, and the same facts, such as numbers of registers.
 *
 * @param original the version it translates; undefined if there is no such version
 * @param originals all versions of the notice that it translates
 */
export function checkTranslation(
  version: TranslatableVersion & { translation: NonNullable<FilePlace['translation']> },
  original: TranslatableVersion | undefined,
  originals: readonly TranslatableVersion[],
): Finding[] {
  const { placeOfFact, file, facts, translation, name } = version;
  const start = { file, line: 1, column: 1 };
  if (!original) {
    const what = name === DRAFT ? `that applies from ${facts.effective}` : `${name}.mdx`;
    return [
      finding(
        'translation-without-original',
        name === DRAFT ? placeOfFact(['effective']) : start,
        `this is a translation, but ${translation.of} has no version ${what}`,
        name === DRAFT
          ? 'set effective to the day from which its original applies'
          : 'name the file after the version that it translates, or add that version',
      ),
    ];
  }
  const twin = originals.find(
    (each) => each.facts.language.toLowerCase() === facts.language.toLowerCase(),
  );
  if (twin) {
    return [
      finding(
        'translation-language',
        start,
        `this is a translation into "${translation.language}", but ${twin.file} is already in that language`,
        'name the file after the language of its text',
      ),
    ];
  }
  return [
    ...(facts.published < original.facts.published
      ? [
          finding(
            'date-order',
            placeOfFact(['published']),
            `published "${facts.published}" is before its original was published, "${original.facts.published}"`,
            `write the day on which it goes on the site, "${original.facts.published}" or later`,
          ),
        ]
      : []),
    ...(['withdrawn', 'calledOff'] as const)
      .filter((fact) => facts[fact] !== undefined)
      .map((fact) =>
        finding(
          'translation-facts',
          placeOfFact([fact]),
          `\`${fact}\` belongs in the original, not in a translation`,
          `delete it here, and write it in ${original.file}`,
        ),
      ),
    ...differingAnchors(version, original),
    ...SHARED.flatMap((path) => differingFact(version, original, path)),
    ...differingChanges(version, original),
    ...differingRecords(version, original),
  ];
}

function differingAnchors(version: DatedVersion, original: DatedVersion): Finding[] {
  const place = { file: version.file, line: 1, column: 1 };
  const missing = [...original.anchors].filter((anchor) => !version.anchors.has(anchor));
  const others = [...version.anchors].filter((anchor) => !original.anchors.has(anchor));
  const listed = (anchors: readonly string[]): string =>
    anchors.map((anchor) => `#${anchor}`).join(', ');
  if (missing.length + others.length === 0) return [];
  const differences = [
    ...(missing.length > 0 ? [`it has no ${listed(missing)}`] : []),
    ...(others.length > 0 ? [`${listed(others)} is not in ${original.file}`] : []),
  ].join(', and ');
  const [first = ''] = missing.length > 0 ? missing : others;
  return [
    finding(
      'translation-anchors',
      place,
      `a translation must have the same anchors as its original: ${differences}`,
      missing.length > 0
        ? `write the anchor of the original after the heading: ## … {#${first}}`
        : `delete {#${first}}, or add it to the original first`,
    ),
  ];
}

/** Facts that are the same in every language. */
const SHARED: readonly Path[] = [
  ['numbered'],
  ['changeType'],
  ...[
    'kind',
    'companyNumber',
    'registeredIn',
    'icoRegistration',
    'charityNumber',
    'vatNumber',
    'lei',
  ].map((field) => ['controller', field]),
];

function differingFact(version: DatedVersion, original: DatedVersion, path: Path): Finding[] {
  const [here, there] = [valueAt(version.facts, path), valueAt(original.facts, path)];
  if (here === there) return [];
  const name = path.join('.');
  const quoted = (value: unknown): string =>
    value === undefined ? 'not set' : `"${String(value)}"`;
  return [
    finding(
      'translation-facts',
      version.placeOfFact(path),
      `${name} is ${quoted(here)} here but ${quoted(there)} in ${original.file}`,
      there === undefined
        ? `delete ${name}`
        : `write ${String(path.at(-1))}: ${typeof there === 'string' ? `"${there}"` : String(there)}`,
    ),
  ];
}

function valueAt(facts: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[String(key)]
        : undefined,
    facts,
  );
}

/** Reports `changes` whose entries differ from the original in kind, section or number. */
function differingChanges(version: DatedVersion, original: DatedVersion): Finding[] {
  const shape = ({ facts }: DatedVersion): string =>
    facts.changes.map(({ kind, section = '' }) => `${kind} ${section}`.trim()).join(', ');
  const [here, there] = [shape(version), shape(original)];
  if (here === there) return [];
  return [
    finding(
      'translation-facts',
      version.placeOfFact(['changes']),
      `\`changes\` lists ${here || 'nothing'} here but ${there || 'nothing'} in ${original.file}`,
      'translate every entry of the original, in its order, with the same kind and section',
    ),
  ];
}

/**
 * Reports versions in force or scheduled that are not translated into a language in which the
 * notice has been published.
 *
 * @param originals the versions of a notice
 * @param translations its translations into one language
 */
export function checkLag(
  originals: readonly TranslatableVersion[],
  translations: readonly TranslatableVersion[],
  today: IsoDate,
): Finding[] {
  const [one] = translations.filter(({ draft }) => !draft);
  if (!one?.translation) return [];
  const { language, of } = one.translation;
  const draft = translations.find((version) => version.draft);
  const done = new Set(translations.map(({ name }) => name));
  const dated = originals
    .filter((version) => !version.draft)
    .map((version) => ({ ...version, ...version.facts }));
  return placeInTime(dated, today)
    .filter(({ status, version }) => {
      const isNeeded = status === 'in-force' || status === 'scheduled';
      return isNeeded && !done.has(version.name);
    })
    .map(({ status, version }) => {
      const isBegun = draft?.facts.effective === version.facts.effective;
      return finding(
        'translation-behind',
        { file: version.file, line: 1, column: 1 },
        status === 'in-force'
          ? `this version is in force but not translated into "${language}"; readers see the last translation, marked as out of date`
          : `this version is scheduled but not translated into "${language}" yet`,
        `npx noticeboard ${isBegun ? `publish ${of}/${language}` : `translate ${of} ${language}`}`,
      );
    });
}
