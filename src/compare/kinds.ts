/** What sort of change it is that some words were taken away and others put in their place. */
import { valueOf, withLatinDigits } from './digits.ts';
import { hiddenIn } from './hidden.ts';
import type { ChangeKind } from './model.ts';
import { COUNT, IS_ADDRESS, IS_NUMBER, tokenise } from './tokens.ts';

/** Letters, figures and symbols in one form: what is left when punctuation does not count. */
const meaningOf = ({ words }: Figures): string =>
  withLatinDigits(words.join(' ').normalize('NFKC')).replace(
    /[^\p{L}\p{M}\p{N}\p{Sc}\p{Sm}\p{So}]/gu,
    '',
  );

/** Text of Latin letters and common punctuation, in which a number can only be in words. */
const SIMPLE = /^[A-Za-z ,;.!?()'"’“”–—-]*$/;
const MAY_COUNT = new RegExp(`${COUNT} |www`);

/** Of the wording, unless nothing but figures or nothing but punctuation is different. */
export function kindOf(removed: string, added: string): ChangeKind {
  if (hiddenIn(removed) !== hiddenIn(added)) return 'wording';
  const texts = [removed, added];
  // Most changes are told by a look at their letters, without a look at their words.
  if (texts.includes('') && texts.some((text) => /[A-Za-z0-9]/.test(text))) return 'wording';
  if (texts.every((text) => SIMPLE.test(text) && !MAY_COUNT.test(text))) {
    const [old, now] = texts.map((text) => text.replace(/[^A-Za-z]/g, ''));
    return old === now ? 'format' : 'wording';
  }
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
