/** Rules about how a text is built and how hard it is to read. */
import { CLEAR, type Ask, type Hit } from './rule.ts';
import { cut, notInShort } from './signals.ts';
import { literally, wordsOf } from './words.ts';

/** A paragraph or item of twelve words and more that stands more than once. */
export const askRepeats: Ask = ({ blocks }) => {
  const first = new Map<string, Hit[]>();
  for (const block of blocks) {
    const isText = block.kind === 'paragraph' || block.kind === 'item';
    if (!isText || block.isInShort || wordsOf(block.plain).length < 12) continue;
    const same = first.get(block.plain) ?? [];
    first.set(block.plain, [...same, { found: cut(block.plain), block }]);
  }
  const hits = [...first.values()].filter(({ length }) => length > 1).flat();
  return hits.length > 0 ? { state: 'marked', hits } : CLEAR;
};

/** A number of a heading, and no day: "25. March 2019". */
const NUMBERED = /^(\d{1,2})[.)]\s(?!\p{L}+ \d{4}\b)/u;

/** Typed numbers of headings that skip one or stand twice: a gap is often a section that was lost. */
export const askNumbers: Ask = ({ headings }) => {
  const numbered = headings.flatMap((block) => {
    const number = NUMBERED.exec(block.plain)?.[1];
    return number === undefined ? [] : [{ block, number: Number(number) }];
  });
  if (numbered.length < 3) return CLEAR;
  const hits = numbered.slice(1).flatMap(({ block, number }, index): Hit[] => {
    const before = numbered[index]?.number ?? number;
    return number === before + 1 || number === 1
      ? []
      : [{ found: `${before} to ${number}`, block }];
  });
  return hits.length > 0 ? { state: 'marked', hits } : CLEAR;
};

const MOST_WITHOUT_HEADING = 300;

/** More words before the first heading than anybody reads without one. */
export const askHeadings: Ask = ({ blocks }) => {
  const end = blocks.findIndex(({ kind }) => kind === 'heading');
  const lead = end === -1 ? blocks : blocks.slice(0, end);
  const count = lead.reduce((sum, { plain }) => sum + wordsOf(plain).length, 0);
  const [block] = lead;
  if (count <= MOST_WITHOUT_HEADING || !block) return CLEAR;
  return { state: 'marked', hits: [{ found: String(count), block }] };
};

const LONG = 40;

/** Sentences of more than forty words, the longest first. */
export const askLength: Ask = ({ blocks }) => {
  const long = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap((block) =>
      block.sentences.map((sentence) => ({ block, sentence, words: wordsOf(sentence).length })),
    )
    .filter(({ words }) => words > LONG)
    .toSorted((a, b) => b.words - a.words);
  if (long.length === 0) return CLEAR;
  return {
    state: 'marked',
    hits: long.map(({ block, sentence, words }) => ({
      found: cut(sentence),
      block,
      now: String(words),
    })),
  };
};

const JARGON =
  /\b(?:SARs?|DSARs?|DPIAs?|LIAs?|IDTA|SCCs?|BCRs?|PECR|PII|EULA|ROPA|TOMs)\b|\b[Dd]ata subjects?\b|\b[Pp]seudonymi[sz]\w+\b/gu;

/** Words of the trade that the text nowhere explains. */
export const askJargon: Ask = ({ blocks, all }) => {
  const terms = new Map<string, Hit>();
  for (const block of blocks.filter(notInShort)) {
    for (const { 0: term, index } of block.plain.matchAll(JARGON)) {
      if (isName(block.plain.slice(0, index))) continue;
      const key = term.replace(/s$/u, '');
      if (!terms.has(key)) terms.set(key, { found: term, block });
    }
  }
  const hits = [...terms].filter(([term]) => !isExplained(term, all)).map(([, hit]) => hit);
  return hits.length > 0 ? { state: 'marked', hits } : CLEAR;
};

/** Whether a sentence that says a thing goes on to what it is called: it explains the term. */
const isName = (before: string): boolean =>
  /\b(?:known as|called|referred to as|termed)\b[^.]{0,24}$/i.test(before);

const isExplained = (term: string, text: string): boolean => {
  const escaped = literally(term);
  return new RegExp(
    String.raw`\((?:the )?["']?${escaped}s?["']?\)|\b${escaped}s? \(|\b${escaped}s?\b.{0,40}\b(?:means?|is|are|stands for)\b`,
    'i',
  ).test(text);
};
