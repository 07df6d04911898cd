/** What the options of `new` say of a whole notice, where nobody can be asked. */
import { nearest } from '../findings/suggest.ts';
import { isOfUk } from '../law/ask.ts';
import { ACTIVITIES, ACTIVITY, isActivity, type ActivityName } from '../law/start/activities.ts';
import type { StartAnswers } from '../law/start/draft.ts';
import type { Facts } from '../notices/schema.ts';
import { addressIn, KINDS } from './new-ask.ts';
import { Refusal } from './terminal.ts';

/** What a notice is written from, as far as options say. */
export type Chosen = Pick<StartAnswers, 'activities' | 'variants' | 'kind' | 'address'>;

/** The options as they were typed. */
export interface Options {
  /** Activities with commas between them, each with a colon and how it is done: `orders:goods,cctv`. */
  activities: string;
  kind?: string | undefined;
  address?: string | undefined;
}

/** @throws Refusal if a word is no activity, no way to do one, no kind of controller or no address */
export function chosenBy({ activities, kind: typedKind, address: typed }: Options): Chosen {
  const kind = typedKind === undefined ? undefined : kindIn(typedKind);
  const pairs = wordsIn(activities).map((word) => activityIn(word, kind));
  const address = typed === undefined ? undefined : addressIn(typed);
  if (typed !== undefined && address === undefined) {
    throw new Refusal(
      `"${typed}" is not an address`,
      'write a street, a town and a postcode: --address "1 Example Wharf, Reigate, RH2 9ZZ"',
    );
  }
  return {
    activities: pairs.map(({ name }) => name),
    variants: Object.assign({}, ...pairs.map(({ variant }) => variant)) as Chosen['variants'] & {},
    ...(kind && { kind }),
    ...(address && { address }),
  };
}

function wordsIn(activities: string): string[] {
  const words = activities
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (words.length > 0) return words;
  throw new Refusal('--activities names none', `write some of: ${ACTIVITIES.join(', ')}`);
}

function activityIn(
  word: string,
  kind: Chosen['kind'],
): { name: ActivityName; variant: Record<string, string> } {
  const [name = '', way] = word.split(':');
  if (!isActivity(name)) {
    const meant = nearest(name, ACTIVITIES);
    throw new Refusal(
      `"${name}" is not an activity`,
      `write ${meant ? `--activities ${meant}. All are` : 'some of'}: ${ACTIVITIES.join(', ')}`,
    );
  }
  if (way === undefined) return { name, variant: {} };
  const { variant } = ACTIVITY[name];
  const choices = (variant?.choices ?? []).filter(
    ({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind)),
  );
  if (!variant || choices.length === 0) {
    throw new Refusal(`${name} is done in one way`, `write ${name} without ":${way}"`);
  }
  if (choices.some(({ value }) => value === way)) return { name, variant: { [variant.key]: way } };
  const known = choices.map(({ value }) => `${name}:${value}`);
  throw new Refusal(`"${word}" is not known`, `write one of: ${known.join(', ')}`);
}

function kindIn(typed: string): NonNullable<Chosen['kind']> {
  const known = KINDS.find(({ value }) => value === typed);
  if (known) return known.value;
  const values = KINDS.map(({ value }) => value);
  const meant = nearest(typed, values);
  throw new Refusal(
    `"${typed}" is not a kind of controller`,
    meant ? `write --kind ${meant}` : `write one of: ${values.join(', ')}`,
  );
}

/**
 * What a draft takes for granted that no option said: its author reads it as a list, each with the
 * way to say something else.
 */
export function takenForGranted({ activities, variants = {} }: Chosen, facts: Facts): string[] {
  const ofActivities = activities.flatMap((name) => {
    const { variant } = ACTIVITY[name];
    const [first, ...others] = variant?.choices ?? [];
    if (!variant || !first || variants[variant.key] !== undefined) return [];
    const ways = others.filter(({ kinds }) => !kinds).map(({ value }) => `${name}:${value}`);
    return [`${variant.message} ${first.label} (or ${ways.join(', ')})`];
  });
  return [
    ...ofActivities,
    'Nobody keeps data outside the United Kingdom (see country and transfers in the records)',
    'No computer alone decides anything important about people (automatedDecisions)',
    ...(isOfUk(facts)
      ? []
      : [
          'The law of the United Kingdom applies. No fact says so yet, and check asks nothing of it: write its address into controller.contact, or give --address',
        ]),
  ];
}
