/** What a report says of a version above its redline: what it is, its facts, its checklist. */
import { inert, inertCode } from '../findings/markdown.ts';
import { formatDate } from '../notices/dates.ts';
import type { Status } from '../notices/timeline.ts';
import type { State } from '../law/rule.ts';
import type { Comparison } from '../compare/model.ts';
import { describeFactChange } from '../views/fact-change.ts';
import { en } from '../words/en/index.ts';
import type { ChangedVersion, LawChange } from './report-model.ts';
import { withEdits } from './report-hints.ts';
import { listOf, shortened } from './report-words.ts';

const FATES: Readonly<Record<ChangedVersion['fate'], string>> = {
  'draft-new': 'new draft',
  'draft-changed': 'draft, changed',
  published: 'published',
  changed: 'published version, changed',
};

const STATUSES: Readonly<Record<Status | 'draft', string>> = {
  'in-force': 'the current notice',
  scheduled: 'which is scheduled',
  superseded: 'a replaced version',
  withdrawn: 'which is withdrawn',
  'called-off': 'which is called off',
  draft: 'a draft',
};

const STATES: Readonly<Record<State, string>> = {
  met: 'met',
  told: 'told',
  unclear: 'unclear',
  marked: 'unclear',
  missing: 'missing',
  'not-asked': 'not asked',
  clear: 'not asked',
};

/** The name of a version and how much of it changed, in a line or two. */
export function titleOf(version: ChangedVersion): string {
  const heading = `### ${inertCode(shortened(version.id, 120))}: ${fateOf(version)}`;
  return [heading, comparedLine(version)].join('\n\n');
}

/** What happened to a version, and when it applies: "published, applies from 1 March 2026". */
function fateOf({ fate, status, effective }: ChangedVersion): string {
  const calledOff = status === 'called-off';
  const what = calledOff && fate === 'published' ? 'published and called off' : FATES[fate];
  if (calledOff) return `${what}, never applies`;
  return effective ? `${what}, applies from ${formatDate(effective)}` : what;
}

/** The same, with everything that is said of it before its redline. */
export function headOf(version: ChangedVersion): string {
  const { comparison, events, obstacles, law } = version;
  const facts = (comparison?.facts ?? []).map((fact) =>
    inert(shortened(describeFactChange(fact, en), 400)),
  );
  return [
    titleOf(version),
    linksOf(version),
    sinceLine(version),
    listOf(
      'Recorded',
      events.map((event) => inert(shortened(event, 300))),
    ),
    listOf(
      'Stops publishing',
      obstacles.map(({ message, hint }) => withEdits(inert(shortened(message, 400)), hint)),
    ),
    listOf('What it says of its changes', entriesOf(version)),
    listOf('Facts and records', facts),
    lawPart(law, version.against?.name),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What readers, feeds and emails will say of the changes: nobody else reviews these words. */
function entriesOf({ says }: ChangedVersion): string[] {
  if (!says) return [];
  const { changeType, changes } = says;
  return [
    ...(changeType === undefined || changeType === 'initial' ? [] : [`a ${changeType} change`]),
    ...changes.map(({ kind, section, summary, reason }) => {
      const where = section === undefined ? kind : `${kind} ${inertCode(shortened(section, 80))}`;
      const why = reason === undefined ? '' : ` (${inert(shortened(reason, 300))})`;
      return `${where}: ${inert(shortened(summary, 400))}${why}`;
    }),
  ];
}

function comparedLine({ unread, against, comparison, size }: ChangedVersion): string {
  if (unread !== undefined) return inert(shortened(unread, 300));
  if (!against || !comparison) {
    if (!size) return '';
    const { sections, words } = size;
    return `It follows no version: ${en.counts.sections(sections)}, ${en.counts.words(words)}.`;
  }
  const name = against.isItself
    ? 'itself before'
    : `${inertCode(against.name)}${against.status ? `, ${STATUSES[against.status]}` : ''}`;
  return `Compared with ${name}: ${amountOf(comparison)}`;
}

/** "3 changes in 2 sections: 12 words added, 4 words removed." */
function amountOf({ changes, statistics }: Comparison): string {
  if (changes.length === 0) return 'no differences.';
  const { added, removed } = statistics.words;
  const { touched } = statistics.sections;
  const where = touched > 0 ? ` in ${en.counts.sections(touched)}` : '';
  return `${en.counts.changes(changes.length)}${where}: ${en.counts.words(added)} added, ${en.counts.words(removed)} removed.`;
}

function linksOf({ links, fate }: ChangedVersion): string {
  const { page, comparison } = links;
  const link = (label: string, address: string | undefined): string[] =>
    address === undefined ? [] : [`[${label}](${safe(address)})`];
  return [
    ...link(fate.startsWith('draft') ? 'Read the draft' : 'Read it', page),
    ...link('See the whole comparison', comparison),
  ].join(' · ');
}

/** An address that cannot end a link of Markdown. */
const safe = (address: string): string =>
  address.replace(
    /[()<>[\]\\"'`|*_~ ]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Of a draft that was there before, where it changed since: the redline shows the whole of it. */
function sinceLine({ sinceRef, against }: ChangedVersion): string {
  if (!sinceRef) return '';
  const names = sinceRef.sections
    .filter(({ states }) => states.length > 0)
    .map(
      ({ before, after }) =>
        `“${inert(shortened((after ?? before)?.heading || 'Introduction', 80))}”`,
    );
  const more = names.length - 10;
  const where =
    names.length === 0
      ? ''
      : ` Sections: ${names.slice(0, 10).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  const below = against ? ' Below is all that the draft changes.' : '';
  return `In this branch the draft has ${amountOf(sinceRef)}${where}${below}`;
}

function lawPart(law: LawChange | undefined, before: string | undefined): string {
  if (!law) return '';
  const { duties, words, gone, day } = law;
  const by = `by the law as on ${formatDate(day)}`;
  const lines = [
    ...duties.map(
      ({ duty, before: old, after, message }) =>
        `${inert(duty)}: ${old ? `${STATES[old]} → ` : ''}**${STATES[after]}**${message ? `. ${inert(shortened(message, 300))}` : ''}`,
    ),
    ...words.map(
      ({ rule, message, fix }) =>
        `New: ${inert(shortened(message, 200))} → ${inert(shortened(fix, 200))} (${inertCode(rule)})`,
    ),
    ...gone.map((rule) => `No longer found: ${inertCode(rule)}`),
  ];
  if (lines.length === 0)
    return before === undefined ? '' : `Checklist: as in ${inertCode(before)}, both ${by}.`;
  const heading = before === undefined ? `Checklist, ${by}: what is open` : `Checklist, both ${by}`;
  return listOf(heading, lines);
}
