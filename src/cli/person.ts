/** The person at the terminal, as commands ask them. Tests answer in their place. */
import { isCancel, log, multiselect, select, text, type CANCEL_SYMBOL } from '@clack/prompts';
import { visible } from '../findings/visible.ts';
import { Refusal } from './terminal.ts';

/** One of several answers. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export interface Person {
  /** Shows lines above the next question. */
  show: (lines: string) => void;
  /** Asks for one of several answers. */
  choose: (message: string, choices: readonly Choice[]) => Promise<string>;
  /** Asks for words. An empty answer is one, unless `check` says why not. */
  type: (message: string, options: Typed) => Promise<string>;
}

/** A person who can also choose several answers. */
export interface PersonWhoPicks extends Person {
  /** Asks for any number of answers; some may be chosen to begin with. */
  pick: (
    message: string,
    choices: readonly Choice[],
    chosen: readonly string[],
  ) => Promise<string[]>;
}

export interface Typed {
  placeholder?: string;
  /** What is wrong with words; undefined if they are right. */
  check?: (typed: string) => string | undefined;
}

/** The person at this terminal; undefined where nobody can be asked. */
export const personHere = (): PersonWhoPicks | undefined =>
  process.stdin.isTTY && process.stdout.isTTY ? atTerminal : undefined;

/** Words of a source may stand in questions: none of them acts on the terminal. */
const shown = ({
  value,
  label,
  hint,
}: Choice): { value: string; label: string; hint?: string } => ({
  value,
  label: visible(label, true),
  ...(hint !== undefined && { hint: visible(hint, true) }),
});

const atTerminal: PersonWhoPicks = {
  show: (lines) => log.message(visible(lines).split('\n')),
  choose: async (message, choices) =>
    answered(await select({ message: visible(message), options: choices.map(shown) })),
  pick: async (message, choices, chosen) =>
    answered(
      await multiselect({
        message: `${visible(message)} (space chooses, Enter goes on)`,
        options: choices.map(shown),
        initialValues: [...chosen],
        required: false,
      }),
    ),
  type: async (message, { placeholder, check }) =>
    answered(
      await text({
        message: visible(message),
        ...(placeholder !== undefined && { placeholder }),
        validate: (typed) => check?.((typed ?? '').trim()),
      }),
    ).trim(),
};

/** @throws Refusal if the person pressed Escape or Ctrl+C */
function answered<T>(answer: T | typeof CANCEL_SYMBOL): T {
  if (isCancel(answer)) throw new Refusal('Nothing was written.');
  return answer;
}
