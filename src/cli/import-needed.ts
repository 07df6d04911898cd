/** Asks for what no version can be without, offering what a text proposes for it. */
import type { Proposal } from '../import/model.ts';
import { shortened } from './import-print.ts';
import type { Person } from './person.ts';

/** What no version can be without: how it is asked for, and the option that says it. */
export interface Needed {
  key: 'title' | 'controller.name' | 'controller.contact.email';
  message: string;
  example: string;
  option: 'title' | 'controller' | 'email';
}

/** By the names that `missing` has of a version. */
export const NEEDED: Readonly<Record<string, Needed>> = {
  title: {
    key: 'title',
    message: 'The texts have no title. What is the notice called?',
    example: 'Customer privacy notice',
    option: 'title',
  },
  'controller.name': {
    key: 'controller.name',
    message: 'Which organisation is responsible? Its full legal name:',
    example: 'Example Limited',
    option: 'controller',
  },
  'controller.contact': {
    key: 'controller.contact.email',
    message: 'Which email address is for questions about personal data?',
    example: 'privacy@example.co.uk',
    option: 'email',
  },
};

/** Facts that may be what is asked for, although the text says them of something else. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  'controller.name': ['controller.name', 'controller.tradingNames'],
  'controller.contact.email': ['controller.contact.email', 'dpo.email', 'complaints.email'],
};

/** A person can choose among a few. */
const MOST = 6;

/** What was found that may be the fact of a key: each value once, in the order of the proposals. */
export function candidatesFor(key: string, proposals: readonly Proposal[]): Proposal[] {
  const keys = OFFERED[key] ?? [];
  const found = new Map<string, Proposal>();
  for (const each of keys.flatMap((own) => proposals.filter((other) => other.key === own))) {
    if (typeof each.value === 'string' && !found.has(each.value)) found.set(each.value, each);
  }
  return [...found.values()].slice(0, MOST);
}

/**
 * Asks for what is needed.
 *
 * @param candidates what was found, to choose from
 * @param check says what is wrong with what was typed; by default nothing but no words
 * @returns what was chosen or typed
 */
export async function askNeeded(
  { message, example }: Pick<Needed, 'message' | 'example'>,
  candidates: readonly Proposal[],
  person: Person,
  check: (typed: string) => string | undefined = (typed) =>
    typed === '' ? 'No version can be without it.' : undefined,
): Promise<string> {
  if (candidates.length > 0) {
    // What Enter does is said where words are typed.
    const answer = await person.choose(message.replace(/ \(Enter [^)]*\)/, ''), [
      ...candidates.map(({ key, value, quote }, index) => ({
        value: String(index),
        label: shortened(String(value), 60),
        hint: `${key}: ${shortened(quote, 50)}`,
      })),
      { value: 'another', label: 'something else' },
    ]);
    const chosen = candidates[Number(answer)]?.value;
    if (typeof chosen === 'string') return chosen;
  }
  return await person.type(message, { placeholder: example, check });
}
