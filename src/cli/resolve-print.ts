/** What `resolve` says that it did, what it left, and what to look at. */
import { quotedForShell } from '../findings/shell.ts';
import { compareVersionNames, noticeOfId } from '../notices/names.ts';
import type { Side } from '../record/join.ts';
import { describeTakenBack, takenBackBy } from '../record/taken-back.ts';
import { textOf } from '../record/texts.ts';
import { notCalledOff, type Folder } from './folder.ts';
import type { MergedNotice, MergedResult } from './resolve-notice.ts';
import { paint } from './terminal.ts';

const SIDES = ['ours', 'theirs'] as const;

const otherThan = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/** The versions that only one side has recorded, in the order in which they apply. */
const newOn = (side: Side, { sides }: Pick<MergedResult, 'sides'>): string[] =>
  Object.keys(sides[side])
    .filter((id) => !(id in sides.base) && !(id in sides[otherThan(side)]))
    .toSorted();

/** What became of a notice. */
export function linesOf(
  { notice }: MergedNotice,
  result: MergedResult,
  kept: Side | undefined,
): string[] {
  const { joined, left, approved, sides, drafted } = result;
  const { versions, contradictions, resealed, restored } = joined;
  const count = Object.keys(versions).length;
  return [
    `${notice}: joined, with ${count} ${count === 1 ? 'version' : 'versions'} in its lock.`,
    ...SIDES.flatMap((side) => newOn(side, result).map((id) => `  ${id}  published in ${side}`)),
    ...Object.keys(versions).flatMap((id) => SIDES.flatMap((side) => whatOnly(side, id, sides))),
    ...contradictions.map(({ id, of }) => `  ${id}  ${KEPT[of]} of ${kept ?? 'ours'} kept`),
    ...(drafted === undefined || kept === undefined ? [] : draftLines(drafted, kept)),
    ...contradictions.flatMap(({ id, of }) =>
      of === 'errata' && kept ? lostErrata(id, sides, kept) : [],
    ),
    ...resealed.map((id) => `  ${id}  sealed again, because the version it follows is another`),
    ...restored.map((id) => `  ${id}  was taken out of one lock, and is in it again`),
    ...approved.map(
      (file) => `  ${file}  has the approvals of both sides: its text is the same in both`,
    ),
    ...left.map((file) => `  ${file}  left: both sides have written it. Edit it, then git add it`),
  ];
}

const KEPT = { text: 'the text', errata: 'the corrections', facts: 'the facts' } as const;

/** What only one side has added to a version that both have: corrections and facts. */
function whatOnly(side: Side, id: string, sides: MergedResult['sides']): string[] {
  const [own, other] = [sides[side][id], sides[otherThan(side)][id]];
  if (!own || !other) return [];
  const corrections = own.errata.length - other.errata.length;
  const facts = Object.keys(own.later).filter((fact) => !Object.hasOwn(other.later, fact));
  return [
    ...(corrections > 0 ? [`  ${id}  corrected in ${side}`] : []),
    ...(facts.length > 0 ? [`  ${id}  ${facts.join(', ')} added in ${side}`] : []),
  ];
}

const draftLines = (id: string, kept: Side): string[] => [
  `  ${id}  the text of ${otherThan(kept)} is the draft again: choose another day and publish it, with npx noticeboard publish ${noticeOfId(id)} --effective <day>`,
];

/** The corrections that are not kept, and the commands that record them again. */
const lostErrata = (id: string, sides: MergedResult['sides'], kept: Side): string[] =>
  (sides[otherThan(kept)][id]?.errata ?? [])
    .slice(sides.base[id]?.errata.length ?? 0)
    .map(
      ({ by, reason }) =>
        `  ${id}  a correction of ${otherThan(kept)} is not on record: make it in the file again, then npx noticeboard erratum ${id} --by ${quotedForShell(by)} --reason ${quotedForShell(reason)}`,
    );

/** Why nothing of a notice was resolved, and the ways out. */
export function linesOfContradictions(
  { notice }: MergedNotice,
  { joined }: MergedResult,
): string[] {
  const [first] = joined.contradictions;
  return [
    paint('red', `${notice}: nothing was resolved.`),
    ...joined.contradictions.map(({ id, of }) => `  ${id}  ${APART[of]}`),
    '  Keep one side for all of them:',
    ...SIDES.map((side) => `    npx noticeboard resolve ${notice} --keep ${side}`),
    ...(first?.of === 'text'
      ? ['  The text of the other side becomes the draft again. Nothing is lost.']
      : ['  What the other side recorded stays in its branch, and is told.']),
  ];
}

const APART = {
  text: 'was published twice, with two texts',
  errata: 'was corrected on both sides',
  facts: 'has facts on both sides that cannot both be so',
} as const;

/**
 * What to look at where versions were published apart: the later was written without the earlier, and
 * is compared with it from now on.
 */
export function writtenApart(
  folder: Pick<Folder, 'versions' | 'today'>,
  notice: string,
  result: MergedResult,
): string[] {
  const from = new Map(
    SIDES.flatMap((side) => newOn(side, result).map((id) => [id, side] as const)),
  );
  const own = folder.versions.filter((each) => each.notice === notice && !each.draft);
  const inOrder = notCalledOff(own, folder.today).toSorted(compareVersionNames);
  return inOrder.flatMap((version, index) => {
    const [before, base] = [inOrder[index - 1], inOrder[index - 2]];
    const [id, previous] = [`${notice}/${version.name}`, `${notice}/${before?.name}`];
    const [side, other] = [from.get(id), from.get(previous)];
    if (!before || side === undefined || other === undefined || side === other) return [];
    const [later, earlier] = [textOf(version), textOf(before)];
    const undone = base
      ? takenBackBy(later, [{ version: earlier, before: textOf(base) }]).map(describeTakenBack)
      : [];
    return [
      `Look at: ${previous} and ${id} were published apart. The comparison of ${version.name} now is with ${before.name}, which its \`changes\` may not mention.`,
      ...undone.map((line) => `  ${paint('yellow', 'warning')}  ${id} ${line}`),
      ...(undone.length > 0
        ? [`  To keep the changes, publish a version after it: npx noticeboard revise ${notice}`]
        : []),
    ];
  });
}
