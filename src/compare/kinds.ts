/** What sort of change it is that some words were taken away and others put in their place. */
import { valueOf, withLatinDigits } from './digits.ts';
import { hiddenIn } from './hidden.ts';
import type { ChangeKind } from './model.ts';
import { readingOf } from './reading.ts';
import type { Token, TokenKind } from './tokens.ts';

/** Letters, figures and symbols in one form: what is left when punctuation does not count. */
const meaningOf = (text: string): string =>
  withLatinDigits(text.normalize('NFKC')).replace(/[^\p{L}\p{M}\p{N}\p{Sc}\p{Sm}\p{So}]/gu, '');

/** Of the wording, unless nothing but figures or nothing but punctuation is different. */
export function kindOf(removed: string, added: string): ChangeKind {
  if (hiddenIn(removed) !== hiddenIn(added)) return 'wording';
  const { tokens: old } = readingOf(removed);
  const { tokens: now } = readingOf(added);
  const [then, since] = [numbersIn(removed, old), numbersIn(added, now)];
  const all = [...old, ...now];
  const isSameNumber = then.written !== since.written && then.value === since.value;
  const hasFigures = has('address', all) || (has('number', all) && !isSameNumber);
  if (!hasFigures && meaningOf(then.rest) === meaningOf(since.rest)) return 'format';
  const isOnlyNumber = has('number', old) && has('number', now) && restOf(old) === restOf(now);
  return isOnlyNumber ? 'number' : 'wording';
}

/** The numbers of a text as they are written and by their value, and what else there is. */
function numbersIn(
  text: string,
  tokens: readonly Token[],
): Record<'written' | 'value' | 'rest', string> {
  const words = tokens.map(({ kind, start, end }) => ({
    isNumber: kind === 'number',
    word: text.slice(start, end),
  }));
  const numbers = words.flatMap(({ isNumber, word }) => (isNumber ? [word] : []));
  return {
    written: numbers.join(' '),
    value: numbers.map(valueOf).join(' '),
    rest: words.map(({ isNumber, word }) => (isNumber ? ' 0 ' : word)).join(' '),
  };
}

const has = (kind: TokenKind, tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === kind);

const restOf = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind !== 'number')
    .map(({ key }) => key)
    .join();
