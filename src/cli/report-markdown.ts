/**
 * A report as Markdown for a comment: what a reviewer has to know first, then the redline of each
 * version as far as there is room. Every text of a notice in it is inert.
 */
import { isError, type Finding } from '../findings/catalogue.ts';
import { inert, inertCode } from '../findings/markdown.ts';
import { counted } from '../findings/report.ts';
import { en } from '../words/en/index.ts';
import { headOf, titleOf } from './report-head.ts';
import {
  errorsOf,
  type ChangedVersion,
  type LockChange,
  type Removed,
  type Report,
} from './report-model.ts';
import { withEdits } from './report-hints.ts';
import { sectionsOfRedline, type SectionRedline } from './report-redline.ts';
import { CHARACTERS, listOf, shortened } from './report-words.ts';
import { sha256 } from '../record/source.ts';

/** What is kept free for the note on what was left out. */
const RESERVE = 1_000;

/**
 * Prints a report.
 *
 * @param limit the most characters that it may have, at least `CHARACTERS.least`
 */
export function asMarkdown(report: Report, limit: number): string {
  const start = startOf(report, Math.floor(limit / 2) - RESERVE);
  const room = limit - RESERVE - start.length;
  const { text, left } = versionsIn(report.versions, room);
  return `${[start, text, ...leftOut(report, left)].filter(Boolean).join('\n\n')}\n`;
}

/** Begins a comment, so that a workflow finds it again; the project in it, since a repository may have several. */
export function markerOf(project: string): string {
  const name = encodeURIComponent(project || '.');
  // Two hyphens would end the comment.
  const safe = name.length > 200 || name.includes('--') ? sha256(project) : name;
  return `<!-- noticeboard report: ${safe} -->`;
}

/** All that is not of one version, as far as there is room; lists that have none are counted. */
function startOf(report: Report, room: number): string {
  const { versions, removed, findings, lock, sameDrafts, notes } = report;
  const since = `${inertCode(shortened(report.since.ref, 80))} (${inertCode(report.since.commit.slice(0, 7))})`;
  const head = `${markerOf(report.project)}\n\n## Notices`;
  const errors = findings.filter(isError);
  const warnings = findings.filter((each) => !isError(each));
  if (versions.length + removed.length + lock.length + findings.length + notes.length === 0) {
    return `${head}\n\nNo notice has changed since ${since}.`;
  }
  const parts = [
    `${summaryOf(report)} since ${since}. ${countsOf(report)}`,
    listOf('Errors', errors.map(findingLine)),
    listOf('Removed by this branch', removed.map(removedLine)),
    listOf('Warnings about what changed', warnings.map(findingLine)),
    listOf('The lock', lock.filter(isNews).map(lockLine)),
    listOf(
      'Notes',
      notes.map((line) => inert(shortened(line, 300))),
    ),
    sameDrafts.length > 0 ? `Drafts that are as they were: ${namesOf(sameDrafts)}.` : '',
  ].filter(Boolean);
  return parts.reduce((text, part) => `${text}\n\n${fitted(part, room - text.length)}`, head);
}

/** A list with as many of its entries as there is room for, and how many there are more. */
function fitted(part: string, room: number): string {
  if (part.length <= room) return part;
  const [heading = '', ...entries] = part.split(/\n\n?(?=- )/u);
  let text = `${heading}\n`;
  const shown = entries.findIndex((entry) => {
    if (text.length + entry.length + ROOM_FOR_REST > room) return true;
    text += `\n${entry}`;
    return false;
  });
  const rest = shown === -1 ? 0 : entries.length - shown;
  if (entries.length === 0) return `${heading.split('\n')[0] ?? ''} Left out for length.`;
  return shown === 0
    ? `${heading} ${rest} left out for length.`
    : `${text}\n- and ${rest} more, left out for length`;
}

/** What saying how many more there are takes. */
const ROOM_FOR_REST = 50;

/** "1 draft and 2 versions changed, 1 notice removed". */
function summaryOf({ versions, removed }: Report): string {
  const drafts = versions.filter(({ fate }) => fate.startsWith('draft')).length;
  const isNew = versions.filter(({ fate }) => fate === 'published');
  const calledOff = isNew.filter(({ status }) => status === 'called-off').length;
  const published = isNew.length - calledOff;
  const changed = versions.filter(({ fate }) => fate === 'changed').length;
  const parts = [
    ...(drafts > 0 ? [`${counted(drafts, 'draft')} new or changed`] : []),
    ...(published > 0 ? [`${counted(published, 'version')} published`] : []),
    ...(calledOff > 0 ? [`${counted(calledOff, 'version')} published and called off`] : []),
    ...(changed > 0 ? [`${counted(changed, 'published version')} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ];
  return parts.length > 0 ? en.listed(parts) : 'No notice has changed';
}

function countsOf(report: Report): string {
  const errors = errorsOf(report);
  const warnings = report.findings.filter((each) => !isError(each)).length;
  const others = report.otherWarnings;
  return [
    errors > 0
      ? `**${counted(errors, 'error')}** ${errors === 1 ? 'stops' : 'stop'} publishing`
      : 'Nothing stops publishing',
    `${counted(warnings, 'warning')} about what changed${others > 0 ? `, ${others} about other files` : ''}.`,
  ].join('; ');
}

function findingLine({ file, line, column, message, hint, code }: Finding): string {
  const place = inertCode(`${shortened(file, 200)}:${line}:${column}`);
  const head = `${place} ${inert(shortened(message, 300))} (${inertCode(code)})`;
  return withEdits(head, hint);
}

function removedLine(removed: Removed): string {
  if (removed.kind === 'draft') return `${nameOf(removed.id)}: the draft was deleted`;
  if (removed.kind === 'version') return `${nameOf(removed.id)}: the version was deleted`;
  const { notice, versions, hasDraft } = removed;
  const what = [
    ...(versions > 0 ? [counted(versions, 'version')] : []),
    ...(hasDraft ? ['its draft'] : []),
  ];
  return `${nameOf(notice)}: the whole notice was deleted, with ${en.listed(what)}`;
}

/** Whether an entry says something that the list of versions does not. */
const isNews = ({ kind, what }: LockChange): boolean => kind !== 'changed' || what.length > 0;

function lockLine({ id, kind, what }: LockChange): string {
  if (kind !== 'changed') return `${nameOf(id)} ${kind}`;
  return `${nameOf(id)}: ${what
    .map((each) => each.replaceAll('`', ''))
    .map(inert)
    .join(', ')}`;
}

const nameOf = (id: string): string => inertCode(shortened(id, 120));

function namesOf(ids: readonly string[], most = 5): string {
  const more = ids.length - most;
  return `${ids
    .slice(0, most)
    .map((id) => inertCode(shortened(id, 60)))
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What of a version is not printed. */
interface Left {
  id: string;
  sections: number;
  changes: number;
}

/** All versions with their heads, and redlines in the room that is left, of which each has its share. */
function versionsIn(
  versions: readonly ChangedVersion[],
  room: number,
): { text: string; left: Left[] } {
  const full = versions.map(headOf);
  const isFull = lengthOf(full) <= room / 2;
  const heads = isFull ? full : versions.map(titleOf);
  const texts: string[] = [];
  const left: Left[] = [];
  let free = room - lengthOf(heads);
  for (const [index, version] of versions.entries()) {
    const head = heads[index] ?? '';
    const sections = version.comparison ? sectionsOfRedline(version.comparison) : [];
    if (free < 0 && texts.join('\n\n').length + head.length > room) {
      left.push(leftOf(version.id, sections));
      continue;
    }
    const share = Math.max(0, Math.floor(free / (versions.length - index)));
    const printed = sectionsIn(sections, share);
    free -= printed.text.length;
    texts.push(head + printed.text);
    if (printed.left.length > 0) left.push(leftOf(version.id, printed.left));
  }
  return { text: texts.join('\n\n'), left };
}

const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length + 2, 0);

const leftOf = (id: string, sections: readonly SectionRedline[]): Left => ({
  id,
  sections: sections.length,
  changes: sections.reduce((sum, { changes }) => sum + changes, 0),
});

/** Sections from the first on, as far as there is room; one that is too long is left out, and the next is tried. */
function sectionsIn(
  sections: readonly SectionRedline[],
  room: number,
): { text: string; left: SectionRedline[] } {
  let text = '';
  const left: SectionRedline[] = [];
  for (const section of sections) {
    const next = `\n\n${sectionText(section)}`;
    if (text.length + next.length <= room) text += next;
    else left.push(section);
  }
  return { text, left };
}

const sectionText = ({ heading, states, passages }: SectionRedline): string =>
  [
    `#### ${heading}`,
    '',
    `<em>${states}</em>`,
    ...(passages.length > 0 ? ['', ...passages.map((passage) => `- ${passage}`)] : []),
  ].join('\n');

/** Says what was left out, and where it is. */
function leftOut({ since }: Report, left: readonly Left[]): string[] {
  if (left.length === 0) return [];
  const sum = (of: 'sections' | 'changes'): number =>
    left.reduce((total, each) => total + each[of], 0);
  const command = `npx noticeboard report --since ${shortened(since.ref, 60)} --limit ${CHARACTERS.most}`;
  return [
    `**Left out for length:** ${en.counts.changes(sum('changes'))} in ${en.counts.sections(sum('sections'))} of ${namesOf(
      left.map(({ id }) => id),
      3,
    )}. See the preview, or run ${inertCode(command)}.`,
  ];
}
