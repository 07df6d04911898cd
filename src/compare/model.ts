/**
 * A comparison as data: what is different between two documents, and the redline that shows it.
 * Pages, feeds, histories and terminals read this; none compares for itself.
 */
import type {
  Cell,
  Definitions,
  FactsBlock,
  Group,
  Inline,
  Item,
  List,
  Quote,
  Section,
} from '../document/model.ts';

export interface Comparison {
  facts: FactChange[];
  /** Every section of either version, in the order of the redline. */
  sections: SectionChange[];
  /** Every difference a person would name, in the order of the redline, after those of facts. */
  changes: Change[];
  statistics: Statistics;
  /** Both texts in one: what `renderRedline` prints. */
  redline: Part[];
}

/** A comparison without its redline: what is different, and not the texts. */
export type Differences = Omit<Comparison, 'redline'>;

/**
 * What sort of difference it is: a fact; words; a number, an amount or a date; where a link leads
 * and nothing else; how words are set, punctuated or divided and nothing else; where text stands.
 */
export type ChangeKind = 'facts' | 'wording' | 'number' | 'link' | 'format' | 'move';

/** A fact that is different, by its meaning: two ways of writing one number are one fact. */
export interface FactChange {
  /** Stable: the same difference has the same id in every build. */
  id: string;
  /** Where it stands in the frontmatter: `dpo.email`. */
  field: string;
  /** For a record of processing, the purpose that it is of. */
  of?: string;
  kind: 'added' | 'removed' | 'changed';
  /**
   * As it is written, a line each, with codes for countries and the like; empty where there was
   * none. For a set, what left it. Words for it are the interface's.
   */
  before: string[];
  /** The same for the version after. For a set, what came into it. */
  after: string[];
}

/** Where something stands in one version. What stands before the first heading has no anchor. */
export interface Place {
  anchor: string;
  heading: string;
  /** Depth in the outline; 0 for what stands before the first heading. */
  level: number;
}

export type SectionState =
  'added' | 'removed' | 'edited' | 'renamed' | 'moved' | 'split' | 'merged';

/** One section through both versions. */
export interface SectionChange {
  /** Absent for a section that is added; for one split off another, that other. */
  before?: Place;
  /** Absent for a section that is removed; for one merged into another, that other. */
  after?: Place;
  /** What became of it; nothing when it stands as it was. */
  states: SectionState[];
  /** The sections split off it, and those merged into it. */
  with?: Place[];
  /** The changes within it, by their ids. */
  changes: string[];
}

export interface Change {
  /** Stable: the same difference has the same id in every build. */
  id: string;
  kind: ChangeKind;
  /** The section it stands in, on each side that has it. */
  before?: Place;
  after?: Place;
  /**
   * The words taken away, and those put in their place. For a link the addresses; for a move and
   * for a change of form the words it is about, on both sides.
   */
  removed: string;
  added: string;
  /** For a move, its key: `data-moved-from` in the redline, and the id of its place there. */
  move?: string;
}

export interface Statistics {
  words: { added: number; removed: number; moved: number; kept: number };
  sections: { touched: number; added: number; removed: number; total: number };
  /** How many changes there are of each kind. */
  kinds: Record<ChangeKind, number>;
}

/** Whether a part of the redline is of both versions, or of one alone. */
export type Side = 'both' | 'before' | 'after';

export type Part = Box | Line | TablePart | Gone;

/** Something that holds other parts. */
export interface Box {
  type: 'box';
  side: Side;
  /** What it is, taken from the version after where it is in that. */
  source: BoxSource;
  /** For an item of an ordered list, its number in each version that has it in one. */
  numbers?: Partial<Record<Exclude<Side, 'both'>, number>>;
  /** Set when it came from another place: the key of the move, and that place. */
  move?: string;
  from?: Place;
  parts: Part[];
}

export type BoxSource =
  | { type: 'section'; section?: Section }
  | List
  | ({ type: 'item' } & Item)
  | Quote
  | Definitions
  | { type: 'entry' }
  | { type: 'description' }
  | Group
  | FactsBlock
  | { type: 'fact'; field: string };

export type LineKind =
  'heading' | 'paragraph' | 'bare' | 'term' | 'value' | 'code' | 'rule' | 'empty';

/** A line of text, in runs; or a rule, or an empty place. */
export interface Line {
  type: 'line';
  kind: LineKind;
  side: Side;
  runs: Run[];
  /** For a heading, its section on each side; its anchor is that of the version after. */
  section?: { before?: Section; after?: Section };
  /** The rank of a heading, 1 to 6, in the version it is printed from. */
  rank?: number;
  move?: string;
  from?: Place;
  /** Set where nothing of it was kept: each version is shown as a block of its own. */
  isReplaced?: true;
  /** What happened to the line as a whole, words apart. */
  marks: ('split' | 'merge' | 'structure')[];
  /** The change that those marks are, by id. */
  change?: string;
}

/** Words of a line that are of both versions or of one, with their marks and links. */
export interface Run {
  side: Side;
  content: Inline[];
  /** For words of both: what is different about them. */
  mark?: 'link' | 'format';
  /** For a link that leads elsewhere now, where it led. */
  was?: string;
  /** The change this run is part of, by id, and its kind. */
  change?: string;
  kind?: ChangeKind;
}

export interface TablePart {
  type: 'table';
  side: Side;
  caption?: Line;
  head: RowPart[];
  body: RowPart[];
  move?: string;
  from?: Place;
}

export interface RowPart {
  type: 'row';
  side: Side;
  cells: CellPart[];
  /** The version that alone has this row, where a cell of both begins in it. */
  only?: Exclude<Side, 'both'>;
  /** Its cells in each version alone, where they are not those of the redline. */
  own?: Record<Exclude<Side, 'both'>, CellPart[]>;
  /** The key of the move when it came from another place in its table. */
  move?: string;
  from?: Place;
  /** Set where a row stood that is elsewhere in the table now; it has no cells. */
  gone?: string;
  to?: Place;
}

export interface CellPart {
  side: Side;
  /** Nothing for a place that only keeps the table's rows of equal length. */
  cell?: Cell;
  /** The cell of the version after, which may reach over fewer or more rows and columns. */
  after?: Cell;
  /** Its column, where that is not its place in its row. */
  column?: number;
  parts: Part[];
}

/** The place that something left: the key of the move that tells where to. */
export interface Gone {
  type: 'gone';
  move: string;
  to?: Place;
}
