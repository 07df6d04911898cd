/** Where in a text something is said: some words are wrong in one section alone. */
import type { Block, Reading } from './reading.ts';
import { CLEAR, type Ask, type Hit } from './rule.ts';
import { cut, meets, notInShort } from './signals.ts';

const BASIS_HEAD = /\b(?:lawful|legal) (?:basis|bases|grounds?|reasons?)\b|\bwhy we can\b/i;

/** Whether no table, and no record, pairs purposes with bases. */
export const hasNoBasisTable = ({ blocks, facts }: Reading): boolean =>
  !facts.processing?.every(({ lawfulBasis }) => lawfulBasis !== undefined) &&
  !blocks.some(({ kind, plain }) => kind === 'cell' && BASIS_HEAD.test(plain));

const KEEPING =
  /\b(?:keep|kept|hold|held|retain(?:ed|s|ing)?|retention|stor(?:e|ed|es|age)|delet(?:e|ed|es|ion)|eras(?:e|ed|es)|destroy(?:ed|s)?)\b/i;
const RETENTION =
  /\b(?:how long|retention|retain|storage periods?|keep(?:ing)? (?:it|your|the))\b/i;
const PERIOD =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty[- ]four|thirty[- ]six)[- ](?:calendar |working |full |financial |tax )?(?:days?|weeks?|months?|years?)\b/i;
const EVENT =
  /\buntil (?:you|your|the|it|we)\b|\bas long as (?:you|your \w+) (?:use|have|are|keep|remain|hold|stay)\b|\b(?:when|once|after) (?:you (?:close|leave|end|cancel|unsubscribe|stop|withdraw|ask)|your (?:account|order|contract|policy|membership|course)|the (?:contract|account|order|claim|tenancy))\b/i;
/** The head of a column of periods. */
const HEAD = /^(?:how long\b|retention\b|kept\b|(?:we )?keep\b)/i;
const EXAMPLE = /\b(?:for (?:example|instance)|an example|e\.g\.)/i;
/** Cookies are stored too, and are no retention of a record. */
const DEVICE = /\bcookies?\b|\bbrowser\b/i;

/**
 * Marks a retention that is only "as long as necessary": no period and no event stands in the section
 * about keeping, or, without one, in any block that speaks of keeping.
 */
export const askFormula =
  ({ bad }: { bad: readonly RegExp[] }): Ask =>
  (reading) => {
    if (!reading.isEnglish) return CLEAR;
    const about = aboutKeeping(reading);
    const periods = about.flatMap(({ sentences }) =>
      sentences.filter((each) => PERIOD.test(each) || EVENT.test(each)),
    );
    // One example is no period for all the rest.
    const isOneExample = periods.length === 1 && EXAMPLE.test(periods[0] ?? '');
    if (periods.length > 0 && !isOneExample) return CLEAR;
    const hits = about
      .filter(({ plain }) => KEEPING.test(plain) || RETENTION.test(plain))
      .flatMap((block): Hit[] => {
        const match = bad.map((signal) => signal.exec(block.plain)).find((each) => each !== null);
        return match ? [{ found: cut(match[0]), block }] : [];
      });
    return hits.length > 0 ? { state: 'unclear', hits } : CLEAR;
  };

function aboutKeeping({ blocks, headings, covers }: Reading): readonly Block[] {
  const marked = covers.get('retention');
  const anchors = new Set(
    marked === undefined
      ? headings.filter(({ plain }) => RETENTION.test(plain)).map(({ anchor }) => anchor)
      : [marked],
  );
  const inSection = blocks.filter(({ anchor, kind }) => anchors.has(anchor) && kind !== 'heading');
  const tables = new Set(
    blocks
      .filter(({ kind, plain }) => kind === 'cell' && HEAD.test(plain))
      .map(({ anchor }) => anchor),
  );
  const elsewhere = blocks.filter(
    (block) => (block.kind === 'cell' && tables.has(block.anchor)) || isKeeping(block),
  );
  return inSection.length > 0 ? inSection : elsewhere;
}

const isKeeping = (block: Block): boolean =>
  block.kind !== 'heading' &&
  notInShort(block) &&
  KEEPING.test(block.plain) &&
  !DEVICE.test(block.plain);

const RIGHTS = [/\b(?:rights?|access|requests?|(?:can|to) ask (?:for|us|of us))\b/i];
const REQUEST = /\brequest\w*\b/i;
const EXERCISE = /\bexercise (?:your|any|these|this)\b.{0,40}\brights?\b/i;

/** Whether a block is about what people ask for: in the section on rights, or near the word. */
export function isAboutRequests(block: Block, { blocks, headings, covers }: Reading): boolean {
  if (block.isInShort) return false;
  // A text without headings is no longer than its rights, as far as anybody can tell.
  if (headings.length === 0) return true;
  if (REQUEST.test(block.plain) || covers.get('rights') === block.anchor) return true;
  const heading = headings.find(({ anchor }) => anchor === block.anchor);
  if (heading && meets(RIGHTS, heading.plain)) return true;
  const at = blocks.indexOf(block);
  return blocks.slice(Math.max(0, at - 4), at).some(({ plain }) => EXERCISE.test(plain));
}
