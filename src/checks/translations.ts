/** Translations: each stands beside what it translates, with the same sections and facts. */
import type { IsoDate } from '../notices/dates.ts';
import { DRAFT, type FilePlace } from '../notices/names.ts';
import { placeInTime } from '../notices/timeline.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import type { DatedVersion } from './history.ts';
import type { Path } from '../mdx/yaml-places.ts';

/** A version with its place among the notices. */
export interface TranslatableVersion extends DatedVersion {
  notice: string;
  translation?: FilePlace['translation'];
}

/** The language in a file's name is a tag as it is written everywhere. */
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

/** A language tag as it is written everywhere: `pt-br` is `pt-BR`; nothing for what is none. */
export function canonicalTag(language: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(language);
    // "xx" is well-formed, and no language.
    const name = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });
    return name.of(canonical) === undefined ? undefined : canonical;
  } catch {
    return undefined;
  }
}

/** The language that the file names is the one that the facts name, where they name one. */
export function checkLanguageFact(
  { language }: NonNullable<FilePlace['translation']>,
  written: string,
  placeOf: DatedVersion['placeOf'],
): Finding[] {
  if (written === language) return [];
  return [
    finding(
      'translation-language',
      placeOf(['language']),
      `language is "${written}", but the file is named as a translation into "${language}"`,
      `write language: ${language}, or rename the file`,
    ),
  ];
}

/**
 * A translation says what its original says: links to a section lead to the same one in every
 * language, and no number of a register can be another.
 *
 * @param original what it translates; nothing when there is no such version
 * @param originals all versions of the notice that it is a translation of
 */
export function checkTranslation(
  version: TranslatableVersion & { translation: NonNullable<FilePlace['translation']> },
  original: TranslatableVersion | undefined,
  originals: readonly TranslatableVersion[],
): Finding[] {
  const { placeOf, file, facts, translation, name } = version;
  const start = { file, line: 1, column: 1 };
  if (!original) {
    const what = name === DRAFT ? `from ${facts.effective} on` : `${name}.mdx`;
    return [
      finding(
        'translation-without-original',
        name === DRAFT ? placeOf(['effective']) : start,
        `this is a translation, and ${translation.of} has no version ${what}`,
        name === DRAFT
          ? 'write the day in effective from which the version applies that it translates'
          : 'name it for the version that it translates, or put that beside it',
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
        `this is a translation into "${translation.language}", and ${twin.file} is in that language already`,
        'name it for the language it is in',
      ),
    ];
  }
  return [
    ...(facts.published < original.facts.published
      ? [
          finding(
            'date-order',
            placeOf(['published']),
            `published "${facts.published}" is before the text that it translates, "${original.facts.published}"`,
            `write the day on which it goes on the site, "${original.facts.published}" or later`,
          ),
        ]
      : []),
    ...(facts.withdrawn === undefined
      ? []
      : [
          finding(
            'translation-facts',
            placeOf(['withdrawn']),
            'withdrawn is of the notice, and not of a translation',
            `take it out, and write it in ${original.file}`,
          ),
        ]),
    ...differingAnchors(version, original),
    ...SHARED.flatMap((path) => differingFact(version, original, path)),
    ...differingChanges(version, original),
  ];
}

function differingAnchors(version: DatedVersion, original: DatedVersion): Finding[] {
  const place = { file: version.file, line: 1, column: 1 };
  const missing = [...original.anchors].filter((anchor) => !version.anchors.has(anchor));
  const others = [...version.anchors].filter((anchor) => !original.anchors.has(anchor));
  const listed = (anchors: readonly string[]): string =>
    anchors.map((anchor) => `#${anchor}`).join(', ');
  if (missing.length + others.length === 0) return [];
  const told = [
    ...(missing.length > 0 ? [`it has no ${listed(missing)}`] : []),
    ...(others.length > 0 ? [`${listed(others)} is not in ${original.file}`] : []),
  ].join(', and ');
  const [first = ''] = missing.length > 0 ? missing : others;
  return [
    finding(
      'translation-anchors',
      place,
      `a translation has the sections and anchors of its original: ${told}`,
      missing.length > 0
        ? `write the anchor of the original behind the heading: ## … {#${first}}`
        : `take {#${first}} out, or put it into the original first`,
    ),
  ];
}

/** Facts that no language changes. */
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
  const told = (value: unknown): string =>
    value === undefined ? 'left out' : `"${String(value)}"`;
  return [
    finding(
      'translation-facts',
      version.placeOf(path),
      `${name} is ${told(here)}, and in ${original.file} ${told(there)}`,
      there === undefined
        ? `take ${name} out`
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

/** The same changes are told in every language, one by one. */
function differingChanges(version: DatedVersion, original: DatedVersion): Finding[] {
  const shape = ({ facts }: DatedVersion): string =>
    facts.changes.map(({ kind, section = '' }) => `${kind} ${section}`.trim()).join(', ');
  const [here, there] = [shape(version), shape(original)];
  if (here === there) return [];
  return [
    finding(
      'translation-facts',
      version.placeOf(['changes']),
      `changes tells of ${here || 'nothing'}, and in ${original.file} of ${there || 'nothing'}`,
      'translate every entry of the original, in its order, with the same kind and section',
    ),
  ];
}

/**
 * Versions in force or to come that are not there in a language in which the notice was published
 * before.
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
          ? `this version is in force and is not translated into "${language}"; readers of that language are told, and given the last text there is`
          : `this version is to come and is not translated into "${language}" yet`,
        `npm run notices -- ${isBegun ? `publish ${of}/${language}` : `translate ${of} ${language}`}`,
      );
    });
}
