/** Checks a notice's versions together: their dates, their order and their lists of changes. */
import { addToChanges } from '../notices/changes.ts';
import type { Facts } from '../notices/schema.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { ReadFrontmatter } from '../mdx/frontmatter.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import { compareVersionNames, type VersionName } from '../notices/names.ts';
import type { IsoDate } from '../notices/dates.ts';
import { datesOf, isInBetween, placeInTime } from '../notices/timeline.ts';

/** A version, as far as the checks of its notice's history need it. */
export interface DatedVersion extends VersionName {
  file: string;
  draft: boolean;
  facts: Facts;
  anchors: ReadonlySet<string>;
  placeOfFact: ReadFrontmatter['placeOfFact'];
}

/**
 * Reports dates within one version that are out of order.
 *
 * @param isTranslation whether the text was already published in another language
 */
export function checkDates(
  facts: Facts,
  placeOfFact: ReadFrontmatter['placeOfFact'],
  isTranslation: boolean,
): Finding[] {
  const retroactive =
    facts.published > facts.effective && !isTranslation
      ? [
          finding(
            'date-retroactive',
            placeOfFact(['published']),
            `published "${facts.published}" is after effective "${facts.effective}": the text applied before anyone could read it`,
            'check both dates; keep them if they are right',
          ),
        ]
      : [];
  const early = (['reviewed', 'reviewDue', 'withdrawn'] as const).flatMap((key) => {
    const date = facts[key];
    if (date === undefined || date >= facts.published) return [];
    return [
      finding(
        'date-order',
        placeOfFact([key]),
        `${key} "${date}" is before published "${facts.published}"`,
        `correct one of the two: ${key} must be the same day or later`,
      ),
    ];
  });
  return [
    ...retroactive,
    ...early,
    ...checkCalledOff(facts, placeOfFact),
    ...checkImported(facts, placeOfFact),
  ];
}

/**
 * Of a text that was found in a history nothing is known but its day: it is the one that the text
 * states, or the one on which it was first seen, and no other day of publication is claimed.
 */
function checkImported(
  { published, effective, imported }: Facts,
  placeOfFact: ReadFrontmatter['placeOfFact'],
): Finding[] {
  if (!imported) return [];
  const otherwise =
    imported.date === 'seen' && imported.firstSeen !== effective
      ? [
          finding(
            'date-imported',
            placeOfFact(['imported', 'firstSeen']),
            `imported.date is "seen", but this version applies from "${effective}" and was first seen on "${imported.firstSeen}"`,
            `if its text states "${effective}", write date: stated, or date: updated if it is the day of its last update; otherwise correct one of the two days`,
          ),
        ]
      : [];
  if (published === effective) return otherwise;
  return [
    ...otherwise,
    finding(
      'date-imported',
      placeOfFact(['published']),
      `published "${published}" is not the day this imported version applies from, "${effective}"`,
      `write published: "${effective}", or delete \`imported\` if you know when it went on the site`,
    ),
  ];
}

/** A version is called off while it is public and has not begun. */
function checkCalledOff(
  { published, effective, calledOff }: Facts,
  placeOfFact: ReadFrontmatter['placeOfFact'],
): Finding[] {
  if (!calledOff || (calledOff.on >= published && calledOff.on < effective)) return [];
  const isLate = calledOff.on >= effective;
  return [
    finding(
      'date-order',
      placeOfFact(['calledOff', 'on']),
      isLate
        ? `this version was called off on "${calledOff.on}", but it applied from "${effective}"`
        : `calledOff.on "${calledOff.on}" is before published "${published}"`,
      isLate
        ? 'delete `calledOff`: a version that has begun ends by a new version, or by withdrawn: "<day>"'
        : 'delete `calledOff`, and call it off with: npx noticeboard call-off',
    ),
  ];
}

/** Reports that the version in force should have been reviewed before a day. */
export function checkReview(history: readonly DatedVersion[], today: IsoDate): Finding[] {
  const dated = history
    .filter(({ draft }) => !draft)
    .map((version) => ({ ...version, ...datesOf(version.facts) }));
  const current = placeInTime(dated, today).find(({ status }) => status === 'in-force')?.version;
  const due = current?.facts.reviewDue;
  if (!current || due === undefined || due >= today) return [];
  return [
    finding(
      'review-overdue',
      current.placeOfFact(['reviewDue']),
      `the review of this version was due on ${due}`,
      `look at it again; if it stays as it is, write reviewed: "${today}" and a later reviewDue, then run: npx noticeboard adopt`,
    ),
  ];
}

/** Reports two versions of a notice for one day, unless they are numbered, and gaps in the numbers. */
export function checkSequence(versions: readonly DatedVersion[]): Finding[] {
  const seen = new Map<string, DatedVersion>();
  return versions
    .filter(({ draft }) => !draft)
    .flatMap((version) => {
      const { facts, sequence, date, file, placeOfFact } = version;
      const key = `${facts.effective} ${sequence}`;
      const earlier = seen.get(key);
      if (earlier) {
        return [
          finding(
            'date-repeated',
            placeOfFact(['effective']),
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

/** Reports missing entries in `changes`, and entries that do not match the sections of the version. */
export function checkChanges(version: DatedVersion, history: readonly DatedVersion[]): Finding[] {
  const before = predecessorsOf(version, history);
  const previous = before.find(({ facts }) => !facts.calledOff);
  return [
    ...checkEntriesThere(version),
    ...(previous ? checkFollows(version, previous) : []),
    ...version.facts.changes.flatMap((_, index) => checkEntry(version, before, index)),
  ];
}

/**
 * The versions that one may have been written after, the nearest first: the one before it, and what
 * came before that if that one was published later or has been called off.
 */
function predecessorsOf(version: DatedVersion, history: readonly DatedVersion[]): DatedVersion[] {
  const earlier = history
    .filter((each) => !each.draft && compareVersionNames(each, version) < 0)
    .toReversed();
  const certain = earlier.findIndex(
    ({ facts }) => !facts.calledOff && (version.draft || !isInBetween(facts, version.facts)),
  );
  return certain === -1 ? earlier : earlier.slice(0, certain + 1);
}

/** A change that matters to people comes with at least one entry. */
function checkEntriesThere({ facts, placeOfFact }: DatedVersion): Finding[] {
  const { changeType, changes } = facts;
  if ((changeType !== 'major' && changeType !== 'minor') || changes.length > 0) return [];
  return [
    finding(
      'change-missing',
      placeOfFact(['changeType']),
      `a ${changeType} change needs at least one entry in \`changes\``,
      addToChanges(
        changes,
        '  - kind: changed\n    section: retention\n    summary: What a person should know.',
      ),
    ),
  ];
}

/** A version that follows another is not the first, and went on the site on a day of its own. */
function checkFollows(version: DatedVersion, previous: DatedVersion): Finding[] {
  const { facts, placeOfFact } = version;
  const findings: Finding[] = [];
  // What was published before the first version applied came later. What was found of the time before
  // it cannot change a version that is published.
  const isFoundLater = !version.draft && previous.facts.imported !== undefined;
  if (
    facts.changeType === 'initial' &&
    previous.facts.published <= facts.published &&
    !isFoundLater
  ) {
    findings.push(
      finding(
        'change-type',
        placeOfFact(['changeType']),
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
        placeOfFact(['published']),
        `published "${facts.published}" is the same as in the previous version, ${previous.file}`,
        'write the day on which this version goes on the site',
      ),
    );
  }
  const isBackwards =
    facts.published < previous.facts.published && !isInBetween(previous.facts, facts);
  if (!version.draft && isBackwards) {
    findings.push(
      finding(
        'date-backwards',
        placeOfFact(['published']),
        `published "${facts.published}" is before that of the previous version, ${previous.file}: "${previous.facts.published}"`,
        'check both dates; keep them if they are right',
      ),
    );
  }
  return [...findings, ...checkController(version, previous)];
}

/** Reports another controller that people are not told of. */
function checkController(
  { facts, placeOfFact, draft }: DatedVersion,
  { facts: before }: DatedVersion,
): Finding[] {
  // What was found in a history has no list of changes, and the first version after it need not have:
  // nobody knew of what was found when it was written.
  if (facts.imported || (!draft && before.imported && facts.changeType === 'initial')) return [];
  const isNoted = (value: string): boolean =>
    facts.changes.some(({ summary, reason = '' }) =>
      `${summary} ${reason}`.toLowerCase().includes(value.toLowerCase()),
    );
  return (['name', 'companyNumber'] as const).flatMap((key) => {
    const [was, is] = [before.controller[key], facts.controller[key]];
    if (was === undefined || is === undefined || was === is) return [];
    if ([was, is, facts.controller.name].some(isNoted)) return [];
    const what = key === 'name' ? 'controller' : 'company number of the controller';
    return [
      finding(
        'controller-changed',
        placeOfFact(['controller', key]),
        `the ${what} was "${was}" and is "${is}", and no entry in \`changes\` says so`,
        addToChanges(
          facts.changes,
          `  - kind: changed\n    summary: ${JSON.stringify(`The ${what} is now ${is}.`)}`,
        ),
      ),
    ];
  });
}

/** An entry names a section of one of the two versions, and does not contradict them. */
function checkEntry(
  { facts, placeOfFact, anchors }: DatedVersion,
  before: readonly DatedVersion[],
  index: number,
): Finding[] {
  const { kind, section } = facts.changes[index] ?? {};
  if (section === undefined) return [];
  const findings: Finding[] = [];
  const stood = before.length > 0 && before.every((previous) => previous.anchors.has(section));
  if (anchors.has(section) && (kind === 'removed' || (kind === 'added' && stood))) {
    findings.push(
      finding(
        'change-contradicted',
        placeOfFact(['changes', index, 'kind']),
        `\`changes\` lists the section "${section}" as ${kind}, but it ${kind === 'removed' ? 'still exists' : 'existed before'}`,
        'write kind: changed, or name another section',
      ),
    );
  }
  const known = [
    ...new Set(
      [anchors, ...before.map((previous) => previous.anchors)].flatMap((each) => [...each]),
    ),
  ];
  if (!known.includes(section)) {
    const meant = nearest(section, known);
    findings.push(
      finding(
        'change-section-unknown',
        placeOfFact(['changes', index, 'section']),
        `neither this version nor the previous one has a section "${section}".${didYouMean(section, known)}`,
        meant ? `write section: ${meant}` : `use one of: ${known.slice(0, 8).join(', ')}`,
      ),
    );
  }
  return findings;
}
