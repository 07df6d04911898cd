/** What changed, before the changes themselves: as the publisher says it, or else in figures and facts. */
import type { Figure } from '../compare/figures.ts';
import type { FactChange } from '../compare/model.ts';
import { markup, type Markup } from '../document/markup.ts';
import type { ComparisonWords } from '../words/index.ts';
import type { ComparisonView } from './comparison.ts';
import { describeFactChange } from './fact-change.ts';
import { shorten } from './shorten.ts';
import { said, speechOf, type Speech } from './speech.ts';
import { isBackwards, positionOf, versionTitle, type VersionCard } from './versions.ts';
import { joinNotes, sectionsOfNote, type JoinedNote } from './notes.ts';

/** So many are open; the rest is folded, or it would keep the text out of sight. */
const OPEN = 5;

/** The summary of the publisher, or else what can be said for sure; nothing where there is neither. */
export function renderLead(view: ComparisonView): Markup {
  const notes = isBackwards(view) ? [] : notesOf(view);
  return notes.length > 0 ? renderNotes(notes, view) : renderFigures(view);
}

/** A note of a publisher on a version. */
interface Note {
  version: VersionCard;
  entry: JoinedNote;
}

/** What the authors of the versions passed over wrote of their changes. */
function notesOf(view: ComparisonView): Note[] {
  const [from, to] = [positionOf(view, view.before), positionOf(view, view.after)];
  return view.notice.versions
    .slice(from + 1, to + 1)
    .filter((version, index) => version.status !== 'called-off' || index === to - from - 1)
    .flatMap((version) => joinNotes(version.entries).map((entry) => ({ version, entry })));
}

function renderNotes(notes: readonly Note[], view: ComparisonView): Markup {
  const isOfOne = new Set(notes.map(({ version }) => version)).size === 1;
  const listed = (some: readonly Note[]): Markup[] =>
    [...Map.groupBy(some, ({ version }) => version)].map(
      ([version, own]) =>
        markup`${!isOfOne && markup`<h3>${versionTitle(version, view.words)}</h3>`}
        <ul class="changes">${own.map((note) => renderNote(note, view))}</ul>`,
    );
  const { publisherSays, moreNotes } = view.words.comparison;
  return renderSection(publisherSays(notes.length), notes, listed, moreNotes);
}

/** A section with the first few of its items open. */
function renderSection<Item>(
  heading: string,
  items: readonly Item[],
  listed: (some: readonly Item[]) => Markup | Markup[],
  more: (count: number) => string,
): Markup {
  const rest = items.slice(OPEN);
  return markup`<section class="said">
    <h2>${heading}</h2>
    ${listed(items.slice(0, OPEN))}
    ${rest.length > 0 && markup`<details><summary>${more(rest.length)}</summary>${listed(rest)}</details>`}
  </section>`;
}

const renderNote = ({ version, entry }: Note, { words, base }: ComparisonView): Markup => {
  const { kind, summary, reason, where } = entry;
  const sections = sectionsOfNote(entry, words, (path) => base + path.slice(1), version);
  return markup`<li>
    <span class="change ${kind}">${words.changeKinds[kind]}</span>
    <div>
      ${where.length === 1 && sections}
      ${where.length > 1 && markup`<p class="several">${sections}</p>`}
      <p${speechOf(version)}>${summary}</p>
      ${reason !== undefined && markup`<p class="reason">${words.comparison.why(said(reason, version))}</p>`}
    </div>
  </li>`;
};

function renderFigures({ words, comparison, figures, after }: ComparisonView): Markup {
  const sentences = sentencesOf(comparison.facts, figures, words, after);
  if (sentences.length === 0) return markup``;
  const { heading, more } = words.comparison.figures;
  const listed = (some: readonly Markup[]): Markup =>
    markup`<ul class="figures">${some.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
  return renderSection(heading, sentences, listed, more);
}

/** Figures and facts that changed, each in a sentence that leads to its place. */
function sentencesOf(
  facts: readonly FactChange[],
  figures: readonly Figure[],
  words: ComparisonWords,
  speech: Speech,
): Markup[] {
  const { figures: says, lead } = words.comparison;
  return [
    ...figures.map(({ subject, before, after, sentence, change }) => {
      const [then, now] = [said(before, speech), said(after, speech)];
      const what = subject === '' ? markup`${lead}` : said(subject, speech);
      const where = markup`<a href="#~${change}">${what}</a>`;
      return markup`${says.changed(where, then, now)}${
        sentence !== undefined && markup`<q${speechOf(speech)}>${around(sentence, after)}</q>`
      }`;
    }),
    ...facts.map((fact) => markup`${describeFactChange(fact, words)}`),
  ];
}

/** So many characters of a sentence are shown around what changed in it. */
const LONGEST = 120;

/** A sentence, cut at words where it is long, with some of its words in it. */
function around(sentence: string, words: string): string {
  if (sentence.length <= LONGEST) return sentence;
  const place = Math.max(sentence.toLowerCase().indexOf(words.toLowerCase()), 0);
  // Some texts have no spaces, and some words are longer than there is room for.
  const space = sentence.indexOf(' ', place - LONGEST / 2) + 1;
  const from = place < LONGEST / 2 ? 0 : Math.min(space || place, place);
  return `${from > 0 ? '… ' : ''}${shorten(sentence.slice(from), LONGEST)}`;
}
