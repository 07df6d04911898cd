/** Whether the basis that a text or a record gives for a purpose can be right: UK GDPR Arts 5(1)(a), 6(1). */
import type { Block, Reading } from './reading.ts';
import { CLEAR, type Ask, type Hit } from './rule.ts';
import { unfitBases } from './records.ts';
import { cut } from './signals.ts';
import { listed } from './words.ts';

const MARKETING =
  /\b(?:marketing|newsletters?|promotion(?:s|al)|special offers|offers and news|news and offers)\b/i;
const LEGAL_PURPOSE = /\blegal requirements?\b|\bcomply(?:ing)? with (?:the |our )?(?:law|legal)/i;
const CONTRACT = /\bcontract(?:ual)?\b/i;
const OTHER_BASIS = /\bconsent|\bagree|\bsaid yes|\bpermission|\blegitimate|\bsoft opt/i;
const LEGAL_OBLIGATION = /\b(?:legal|statutory) (?:obligation|dut|requirement)|\blaw requires/i;
/** A cell or an item that is a basis: its name begins it. */
const BASIS =
  /^\W*(?:the |our |your |performance of (?:a |the |our )?)*(consent|contract(?:ual \w+)?|legal obligations?|legitimate (?:business )?interests?|public task|vital interests?)\b/i;

/** A purpose with the bases that a text gives for it. */
interface Pair {
  purpose: string;
  bases: readonly string[];
  block: Block;
}

/** Why a basis cannot be that of a purpose, for the three that a text shows. */
function isUnfit({ purpose, bases }: Pair): boolean {
  if (bases.length === 0) return false;
  if (LEGAL_PURPOSE.test(purpose)) return !bases.some((basis) => LEGAL_OBLIGATION.test(basis));
  return MARKETING.test(purpose) && bases.some((basis) => CONTRACT.test(basis));
}

const nameOf = (text: string): string => (BASIS.exec(text)?.[1] ?? '').toLowerCase();

/** How the ICO's generator lists the bases of a purpose; its items are the next blocks. */
const LISTS_BASES =
  /\blawful bas[ei]s for (?:collecting|using|collecting or using|collecting and using|processing) (?:your )?personal (?:information|data) (?:to|for) (.{0,80}?) (?:are|is):/i;

function pairsInLists({ blocks }: Reading): Pair[] {
  return blocks.flatMap((block, index): Pair[] => {
    const purpose = LISTS_BASES.exec(block.plain)?.[1];
    if (purpose === undefined) return [];
    const after = blocks.slice(index + 1);
    const end = after.findIndex(({ kind }) => kind !== 'item');
    const items = end === -1 ? after : after.slice(0, end);
    const bases = items.map(({ plain }) => nameOf(plain)).filter((basis) => basis !== '');
    return [{ purpose, bases, block }];
  });
}

/** Rows of a table in which one cell is a purpose and another only bases. */
function pairsInRows({ blocks }: Reading): Pair[] {
  const rows = Map.groupBy(
    blocks.filter(({ row }) => row !== undefined),
    ({ row }) => row,
  );
  return [...rows.values()].flatMap((cells): Pair[] => {
    const bases = cells.filter(({ plain }) => BASIS.test(plain));
    const [purpose] = cells.filter((cell) => !bases.includes(cell));
    // A cell with several bases may tell them apart, such as post and email.
    if (!purpose || bases.some(({ plain }) => OTHER_BASIS.test(plain))) return [];
    return [
      { purpose: purpose.plain, bases: bases.map(({ plain }) => nameOf(plain)), block: purpose },
    ];
  });
}

const RESTS = String.raw`\b(?:lawful|legal) (?:basis|ground)|\bbecause\b|\bnecessary\b|\bbased on\b|\brel(?:y|ies)\b|\brests? on\b|\bunder (?:our|the|a) contract\b|\bto (?:perform|fulfil|carry out)\b`;
const OFFERS = `(?:${MARKETING.source})`;
const ON_CONTRACT = new RegExp(
  [
    String.raw`${OFFERS}.{0,140}(?:${RESTS}).{0,60}\bcontract\b`,
    String.raw`(?:${RESTS}).{0,60}\bcontract\b.{0,100}${OFFERS}`,
    String.raw`\b(?:basis|ground) for .{0,40}${OFFERS}.{0,60}\bcontract\b`,
  ].join('|'),
  'i',
);
const DENIED = /\b(?:not|never|no|neither|other than|apart from)\b/i;

/** Sentences that rest marketing on a contract. */
function pairsInSentences({ blocks }: Reading): Pair[] {
  return blocks.flatMap((block) =>
    block.lower.includes('contract')
      ? block.sentences
          .filter((each) => ON_CONTRACT.test(each) && !DENIED.test(each) && !OTHER_BASIS.test(each))
          .map((each): Pair => ({
            purpose: MARKETING.exec(each)?.[0] ?? '',
            bases: ['contract'],
            block,
          }))
      : [],
  );
}

/** Bases that do not fit a purpose: of the records, and of lists, tables and sentences. */
export const askBases: Ask = (reading) => {
  const unfit = unfitBases(reading.facts).map(({ purpose, bases }): Hit => ({
    found: purpose,
    now: listed(bases),
  }));
  const pairs = reading.isEnglish
    ? [...pairsInLists(reading), ...pairsInRows(reading), ...pairsInSentences(reading)]
    : [];
  const inProse = pairs
    .filter(isUnfit)
    .map(({ purpose, bases, block }): Hit => ({ found: cut(purpose), now: listed(bases), block }));
  const hits = [...unfit, ...inProse];
  if (hits.length === 0) return CLEAR;
  return { state: 'marked', hits, ...(unfit.length > 0 && { byFacts: true as const }) };
};
