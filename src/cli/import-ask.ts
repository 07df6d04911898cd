/** What `import` asks: only what it cannot decide, and nothing that was answered before. */
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import { unitOf, type Unit } from '../import/remarks.ts';
import { isDateKey, isWhole, proposalsByKey } from '../import/frontmatter.ts';
import type { Answers, Imported, Proposal } from '../import/model.ts';
import { textOfPiece } from '../import/runs.ts';
import { askNeeded, candidatesFor } from './import-needed.ts';
import { shortened, shownValue } from './import-print.ts';
import type { Choice, Person, Typed } from './person.ts';

/** What is known beside the source. */
export interface Known {
  /** The day that is taken where nobody knows one. */
  day: IsoDate;
  /** Whether facts are those of a version that is published: then none is missing. */
  isFollowing: boolean;
}

const LEAVE_OUT: Choice = { value: 'out', label: 'leave out' };

/**
 * Asks a person what the source leaves open.
 *
 * @param before answers that stand
 * @returns those and the new ones
 */
export async function askAbout(
  imported: Imported,
  before: Answers,
  known: Known,
  person: Person,
): Promise<Answers> {
  const pieces = await askPieces(imported, before.pieces ?? {}, person);
  const unit = unitOf(imported.source.kind);
  const facts = { ...before.facts };
  const groups = proposalsByKey(imported.facts);
  for (const [key, rivals] of groups) {
    if (isDateKey(key) || key === 'title' || facts[key] !== undefined || isSure(rivals)) continue;
    facts[key] = await askFact(key, rivals, unit, person);
  }
  await askTitle(imported, facts, known, person);
  await askDay(groups, facts, { ...known, unit }, person);
  if (!known.isFollowing) await askMissing(groups, facts, person);
  return { ...before, ...(Object.keys(pieces).length > 0 && { pieces }), facts };
}

const isSure = ([first, ...others]: readonly Proposal[]): boolean =>
  first !== undefined && first.isSure && others.length === 0 && isWhole(first.value);

type Pieces = NonNullable<Answers['pieces']>;
type Facts = NonNullable<Answers['facts']>;

async function askPieces(
  { verdicts, source }: Imported,
  before: Pieces,
  person: Person,
): Promise<Pieces> {
  const answers = { ...before };
  for (const [index, { piece, is }] of verdicts.entries()) {
    const text = textOfPiece(piece);
    if (is !== 'ask' || answers[text] !== undefined) continue;
    answers[text] = await askPiece(
      { text, place: `${unitOf(source.kind)} ${piece.at}` },
      around(verdicts, index),
      person,
    );
  }
  return answers;
}

/** What stands round a piece in the source, each line with what becomes of it. */
function around(verdicts: Imported['verdicts'], index: number): string {
  const lines = verdicts.slice(Math.max(0, index - 3), index + 4).map((each) => {
    const mark = each === verdicts[index] ? '?' : each.is === 'drop' ? '-' : ' ';
    return `${mark} ${shortened(textOfPiece(each.piece), 72)}`;
  });
  return ['Lines with - are left out.', ...lines].join('\n');
}

async function askPiece(
  { text, place }: { text: string; place: string },
  context: string,
  person: Person,
): Promise<'keep' | 'drop'> {
  for (;;) {
    const answer = await person.choose(
      `${place}  “${shortened(text, 300)}”\nIs this part of the notice, or of the page around it?`,
      [
        { value: 'keep', label: 'the notice', hint: 'keep it' },
        { value: 'drop', label: 'the page', hint: 'leave it out' },
        { value: 'around', label: 'show what is round it' },
      ],
    );
    if (answer !== 'around') return answer === 'keep' ? 'keep' : 'drop';
    person.show(context);
  }
}

/** Asks which of several values a fact has, or whether an unsure one is right. */
async function askFact(
  key: string,
  rivals: readonly Proposal[],
  unit: Unit,
  person: Person,
): Promise<Proposal['value'] | null> {
  const whole = rivals.filter(({ value }) => isWhole(value));
  // Parts of an address alone are nothing to choose from.
  if (whole.length === 0) return null;
  const answer = await person.choose(`${key}: which of these is it?`, [
    ...whole.map(({ value, at, quote }, index) => ({
      value: String(index),
      label: shortened(shownValue(value), 60),
      hint: `${unit} ${at}: ${shortened(quote, 50)}`,
    })),
    ...(rivals.every(({ value }) => typeof value === 'string')
      ? [{ value: 'another', label: 'something else' }]
      : []),
    LEAVE_OUT,
  ]);
  if (answer === 'another') return (await person.type(`${key}:`, {})) || null;
  return whole[Number(answer)]?.value ?? null;
}

async function askTitle(
  { title }: Imported,
  facts: Facts,
  { isFollowing }: Known,
  person: Person,
): Promise<void> {
  if (title?.isSure || facts['title'] !== undefined || (isFollowing && !title)) return;
  const typed = await person.type(
    title
      ? `The notice has no heading of its own. Enter takes the title of the page, “${shortened(title.text, 60)}”:`
      : 'The text has no title, and the draft needs one. What is the notice called? (Enter leaves it to fill in)',
    { placeholder: title ? shortened(title.text, 60) : 'Customer privacy notice' },
  );
  const chosen = typed || title?.text;
  if (chosen !== undefined) facts['title'] = chosen;
}

/** Asks from which day the text applies, where it names one without a day, several, or one that it was changed on. */
async function askDay(
  groups: ReadonlyMap<string, Proposal[]>,
  facts: Facts,
  { day, unit }: Known & { unit: Unit },
  person: Person,
): Promise<void> {
  if (facts['effective'] !== undefined) return;
  const found = [...groups].filter(([key]) => isDateKey(key)).flatMap(([, rivals]) => rivals);
  const [days, firsts] = [new Map<IsoDate, Proposal>(), new Map<IsoDate, Proposal>()];
  for (const proposal of found) {
    const { value } = proposal;
    const written = typeof value === 'string' ? value : '';
    const first = `${written}-01`;
    if (isIsoDate(written) && !days.has(written)) days.set(written, proposal);
    else if (isIsoDate(first) && !firsts.has(first)) firsts.set(first, proposal);
  }
  const [only] = days.values();
  const isStated = only && days.size === 1 && only.isSure && /effective$/.test(only.key);
  if (days.size + firsts.size === 0 || isStated) return;
  const options = (all: ReadonlyMap<IsoDate, Proposal>, what = '') =>
    [...all].map(([each, { at, quote }]) => ({
      value: each,
      label: each,
      hint: `${what}${unit} ${at}: ${shortened(quote, 50)}`,
    }));
  // A month is no day: the first of it is offered, and never what Enter takes.
  const months = new Map([...firsts].filter(([each]) => !days.has(each) && each !== day));
  const answer = await person.choose('From which day does this text apply?', [
    ...options(days),
    ...(days.has(day)
      ? []
      : [{ value: day, label: day, hint: 'the first day it can be published for' }]),
    ...options(months, 'the first of the month, '),
    { value: 'another', label: 'another day' },
  ]);
  facts['effective'] =
    answer === 'another'
      ? await person.type('Which day?', {
          placeholder: day,
          check: (typed) => (isIsoDate(typed) ? undefined : 'Write it like 2026-01-31'),
        })
      : answer;
}

const MISSING = {
  'controller.name': {
    message:
      'Which organisation is responsible? The draft needs its full legal name (Enter leaves it to fill in):',
    placeholder: 'Example Limited',
  },
  'controller.contact.email': {
    message:
      'Which email address is for questions about personal data? The draft needs a way to reach you (Enter leaves it to fill in):',
    placeholder: 'privacy@example.co.uk',
    check: (typed: string) =>
      typed === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)
        ? undefined
        : 'Write it like privacy@example.co.uk',
  },
} satisfies Record<string, Typed & { message: string }>;

/** Asks for what no version can be without and the text does not have. */
async function askMissing(
  groups: ReadonlyMap<string, Proposal[]>,
  facts: Facts,
  person: Person,
): Promise<void> {
  for (const [key, { message, ...options }] of Object.entries(MISSING)) {
    if (facts[key] !== undefined || groups.has(key)) continue;
    if (key.includes('.contact.') && hasContact(groups, facts)) continue;
    const candidates = candidatesFor(key, [...groups.values()].flat());
    const check = 'check' in options ? options.check : () => undefined;
    const needed = { message, example: options.placeholder };
    const value = await askNeeded(needed, candidates, person, check);
    facts[key] = value === '' ? null : value;
  }
}

/** Whether there is any way to reach the controller: one is enough. */
const hasContact = (groups: ReadonlyMap<string, Proposal[]>, facts: Facts): boolean =>
  [...groups.keys(), ...Object.keys(facts)].some(
    (key) => key.startsWith('controller.contact.') && facts[key] !== null,
  );
