/** What was found, read from the index and shown, a few results at a time. */
import type { Finding, Hit } from '../search/finder.ts';
import type { Query } from '../search/query.ts';
import { shownIn, type Entry, type Shown } from '../search/table.ts';
import {
  describeFinding,
  join,
  keyOf,
  renderAppearances,
  renderGroup,
  renderNothing,
  renderSynonyms,
  saysPhrase,
  type Group,
  type Result,
} from '../views/search.ts';
import { addressOf, scopeOf, type Asked } from './asked.ts';
import type { Index } from './search-index.ts';
import {
  appearances,
  base,
  linksIn,
  list,
  more,
  notes,
  say,
  tellWithin,
  words,
} from './search-page.ts';

/** How many results are shown at first, and how many more each time. */
const SHOWN = 10;
/** How many texts are asked for at once. */
const AT_ONCE = 20;

/** A record that was found, before it is loaded. */
export interface Candidate {
  hit: Hit;
  entry: Entry;
  shown: Shown;
}

/** What a search has found. */
export interface Answer {
  asked: Asked;
  query: Query;
  finding: Finding;
  /** Those that are read already, or to be read when they are shown. */
  wanted: (Candidate | Result)[];
  /** Whether none was left out for being too many. */
  isWhole: boolean;
  loaded: Index;
}

/**
 * Shows what was found, as many results as were shown when the reader left.
 *
 * @param fail is called when more results cannot be read later
 */
export async function show(answer: Answer, isLate: () => boolean, fail: () => void): Promise<void> {
  const { asked, query, finding, wanted: found, isWhole, loaded } = answer;
  const scope = scopeOf(asked);
  const exact = found.filter(
    (each) =>
      !('content' in each) || query.phrases.every((phrase) => saysPhrase(each.content, phrase)),
  );
  const wanted = exact.flatMap((each) => {
    const shown = shownIn(each.entry, scope);
    return shown ? [{ ...each, shown }] : [];
  });
  const options = { words, table: loaded.table, base, inVersion: scope.version !== undefined };
  const gathering = gather(wanted, loaded, isLate);
  const { groups } = gathering;
  const showTaken = (): void => {
    list.innerHTML = [...groups.values()].map((group) => renderGroup(group, options)).join('');
    more.hidden = gathering.isDone();
  };

  const shownBefore = (history.state as { shown?: number } | null)?.shown ?? 0;
  do {
    if (!(await gathering.take())) return;
  } while (groups.size < shownBefore && !gathering.isDone());
  tellWithin(loaded, asked);
  const [phrase] = query.phrases;
  const isOnePhrase = phrase !== undefined && query.phrases.length === 1 && query.words === '';
  const read = exact.filter((each) => 'content' in each);
  appearances.innerHTML = isOnePhrase && isWhole ? renderAppearances(phrase, read, options) : '';
  notes.innerHTML =
    renderSynonyms(finding.synonyms, words) + (wanted.length === 0 ? nothingFor(asked) : '');
  showTaken();
  more.onclick = () => {
    const before = groups.size;
    void gathering.take().then((isTaken) => {
      if (!isTaken) return;
      showTaken();
      history.replaceState({ shown: groups.size }, '');
      linksIn(list)[before]?.focus();
    }, fail);
  };
  const told = { ...finding, count: wanted.length, isWhole, scope };
  say(describeFinding(query, told, words), 'found');
}

/** Where nothing was found, the ways to search more. */
function nothingFor(asked: Asked): string {
  const isNarrowed = asked.in + asked.controller + asked.audience !== '';
  const isWide = asked.past || scopeOf(asked).version !== undefined;
  return renderNothing(
    {
      widen: isWide ? undefined : addressOf({ ...asked, past: true }),
      list: `${addressOf({ ...asked, q: '', in: '', controller: '', audience: '', past: false })}#~sections`,
      all: isNarrowed ? addressOf({ ...asked, in: '', controller: '', audience: '' }) : undefined,
    },
    words,
  );
}

/** Results that are read as they are asked for. */
interface Gathering {
  /** By what they say: texts that answer in the same words are one result. */
  groups: ReadonlyMap<string, Group>;
  /** Reads as many more results as are shown at once; false when nobody waits any more. */
  take: () => Promise<boolean>;
  /** Whether there are no more. */
  isDone: () => boolean;
}

function gather(
  wanted: readonly (Candidate | Result)[],
  loaded: Index,
  isLate: () => boolean,
): Gathering {
  const groups = new Map<string, Group>();
  let taken = 0;
  const isDone = (): boolean => taken >= wanted.length;
  const take = async (): Promise<boolean> => {
    const before = groups.size;
    // Texts that answer in the same words are one result, so a turn may take more of them.
    while (!isDone() && groups.size < before + SHOWN) {
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
  return { groups, take, isDone };
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
export async function readAll(
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
