/**
 * What is searched: each distinct text of a section once for a notice, however many versions have
 * it, and with it the versions that do.
 */
import { sectionsOf, type Document } from '../document/model.ts';
import { lineOfHeading, textLines } from './lines.ts';
import type { SearchTable, TableNotice } from './table.ts';

/** A version as far as search is concerned. */
export interface Searchable {
  document: Pick<Document, 'lead' | 'sections'>;
  /** What people call the version's notice: the heading of what stands before all others. */
  title: string;
  /** What it is about, in a sentence or two. */
  summary?: string | undefined;
  /** The lines of its facts, as the page prints them. */
  facts: readonly string[];
}

/** A text of a notice, and where it stands. */
export interface SearchRecord {
  heading: string;
  /** The text, a line for each paragraph, item, cell or term. */
  lines: string[];
  runs: Run[];
}

/** Versions one after the other that have a text at the same anchor. */
export interface Run {
  /** The numbers of the first version and of the last, in the order of taking effect. */
  from: number;
  to: number;
  /** Empty for what stands before the first heading. */
  anchor: string;
}

/** All that is searched: what the pages hand over to be indexed. */
export interface SearchData {
  /** The language whose word forms are known, as in ISO 639-1. */
  language: string;
  today: SearchTable['today'];
  notices: (TableNotice & { records: SearchRecord[] })[];
}

/** What a record needs of the words of pages. */
export interface RecordWords {
  /** The heading of the card of facts. */
  keyFacts: string;
}

/** The anchor of the card of facts on a page. */
export const FACTS_ANCHOR = '~facts';

type Text = Omit<SearchRecord, 'runs'> & { anchor: string };

/**
 * The records of a notice, in the order in which their texts first appeared. Where one version has
 * the same text twice there are two records, for each has an anchor of its own.
 *
 * @param versions the public versions of the notice, in the order of taking effect
 * @param words those of the notice's pages, where its facts stand under a heading
 */
export function recordsOf(versions: readonly Searchable[], words: RecordWords): SearchRecord[] {
  const records = new Map<string, SearchRecord>();
  versions.forEach((version, index) => {
    const counts = new Map<string, number>();
    for (const { anchor, heading, lines } of textsOf(version, words)) {
      const said = JSON.stringify([heading, ...lines]);
      const count = (counts.get(said) ?? 0) + 1;
      counts.set(said, count);
      const key = `${count} ${said}`;
      const record = records.get(key) ?? { heading, lines, runs: [] };
      records.set(key, record);
      addTo(record.runs, index, anchor);
    }
  });
  return [...records.values()];
}

function addTo(runs: Run[], index: number, anchor: string): void {
  const last = runs.at(-1);
  if (last?.anchor === anchor && last.to === index - 1) last.to = index;
  else runs.push({ from: index, to: index, anchor });
}

/** Each section without those within it, which are texts of their own. */
function textsOf({ document, title, summary, facts }: Searchable, words: RecordWords): Text[] {
  const lead = [...(summary === undefined ? [] : [summary]), ...textLines(document.lead)];
  return [
    { anchor: FACTS_ANCHOR, heading: words.keyFacts, lines: [...facts] },
    ...(lead.length > 0 ? [{ anchor: '', heading: title, lines: lead }] : []),
    ...[...sectionsOf(document)].map(({ anchor, heading, blocks }) => ({
      anchor,
      heading: lineOfHeading(heading),
      lines: textLines(blocks),
    })),
  ];
}
