/**
 * What a data protection officer goes through for a version: each duty with its state, and the words
 * to change. It is not legal advice: it sees words, not whether they are true.
 */
import type { AuthorsComponent } from '../document/elements.ts';
import { counted } from '../findings/report.ts';
import { askAll, isOfUk, type Asked } from './ask.ts';
import type { Reading } from './reading.ts';
import { isFault, type Day, type Hit, type Rule, type State } from './rule.ts';
import { withoutWaived, type Waived } from './waivers.ts';

interface Duty {
  duty: string;
  rules: readonly string[];
  /** The component that prints the answer, where facts give it. */
  prints?: AuthorsComponent;
}

/** The duties in the order in which people ask: UK GDPR Arts 13 and 14, PECR 2003. */
const DUTIES = [
  { duty: 'who decides', rules: ['controller-identity'], prints: 'Controller' },
  { duty: 'data protection officer', rules: ['dpo-contact', 'dpo-in-prose-only'], prints: 'Dpo' },
  { duty: 'purposes', rules: ['purposes-missing'], prints: 'Purposes' },
  {
    duty: 'lawful basis for each purpose',
    rules: ['lawful-basis-missing', 'lawful-basis-unmapped', 'recognised-interest', 'basis-unfit'],
    prints: 'Purposes',
  },
  { duty: 'legitimate interests', rules: ['legitimate-interest-unnamed'], prints: 'Purposes' },
  { duty: 'sources', rules: ['source-missing'], prints: 'Sources' },
  { duty: 'recipients', rules: ['recipients-missing'], prints: 'Recipients' },
  { duty: 'transfers', rules: ['transfer-without-safeguard'], prints: 'Transfers' },
  {
    duty: 'retention',
    rules: ['retention-missing', 'retention-empty-formula'],
    prints: 'Retention',
  },
  { duty: 'rights', rules: ['right-not-named'] },
  { duty: 'right to object, by itself', rules: ['object-not-separate'] },
  { duty: 'taking back consent', rules: ['withdrawal-missing'] },
  { duty: 'whether data must be given', rules: ['provision-missing'], prints: 'Provision' },
  { duty: 'automated decisions', rules: ['automated-decision-unexplained'], prints: 'Automated' },
  { duty: 'complaint to you', rules: ['complaint-to-controller-missing'], prints: 'Complaints' },
  { duty: 'complaint to the regulator', rules: ['complaint-to-regulator-missing'] },
  {
    duty: 'stopping marketing',
    rules: ['marketing-opt-out-missing', 'soft-opt-in-misused'],
  },
  {
    duty: 'cookies and devices',
    rules: ['cookies-browser-only', 'storage-unexplained'],
    prints: 'Storage',
  },
] as const satisfies readonly Duty[];

/** What a duty is called. */
export type DutyName = (typeof DUTIES)[number]['duty'];

export interface DutyLine {
  duty: DutyName;
  state: State;
  /** Where the answer stands, or the words that leave it open. */
  where?: Hit;
  byFacts: boolean;
  /** The rule that decided. */
  rule: Rule;
  asked: Asked;
  /** All that is open of it, the worst first: several rules may find something. */
  open: readonly Asked[];
}

export interface Checklist {
  /** The law of which day. */
  day: string;
  duties: DutyLine[];
  /** Words to change, errors first. */
  words: Asked[];
  info: Asked[];
  waived: Waived['silenced'];
  waiverFaults: Waived['faults'];
  /** Why rules were silent. */
  silent: ('not-uk' | 'not-english')[];
}

const OF_DUTIES = new Set<string>(DUTIES.flatMap(({ rules }) => rules));

/**
 * Goes through all duties and rules.
 *
 * @param day the law of which day
 * @param today the day on which it is asked, by which waivers may have ended
 */
export function checklistOf(reading: Reading, day: string, today: string): Checklist {
  const asked = askAll(reading, day);
  const faults = asked.filter(({ answer }) => isFault(answer.state));
  const {
    open,
    silenced,
    faults: waiverFaults,
  } = withoutWaived(faults, reading.facts.waived ?? [], today);
  const byCode = new Map(asked.map((each) => [each.rule.code, each]));
  for (const { asked: each } of silenced) byCode.delete(each.rule.code);
  for (const each of open) byCode.set(each.rule.code, each);
  const others = open.filter((each) => !OF_DUTIES.has(each.rule.code) || isRemark(each));
  return {
    day,
    duties: DUTIES.flatMap((duty) => lineOf(duty, byCode, reading)),
    words: others
      .filter(({ severity }) => severity !== 'info')
      .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')),
    info: others.filter(({ severity }) => severity === 'info'),
    waived: silenced,
    waiverFaults,
    silent: [
      ...(isOfUk(reading.facts) ? [] : (['not-uk'] as const)),
      ...(reading.isEnglish ? [] : (['not-english'] as const)),
    ],
  };
}

/** Words to look at beside a duty that is told. */
const isRemark = ({ severity, answer }: Asked): boolean =>
  severity === 'info' && answer.state === 'marked';

/** The worst answer of the rules of a duty is its state; among sound ones facts go before words. */
const RANK: Readonly<Record<State, number>> = {
  missing: 6,
  unclear: 5,
  marked: 5,
  met: 4,
  told: 3,
  // Nothing speaks of it, so nothing is asked.
  clear: 1,
  'not-asked': 1,
};

/** What is for information goes after what is not, and before what is answered. */
const RANK_OF_INFO = 4.5;

function rankOf(asked: Asked): number {
  const { answer, severity } = asked;
  if (isRemark(asked)) return RANK.told;
  return isFault(answer.state) && severity === 'info' ? RANK_OF_INFO : RANK[answer.state];
}

function dutyStateOf(asked: Asked): State {
  const { state } = asked.answer;
  if (state === 'marked') return isRemark(asked) ? 'told' : 'unclear';
  return state === 'clear' ? 'not-asked' : state;
}

function lineOf(
  { duty, rules, prints }: Duty & { duty: DutyName },
  byCode: ReadonlyMap<string, Asked>,
  reading: Reading,
): DutyLine[] {
  const asked = rules.flatMap((code) => byCode.get(code) ?? []);
  const ranked = asked.toSorted((a, b) => rankOf(b) - rankOf(a));
  const [worst] = ranked;
  if (!worst) return [];
  const { hits, byFacts = false } = worst.answer;
  const printed = prints && reading.components.get(prints);
  const where: Hit | undefined =
    hits?.[0] ?? (printed === undefined ? undefined : { found: '', anchor: printed });
  return [
    {
      duty,
      state: dutyStateOf(worst),
      ...(where && { where }),
      byFacts,
      rule: worst.rule,
      asked: worst,
      open: ranked.filter((each) => isFault(each.answer.state) && !isRemark(each)),
    },
  ];
}

/** Why a duty is not asked: the day on which its law begins or ended, or what is not so of the notice. */
export type WhyNot =
  { why: 'before' | 'until'; day: Day } | { why: 'not-uk' | 'not-english' | 'not-raised' };

/** Why a duty is not asked; undefined if it is. */
export function whyNotAsked(
  { state, rule, asked }: DutyLine,
  { day, silent }: Checklist,
): WhyNot | undefined {
  if (state !== 'not-asked') return undefined;
  if (rule.from !== undefined && day < rule.from) return { why: 'before', day: rule.from };
  if (rule.until !== undefined && rule.until <= day) return { why: 'until', day: rule.until };
  if (silent.includes('not-uk') && !rule.isOfAnyLaw) return { why: 'not-uk' };
  const isUnread = asked.answer.isUnread ?? !rule.readsFacts;
  return { why: silent.includes('not-english') && isUnread ? 'not-english' : 'not-raised' };
}

/** What is to be answered, once each: a rule may ask for two duties. */
export const toAnswer = ({ duties }: Checklist): Asked[] => [
  ...new Set(duties.flatMap(({ open }) => open)),
];

/** What is open, in words: "2 duties missing or unclear, 1 finding about words"; undefined where nothing is. */
export function openIn(checklist: Checklist): string | undefined {
  const { duties, words } = countOf(checklist);
  const waivers = checklist.waiverFaults.length;
  const open = [
    ...(duties > 0 ? [`${duties === 1 ? '1 duty' : `${duties} duties`} missing or unclear`] : []),
    ...(words > 0 ? [`${counted(words, 'finding')} about words`] : []),
    ...(waivers > 0 ? [`${counted(waivers, 'waiver')} to correct`] : []),
  ];
  return open.length > 0 ? open.join(', ') : undefined;
}

/** How many duties are missing or unclear, and how many words are to be changed. */
export const countOf = ({ duties, words }: Checklist): { duties: number; words: number } => ({
  duties: duties.filter(({ state }) => isFault(state)).length,
  words: words.length,
});
