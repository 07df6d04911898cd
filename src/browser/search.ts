/**
 * The search page: what the address asks for is looked for in the index that the build wrote, and
 * the results are shown as one types.
 */
import { find } from '../search/finder.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { entryOf, shownIn, type Entry, type Shown } from '../search/table.ts';
import { addressOf, readAsked, scopeOf, type Asked } from './asked.ts';
import { carryQuestion } from './languages.ts';
import { fillIn, readForm } from './search-form.ts';
import { indexAt } from './search-index.ts';
import {
  base,
  box,
  clear,
  form,
  keys,
  keysBox,
  linksIn,
  list,
  page,
  say,
  status,
  tellWithin,
  words,
} from './search-page.ts';
import { readAll, show, type Candidate } from './search-results.ts';

/** The most texts with a phrase that are read to tell when it appeared. */
const READ = 400;
/** After how many milliseconds a reader is told that the search is going on. */
const SLOW = 300;
/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 120;

const { open, forget } = indexAt(base);

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
  await show({ asked, query, finding, wanted, isWhole, loaded }, isLate, fail);
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
