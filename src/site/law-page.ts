/** What the page of a checklist shows, and what dev reports of drafts: no published site has either. */
import { headingText } from '../document/model.ts';
import { sectionAt } from '../document/walk.ts';
import type { Reported } from '../findings/catalogue.ts';
import type { Asked } from '../law/ask.ts';
import {
  checklistOf,
  openIn,
  toAnswer,
  whyNotAsked,
  type WhyNot,
  type Checklist,
  type DutyLine,
} from '../law/checklist.ts';
import { fileOf, findingsOfChecklist, keyOfRule } from '../law/findings.ts';
import { placesIn, type Places } from '../law/place.ts';
import { readabilityOf, type Readability } from '../law/readability.ts';
import type { Hit, State } from '../law/rule.ts';
import { fixOf, lawOf, messageOf } from '../law/say.ts';
import { faultOfWaiver, type Waiver } from '../law/waivers.ts';
import { readingOfVersion, type LawVersion } from '../law/version.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Version } from './notices.ts';
import type { Site } from './site.ts';

/** Where something stands: its section, if that has a name, and the line of the file. */
export interface PlaceView {
  /** The words that were met; empty for a fact. */
  quote: string;
  section?: { anchor: string; name: string };
  /** Absent where facts answer, which a component prints in the section. */
  line?: number;
}

export interface FindingView {
  code: string;
  message: string;
  edit: string;
  law: string;
  places: PlaceView[];
  /** How many more places there are. */
  more: number;
}

export type DutyState = 'met' | 'told' | 'unclear' | 'missing' | 'not-asked';

interface DutyView {
  duty: DutyLine['duty'];
  state: DutyState;
  byFacts: boolean;
  law: string;
  place?: PlaceView;
  /** Why it is not asked, if it is not. */
  notAsked?: WhyNot;
}

/** A checklist as its page shows it. */
export interface CheckView {
  /** The law of which day. */
  day: IsoDate;
  counts: { state: DutyState; count: number }[];
  open: FindingView[];
  words: FindingView[];
  info: FindingView[];
  duties: DutyView[];
  waived: Waiver[];
  waiverFaults: { message: string; edit: string; line: number }[];
  readability: Readability;
  silent: Checklist['silent'];
}

const STATES: readonly DutyState[] = ['missing', 'unclear', 'told', 'met', 'not-asked'];

const stateOf = (state: State): DutyState =>
  state === 'marked' ? 'unclear' : state === 'clear' ? 'not-asked' : state;

const lawVersionOf = ({ file, facts, source }: Version): LawVersion => ({
  file,
  facts,
  text: source,
});

/** A draft is asked by the law of the day it begins, what is in force by that of today. */
const dayOf = ({ status, facts }: Version, today: IsoDate): IsoDate =>
  status === 'draft' ? facts.effective : today;

/** The checklist of a version; undefined if its text cannot be parsed. */
export function checkViewOf(version: Version, today: IsoDate): CheckView | undefined {
  const reading = readingOfVersion(lawVersionOf(version));
  if (!reading) return undefined;
  const day = dayOf(version, today);
  const checklist = checklistOf(reading, day, today);
  const at = new Viewer(version, placesIn(fileOf(lawVersionOf(version))));
  const states = checklist.duties.map(({ state }) => stateOf(state));
  return {
    day,
    counts: STATES.map((state) => ({
      state,
      count: states.filter((each) => each === state).length,
    })),
    open: toAnswer(checklist).map((asked) => at.finding(asked)),
    words: checklist.words.map((asked) => at.finding(asked)),
    info: checklist.info.map((asked) => at.finding(asked)),
    duties: checklist.duties.map((line) => {
      const notAsked = whyNotAsked(line, checklist);
      return { ...at.duty(line), ...(notAsked && { notAsked }) };
    }),
    waived: checklist.waived.map(({ waiver }) => waiver),
    waiverFaults: checklist.waiverFaults.map((fault) => {
      const { message, hint } = faultOfWaiver(fault);
      return { message, edit: hint, line: at.lineOfWaiver(fault) };
    }),
    readability: readabilityOf(reading, day),
    silent: checklist.silent,
  };
}

/** How many of its places a finding shows. */
const MOST_PLACES = 4;

class Viewer {
  readonly #version: Version;
  readonly #places: Places;

  constructor(version: Version, places: Places) {
    this.#version = version;
    this.#places = places;
  }

  finding(asked: Asked): FindingView {
    const { rule, answer } = asked;
    const hits: readonly (Hit | undefined)[] = answer.hits ?? [undefined];
    const places = hits.map((hit) => this.#placeOf(hit, asked));
    // Words that are missing have no place but that of the whole file.
    const real = places.filter(({ line, section }) => line > 1 || section !== undefined);
    return {
      code: rule.code,
      message: messageOf(asked),
      edit: fixOf(asked),
      law: lawOf(rule),
      places: real.slice(0, MOST_PLACES),
      more: Math.max(0, real.length - MOST_PLACES),
    };
  }

  duty({ duty, state, where, byFacts, rule, asked }: DutyLine): DutyView {
    const { section, line } = where ? this.#placeOf(where, asked) : {};
    const isTold = state !== 'not-asked' && section !== undefined;
    return {
      duty,
      state: stateOf(state),
      byFacts,
      law: lawOf(rule),
      ...(isTold && { place: { quote: '', section, ...(!byFacts && line && { line }) } }),
    };
  }

  lineOfWaiver({ index, key }: Checklist['waiverFaults'][number]): number {
    return this.#places.ofFact(['waived', index, ...key]).line;
  }

  #placeOf(hit: Hit | undefined, { answer, rule }: Asked): PlaceView & { line: number } {
    const { line } = this.#places.ofHit(hit, answer, keyOfRule(rule));
    const anchor = hit?.block?.anchor ?? hit?.anchor ?? '';
    const section = anchor === '' ? undefined : sectionAt(this.#version.document(), anchor);
    return {
      quote: hit?.block ? hit.found : '',
      line,
      ...(section && { section: { anchor, name: headingText(section.heading) } }),
    };
  }
}

/** What the law asks of a draft, for dev. */
export interface DraftByLaw {
  draft: Version;
  /** "2 duties missing or unclear". */
  open: string;
  findings: Reported[];
}

const made = new WeakMap<Site, DraftByLaw[]>();

/** What is open of each draft; made once for all pages of a site. */
export function draftsByLaw(site: Site): DraftByLaw[] {
  const known = made.get(site);
  if (known) return known;
  const drafts = site.notices.flatMap(({ draft }): DraftByLaw[] => {
    const reading = draft && readingOfVersion(lawVersionOf(draft));
    if (!reading) return [];
    const checklist = checklistOf(reading, draft.facts.effective, site.today);
    const open = openIn(checklist);
    const places = placesIn(fileOf(lawVersionOf(draft)));
    return open === undefined
      ? []
      : [{ draft, open, findings: findingsOfChecklist(checklist, places) }];
  });
  made.set(site, drafts);
  return drafts;
}
