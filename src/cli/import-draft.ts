/** The draft that a source becomes: facts and text, beside what the notice has published. */
import type { CheckedVersion } from '../checks/file.ts';
import type { Document } from '../document/model.ts';
import {
  factsNotEdited,
  factsTaken,
  isDateKey,
  writeFrontmatter,
  type FrontmatterData,
} from '../import/frontmatter.ts';
import { withAnchorsOf } from '../import/history-anchors.ts';
import { readBodyOf } from '../import/history-words.ts';
import type { Answers, Imported, Proposal } from '../import/model.ts';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import { nextDay } from './days.ts';
import { notCalledOff } from './folder.ts';

/** The notice that a draft is of. */
export interface Surroundings {
  today: IsoDate;
  published: readonly CheckedVersion[];
  /** The draft that is there, imported before, and the facts that were put into it then. */
  draft?:
    { frontmatter: FrontmatterData; facts: ReadonlyMap<string, Proposal['value']> } | undefined;
}

/** The file of a draft. */
export interface Draft {
  text: string;
  effective: IsoDate;
  /** Whether neither the text nor a person says that day. */
  isDayAssumed: boolean;
  /** Absent where its text is no MDX, which is a mistake of the importer. */
  document?: Document<Facts>;
  /** Whether its title stands in the source: nobody wrote another. */
  isTitleOfSource: boolean;
  /** The published version that it follows. */
  follows?: CheckedVersion;
}

/**
 * Writes the draft of a notice from a source. Beside published versions it follows the last of them:
 * facts that the text does not say stay as they are there, and what changed is for a person to write.
 */
export function draftOf(imported: Imported, answers: Answers, around: Surroundings): Draft {
  const follows = notCalledOff(around.published, around.today).at(-1);
  const found = factsTaken(imported.facts, answers);
  const { draft } = around;
  const facts = draft ? factsNotEdited(found, draft.frontmatter, draft.facts) : found;
  const { body, document } = bodyOf(imported.body, follows);
  const effective = draftDay(around) ?? dayOf(facts, around);
  // The account does not say which title was found, so that of the draft may be somebody's own.
  const title = draft?.frontmatter['title'] ?? found.get('title') ?? imported.title?.text;
  const head = writeFrontmatter({
    title: typeof title === 'string' ? title : undefined,
    language: imported.language,
    published: around.today,
    effective,
    isNumbered: imported.isNumbered,
    before: follows?.frontmatter,
    draft: draft?.frontmatter,
    facts,
  });
  return {
    text: `${head}\n${body.trim()}\n`,
    ...(document && { document }),
    effective,
    isDayAssumed: draftDay(around) === undefined && statedDay(facts) === undefined,
    isTitleOfSource: title !== undefined && title === imported.title?.text,
    ...(follows && { follows }),
  };
}

/** The text, whose sections keep the anchors of those that they descend from: links to them hold. */
function bodyOf(
  body: string,
  follows: CheckedVersion | undefined,
): { body: string; document?: Document<Facts> | undefined } {
  const read = readBodyOf(body);
  if (!read || !follows) return { body, document: read?.document };
  const anchored = withAnchorsOf(follows.document(), body, read).body;
  return { body: anchored, document: readBodyOf(anchored)?.document };
}

/** The first day on which a next version can apply. */
export const firstDay = ({ today, published }: Surroundings): IsoDate =>
  nextDay(notCalledOff(published, today).at(-1), today);

/** The day that a draft has which is there, imported before: somebody may have chosen it since. */
function draftDay({ draft }: Surroundings): IsoDate | undefined {
  const day = draft?.frontmatter['effective'];
  return typeof day === 'string' && isIsoDate(day) ? day : undefined;
}

/** The day from which the text says, or a person chose, that it applies. */
function statedDay(facts: ReadonlyMap<string, unknown>): IsoDate | undefined {
  const [, stated] = [...facts].find(([key]) => isDateKey(key) && key.endsWith('effective')) ?? [];
  return typeof stated === 'string' && isIsoDate(stated) ? stated : undefined;
}

/** The day that the text states, or a person chose; beside published versions none that is past. */
function dayOf(facts: ReadonlyMap<string, unknown>, around: Surroundings): IsoDate {
  const stated = statedDay(facts);
  const first = firstDay(around);
  if (stated === undefined) return first;
  return around.published.length > 0 && stated < first ? first : stated;
}
