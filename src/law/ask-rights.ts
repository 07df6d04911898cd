/** The rights of people: whether the text tells of each, and of objection by itself. */
import type { Block, Reading } from './reading.ts';
import { NOT_ASKED, UNREAD, type Ask, type Hit } from './rule.ts';
import { rightsByRecords } from './records.ts';
import { cut, firstOf, meets } from './signals.ts';
import { sectionsAbout } from './told.ts';
import { listed } from './words.ts';

/** Words by which a text tells of each right, where it speaks of rights: UK GDPR Arts 15 to 21. */
const TOLD_BY: Readonly<Record<string, readonly RegExp[]>> = {
  access: [
    /\b(?:ask(?:ing)? for|request(?:ing)?) (?:\w+ )?access\b|\baccess, (?:rectif|correct|eras|delet)|\b(?:right of access|right to access|subject access|cop(?:y|ies)\b(?! of (?:your |a )?(?:passport|driving|identity|id\b))|access(?:ing)? (?:to )?(?:your|the|any|all|it|personal|that|and)|ask to see|see (?:what|the|your|it|copies)|show you|what (?:personal )?(?:information|data) we (?:hold|have)|details of (?:the )?(?:personal )?(?:information|data) we hold|view (?:your|the))\b|^\W*(?:right (?:of|to) )?access\b/i,
  ],
  rectification: [
    /\b(?:rectif(?:y|ied|ication)|correct(?:ed|ing|ion|ions)?|put (?:\w+ ){0,2}right|amend(?:ed|ment)?|inaccurate|change or (?:\w+ )?delete|change (?:it|your (?:data|information|details))|updat(?:e|ed|ing) (?:\w+ ){0,3}(?:data|information|details|it|them)|fix (?:it|your|the|mistakes))\b/i,
  ],
  erasure: [
    /\b(?:eras(?:e|ed|ure|ing)|delet(?:e|ed|ion|ing)|remov(?:e|ed|al|ing)|be forgotten|destroy(?:ed)?)\b/i,
  ],
  restriction: [
    /\b(?:restrict(?:ed|ing|ion|ions)?|limit(?:ing)? (?:how|what|the (?:way|use|processing)|our|its|your|use|processing)|(?:stop|pause|suspend) (?:us )?(?:using|processing) it while|(?:store|stored|keep|kept) (?:it|information|data|your data)?,? ?(?:without using|but (?:do|does|will)? ?not (?:to )?use|and not use)|set (?:it|that|them) aside|on hold|freeze|pause)\b/i,
  ],
  objection: [
    /\bobject(?:ion|ions|ing)?\b|\boppos(?:e|ing|ition)\b|\bsaying no\b|\b(?:stop|say stop)(?: (?:us|using))\b(?! it while)/i,
  ],
  portability: [
    /\b(?:portab(?:le|ility)|transferab\w+|port|machine[- ]readable|reuse|re-use|commonly used|structured)\b|^\W*moving it\b/i,
    /\b(?:transfer(?:red)?|transmit(?:ted)?|move|moved|send|sent|give|given|pass(?:ed)?)\b.{0,60}\b(?:to|with) (?:another|other|a different|a new|someone|somebody) ?(?:organisations?|compan(?:y|ies)|controllers?|services?|providers?|suppliers?|systems?|firms?|business(?:es)?|else)?\b/i,
    /\b(?:file|format) that (?:\w+ ){0,2}(?:systems?|computers?|programs?|machines?|organisations?|compan(?:y|ies))\b|\b(?:in|as) a file\b|\ba file (?:to|you|we|that)\b|\btake (?:it |them |your data |that )?(?:elsewhere|with you)\b|\btake away your\b|\bexport\b.{0,30}\b(?:your|data|information|it)\b/i,
  ],
};

/** Words of a sentence that gives somebody a right. */
const GIVES =
  /\b(?:rights?|entitled|you (?:can|may|could|are able)|ask(?:ed)? (?:us|for|to)|(?:have|get) (?:us|it|them|your|a)|requests?|able to|let us know|want us to|tell us)\b/i;
const DENIES =
  /\b(?:you (?:cannot|can't|may not)|(?:no|not have (?:a|the|any)) right|not entitled|we (?:do not|don't) (?:let|allow))\b/i;
const OF_RIGHTS = {
  topic: 'rights',
  heading: /\b(?:rights?|choices|control|access|requests?|ask (?:of )?us)\b/i,
} as const;

/**
 * The sentences that speak of rights: those that give one, and all in a section about rights or in a
 * list that such a sentence leads in.
 */
function aboutRights(reading: Reading): { sentence: string; block: Block; isIn: boolean }[] {
  const sections = sectionsAbout(reading, OF_RIGHTS);
  let isLedIn = false;
  return reading.blocks.flatMap((block) => {
    if (block.isOfOtherLaw) return [];
    if (block.kind === 'heading') {
      isLedIn = false;
      return sections.has(block.anchor) ? [{ sentence: block.plain, block, isIn: true }] : [];
    }
    const isIn = block.path.some((anchor) => sections.has(anchor));
    const isListed = block.kind === 'item' && isLedIn;
    if (block.kind !== 'item') isLedIn = GIVES.test(block.plain);
    return block.sentences
      .filter((each) => (isIn || isListed || GIVES.test(each)) && !DENIES.test(each))
      .map((sentence) => ({ sentence, block, isIn }));
  });
}

/** Where no more than one right in so many is left out, the others are told. */
const MOST_LEFT_OUT = 3;

/**
 * One finding lists the rights that are not told. With records of processing, only those are asked
 * for that the bases give: portability for consent and contract, objection for interests, a public
 * task and marketing.
 */
export const askRights: Ask = (reading) => {
  if (!reading.isEnglish) return UNREAD;
  const asked = rightsByRecords(reading.facts) ?? new Set(Object.keys(TOLD_BY));
  const about = aboutRights(reading);
  const missing: string[] = [];
  const told = new Map<Block, number>();
  for (const [right, signals] of Object.entries(TOLD_BY)) {
    if (!asked.has(right)) continue;
    const found = about.filter(({ sentence }) => meets(signals, sentence));
    if (found.length === 0) missing.push(right);
    for (const { block, isIn } of found) {
      if (block.kind !== 'heading') told.set(block, (told.get(block) ?? (isIn ? 2 : 0)) + 1);
    }
  }
  // The block that tells of most rights, the first of a list of them.
  const [best] = [...told].toSorted(([, a], [, b]) => b - a);
  if (missing.length > 0) {
    const isAlmostTold = missing.length * MOST_LEFT_OUT <= asked.size;
    return {
      state: isAlmostTold ? 'unclear' : 'missing',
      hits: [{ found: listed(missing), ...(best && { block: best[0] }) }],
    };
  }
  return { state: 'told', hits: best ? [{ found: cut(best[0].plain), block: best[0] }] : [] };
};

/** Uses that rest on an interest or a public task: UK GDPR Art 21(1). */
const BY_INTEREST = [/\blegitimate (?:business |commercial )?interests?\b|\bpublic task\b/i];
/** Marketing of one's own: UK GDPR Art 21(2). */
const BY_MARKETING = [
  /\b(?:for|our) (?:own )?(?:direct |electronic |e-?mail )?marketing(?: purposes)?\b(?! (?:pages?|sites?|websites?|team|department|staff|agenc\w+|partners?|providers?|suppliers?|services?))|\bdirect marketing\b|^(?:direct )?marketing\b/i,
  /\b(?:send|receive|receiving|sending|get|contact)\b.{0,60}\b(?:marketing|newsletters?|promotion(?:s|al)|offers)\b|\bmarketing (?:e-?mails?|messages?|communications?|materials?|purposes?|updates?|offers?|campaigns?)\b/i,
];
const NOT_OURS = [
  /\b(?:no|never|not|don't)\b.{0,30}\b(?:marketing|interests?)\b/i,
  /\bthird[- ]part(?:y|ies)'?\b.{0,30}\bmarketing\b|\bCalifornia\b|\btheir (?:own )?(?:direct )?marketing\b/i,
];
const OBJECTS = /\bobject(?:ion|ions|ing)?\b|\bsay(?:ing)? (?:no|stop)\b|\bstop(?:ping)? us\b/i;
const STOPS =
  /\bopt(?:ing)?[- ]out\b|\bstop(?:ping)?\b.{0,30}\b(?:marketing|e-?mails?|newsletters?|offers|messages)\b|\bunsubscrib\w*\b/i;

/**
 * The right to object has to stand apart: with a heading of its own, or in an aside. UK GDPR Art 21(4).
 * A heading about opting out is enough for marketing; for other uses its section has to speak of objection.
 */
export const askObjection: Ask = (reading) => {
  if (!reading.isEnglish) return UNREAD;
  const interest = firstOf(reading, BY_INTEREST, NOT_OURS, undefined);
  const trigger = interest ?? firstOf(reading, BY_MARKETING, NOT_OURS, undefined);
  if (!trigger) return NOT_ASKED;
  const { blocks } = reading;
  const isAnswer = ({ anchor, plain }: Block): boolean =>
    OBJECTS.test(plain) ||
    (STOPS.test(plain) &&
      (!interest || blocks.some((each) => each.anchor === anchor && OBJECTS.test(each.plain))));
  const apart = blocks.find(
    (block) => (block.kind === 'heading' || block.isAside) && isAnswer(block),
  );
  if (!apart) return { state: 'missing', hits: [trigger] };
  const hit: Hit = { found: cut(apart.plain), block: apart };
  return { state: 'told', hits: [hit] };
};
