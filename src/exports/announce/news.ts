/** What a version tells people, in the words of its notice: what emails, banners and posts are made of. */
import { compareFacts } from '../../compare/facts.ts';
import { tidy } from '../../compare/fact-values.ts';
import type { Figure } from '../../compare/figures.ts';
import type { FactChange } from '../../compare/model.ts';
import { compareRecords } from '../../compare/records.ts';
import { hasRecords } from '../../notices/has-records.ts';
import type { FactEntry } from '../../document/model.ts';
import type { IsoDate } from '../../notices/dates.ts';
import { factGroups } from '../../notices/facts.ts';
import type { Facts } from '../../notices/schema.ts';
import {
  comparisonPathOf,
  differencesOf,
  entriesOf,
  isNotedSince,
} from '../../site/comparisons.ts';
import { titleBeside } from '../../site/home.ts';
import { neighboursOf, type Notice, type Version } from '../../site/notices.ts';
import type { Site } from '../../site/site.ts';
import { joinNotes, type JoinedNote } from '../../views/notes.ts';
import type { Words } from '../../words/index.ts';
import { factNews, type Group } from './facts.ts';
import { todoOf } from './todo.ts';

/** A link as it stands in a list: what is there, and its whole address. */
export interface NewsLink {
  label: string;
  address: string;
}

export interface News {
  occasion: keyof Words['announce']['subject'];
  /** Whether its day is still to come. */
  isComing: boolean;
  words: Words;
  notice: string;
  version: string;
  /** The language of what the publisher wrote. */
  language: string;
  title: string;
  controller: string;
  /** The day from which it applies, or on which the notice ends. */
  day: IsoDate;
  /** In one line, without a full stop. */
  subject: string;
  /** In a sentence or two. */
  lead: string;
  /** In a sentence for the publisher's own site. */
  banner: string;
  /** Of a first version: what the notice is about. */
  summary: string | undefined;
  /** What the publisher wrote of the changes. */
  notes: string[];
  /** Figures and facts that changed, each in a sentence without a full stop, the most important first. */
  figures: string[];
  /** The same where there is room for headings: what is of no purpose, then by purpose. */
  general: string[];
  purposes: Group[];
  /** What changed most, in a sentence, for where there is room for one. */
  main: string | undefined;
  /** That the comparison says what nobody else does, or that there is nothing to compare. */
  instead: string | undefined;
  /** What readers can do about it, as facts and notes say; empty where they do not say. */
  todo: string[];
  /** Where to read it, the most important first. */
  links: NewsLink[];
  /** The one link where there is room for one. */
  see: NewsLink;
  /** How to reach the controller. */
  contact: FactEntry[];
}

/** What is needed of a site. */
export type Locating = Pick<Site, 'locate' | 'today'>;

/**
 * What a version tells people.
 *
 * @param version one that is or will be in force, that was called off, or with which its notice ends
 */
export function newsOf(notice: Notice, version: Version, site: Locating): News {
  const { words } = notice;
  const { facts, withdrawn, calledOff } = version;
  const { previous } = neighboursOf(notice, version);
  const occasion = calledOff
    ? 'called-off'
    : withdrawn !== undefined
      ? 'withdrawn'
      : previous
        ? 'change'
        : 'first';
  const day = (occasion === 'withdrawn' ? withdrawn : undefined) ?? facts.effective;
  const isComing = day > site.today;
  const title = titleBeside(facts);
  const controller = facts.controller.name;
  const named = { title, controller, day: words.date(day) };
  const { announce } = words;
  const told =
    occasion === 'change' && previous ? changesOf(notice, previous, version, isComing) : NOTHING;
  return {
    ...{ occasion, isComing, words, title, controller, day },
    notice: notice.id,
    version: version.name,
    language: facts.language,
    subject: announce.subject[occasion](named, isComing),
    lead: [announce.lead[occasion](named, isComing), ...afterwards(notice, version)].join(' '),
    banner: announce.banner[occasion](named, isComing),
    summary: occasion === 'first' ? facts.summary : undefined,
    ...told,
    ...linksOf(notice, version, previous, { occasion, isComing, locate: site.locate }),
    contact: factGroups.contact(facts),
  };
}

/** What follows from a version that was called off. */
function afterwards({ inForce, words }: Notice, { calledOff }: Version): string[] {
  if (!calledOff) return [];
  const { announce, date } = words;
  return [
    announce.calledOff(date(calledOff.on), calledOff.reason),
    ...(inForce ? [announce.stays(date(inForce.facts.effective))] : []),
  ];
}

type Told = Pick<News, 'notes' | 'figures' | 'general' | 'purposes' | 'main' | 'instead' | 'todo'>;

const NOTHING: Told = {
  ...{ notes: [], figures: [], general: [], purposes: [], todo: [] },
  ...{ main: undefined, instead: undefined },
};

/** What changed between two versions: as the publisher says it, and as facts and figures do. */
function changesOf(notice: Notice, previous: Version, version: Version, isComing: boolean): Told {
  const { announce, changeKinds } = notice.words;
  const entries = isNotedSince(version, previous) ? joinNotes(entriesOf(version, previous)) : [];
  const { figures, changes } = differencesOf(notice, previous, version);
  const facts = factChangesOf(previous.facts, version.facts);
  const said = factNews(facts, {
    ...{ words: notice.words, isComing },
    ...{ before: previous.facts, after: version.facts },
  });
  const sentences = [...said.first, ...said.last];
  // Where the publisher writes of the changes, figures would say the same once more.
  const ofText = entries.length > 0 ? [] : figuresBeside(figures, sentences, notice.words);
  const told = [...said.first, ...ofText, ...said.last];
  const hasFigures =
    figures.length + facts.length > 0 || changes.some(({ kind }) => kind === 'number');
  return {
    notes: entries.map((entry) => noteIn(entry, announce, changeKinds)),
    figures: told,
    general: [...ofText, ...said.general],
    purposes: said.purposes,
    main: mainNote(entries)?.summary ?? told[0],
    instead:
      entries.length + told.length > 0
        ? undefined
        : changes.some(({ kind }) => kind !== 'facts')
          ? announce.seeComparison
          : announce.same,
    todo: todoOf(previous.facts, version.facts, { facts, entries, hasFigures }, announce.todo),
  };
}

/** The note for where there is room for one: rather what changed than what was explained. */
const mainNote = (entries: readonly JoinedNote[]): JoinedNote | undefined =>
  entries.find(({ kind }) => kind !== 'clarified' && kind !== 'moved') ?? entries[0];

function noteIn(
  { kind, summary, reason, where }: JoinedNote,
  { note, why }: Words['announce'],
  kinds: Words['changeKinds'],
): string {
  // A place within a section has no heading to name.
  const headings = where.map(({ words }) => words).filter((words) => !words.startsWith('#'));
  const line = note(kinds[kind], headings, summary);
  return reason === undefined ? line : `${line} ${why(reason)}`;
}

/** Facts that readers are not told of by themselves: they are of the version, or codes of records. */
const SILENT: ReadonlySet<string> = new Set([
  ...['summary', 'language', 'audience', 'withdrawn', 'records', 'processing.kind'],
]);

/** The facts that changed. Those of records are new, and no change, where there were no records before. */
function factChangesOf(before: Facts, after: Facts): FactChange[] {
  return [
    ...compareFacts(before, after),
    ...(hasRecords(before) ? compareRecords(before, after) : []),
  ].filter(({ field }) => !SILENT.has(field));
}

/** Figures of the text that no fact has already: tables of records print facts. */
const figuresBeside = (
  figures: readonly Figure[],
  sentences: readonly string[],
  { announce, comparison }: Words,
): string[] =>
  figures
    .filter(
      ({ before, after }) =>
        !sentences.some((sentence) => [before, after].every((each) => sentence.includes(each))),
    )
    .map(({ subject, before, after }) =>
      announce.figure(subject === '' ? comparison.lead : tidy(subject), before, after),
    );

/** Where to read a version, and what it changes. */
function linksOf(
  notice: Notice,
  version: Version,
  previous: Version | undefined,
  { occasion, isComing, locate }: Pick<News, 'occasion' | 'isComing'> & Pick<Site, 'locate'>,
): Pick<News, 'links' | 'see'> {
  const { read, see } = notice.words.announce;
  const own = locate(version.path);
  const labels = {
    change: read.version(version.label),
    first: read.version(version.label),
    'called-off': read.calledOff,
    withdrawn: read.last,
  };
  const compared =
    previous && occasion === 'change'
      ? locate(comparisonPathOf(notice, previous, version))
      : undefined;
  const current = notice.inForce && notice.inForce !== version ? locate(notice.path) : undefined;
  return {
    links: [
      { label: labels[occasion], address: own },
      ...(compared === undefined ? [] : [{ label: read.comparison, address: compared }]),
      ...(current === undefined
        ? []
        : [
            {
              label: occasion === 'called-off' || !isComing ? read.current : read.untilThen,
              address: current,
            },
          ]),
    ],
    see:
      compared === undefined
        ? { label: see.notice, address: occasion === 'called-off' ? (current ?? own) : own }
        : { label: see.changes(isComing), address: compared },
  };
}
