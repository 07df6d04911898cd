/** What decides how a redline is printed, and what one printing keeps in mind. */
import { attributeOf, escapeHtml } from '../../document/print.ts';
import type { ChangeKind, Line, Side } from '../model.ts';
import { ENGLISH, type RedlineLabels } from './labels.ts';

export interface RedlineOptions {
  /**
   * What leads from the page of the redline to an address of its texts: to a path from the site's
   * root, to an anchor (`#keeping`), to another site, or to a place of the redline's own (`#~m1`).
   * The address itself when not given. Not escaped.
   */
  addressOf?: (address: string) => string;
  /**
   * The id on that page of an anchor (`keeping`) or of a place of the redline's own (`~m1`), for a
   * redline that stands on a page with others. The same when not given. Not escaped.
   */
  idOf?: (id: string) => string;
  labels?: RedlineLabels;
  /** The attributes of a label whose language is not that of the text. Trusted HTML. */
  labelSpeech?: string;
  /** What the two columns are called, where each side is to say which it is. */
  columns?: { before: string; after: string };
  /** The rank of a section's heading on the page; as it is written when not given. */
  rankOf?: (line: Line) => number;
  /** Whether stretches without changes are folded away under their headings. */
  fold?: boolean;
  /**
   * Whether a redline has only what the style sheet of the site's pages needs: labels in the shortest
   * element, and no kind where it is the wording. Of a long text that is a tenth.
   */
  lean?: boolean;
}

/** One printing of a redline: its options, and the ids that are printed already. */
export class Printing {
  readonly options: RedlineOptions;
  readonly labels: RedlineLabels;
  /** The attributes of an element with words of the display. */
  readonly display: string;
  /** The version that alone has the block that was printed last: the next one of it needs no word. */
  lastBlock: Side = 'both';
  readonly #printed = new Set<string>();

  constructor(options: RedlineOptions) {
    this.options = options;
    this.labels = options.labels ?? ENGLISH;
    this.display = ` data-diff-ui${options.labelSpeech ?? ''}`;
  }

  /** Words that are spoken, and not seen. Trusted HTML. */
  spoken(words: string, id = ''): string {
    return this.options.lean
      ? `<i${id}${this.display}>${words} </i>`
      : `<span class="spoken"${id}${this.display}>${words} </span>`;
  }

  /** What is said of words of one version: above the first of several blocks, for all to see. */
  wordFor(side: 'before' | 'after', isBlock: boolean): string {
    const { added, removed, addedBlock, removedBlock } = this.labels;
    const isFirst = isBlock && this.lastBlock !== side;
    this.lastBlock = isBlock ? side : 'both';
    const [spoken, shown] = side === 'after' ? [added, addedBlock] : [removed, removedBlock];
    return isFirst
      ? `<b${this.display}>${escapeHtml(shown)} </b>`
      : this.spoken(escapeHtml(spoken));
  }

  /** The attribute for the kind of a change. */
  kindOf(kind: ChangeKind | undefined): string {
    return attributeOf('data-kind', this.options.lean && kind === 'wording' ? undefined : kind);
  }

  readonly addressOf = (address: string): string =>
    this.options.addressOf ? this.options.addressOf(address) : address;

  /** The attribute for the id of a change or a move; nothing when it was printed before. */
  once(key: string | undefined): string {
    if (key === undefined || this.#printed.has(key)) return '';
    this.#printed.add(key);
    const id = `~${key}`;
    return attributeOf('id', this.options.idOf?.(id) ?? id);
  }

  /** Whether the id of a change or a move was printed. */
  has = (key: string): boolean => this.#printed.has(key);

  /** The address of a change or a move, to stand in a link. */
  linkTo = (key: string): string => escapeHtml(this.addressOf(`#~${key}`));
}
