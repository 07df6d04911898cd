/** What sort of change it is that some words were taken away and others put in their place. */
import { valueOf, withLatinDigits } from './digits.ts';
import { hiddenIn } from './hidden.ts';
import type { ChangeKind } from './model.ts';
import { IS_ADDRESS, IS_NUMBER, tokenise } from './tokens.ts';

/** Letters, figures and symbols in one form: what is left when punctuation does not count. */
const meaningOf = ({ words }: Figures): string =>
  withLatinDigits(words.join(' ').normalize('NFKC')).replace(
    /[^\p{L}\p{M}\p{N}\p{Sc}\p{Sm}\p{So}]/gu,
    '',
  );

/** Of the wording, unless nothing but figures or nothing but punctuation is different. */
export function kindOf(removed: string, added: string): ChangeKind {
  if (hiddenIn(removed) !== hiddenIn(added)) return 'wording';
  // A passage that was put in or taken away is told without a look at each of its words.
  if ([removed, added].includes('') && /[A-Za-z0-9]/.test(removed + added)) return 'wording';
  const then = figuresIn(removed);
  const since = figuresIn(added);
  // The same numbers written in another way are form; beside numbers that stay, words are words.
  const hasFigures =
    then.hasAddress ||
    since.hasAddress ||
    (then.numbers.length + since.numbers.length > 0 && !isSameWrittenAnew(then, since));
  if (!hasFigures && meaningOf(then) === meaningOf(since)) return 'format';
  const isOnlyNumber =
    then.numbers.length * since.numbers.length > 0 && restOf(then) === restOf(since);
  return isOnlyNumber ? 'number' : 'wording';
}

/** What a text has of numbers, whether it has addresses, and its words, with a sign for a number. */
interface Figures {
  numbers: string[];
  hasAddress: boolean;
  words: string[];
}

function figuresIn(text: string): Figures {
  const tokens = tokenise(text);
  const figures: Figures = { numbers: [], hasAddress: false, words: [] };
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = tokens.kind(at);
    const word = text.slice(tokens.start(at), tokens.end(at));
    if (kind === IS_ADDRESS) figures.hasAddress = true;
    if (kind === IS_NUMBER) figures.numbers.push(word);
    figures.words.push(kind === IS_NUMBER ? NUMBER : word);
  }
  return figures;
}

const NUMBER = ' 0 ';
const isSameWrittenAnew = ({ numbers: then }: Figures, { numbers: since }: Figures): boolean =>
  then.join(' ') !== since.join(' ') &&
  then.map(valueOf).join(' ') === since.map(valueOf).join(' ');

const restOf = ({ words }: Figures): string => words.filter((word) => word !== NUMBER).join(' ');
