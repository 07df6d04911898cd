/**
 * The search page: what the address asks for is looked for in the index that the build wrote, and
 * the results are shown as one types.
 */
import { find, type Finding, type Hit } from '../search/finder.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { entryOf, shownIn, type Entry, type Shown } from '../search/table.ts';
import {
  describeWithin,
  describeFinding,
  join,
  keyOf,
  renderAppearances,
  renderNothing,
  renderGroup,
  renderSynonyms,
  saysPhrase,
  type Group,
  type Result,
} from '../views/search.ts';
import { indexAt, type Index } from './search-index.ts';
import { addressOf, readAsked, scopeOf, type Asked } from './asked.ts';
import { common as cyCommon } from '../words/cy/common.ts';
import { search as cy } from '../words/cy/search.ts';
import { common as enCommon } from '../words/en/common.ts';
import { search as en } from '../words/en/search.ts';
import type { SearchWords } from '../words/index.ts';
import { carryQuestion } from './languages.ts';
import { wordsOfPage } from './words.ts';

/** How many results are shown at first, and how many more each time. */
const SHOWN = 10;
/** The most texts with a phrase that are read to tell when it appeared. */
const READ = 400;
/** How many of them are asked for at once. */
const AT_ONCE = 20;
/** After how many milliseconds a reader is told that the search is going on. */
const SLOW = 300;
/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 120;

const words = wordsOfPage<SearchWords>({
  en: { ...enCommon, search: en },
  cy: { ...cyCommon, search: cy },
});
const page = one<HTMLElement>('.search-page');
const form = one<HTMLFormElement>('form.search');
const box = one<HTMLInputElement>('form.search input[name="q"]');
const status = one('.search-status');
const within = one<HTMLElement>('.within');
const appearances = one('.appearances');
const notes = one('.search-notes');
const list = one<HTMLOListElement>('.results');
const more = one<HTMLButtonElement>('.more');
const keys = one<HTMLElement>('.keys');
const keysBox = one<HTMLInputElement>('.keys input');
const base = page.dataset['base'] ?? '/';
const { open, forget } = indexAt(base);

/** An element that the page has; without it the script is not on its page. */
function one<E extends Element = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A record that was found, before it is loaded. */
interface Candidate {
  hit: Hit;
  entry: Entry;
  shown: Shown;
}

/** The number of the latest search: a slower one before it is not shown any more. */
let latest = 0;

async function search(asked: Asked): Promise<void> {
  latest += 1;
  const number = latest;
  const isLate = (): boolean => number !== latest;
  const query = parseQuery(asked.q);
  document.title = query.text === '' ? TITLE : words.search.titleFor(query.text, TITLE);
  if (query.text === '') {
    clear();
    say(asked.q.trim() === '' ? '' : words.search.noWord);
    if (asked.in !== '')
      await open().then((loaded) => !isLate() && tellWithin(loaded, asked), fail);
    return;
  }
  page.dataset['state'] = 'searching';
  list.ariaBusy = 'true';
  const slow = setTimeout(() => !isLate() && (status.textContent = words.search.searching), SLOW);
  try {
    await answer(asked, query, isLate);
  } catch {
    if (!isLate()) fail();
  } finally {
    clearTimeout(slow);
    if (!isLate()) list.ariaBusy = 'false';
  }
}

const TITLE = document.title;

function fail(): void {
  forget();
  clear();
  say(words.search.failed, 'failed');
}

async function answer(asked: Asked, query: Query, isLate: () => boolean): Promise<void> {
  const loaded = await open();
  const { table } = loaded;
  const scope = scopeOf(asked);
  const isExact = query.phrases.length > 0;
  // When a phrase first appeared is told in any case.
  if (asked.past || scope.version !== undefined || isExact) await loaded.addPast();
  // A phrase is looked for everywhere in its notice, and shown where it is asked for.
  const searched = isExact ? { ...scope, past: true, version: undefined } : scope;
  const within = (id: string): { entry: Entry; shown: Shown } | undefined => {
    const entry = entryOf(table, id);
    const shown = entry && shownIn(entry, searched);
    return shown && { entry, shown };
  };
  const finding = await find(query, async (term) =>
    (await loaded.ask(term)).filter(({ id }) => within(id)),
  );
  if (isLate()) return;
  const candidates = finding.hits.flatMap((hit): Candidate[] => {
    const found = within(hit.id);
    return found ? [{ hit, ...found }] : [];
  });
  // A phrase is checked word for word, for the index knows word stems alone; and texts that say
  // the same in several versions are told together.
  const isWhole = candidates.length <= READ;
  const wanted =
    isExact || asked.past ? await readAll(candidates.slice(0, READ), loaded, isLate) : candidates;
  if (isLate()) return;
  await show(asked, query, { finding, wanted, isWhole, loaded }, isLate);
}

interface Answer {
  finding: Finding;
  /** Those that are read already, or to be read when they are shown. */
  wanted: (Candidate | Result)[];
  /** Whether none was left out for being too many. */
  isWhole: boolean;
  loaded: Index;
}

async function show(
  asked: Asked,
  query: Query,
  { finding, wanted: found, isWhole, loaded }: Answer,
  isLate: () => boolean,
): Promise<void> {
  const scope = scopeOf(asked);
  const { table } = loaded;
  const exact = found.filter(
    (each) =>
      !('content' in each) || query.phrases.every((phrase) => saysPhrase(each.content, phrase)),
  );
  const wanted = exact.flatMap((each) => {
    const shown = shownIn(each.entry, scope);
    return shown ? [{ ...each, shown }] : [];
  });
  const options = { words, table, base, inVersion: scope.version !== undefined };
  const groups = new Map<string, Group>();
  let taken = 0;
  const take = async (): Promise<boolean> => {
    const before = groups.size;
    // Texts that answer in the same words are one result, so a turn may take more of them.
    while (taken < wanted.length && groups.size < before + SHOWN) {
      const next = wanted.slice(taken, taken + SHOWN);
      taken += next.length;
      const results = await Promise.all(
        next.map((each) => ('content' in each ? each : readOne(each, loaded))),
      );
      if (isLate()) return false;
      for (const result of results) {
        const key = keyOf(result);
        groups.set(key, join(groups.get(key), result));
      }
    }
    return true;
  };
  const showTaken = (): void => {
    list.innerHTML = [...groups.values()].map((group) => renderGroup(group, options)).join('');
    more.hidden = taken >= wanted.length;
  };

  // As many as were shown when the reader left.
  const shownBefore = (history.state as { shown?: number } | null)?.shown ?? 0;
  do {
    if (!(await take())) return;
  } while (groups.size < shownBefore && taken < wanted.length);
  tellWithin(loaded, asked);
  const [phrase] = query.phrases;
  const isOnePhrase = phrase !== undefined && query.phrases.length === 1 && query.words === '';
  const read = exact.filter((each) => 'content' in each);
  appearances.innerHTML = isOnePhrase && isWhole ? renderAppearances(phrase, read, options) : '';
  const isNarrowed = asked.in + asked.controller + asked.audience !== '';
  notes.innerHTML =
    renderSynonyms(finding.synonyms, words) +
    (wanted.length === 0
      ? renderNothing(
          {
            widen:
              asked.past || scope.version !== undefined
                ? undefined
                : addressOf({ ...asked, past: true }),
            all: isNarrowed
              ? addressOf({ ...asked, in: '', controller: '', audience: '' })
              : undefined,
          },
          words,
        )
      : '');
  showTaken();
  more.onclick = () => {
    const before = groups.size;
    void take().then((isDone) => {
      if (!isDone) return;
      showTaken();
      history.replaceState({ shown: groups.size }, '');
      linksIn(list)[before]?.focus();
    }, fail);
  };
  const told = { ...finding, count: wanted.length, isWhole, scope };
  say(describeFinding(query, told, words), 'found');
}

async function readOne(
  { hit, entry, shown }: Candidate,
  { load: loadRecord }: Index,
): Promise<Result> {
  const { content, raw_url: rawUrl, url } = await loadRecord(hit.id);
  const anchors = (rawUrl ?? url)
    .replace(/^[^#]*#/, '')
    .split('|')
    .map((run) => run.replace(/^[^:]*:/, ''));
  return { entry, shown, content, anchors, found: hit.words };
}

/** Reads records a few at a time, for as long as anyone waits for them. */
async function readAll(
  candidates: readonly Candidate[],
  loaded: Index,
  isLate: () => boolean,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < candidates.length && !isLate(); from += AT_ONCE) {
    const some = candidates.slice(from, from + AT_ONCE);
    results.push(...(await Promise.all(some.map((candidate) => readOne(candidate, loaded)))));
  }
  return results;
}

function clear(): void {
  for (const place of [appearances, notes, list]) place.replaceChildren();
  more.hidden = true;
  within.hidden = true;
}

/** Tells what is going on, aloud as well. */
function say(message: string, state = ''): void {
  page.dataset['state'] = state;
  status.textContent = message;
}

/** Says which version is searched alone, and how to search more. */
function tellWithin({ table }: Index, asked: Asked): void {
  const ways = {
    notice: addressOf({ ...asked, in: scopeOf(asked).notice ?? '' }),
    all: addressOf({ ...asked, in: '' }),
  };
  const told = describeWithin(table, scopeOf(asked), ways, words);
  within.hidden = told === '';
  within.innerHTML = told;
}

/** Puts what the address asks for into the form. */
function fillIn(asked: Asked): void {
  box.value = asked.q;
  const { notice } = scopeOf(asked);
  setField('in', asked.in === '' ? '' : (notice ?? ''));
  setField('controller', asked.controller);
  setField('audience', asked.audience);
  const past = form.elements.namedItem('past');
  if (past instanceof HTMLInputElement) past.checked = asked.past;
  keysBox.checked = asked.keys;
  const narrow = document.querySelector<HTMLDetailsElement>('.narrow');
  if (narrow && `${asked.in}${asked.controller}${asked.audience}` !== '') narrow.open = true;
}

function setField(name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) field.value = value;
}

/** What the form asks for. A version that is searched alone is kept for as long as its notice is. */
function readForm(): Asked {
  const data = new FormData(form);
  const value = (name: string): string => {
    const given = data.get(name);
    return typeof given === 'string' ? given : '';
  };
  const before = readAsked(location.search);
  const hasNotices = form.elements.namedItem('in') !== null;
  const isSame = !hasNotices || value('in') === (scopeOf(before).notice ?? '');
  return {
    q: value('q'),
    in: isSame ? before.in : value('in'),
    controller: value('controller'),
    audience: value('audience'),
    past: data.has('past'),
    keys: keysBox.checked,
  };
}

/** Whether the address stands for a query that is still being typed. */
let isTyping = false;

/** Searches for what the form asks, under an address that can be shared and come back to. */
function follow(how: 'typed' | 'asked'): void {
  const asked = readForm();
  const address = addressOf(asked);
  if (address !== location.pathname + location.search) {
    // The first letter leaves what was asked before in the history, the others do not.
    if (how === 'typed' && isTyping) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    isTyping = how === 'typed';
    noteAddress();
    void search(asked);
  } else {
    isTyping &&= how === 'typed';
    void search(asked);
  }
}

/** What the results are of. */
let searched = '';

function noteAddress(): void {
  searched = location.search;
  carryQuestion();
}

function start(): void {
  noteAddress();
  isTyping = false;
  const asked = readAsked(location.search);
  fillIn(asked);
  void search(asked);
}

let waiting: ReturnType<typeof setTimeout> | undefined;

box.addEventListener('focus', () => void open().catch(forget), { once: true });
box.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => follow('typed'), PAUSE);
});
form.addEventListener('change', (event) => {
  if (event.target !== box) follow('asked');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  follow('asked');
});
addEventListener('popstate', () => {
  // A link within the page is no other search.
  if (location.search !== searched) start();
});
keys.hidden = false;
keysBox.addEventListener('change', () => follow('asked'));

const linksIn = (element: Element | undefined): HTMLAnchorElement[] => [
  ...(element?.querySelectorAll<HTMLAnchorElement>('h2 a') ?? []),
];

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const { target } = event;
  const isField = target instanceof Element && target.matches('input, select, textarea');
  if (event.key === '/' && keysBox.checked && !isField) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === 'Escape' && (target === box || list.contains(target as Node))) {
    event.preventDefault();
    box.value = '';
    box.focus();
    follow('asked');
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    walk(event);
  }
});

/** From the box to the first result, from result to result, and back to the box. */
function walk(event: KeyboardEvent): void {
  const links = linksIn(list);
  const at = links.findIndex((link) => link === event.target);
  if (links.length === 0 || (at < 0 && event.target !== box)) return;
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  if (at < 0 && event.key === 'ArrowUp') return;
  event.preventDefault();
  if (next < 0) box.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}

start();
