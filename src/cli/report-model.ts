/** What a report says of the notices of a branch, as data: for comments, annotations and programs. */
import type { Finding } from '../findings/catalogue.ts';
import type { Comparison } from '../compare/model.ts';
import type { State } from '../law/rule.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Facts } from '../notices/schema.ts';
import type { Status } from '../notices/timeline.ts';
import type { Erratum } from '../record/lock.ts';
import type { Reason } from './terminal.ts';

export interface Report {
  /** What is compared with: as it was typed, and the commit from which this branch began. */
  since: { ref: string; commit: string };
  today: IsoDate;
  /** Where the project is in its repository; empty at its root. */
  project: string;
  /** Drafts and versions that are new or have changed, by their ids. */
  versions: ChangedVersion[];
  removed: Removed[];
  /** Drafts that are as they were, by their ids. */
  sameDrafts: string[];
  lock: LockChange[];
  /** Errors of the whole folder, and warnings about what changed. */
  findings: Finding[];
  /** How many warnings are about files that are as they were. */
  otherWarnings: number;
  /** What could not be compared, a sentence each. */
  notes: string[];
}

/** What happened to the file of a version. */
export type Fate = 'draft-new' | 'draft-changed' | 'published' | 'changed';

export interface ChangedVersion {
  id: string;
  notice: string;
  name: string;
  /** Its file, as findings name it. */
  file: string;
  fate: Fate;
  /** Absent where its facts cannot be read. */
  effective?: IsoDate;
  status?: Status | 'draft';
  /** Why it is not compared. */
  unread?: string;
  /** The version that it follows; of a published version that changed, itself at the ref. */
  against?: { name: string; status?: Status; isItself?: true };
  comparison?: Comparison;
  /** Of a version that follows none: how much it says. */
  size?: { sections: number; words: number };
  /** Of a draft that was there before: what of it changed since the ref. */
  sinceRef?: Comparison;
  /** Of a draft, and of a version that is new: what its author says changed, in the words that readers get. */
  says?: Pick<Facts, 'changeType' | 'changes'>;
  /** What was recorded of a version once it was published: "withdrawn from 30 June 2026". */
  events: string[];
  law?: LawChange;
  /** Why a draft could not be published. */
  obstacles: Reason[];
  links: { page?: string; comparison?: string };
}

/** How the checklist of a version differs from that of the version before, by the law of one day. */
export interface LawChange {
  day: IsoDate;
  duties: { duty: string; before?: State; after: State; line: number; message?: string }[];
  /** Findings about words that are new, and the rules of those that are gone. */
  words: LawFinding[];
  gone: string[];
}

export interface LawFinding {
  rule: string;
  severity: string;
  message: string;
  fix: string;
  line: number;
}

/** What is no longer in the folder. */
export type Removed =
  | { kind: 'notice'; notice: string; versions: number; hasDraft: boolean }
  | { kind: 'version'; id: string }
  | { kind: 'draft'; id: string };

export interface LockChange {
  id: string;
  kind: 'added' | 'removed' | 'changed';
  /** What of an entry changed, in words. */
  what: string[];
  /** The corrections that were recorded since, the oldest first. */
  corrections?: Correction[];
}

/** The day of a correction, the role of who made it, and why. */
export type Correction = Pick<Erratum, 'on' | 'by' | 'reason'>;

/** How many errors stop publishing: findings, and what stands against each draft. */
export const errorsOf = ({ findings, versions }: Pick<Report, 'findings' | 'versions'>): number =>
  findings.filter(({ severity }) => severity === 'error').length +
  versions.reduce((sum, { obstacles }) => sum + obstacles.length, 0);
