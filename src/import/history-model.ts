/**
 * What a history is made of: dated states of one notice, as an archive or a repository kept them, and
 * the versions that come of them. A state is not a version: most say what the one before said.
 */
import type { Document } from '../document/model.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Facts, HOW_DATED } from '../notices/schema.ts';
import type { FrontmatterData } from './frontmatter.ts';
import type { Answers, Imported, Refusal, Remark, Source } from './model.ts';

/** How the day of a version is known. */
export type HowDated = (typeof HOW_DATED)[number];

/** Where the states are from. */
export type HistoryKind = 'folder' | 'git' | 'archive';

/** A text of the notice on a day: a saved page, or a file as a commit left it. */
export interface State {
  /** The day it was saved or written. */
  day: IsoDate;
  /** The name of its file below the folder, or `<commit>:<path>`. */
  name: string;
  /** The first line of the commit: shown, and no reason for anything in a publisher's repository. */
  subject?: string;
  /** Whether an archive says that its own reader changed, and not the page. */
  isTechnical?: true;
  /** Reads it. Called once, in the order of the states. */
  source: () => Source | Refusal;
}

/** The states of one notice, oldest first. */
export interface History {
  kind: HistoryKind;
  states: State[];
  /** What was found and is no state of the notice, with the reason. */
  others: Omit<SourceVerdict, 'verdict'>[];
  remarks: Remark[];
}

/** What a person decided about a history. */
export interface HistoryAnswers extends Answers {
  /** Whether a change of links alone is a version. */
  links?: boolean;
}

/** What became of a state. */
export type Verdict =
  | 'version'
  | `same-as:${IsoDate}`
  | 'not-a-notice'
  | 'link-only'
  | 'later-that-day'
  | 'technical'
  | 'not-added';

/** The account of one state: nothing that was found goes without. */
export interface SourceVerdict {
  name: string;
  day?: IsoDate;
  sha256?: string;
  bytes?: number;
  subject?: string;
  verdict: Verdict;
  /** The version that has its text, or that came after it on the same day. */
  version?: IsoDate;
  /** Why it is no version, where the verdict does not say. */
  why?: string;
}

/** A version that is there when more of its history is imported. */
export interface KnownVersion {
  date: IsoDate;
  document: Document<Facts>;
  /** Where its links lead: see `linksOf`. */
  links: string;
  frontmatter: FrontmatterData;
}

/** What is there of a history that was imported before. None of it is changed. */
export interface KnownHistory {
  /** At least one, oldest first. */
  versions: readonly KnownVersion[];
  /** The last day on which a state was saved that has been read before. */
  lastSeen: IsoDate;
  /** Hashes of the states that have been read before, by their names. */
  sources: ReadonlyMap<string, string | undefined>;
}

/** A version that a history has, ready to be written. */
export interface PlannedVersion {
  /** The day it applies from, and the name of its file. */
  date: IsoDate;
  /** How that day is known. */
  dated: HowDated;
  firstSeen: IsoDate;
  lastSeen: IsoDate;
  /** The state that had it first. */
  from: string;
  /** The whole file. */
  file: string;
  imported: Imported;
  /** What it says, read as the site reads it; absent where its text is no MDX. */
  document?: Document<Facts>;
  /** Whether its title stands in its own text. */
  isTitleOfSource: boolean;
  /** Words that it adds to the version before, and that it removes; absent for the first. */
  words?: { added: number; removed: number };
  /** Whether it differs from the version before in words alone that may belong to the page. */
  isUnsure?: true;
  /** Facts that no version can be without, and that are missing. */
  missing: string[];
}

/** What an import of a history would do. */
export interface HistoryPlan {
  versions: PlannedVersion[];
  sources: SourceVerdict[];
  remarks: Remark[];
}
