/** A notice's versions together: their dates, their order, and what they say has changed. */
import type { VersionName } from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { ReadFrontmatter } from '../mdx/frontmatter.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';

/** A version as far as its notice's history is concerned. */
export interface DatedVersion extends VersionName {
  file: string;
  draft: boolean;
  facts: Facts;
  anchors: ReadonlySet<string>;
  placeOf: ReadFrontmatter['placeOf'];
}

/**
 * Dates within one version that cannot come before its publication.
 *
 * @param isTranslation whether the text could be read before, in another language
 */
export function checkDates(
  facts: Facts,
  placeOf: ReadFrontmatter['placeOf'],
  isTranslation: boolean,
): Finding[] {
  const retroactive =
    facts.published > facts.effective && !isTranslation
      ? [
          finding(
            'date-retroactive',
            placeOf(['published']),
            `published "${facts.published}" is after effective "${facts.effective}": the text applied before anyone could read it`,
            'check both dates; leave them if that is how it was',
          ),
        ]
      : [];
  const early = (['reviewed', 'reviewDue', 'withdrawn'] as const).flatMap((key) => {
    const date = facts[key];
    if (date === undefined || date >= facts.published) return [];
    return [
      finding(
        'date-order',
        placeOf([key]),
        `${key} "${date}" is before published "${facts.published}"`,
        `correct one of the two; ${key} is the same day or later`,
      ),
    ];
  });
  return [...retroactive, ...early];
}

/** Within one notice: no two versions for one day, unless numbered as the second, the third. */
export function checkSequence(versions: readonly DatedVersion[]): Finding[] {
  const seen = new Map<string, DatedVersion>();
  return versions
    .filter(({ draft }) => !draft)
    .flatMap((version) => {
      const { facts, sequence, date, file, placeOf } = version;
      const key = `${facts.effective} ${sequence}`;
      const earlier = seen.get(key);
      if (earlier) {
        return [
          finding(
            'date-repeated',
            placeOf(['effective']),
            `two versions apply from ${facts.effective}: this one and ${earlier.file}`,
            `correct the date, or name a second version of that day ${facts.effective}-2.mdx`,
          ),
        ];
      }
      seen.set(key, version);
      if (sequence > 1 && !seen.has(`${date} ${sequence - 1}`)) {
        const before = sequence === 2 ? date : `${date}-${sequence - 1}`;
        return [
          finding(
            'file-name',
            { file, line: 1, column: 1 },
            `this is version ${sequence} of ${date}, but there is no ${before}.mdx`,
            `rename the file to ${before}.mdx`,
          ),
        ];
      }
      return [];
    });
}

/** Change entries are there when they must be, and name sections that exist. */
export function checkChanges(version: DatedVersion, previous: DatedVersion | undefined): Finding[] {
  return [
    ...checkEntriesThere(version),
    ...(previous ? checkFollows(version, previous) : []),
    ...version.facts.changes.flatMap((_, index) => checkEntry(version, previous, index)),
  ];
}

/** A change that matters to people comes with at least one entry. */
function checkEntriesThere({ facts, placeOf }: DatedVersion): Finding[] {
  const { changeType, changes } = facts;
  if ((changeType !== 'major' && changeType !== 'minor') || changes.length > 0) return [];
  return [
    finding(
      'change-missing',
      placeOf(['changeType']),
      `a ${changeType} change tells people of something, but changes lists nothing`,
      'add:\nchanges:\n  - kind: changed\n    section: retention\n    summary: What a person should know.',
    ),
  ];
}

/** A version that follows another is not the first, and went on the site on a day of its own. */
function checkFollows(version: DatedVersion, previous: DatedVersion): Finding[] {
  const { facts, placeOf } = version;
  const findings: Finding[] = [];
  if (facts.changeType === 'initial') {
    findings.push(
      finding(
        'change-type',
        placeOf(['changeType']),
        `this is not the first version: ${previous.file} came before`,
        'write changeType: major, minor or correction',
      ),
    );
  }
  if (
    !version.draft &&
    facts.published === previous.facts.published &&
    facts.effective > previous.facts.effective
  ) {
    findings.push(
      finding(
        'date-unchanged',
        placeOf(['published']),
        `published "${facts.published}" is that of the version before, ${previous.file}`,
        'write the day on which this version goes on the site',
      ),
    );
  }
  return findings;
}

/** An entry names a section of one of the two versions, and does not contradict them. */
function checkEntry(
  { facts, placeOf, anchors }: DatedVersion,
  previous: DatedVersion | undefined,
  index: number,
): Finding[] {
  const { kind, section } = facts.changes[index] ?? {};
  if (section === undefined) return [];
  const findings: Finding[] = [];
  const stood = previous?.anchors.has(section) === true;
  if (anchors.has(section) && (kind === 'removed' || (kind === 'added' && stood))) {
    findings.push(
      finding(
        'change-contradicted',
        placeOf(['changes', index, 'kind']),
        `the section "${section}" is said to be ${kind}, and ${kind === 'removed' ? 'is still there' : 'was there before'}`,
        'write kind: changed, or name another section',
      ),
    );
  }
  const known = [...new Set([...anchors, ...(previous?.anchors ?? [])])];
  if (!known.includes(section)) {
    const meant = nearest(section, known);
    findings.push(
      finding(
        'change-section-unknown',
        placeOf(['changes', index, 'section']),
        `neither this version nor the one before has a section "${section}".${didYouMean(section, known)}`,
        meant ? `write section: ${meant}` : `use one of: ${known.slice(0, 8).join(', ')}`,
      ),
    );
  }
  return findings;
}
