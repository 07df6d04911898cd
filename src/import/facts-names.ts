/** Who the controller is, what it trades as, and who represents it, by the words around each name. */
import type { Found } from './facts-found.ts';
import { namesOf, namesWithin, nameKey, type Named } from './facts-forms.ts';
import { longerName } from './facts-longer.ts';
import { isAuthorityName, ownerOf } from './facts-others.ts';
import {
  headingAt,
  passageAt,
  sentenceAfter,
  sentenceBefore,
  type FactText,
  type Span,
} from './facts-text.ts';

/** A name with what speaks for it being the controller's. */
interface Candidate extends Named {
  points: number;
  isKept: boolean;
}

const IS_CONTROLLER =
  /^[\s,]{0,2}(?:\([^)]{0,160}\))?[\s,]{0,3}(?:(?:as part of [^.]{0,60})?(?:(?:located|situated|based|with|of|whose|having|a company|a private|(?:company|registered|registration) (?:no\b|num|reg)|registered|incorporated|operating|trading as|t\/a|also known|known as)\b[^.;\n]{0,160}, )?(?:and [^;\n]{0,60} )?\b(?:is|are|acts? as|will be|being)\b(?: also)?(?: registered (?:as|with[^.]{0,60} as))?(?: an?| the| our| your)?(?: joint| sole| independent)?(?: UK)?\s*["“'‘]?(?:data )?controllers?\b|is the (?:company|organisation|entity|legal entity|body) (?:that is |which is )?responsible|[^.\n]{0,120}yw['’]?r rheolydd|is responsible for (?:your|the) (?:personal )?data)/iu;
const IS_PART = /,? (?:is|as) (?:an? )?part of /iu;
const CONTROLLER_IS =
  /(?:\b(?:data )?controllers?\b|rheolydd data|\b(?:company|organisation|entity) responsible for your (?:personal )?data\b)["”)\s]{0,3}(?:[^.:\n]{0,60}?\b(?:is|are|means|yw|fydd)\b)?(?: either)?\s*[:\n–-]*\s*$/iu;
const PART_OF_BODY = /\bas part of (?:the )?$/iu;
const WE_BEFORE =
  /\bwe,?(?: are| that is,|\s*\(| at)?(?: the)?[,:]?\s*$|\bus,\s*$|["“'‘](?:we|us|our|company)["”'’](?:[^.]{0,80}(?:means?|refers? to|references to|is|are|:))(?: the)?\s*$/iu;
const WE_AFTER =
  /^,?[^.\n]{0,160}?[("“”‘'’/][^.)\n]{0,80}?\b(?:we|us|our|the company|the trust|the school|the council|the charity|the practice)\b["”’']|^,? (?:we or us|\(?hereinafter (?:we|us))\b|^[^.\n]{0,80}\((?:["“]?we\b)/iu;
/** "The Example Charity (the “Charity”)". */
const DEFINED =
  /^ ?\((?:the |hereinafter |referred to as ){0,3}["“'‘](?:the )?(?:charity|company|trust|school|council|society|university|group|practice|association|firm|club)["”’']/iu;
const REGISTERED_AFTER =
  /^[\s,.]{0,2}(?:\([^)]{0,60}\))?[\s,]{0,2}(?:is |are )?(?:also )?(?:an? )?[^.\n]{0,60}?\b(?:registered|incorporated) (?:in|as a|charity|company|number|under)|^[\s,.]{0,3}\(?(?:(?:registered )?(?:company|charity|registration|society) (?:no|number|reg))|^ of [^.\n]{5,80}\d[A-Z]{2}\b/iu;
const RUN_BY =
  /\b(?:operated|run|owned|provided|published|managed|controlled|a service|a website|offered)(?: and (?:operated|run|owned|managed))? by\s*$|\btrading (?:name|style) of\s*$|\brelates to\s*$/iu;
const POLICY_OF =
  /\b(?:policy|notice|statement)\b[^.\n]{0,60}\b(?:how|which|that|for|of|by|when|way|why)\s*(?:we,? )?$/iu;
const RESPECTS =
  /^\.? (?:\([^)]{0,80}\) )?(?:\([^)]{0,60}\) )?(?:respects?|is (?:passionately |fully |strongly )?committed to|takes? (?:your|the|its)|values? your|understands? (?:that|the)|collects?|processes|uses?,? |will (?:use|process|collect)|holds? and)/iu;
const NOT_OURS =
  /\b(?:processors?|service providers?|providers?|such as|e\.g\.|for example|including|like|licen[sc]ed (?:from|to|by)|parent(?: company)?|part of(?: the)?|subsidiar\w+|affiliates?|hosted (?:by|on)|partners?|appointed representative of|representatives?(?: \w+){0,4}|on behalf of|powered by|supplied by|third part(?:y|ies)|customers? of|(?:shared?|share data|agreement|contract|working) with|acquired by|merge\w* with|member of|owned by the|use of|regulated by the|registered (?:with|by)(?: the)?|authori[sz]ed by)\W*$/iu;
const NOT_OURS_AFTER =
  /^[\s,]{0,2}(?:\([^)]{0,60}(?:provider|processor|representative|parent)[^)]{0,40}\)|(?:is|are|acts?|as|who|which|,)[^.\n]{0,30}\b(?:processors?|(?:technology |service |hosting |payment )providers?|(?:our|its|as) (?:\w+ )?representative|parent company|our hosting)\b)/iu;

/** "Our DPO is provided by Example Compliance Ltd". */
const SUPPLIES_OFFICER =
  /\b(?:data protection (?:officer|lead)|DPO)\b[^.;\n]{0,40} (?:is|are|by|from|at|of)(?: the)?\s*$/iu;

/** Names that are the controller's, best first, those that say the same as one. */
export function controllersOf(facts: FactText): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const named of namesOf(facts)) {
    const points = pointsOf(facts, named);
    const isKept = passageAt(facts, named.start)?.isKept ?? false;
    const key = nameKey(named.name);
    const before = best.get(key);
    const total = points + (isKept ? 0 : -1);
    if (before === undefined) best.set(key, { ...named, points: total, isKept });
    else {
      // A second mention with reason makes it surer; one without takes nothing away.
      const sum =
        total > 0 && before.points > 0
          ? Math.max(total, before.points) + 1
          : Math.max(total, before.points);
      best.set(key, { ...(total > before.points ? { ...named, isKept } : before), points: sum });
    }
  }
  return [...best.values()]
    .filter(({ points }) => points >= 3)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 20);
}

/** What the words around a name say. Below nothing where it is somebody else's. */
function pointsOf(facts: FactText, { name, start, end, isLegal }: Named): number {
  const before = sentenceBefore(facts, start, 200);
  const after = sentenceAfter(facts, end, 240);
  if (isAuthorityName(name) && !/\bwe are (?:the )?$/iu.test(before)) return -9;
  const above = before === '' ? facts.text.slice(Math.max(0, start - 120), start) : before;
  if (/\b(?:third[ -]part(?:y|ies)|partners?|suppliers?)\b/iu.test(before)) return -6;
  if (SUPPLIES_OFFICER.test(before)) return -6;
  if (IS_CONTROLLER.test(after)) return 9 - (IS_PART.test(after.slice(0, 30)) ? 1 : 0);
  if (PART_OF_BODY.test(before) && IS_CONTROLLER.test(after)) return 10;
  if (CONTROLLER_IS.test(above) || isUnderHeading(facts, start)) return 8;
  if (NOT_OURS.test(before.slice(-70)) || NOT_OURS_AFTER.test(after)) return -6;
  let points = 0;
  if (WE_BEFORE.test(before)) points += 7;
  else if (WE_AFTER.test(after)) points += isListed(before) ? 2 : 6;
  else if (isLegal && isFollowedByWe(facts, end)) points += 7;
  if (isLegal && isAtOurAddress(facts, { start, end })) points += 4;
  if (REGISTERED_AFTER.test(after)) points += isLegal ? 4 : 3;
  if (RUN_BY.test(before)) points += 4;
  if (POLICY_OF.test(before)) points += 3;
  if (RESPECTS.test(after)) points += 3;
  if (/(?:©|copyright)[^.\n]{0,20}$/iu.test(before)) points += 2;
  if (DEFINED.test(after)) points += 3;
  if (!isLegal && points < 3) points -= 1;
  return points;
}

/** "Example Inc., Other LLC and Third Ltd (“we”)": the first of a list is who speaks. */
const isListed = (before: string): boolean =>
  /\b(?:Ltd|Limited|LLC|Inc|PLC|plc|LLP|KK|GmbH)\b[^:;]*$/u.test(before) &&
  !/\b(?:trading|operated|owned|run) /iu.test(before);

/** "Example Ltd (“Example”) provides … We are the data controller": both in one paragraph. */
function isFollowedByWe(facts: FactText, end: number): boolean {
  const after = facts.text.slice(end, Math.min(end + 400, passageAt(facts, end - 1)?.end ?? end));
  return (
    /^ ?\(["“'‘]/u.test(after) &&
    /^[^\n]{0,360}\b(?:we|our company) (?:are|act as|is) (?:the |a )?(?:data )?controllers?\b/iu.test(
      after,
    )
  );
}

/** "Write to us: Example Ltd, 1 Example Street, Exampleton, EX1 1XX". */
function isAtOurAddress(facts: FactText, { start, end }: Span): boolean {
  const after = facts.text.slice(end, end + 130);
  const isAddressed = /^,?\s[^.;:]{5,110}\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u.test(after);
  const before = facts.text.slice(Math.max(0, start - 30), start);
  const isLine =
    /(?:^|[:\n])[^\p{L}]*$/u.test(before) && !/\b(?:attn|attention|fao|c\/o)\W*$/iu.test(before);
  return isAddressed && isLine && ownerOf(facts, { start, end }) === 'us';
}

/** Whether a name is all of the first line under the heading "Controller". */
function isUnderHeading(facts: FactText, start: number): boolean {
  const passage = passageAt(facts, start);
  if (passage?.start !== start || passage.isHeading) return false;
  return (
    /^[\d.\s]*(?:the |our |name and address of the )?(?:data )?controller\b/iu.test(
      headingAt(facts, start),
    ) &&
    facts.text
      .slice(Math.max(0, start - 80), start)
      .trimEnd()
      .toLowerCase()
      .endsWith(headingAt(facts, start).toLowerCase().slice(-30))
  );
}

const BRAND = String.raw`(?:\p{Lu}|\d)(?:[\p{L}\d&'’-]|\.(?=\p{L})){1,30}(?: (?:\p{Lu}|\d|&|of |and )(?:[\p{L}\d&'’-]|\.(?=\p{L})){0,30}){0,4}`;
const BRAND_IS = new RegExp(
  String.raw`(?<![\p{L}\d] )(?<![\p{L}\d])(?:[Tt]he )?(?<name>${BRAND}) (?:is|are) (?:the |an? |our )?(?:data )?controller\b`,
  'gu',
);
const IS_BRAND = new RegExp(
  String.raw`\b(?:(?:[Dd]ata )?[Cc]ontroller(?:["”)]{1,2})?(?: of your (?:personal )?data)?|(?:organisation|company|entity) responsible for your (?:personal )?(?:data|information))(?: is|:| is:)\s{1,2}(?<name>${BRAND})`,
  'gu',
);
const NO_BRAND =
  /^(?:We|You|They|It|Company|Business|Controller|Data|This|Organisations?|User|Our|Your|Who|Each|If|Where|For|In|As|Customer|Client|A|An|The|Whether|Such|Personal|That|Please|When)\b/u;

/** A brand or person that is called the controller: where no name with a form is. Never sure. */
function brandOf(facts: FactText): Found[] {
  for (const pattern of [BRAND_IS, IS_BRAND]) {
    for (const { 0: match, index, groups = {} } of facts.text.matchAll(pattern)) {
      const written = (groups['name'] ?? '').replace(/[.'’-]+$/u, '');
      if (NO_BRAND.test(written) || isAuthorityName(written)) continue;
      const start = index + match.indexOf(written);
      const whole = expanded(facts.text, written);
      const span = whole ?? { start, end: start + written.length };
      const value = facts.text.slice(span.start, span.end);
      return [{ key: 'controller.name', value, ...span, isSure: whole !== undefined }];
    }
  }
  return [];
}

/** The whole name of what a text shortens: "Ministry of Justice (MoJ)". */
function expanded(text: string, short: string): { start: number; end: number } | undefined {
  const at = text.search(
    new RegExp(String.raw`[(“"]{1,2}${short.replace(/[^\p{L}\d ]/gu, '.')}["”)]`, 'u'),
  );
  if (at === -1) return undefined;
  const name = namesWithin(text.slice(Math.max(0, at - 120), at)).at(-1);
  const offset = Math.max(0, at - 120);
  return name && /^\s?$/u.test(text.slice(offset + name.end, at))
    ? { start: offset + name.start, end: offset + name.end }
    : undefined;
}

/** The controller's name. Two that are equally likely are a choice. */
export function nameFacts(facts: FactText, controllers: readonly Candidate[]): Found[] {
  const [first] = controllers;
  if (first === undefined) return brandOf(facts);
  const strong = controllers.filter(({ points }) => points >= 8);
  const equal =
    strong.length > 0 ? strong : controllers.filter(({ points }) => points === first.points);
  const chosen = equal.filter(
    ({ isLegal, name }) =>
      isLegal ||
      !equal.some(
        (other) => other !== undefined && other.name !== name && other.name.includes(name),
      ),
  );
  return chosen.slice(0, 3).map(({ name, start, end, points, isKept, isLegal }) => {
    // A legal form ends a name; that of a church or school may go on: "Christ Church Exampleton".
    const longer = isLegal ? undefined : longerName(facts, { start, end });
    return {
      key: 'controller.name',
      value: longer?.name ?? name.replace(/,$/u, ''),
      start,
      end: longer?.end ?? end,
      isSure: chosen.length === 1 && points >= 6 && isKept && longer?.isRepeated !== false,
    };
  });
}

const TRADES_AS = new RegExp(
  String.raw`^,? (?:[(]?(?:trading as|t/a|d/b/a|known as|yn masnachu fel)) ["“‘']?(?<name>${BRAND})`,
  'u',
);
const TRADE_NAME = new RegExp(
  String.raw`["“‘']?(?<name>${BRAND})["”’']? is (?:a|the) (?:registered )?trading (?:name|style) of (?:the )?$`,
  'u',
);

/** Names that the controller trades under. */
export function tradingFacts(facts: FactText, controllers: readonly Candidate[]): Found[] {
  const [first] = controllers;
  if (first === undefined) return [];
  const found = new Map<string, Found>();
  for (const { name, start, end } of namesOf(facts)) {
    if (nameKey(name) !== nameKey(first.name)) continue;
    const before = facts.text.slice(Math.max(0, start - 120), start);
    const after = facts.text.slice(end, end + 80);
    for (const [match, base] of [
      [TRADE_NAME.exec(before), Math.max(0, start - 120)],
      [TRADES_AS.exec(after), end],
    ] as const) {
      const value = match?.groups?.['name']?.replace(/[.'’-]+$/u, '');
      if (match === null || value === undefined || found.has(value)) continue;
      const from = base + match.index + match[0].indexOf(value);
      found.set(value, {
        key: 'controller.tradingNames',
        value,
        start: from,
        end: from + value.length,
        isSure: true,
      });
    }
  }
  return [...found.values()];
}

/** Firms that are representatives by trade, and whose names have no legal form. */
const AGENTS =
  /\b(?:Prighter(?: Group)?|DataRep|EDPO|VeraSafe|Verasafe|GDPR-?Rep(?:\.eu)?|GDPR Local|Instant EU GDPR Representative|EU Rep)\b/gu;

/** Representatives under Article 27, by the regime they are named for. */
export function representativeFacts(facts: FactText): Found[] {
  const { text } = facts;
  const found = new Map<string, Found>();
  const agents = [...text.matchAll(AGENTS)].map(({ 0: name, index }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
  for (const { name, start, end } of [
    ...namesOf(facts).filter(({ isLegal }) => isLegal),
    ...agents,
  ]) {
    const before = text.slice(Math.max(0, start - 320), start);
    const isAgent =
      /prighter|datarep|edpo|verasafe|eu rep\b|gdpr|dp-dock|data protection services|mcf legal/iu.test(
        name,
      );
    const sentence = sentenceBefore(facts, start);
    const after = sentenceAfter(facts, end);
    const isNamed =
      /representatives?\b[^.]{0,60}$/iu.test(sentence) ||
      /^[^\n]{0,160}?\b(?:as|is) (?:our |its |the |\w+['’]s )?(?:\w+ ){0,4}(?:representative|Art)/iu.test(
        after,
      );
    if (!isNamed && !(isAgent && /representative/iu.test(before + after)) && !isAgent) continue;
    if (!passageAt(facts, start)?.isKept || /appointed representative of/iu.test(before)) continue;
    const regime = regimeOf(sentence) ?? regimeOf(after) ?? regimeOf(before);
    const key = regime === undefined ? undefined : `representatives.${regime}`;
    if (key === undefined || found.has(key)) continue;
    found.set(key, { key, value: name, start, end, isSure: isNamed || isAgent });
  }
  return [...found.values()];
}

function regimeOf(words: string): 'uk' | 'eu' | 'ch' | undefined {
  const marks = [
    ...words.matchAll(
      /\b(?:(?<uk>UK|United Kingdom|Great Britain)|(?<eu>EU|EEA|European (?:Union|Economic Area))|(?<ch>Swiss|Switzerland))\b/gu,
    ),
  ];
  const groups = marks.at(-1)?.groups;
  if (!groups) return undefined;
  return groups['uk'] ? 'uk' : groups['eu'] ? 'eu' : 'ch';
}
