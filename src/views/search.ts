/** The results of a search, as HTML. */
import { linesOf, wordsOf, type Word } from '../search/content.ts';
import {
  excerptOf,
  stretchesOf,
  textDirectives,
  type Excerpt,
  type Stretch,
} from '../search/excerpt.ts';
import { hasPhrase, LONGEST, type Query } from '../search/query.ts';
import {
  reachOf,
  type Entry,
  type Scope,
  type SearchTable,
  type Shown,
  type TableNotice,
  type TableVersion,
} from '../search/table.ts';
import { withBase } from '../document/print.ts';
import type { SearchWords } from '../words/index.ts';
import { versionLabel } from '../words/label.ts';
import { linkTo } from '../document/link-to.ts';
import { markup, type Markup } from '../document/markup.ts';
import { describeSpans } from './search-spans.ts';
import { speechOf } from './speech.ts';

/** A record that was found and loaded. */
export interface Result {
  entry: Entry;
  shown: Shown;
  /** The anchors of the record's runs, in their order, as they stand in an address. */
  anchors: readonly string[];
  content: string;
  /** The places of the words found. */
  found: readonly number[];
}

export interface ResultOptions {
  /** What the search page says. */
  words: SearchWords;
  table: SearchTable;
  base: string;
  /** Whether results lead to the version that was asked for, and not to the notice. */
  inVersion: boolean;
}

/** Texts of a notice that answer in the same words: shown as one result. */
export interface Group {
  /** The one it leads to: in force, or else the last. */
  result: Result;
  /** All versions that have one of the texts. */
  entry: Entry;
  texts: number;
}

/** What readers see of a result; two texts of which they see the same are one to them. */
export function keyOf({ entry, anchors, shown, content, found }: Result): string {
  const words = wordsOf(content, found);
  const heading = words.filter(({ line }) => line === 0).map(({ text }) => text);
  const { stretches } = excerptOf(words);
  return [
    entry.notice.id,
    anchors[shown.run],
    ...heading,
    '',
    ...stretches.map(({ text }) => text),
  ].join(' ');
}

/** Takes a text into a group that answers in the same words. */
export function join(group: Group | undefined, result: Result): Group {
  if (!group) return { result, entry: result.entry, texts: 1 };
  const runs = [...group.entry.runs, ...result.entry.runs].sort((a, b) => a.from - b.from);
  return {
    result: isLater(result, group.result) ? result : group.result,
    entry: { notice: group.entry.notice, runs },
    texts: group.texts + 1,
  };
}

/** How many versions have a text. */
const versionsIn = ({ runs }: Entry): number =>
  new Set(
    runs.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    ),
  ).size;

const isLater = (a: Result, b: Result): boolean =>
  b.shown.version.status !== 'in-force' &&
  (a.shown.version.status === 'in-force' || a.shown.version.name > b.shown.version.name);

/** A result: the heading of the section as a link to it, whose it is, and what it says. */
export function renderGroup({ result, entry, texts }: Group, options: ResultOptions): string {
  const { content, found } = result;
  const { notice } = entry;
  const { table, words } = options;
  const read = wordsOf(content, found);
  const applying = describeSpans(entry, table.today, words);
  const speech = speechWithin(notice, words);
  const title = markup`<span${speech}>${notice.title}</span>`;
  return markup`<li class="result">
    <h2><a href="${addressOf(result, read, options)}"${speech}>${headingOf(read)}</a></h2>
    <p class="of">${words.search.whose(title, notice.controller)}</p>
    <p class="when"><span class="status ${applying.state}">${applying.words}</span>${texts > 1 && ` ${words.search.sameWords(versionsIn(entry))}`}</p>
    ${excerpt(excerptOf(read), speech)}
  </li>`.text;
}

/** The attributes of an element with words of a notice, on a page with these. */
const speechWithin = ({ language, direction }: TableNotice, words: SearchWords): Markup =>
  speechOf({ language: language === words.language ? undefined : language, direction });

/** The words of a heading, those found marked. */
const headingOf = (words: readonly Word[]): Markup[] =>
  printed(stretchesOf(words.filter(({ line }) => line === 0)));

const printed = (stretches: readonly Stretch[]): Markup[] =>
  stretches.map(({ text, isFound, begins, isGlued }, index) => {
    const before = stretches[index - 1]?.text ?? '';
    const space = index === 0 || isGlued ? '' : begins ? between(before, begins) : ' ';
    return isFound ? markup`${space}<mark>${text}</mark>` : markup`${space}${text}`;
  });

/** What stands before a line, and within a row: "Basket: Remembers what you chose; for a day". */
function between(before: string, begins: NonNullable<Stretch['begins']>): string {
  if (begins === 'line') return ' · ';
  if (/[.:;!?]$/u.test(before)) return ' ';
  return begins === 'row' ? ': ' : '; ';
}

function excerpt({ stretches, begins, ends }: Excerpt, speech: Markup): Markup {
  if (stretches.length === 0) return markup``;
  const words = printed(stretches);
  return markup`<p class="excerpt"${speech}>${!begins && '… '}${words}${!ends && ' …'}</p>`;
}

/** The address of the section, with the words for the browser to mark. */
function addressOf(
  result: Result,
  words: readonly Word[],
  { base, inVersion }: ResultOptions,
): string {
  const { notice } = result.entry;
  const { version, run } = result.shown;
  const isCurrent = version.status === 'in-force' && !inVersion;
  return (
    withBase(`/${notice.id}/${isCurrent ? '' : `${version.name}/`}`, base) +
    fragmentOf(result, run, words)
  );
}

function fragmentOf({ anchors }: Result, run: number, words: readonly Word[]): string {
  const directives = textDirectives(words);
  const fragment = (anchors[run] ?? '') + (directives && `:~:${directives}`);
  return fragment && `#${fragment}`;
}

/** Whether one of a record's lines has a phrase. */
export const saysPhrase = (content: string, phrase: string): boolean =>
  linesOf(content).some((line) => hasPhrase(line, phrase));

/** For each notice that ever had a phrase, the versions in which it first and last stood. */
export function renderAppearances(
  phrase: string,
  results: readonly Result[],
  { table, base, words }: Pick<ResultOptions, 'table' | 'base' | 'words'>,
): string {
  const rows = table.notices.flatMap((notice): Markup[] => {
    const own = results
      .filter(({ entry }) => entry.notice === notice)
      .flatMap((result) => result.entry.runs.map((run, index) => ({ result, run, index })));
    const first = own.toSorted((a, b) => a.run.from - b.run.from)[0];
    const last = own.toSorted((a, b) => b.run.to - a.run.to)[0];
    if (!first || !last) return [];
    const link = ({ result, index }: typeof first, at: number): Markup => {
      const version = notice.versions[at];
      return version ? versionLink(result, index, version, { base, words }) : markup``;
    };
    const current = notice.versions[last.run.to];
    const stillThere = current && !['superseded', 'withdrawn'].includes(current.status);
    return [
      markup`<tr><th scope="row"><span${speechWithin(notice, words)}>${notice.title}</span><span class="controller">${notice.controller}</span></th>
        <td>${link(first, first.run.from)}</td>
        <td>${link(last, last.run.to)}${stillThere && markup` <span class="status ${current.status}">${words.statuses[current.status]}</span>`}</td></tr>`,
    ];
  });
  if (rows.length === 0) return '';
  const { heading, notice, first, last } = words.search.appearances;
  return markup`<h2 id="~appearances">${heading(phrase)}</h2>
    <div class="table" role="region" aria-labelledby="~appearances" tabindex="0">
      <table><thead><tr><th scope="col">${notice}</th><th scope="col">${first}</th><th scope="col">${last}</th></tr></thead>
      <tbody>${rows}</tbody></table>
    </div>`.text;
}

function versionLink(
  result: Result,
  run: number,
  version: TableVersion,
  { base, words }: Pick<ResultOptions, 'base' | 'words'>,
): Markup {
  const { entry, content, found } = result;
  const path = withBase(`/${entry.notice.id}/${version.name}/`, base);
  return markup`<a href="${path}${fragmentOf(result, run, wordsOf(content, found))}">${versionLabel(version.name, version, words)}</a>`;
}

/** What was looked for as well. */
export const renderSynonyms = (synonyms: readonly string[], { search }: SearchWords): string =>
  synonyms.length === 0 ? '' : markup`<p class="synonyms">${search.synonyms(synonyms)}</p>`.text;

/** What to do when nothing was found; the addresses of the same search made wider. */
export function renderNothing(
  {
    widen,
    all,
    list,
  }: {
    widen: string | undefined;
    all: string | undefined;
    list: string;
  },
  { search: { advice } }: SearchWords,
): string {
  return markup`<div class="nothing">
    ${all !== undefined && markup`<p>${advice.narrowed(linkTo(all))}</p>`}
    <p>${advice.begin}</p>
    <ul>
      ${widen !== undefined && markup`<li>${advice.widen(linkTo(widen))}</li>`}
      <li>${advice.otherWords}</li>
      <li>${advice.list(linkTo(list))}</li>
    </ul>
  </div>`.text;
}

/** What the search is kept to, and the ways out of it; nothing when it is kept to nothing. */
export function describeWithin(
  table: SearchTable,
  scope: Scope,
  ways: { notice: string; all: string },
  words: SearchWords,
): string {
  const { within } = words.search;
  if (scope.notice === undefined) return '';
  const notice = table.notices.find(({ id }) => id === scope.notice);
  const version = notice?.versions.find(({ name }) => name === scope.version);
  const out = linkTo(ways.all)(within.toAll);
  if (!notice || (scope.version !== undefined && !version)) {
    return markup`${within.unknown} ${out}`.text;
  }
  const { title, controller, versions } = notice;
  const speech = speechWithin(notice, words);
  if (!version) {
    return markup`${within.notice(markup`<strong${speech}>${title}</strong>`, controller)} ${out}`
      .text;
  }
  const label = markup`<strong>${versionLabel(version.name, version, words)}</strong>`;
  const hasInForce = versions.some(({ status }) => status === 'in-force');
  return markup`${within.version(label, markup`<span${speech}>${title}</span>`, controller)}
    ${hasInForce && markup`${linkTo(ways.notice)(within.toInForce)} · `}${out}`.text;
}

/** What was found, for a sentence or two about it. */
export interface Found {
  count: number;
  isPartial: boolean;
  unknown: readonly string[];
  /** Whether all texts that may have a phrase were read. */
  isWhole: boolean;
  scope: Scope;
}

/** How much was found, in a sentence or two. */
export function describeFinding(query: Query, found: Found, { search }: SearchWords): string {
  const { count, isPartial, unknown, isWhole, scope } = found;
  const reach = reachOf(scope);
  // The sentence has quotes of its own.
  const asked = /^"([^"]+)"$/.exec(query.text)?.[1] ?? query.text;
  return [
    count === 0
      ? search.foundNothing[reach](asked)
      : isPartial
        ? search.foundInPart[reach](count)
        : search.found[reach](count, asked),
    ...(unknown.length > 0 && count > 0 ? [search.unknownWords[reach](unknown)] : []),
    ...(query.wasCut ? [search.wasCut(LONGEST)] : []),
    ...(isWhole ? [] : [search.tooMany]),
  ].join(' ');
}
