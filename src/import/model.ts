/**
 * What an import is made of. A source becomes pieces in the order in which they stand, a verdict on
 * each, pieces in the form of a notice, facts proposed from their words, and MDX. Nothing is thrown
 * away on the way: the account at the end reads source and MDX again, and says of every sentence
 * what became of it.
 */
import type { IsoDate } from '../notices/dates.ts';
import type { Code } from './codes.ts';

/** What the importer reads. */
export interface Source {
  kind: SourceKind;
  /** The name of its file, without folders; `-` for what was pasted. */
  name: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  /** The text of the file. Empty for a DOCX, which is no text. */
  text: string;
  /** The day it was saved, where its name or the history it is from says so. */
  retrieved?: IsoDate;
  /** What had to be assumed to read its bytes. */
  remarks?: Remark[];
}

/** Why a source cannot be imported, with what to do instead. */
export interface Refusal {
  refused: string;
}

export type SourceKind = 'html' | 'docx' | 'text' | 'markdown';

/** Where something stands: the line of a text, the paragraph of a DOCX. Counted from 1. */
export type Line = number;

/** Text that looks the same. A line that ends within a paragraph is the text "\n". */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  /** Whether it stands above or below the line: of "m²" and "CO₂", or the mark of a note. */
  shift?: 'sup' | 'sub';
  /** Where it links to, as the source has it. */
  href?: string;
  /** The mark of a footnote that is referred to here; the run has no text of its own. */
  note?: string;
}

/** A heading, paragraph, item or table of a source, as its reader found it. */
export type Piece = Heading | Paragraph | Item | Table | Definition | Note;

interface Placed {
  at: Line;
  signs?: Signs;
}

/** 1 to 6, as the source says or as was found out. Level 2 is a notice's own section. */
export interface Heading extends Placed {
  type: 'heading';
  level: number;
  /** Its anchor in the notice, once its structure is known. */
  anchor?: string;
  runs: Run[];
}

export interface Paragraph extends Placed {
  type: 'paragraph';
  runs: Run[];
}

export interface Item extends Placed {
  type: 'item';
  /** 1 for an item of a list in no other. */
  depth: number;
  isOrdered: boolean;
  /** Whether it goes on with the item before: a further paragraph of it. */
  isMore?: true;
  runs: Run[];
}

export interface Table extends Placed {
  type: 'table';
  rows: Cell[][];
}

export interface Cell {
  /** Its paragraphs and items, without tables. */
  pieces: (Paragraph | Item)[];
  isHead?: true;
  columns?: number;
  rows?: number;
}

/** A term of a list of definitions, or one of its descriptions. */
export interface Definition extends Placed {
  type: 'term' | 'description';
  runs: Run[];
}

/** The text of a footnote. */
export interface Note extends Placed {
  type: 'note';
  mark: string;
  runs: Run[];
}

/** What the look and the surroundings of a piece say about it. */
export interface Signs {
  /** The id that a link can lead to. */
  id?: string;
  /** The number or letter typed or counted before it: `1.`, `2.3`, `(a)`. */
  number?: string;
  /** The bullet typed before it. */
  bullet?: string;
  /** The size of its letters, in points, where the source says so. */
  size?: number;
  isCentred?: true;
  /** Whether all of its letters are underlined. */
  isUnderlined?: true;
  /** In HTML, the elements around it from the body on: `body main.page div#text`. */
  path?: string;
  /** The name of its style in Word. */
  style?: string;
  /** How far it begins from the margin, in characters or points: only compared with its neighbours. */
  indent?: number;
  /** Whether an empty line is before it in a text. */
  isApart?: true;
  /** Why it is not shown: `hidden`. Such a piece is listed, never imported. */
  isHidden?: true;
  /** Why it is outside the text, where its reader knows: `page-footer`, `comment`. Never imported. */
  outside?: Code;
  /** Whether somebody has to say that it belongs to the notice. */
  isAsked?: true;
  /** In HTML, what it is where it is not text on the page; see `Part`. */
  part?: Part;
}

/** What the reader of one kind of source found. */
export interface Read {
  /** All of its text, in order; also what is hidden or outside the text. */
  pieces: Piece[];
  /** What the source says about its language: `<html lang>`. */
  language?: string;
  /** What the source calls itself outside its text: `<title>`, a title in frontmatter. */
  title?: { text: string; at: Line };
  /** Tracked changes, while nobody has said what to do with them. Read as if they were accepted. */
  tracked?: Tracked;
  changes: Change[];
  remarks: Remark[];
}

/** How many changes a Word document has that are neither accepted nor rejected. */
export interface Tracked {
  insertions: number;
  deletions: number;
}

/**
 * The `<title>`; words that the page strikes through as deleted; words for a picture; the words of a button or field; what is shown only without
 * scripts, or where a browser cannot show a frame or video; the comment of an editor, and the sign that leads to it.
 */
export type Part = 'title' | 'deleted' | 'picture' | 'control' | 'fallback' | 'comment';

/** What was found in a page of HTML, and the elements around each piece. */
export interface Page extends Read {
  around: ReadonlyMap<Piece, Around>;
}

/** An element of HTML, and those around it. */
export interface Around {
  name: string;
  attributes: ReadonlyMap<string, string>;
  parent?: Around;
}

/** Whether a piece belongs to the notice. One that is asked is kept until somebody decides. */
export interface Verdict {
  piece: Piece;
  is: 'keep' | 'drop' | 'ask';
  /** Why, where it is dropped or asked: a code of `CODES`. */
  code?: Code;
}

/** A change of words or order that the form of a notice asks for. */
export interface Change {
  code: Code;
  at: Line;
  from: string;
  to: string;
}

/** Something that a person has to know: `table-lost` at `22-50`. */
export interface Remark {
  code: string;
  detail?: string;
}

/** A fact of the frontmatter, found in the words of the source. */
export interface Proposal {
  /** Its place in the frontmatter: `controller.companyNumber`. */
  key: string;
  /** As the frontmatter has it. An address is its object. */
  value: string | AddressValue;
  /** As it was written. */
  written: string;
  at: Line;
  /** The words around it. The value stands in them. */
  quote: string;
  /** Whether it can be taken without asking. Two proposals of one key are a choice. */
  isSure: boolean;
}

export interface AddressValue {
  lines: string[];
  town?: string;
  county?: string;
  postcode?: string;
  country?: string;
}

/** What was decided by a person, kept so that the import can be repeated. */
export interface Answers {
  /** A CSS selector of the main text. */
  main?: string;
  tracked?: 'accept' | 'reject';
  /** Of unsure pieces, by their text. */
  pieces?: Record<string, 'keep' | 'drop'>;
  /** By key; null leaves it out. */
  facts?: Record<string, Proposal['value'] | null>;
}

/**
 * A stretch of a source between two ends of lines or blocks, as the second, plainer reading has it: a
 * line of a text, a paragraph of a DOCX. The account is made from these and never from pieces.
 */
export interface PlainUnit {
  at: Line;
  /** Its text as it stands in the source. */
  text: string;
  /** What is read in its place: hidden email addresses are decoded, targets that repeat a link left out. */
  shown?: string;
  /** Why it may be out of the notice, as far as its place in the source says. */
  out?: Code;
  /** Where its links lead to, as the source has them. */
  links?: string[];
}

/** What became of a sentence of the source. */
export type Status = 'kept' | 'changed' | 'dropped' | 'asked';

export interface Sentence {
  at: Line;
  text: string;
  /** Whether it goes on in the paragraph of the sentence before. */
  isMore?: true;
  status: Status;
  /** Why, where it is not kept. */
  code?: Code;
  /** The new words, where they changed. */
  to?: string;
  /** The anchor of the section it stands in; absent where it is not in the notice, or before all sections. */
  section?: string;
}

/** What a source becomes, before somebody has looked at it. */
export interface Imported {
  source: Source;
  /** Of the text, where it is known: `en`, `cy`. */
  language?: string;
  verdicts: Verdict[];
  /** Absent where the source has no title. */
  title?: { text: string; at: Line; isSure: boolean };
  /** Whether sections had typed numbers, which the site counts now. */
  isNumbered?: true;
  /** Tracked changes that a person has to accept or reject before anything is written. */
  tracked?: Tracked;
  /** The body of the notice in MDX, without frontmatter. */
  body: string;
  facts: Proposal[];
  changes: Change[];
  remarks: Remark[];
}

/** The account of an import: what became of every sentence of a source. */
export interface Account {
  source: {
    name: string;
    sha256: string;
    bytes: number;
    kind: SourceKind;
    retrieved?: IsoDate;
  };
  notice: {
    file: string;
    /** SHA-256 of its plain text as it was imported. */
    sha256: string;
    /** SHA-256 of its body as it was written; absent in accounts of earlier releases. */
    body?: string;
  };
  answers: Answers;
  sentences: Sentence[];
  facts: Proposal[];
  remarks: Remark[];
}
