/**
 * The search page: what the address asks for is looked for in the index that the build wrote, and
 * the results are shown as one types.
 */
import { withBase } from '../notices/render.ts';
import { find, type Ask, type Finding, type Hit } from '../search/finder.ts';
import { hasPhrase, parseQuery, type Query } from '../search/query.ts';
import {
  entryOf,
  INDEX_FOLDER,
  PAST_FOLDER,
  shownIn,
  TABLE_FILE,
  type Entry,
  type SearchTable,
  type Shown,
} from '../search/table.ts';
import {
  describeWithin,
  describeFinding,
  join,
  keyOf,
  renderAppearances,
  renderNothing,
  renderGroup,
  renderSynonyms,
  type Group,
  type Result,
} from '../views/search.ts';
import { addressOf, readAsked, scopeOf, type Asked } from './asked.ts';

/** How many results are shown at first, and how many more each time. */
const SHOWN = 10;
/** The most texts with a phrase that are read to tell when it appeared. */
const READ = 400;
/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 120;

/** What is used of Pagefind's script. */
interface Pagefind {
  createInstance: (options: { noWorker: boolean }) => Instance;
}
interface Instance {
  init: () => Promise<void>;
  mergeIndex: (folder: string) => Promise<void>;
  search: (term: string) => Promise<{ results: Found[] }>;
}
interface Found extends Hit {
  data: () => Promise<{ content: string; raw_url?: string; url: string }>;
}

interface Index {
  table: SearchTable;
  /** Takes in the texts that are not in force. */
  addPast: () => Promise<void>;
  ask: Ask;
  /** Loads a record that was found before. */
  load: (id: string) => ReturnType<Found['data']>;
}

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

/** An element that the page has; without it the script is not on its page. */
function one<E extends Element = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

let index: Promise<Index> | undefined;

/** Loads what is needed to search, once; after a failure the next search tries again. */
async function open(): Promise<Index> {
  index ??= load();
  try {
    return await index;
  } catch (error) {
    index = undefined;
    throw error;
  }
}

async function load(): Promise<Index> {
  const script = withBase(`/${INDEX_FOLDER}/pagefind.js`, base);
  const [table, instance] = await Promise.all([
    readTable(),
    import(/* @vite-ignore */ script).then(async ({ createInstance }: Pagefind) => {
      // A worker would be as much script once more, for an index that answers in milliseconds.
      const made = createInstance({ noWorker: true });
      await made.init();
      // Throws here, and not at the first search, when a file of the index is missing.
      await made.search('');
      return made;
    }),
  ]);
  const seen = new Map<string, Found>();
  let past: Promise<void> | undefined;
  return {
    table,
    addPast: () =>
      (past ??= table.hasPast
        ? instance.mergeIndex(withBase(`/${PAST_FOLDER}/`, base))
        : Promise.resolve()),
    ask: async (term) => {
      const { results } = await instance.search(term);
      for (const found of results) seen.set(found.id, found);
      return results;
    },
    load: (id) => {
      const found = seen.get(id);
      return found ? found.data() : Promise.reject(new Error(`${id} was not found before`));
    },
  };
}

async function readTable(): Promise<SearchTable> {
  const response = await fetch(withBase(`/${TABLE_FILE}`, base), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`the table was answered with ${response.status}`);
  return (await response.json()) as SearchTable;
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
  if (query.text === '') {
    clear();
    say(asked.q.trim() === '' ? '' : 'Type a word: there is no letter or figure in this.');
    if (asked.in !== '')
      await open().then((loaded) => !isLate() && tellWithin(loaded, asked), fail);
    return;
  }
  page.dataset['state'] = 'searching';
  try {
    const loaded = await open();
    // When a phrase first appeared is told in any case.
    if (asked.past || scopeOf(asked).version !== undefined || query.phrases.length > 0) {
      await loaded.addPast();
    }
    const finding = await find(query, loaded.ask);
    if (!isLate()) await show(asked, query, finding, loaded, isLate);
  } catch {
    if (!isLate()) fail();
  }
}

function fail(): void {
  clear();
  say(
    'The search could not be loaded. Try again, or find your section in the list below.',
    'failed',
  );
}

async function show(
  asked: Asked,
  query: Query,
  finding: Finding,
  loaded: Index,
  isLate: () => boolean,
): Promise<void> {
  const scope = scopeOf(asked);
  const { table } = loaded;
  // A phrase is checked word for word: the index knows word stems alone.
  const isExact = query.phrases.length > 0;
  const known = finding.hits.flatMap((hit) => {
    const entry = entryOf(table, hit.id);
    return entry ? [{ hit, entry }] : [];
  });
  const everywhere = { ...scope, past: true, version: undefined };
  const inScope = known.flatMap(({ hit, entry }): Candidate[] => {
    const shown = shownIn(entry, isExact ? everywhere : scope);
    return shown ? [{ hit, entry, shown }] : [];
  });
  const read = isExact ? await readAll(inScope.slice(0, READ), loaded) : [];
  if (isLate()) return;
  const exact = read.filter(({ content }) =>
    query.phrases.every((phrase) => hasPhrase(content, phrase)),
  );
  const wanted = isExact
    ? exact.flatMap((result) => {
        const shown = shownIn(result.entry, scope);
        return shown ? [{ ...result, shown }] : [];
      })
    : inScope;

  tellWithin(loaded, asked);
  const [phrase] = query.phrases;
  appearances.innerHTML =
    phrase !== undefined && query.phrases.length === 1 && query.words === ''
      ? renderAppearances(phrase, exact, { table, base })
      : '';
  notes.innerHTML =
    renderSynonyms(finding.synonyms) +
    (wanted.length === 0
      ? renderNothing({
          widen:
            asked.past || scope.version !== undefined
              ? undefined
              : addressOf({ ...asked, past: true }),
          all: asked.in === '' ? undefined : addressOf({ ...asked, in: '' }),
        })
      : '');
  list.replaceChildren();
  const options = { table, base, inVersion: scope.version !== undefined };
  const groups = new Map<string, Group>();
  let taken = 0;
  const showMore = async (): Promise<void> => {
    const before = groups.size;
    // Texts that answer in the same words are one result, so a turn may take more of them.
    while (taken < wanted.length && groups.size < before + SHOWN) {
      const next = wanted.slice(taken, taken + SHOWN);
      taken += next.length;
      const results = await Promise.all(
        next.map((each) => ('content' in each ? each : readOne(each, loaded))),
      );
      if (isLate()) return;
      for (const result of results) {
        const key = keyOf(result);
        groups.set(key, join(groups.get(key), result));
      }
    }
    list.innerHTML = [...groups.values()].map((group) => renderGroup(group, options)).join('');
    more.hidden = taken >= wanted.length;
    if (before > 0) linksIn(list)[before]?.focus();
  };
  more.onclick = () => void showMore().catch(fail);
  await showMore();
  if (isLate()) return;
  say(
    describeFinding(query, {
      ...finding,
      count: wanted.length,
      isWhole: !isExact || inScope.length <= READ,
      scope,
    }),
    'found',
  );
  document.title = document.title.replace(/^.*?(?= · )/, () => `${query.text} – Search`);
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

const readAll = (candidates: readonly Candidate[], loaded: Index): Promise<Result[]> =>
  Promise.all(candidates.map((candidate) => readOne(candidate, loaded)));

function clear(): void {
  for (const place of [appearances, notes, list]) place.replaceChildren();
  more.hidden = true;
  within.hidden = true;
}

/** Tells what is going on, aloud as well. */
function say(words: string, state = ''): void {
  page.dataset['state'] = state;
  status.textContent = words;
}

/** Says which version is searched alone, and how to search more. */
function tellWithin({ table }: Index, asked: Asked): void {
  const told = describeWithin(table, scopeOf(asked), {
    notice: addressOf({ ...asked, in: scopeOf(asked).notice ?? '' }),
    all: addressOf({ ...asked, in: '' }),
  });
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

/** Searches for what the form asks, under an address that can be shared. */
function follow(how: 'push' | 'replace'): void {
  const asked = readForm();
  const address = addressOf(asked);
  if (address !== location.pathname + location.search) {
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  }
  void search(asked);
}

function start(): void {
  const asked = readAsked(location.search);
  fillIn(asked);
  void search(asked);
}

let waiting: ReturnType<typeof setTimeout> | undefined;

box.addEventListener('focus', () => void open().catch(() => undefined), { once: true });
box.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => follow('replace'), PAUSE);
});
form.addEventListener('change', (event) => {
  if (event.target !== box) follow('push');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  follow('push');
});
addEventListener('popstate', start);
keys.hidden = false;
keysBox.addEventListener('change', () => follow('replace'));

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
    follow('replace');
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
