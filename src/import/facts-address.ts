/** Postal addresses: back from a postcode or country to the words that lead to it. */
import { readUkPostcode } from '../notices/identifiers.ts';
import type { AddressValue } from './model.ts';
import { oneOfEach, type Found } from './facts-found.ts';
import { isLegalName, isOrganisation, namesOf, nameKey, nearestBefore } from './facts-forms.ts';
import { isAuthorityAddress, ownerOf, type Owner } from './facts-others.ts';
import {
  indexAt,
  lineStart,
  passageAt,
  sentenceBefore,
  type FactText,
  type Span,
} from './facts-text.ts';
import { COUNTRIES, COUNTRY, COUNTY } from './facts-places.ts';

interface Address extends Span {
  value: AddressValue;
  /** The words that lead to it, and those right after it. */
  before: string;
  after: string;
  /** Whether the organisation in its first line is the controller; undefined if there is none. */
  isOurs: boolean | undefined;
  owner: Owner | undefined;
}

const POSTCODE =
  /(?<![\w-])(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![\w-])/gu;
const LINE_LIMIT = 64;
/** No notice has as many addresses. */
const MOST = 500;

/** Where an address begins in a line: after a label. */
const LEAD =
  /:\s|[.;!?]["”’)]?\s+(?=\p{Lu})|[("“<>–—|]\s*| - (?=[\p{Lu}\d])|\)[,:]?\s+(?=[\p{Lu}\d])|@\S+\s|\b(?:at|to|is|are|post|mail|from|or|based in|located in|registered in|gyfeiriad|yn)[:,]?\s+(?=["“‘(]?[\p{Lu}\d])|(?:\b(?:Ltd|Limited|LLP|plc|PLC|Inc|company)\.?|\)),? of\s+/gu;
/** "St. James" and "No. 5" go on. */
const ABBREVIATED = /\b(?:St|No|Nos|Rd|Ave|Dr|Mt|Ltd|Co|Inc|Corp|Bldg)\.$/u;
const NO_LINE =
  /[@<>]|:$|[.!?]$|\b(?:at|to|is|office|address)$|\b(?:by (?:post|e-?mail|mail|phone)|e-?mail|telephone|online|website)\b|^(?:tel|phone|post|address)\b|https?:/iu;
const ROLE =
  /^(?:(?:for the )?attention(?: of)?|attn|fao|c\/o|the )?[:.]?\s*(?:(?:the|group|chief)\s)?(?:data (?:protection|privacy)|privacy|information|legal|customer|compliance|company secretary|swyddog)\b|^(?:attn|attention|fao|for the attention)\b|\b(?:officer|manager|department|team|unit)$|\bDPO\b/iu;

/** All addresses of the notice and its footers, less those of authorities. */
function addressesOf(facts: FactText, controller: string | undefined): Address[] {
  const anchors: { start: number; end: number; postcode?: string; country?: string }[] = [];
  for (const { 0: written, index } of facts.text.matchAll(POSTCODE)) {
    const { value, problems } = readUkPostcode(written);
    if (problems.length === 0)
      anchors.push({ start: index, end: index + written.length, postcode: value });
  }
  for (const { 0: written, index } of facts.text.matchAll(COUNTRY)) {
    const end = index + written.length;
    const isLast = /^(?:[.,;)]|\n|$| (?:or|and|is|has|who|which)\b)/u.test(
      facts.text.slice(end, end + 8),
    );
    const isBritish = COUNTRIES.get(written.toLowerCase()) === 'GB';
    if (isLast && !isBritish) anchors.push({ start: index, end, country: written });
  }
  return anchors
    .toSorted((a, b) => a.start - b.start)
    .slice(0, MOST)
    .flatMap((anchor) => {
      const address = addressBefore(facts, anchor, controller);
      return address &&
        !isAuthorityAddress(facts.text.slice(address.start - 60, address.end), anchor.postcode)
        ? [address]
        : [];
    });
}

interface Anchor extends Span {
  postcode?: string;
  country?: string;
}

/** The address that ends with a postcode or country, if the words before it are one. */
function addressBefore(
  facts: FactText,
  anchor: Anchor,
  controller: string | undefined,
): Address | undefined {
  const { text } = facts;
  let start = startInLine(text, anchor.start);
  const isCut = start.isLabelled;
  let from = start.offset;
  // A line with three parts is an address of its own.
  if (!isCut && partsOf(text, from, anchor.start).length < 3) from = firstLine(facts, from);
  const parts = partsOf(text, from, anchor.start).filter(
    ({ text: part }) => COUNTRIES.get(part.toLowerCase()) === undefined,
  );
  let of: string | undefined;
  while (
    parts[0] !== undefined &&
    parts.length > 1 &&
    (ROLE.test(parts[0].text) || isOrganisationLine(parts[0].text))
  ) {
    if (isOrganisationLine(parts[0].text)) of ??= parts[0].text;
    parts.shift();
  }
  const first = parts[0];
  if (
    first === undefined ||
    parts.length > 9 ||
    parts.some(({ text: part }) => part.length > LINE_LIMIT)
  )
    return undefined;
  const lines = parts.map(({ text: part }) => part);
  if (anchor.country !== undefined && !lines.some((line) => /\d/u.test(line))) return undefined;
  start = { ...start, offset: first.start };
  const isBehindOurs =
    controller !== undefined && nameBefore(facts, first.start) === nameKey(controller);
  const span = { start: first.start, end: anchor.end };
  return {
    ...span,
    value: valueOf(lines, anchor),
    before: sentenceBefore(facts, first.start, 160),
    after: text.slice(anchor.end, anchor.end + 60),
    isOurs:
      of === undefined || controller === undefined
        ? isBehindOurs || undefined
        : nameKey(of) === nameKey(controller),
    owner: ownerOf(facts, span),
  };
}

/** "Example CIC (company number 01234567), 1 Example Street": the name right before an address. */
function nameBefore(facts: FactText, start: number): string | undefined {
  const name = nearestBefore(namesOf(facts), start);
  if (name === undefined || !name.isLegal || start - name.end > 160) return undefined;
  const gap = facts.text.slice(name.end, start);
  return /^\s*(?:\([^)]{0,120}\))?(?:,| -| –|:|\||\n)?\s*$/u.test(gap)
    ? nameKey(name.name)
    : undefined;
}

const isOrganisationLine = (part: string): boolean =>
  isLegalName(part) ||
  (isOrganisation(part) &&
    !/\d/u.test(part) &&
    part.split(' ').length > 1 &&
    !/\b(?:house|park|centre|building|street|road)\b/iu.test(part));

/** Where the words before an offset begin: after the last label of their line. */
function startInLine(text: string, end: number): { offset: number; isLabelled: boolean } {
  const first = lineStart(text, end, 240);
  const line = text.slice(first, end);
  let offset = 0;
  for (const match of line.matchAll(LEAD)) {
    const isStop = /^[.]/u.test(match[0]);
    if (isStop && ABBREVIATED.test(line.slice(0, match.index + 1))) continue;
    // What follows has to be able to be an address.
    if (match.index + match[0].length < line.length) offset = match.index + match[0].length;
  }
  return { offset: first + offset, isLabelled: offset > 0 };
}

/** The first of the short lines above that go with a line of an address. */
function firstLine(facts: FactText, offset: number): number {
  const { text, passages } = facts;
  let first = offset;
  for (let steps = 0; steps < 8 && first > 0; steps++) {
    let end = first;
    while (end > 0 && /\s/u.test(text[end - 1] ?? '')) end--;
    const passage = passages[indexAt(passages, end - 1)];
    const start = lineStart(text, end, 200);
    const line = text.slice(start, end).trim();
    if (line === '' || line.length > LINE_LIMIT || passage?.isHeading || NO_LINE.test(line)) break;
    first = start;
  }
  return first;
}

/** A legal form at the start of a part. */
const FORM =
  /^(?<form>(?:LLC|Inc|INC|Ltd|Limited|L\.L\.C|Corp|LP|LLP|GmbH|S\.A)\b\.?)(?: (?<rest>.+))?$/u;

/** The parts of an address, each with its place. */
function partsOf(text: string, start: number, end: number): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let offset = start;
  for (const raw of text.slice(start, end).split(/(?<=[,;\n])/u)) {
    const lead = raw.length - raw.trimStart().length;
    const part = raw
      .trim()
      .replace(/[,;.]+$/u, '')
      .trim();
    const before = parts.at(-1);
    const form = FORM.exec(part)?.groups;
    // "Example, LLC" and "Example, LLC 1 Example Street" hold a comma that divides nothing.
    if (before && form) {
      before.text = `${before.text}, ${form['form'] ?? ''}`;
      const rest = form['rest'] ?? '';
      if (rest !== '') parts.push({ text: rest, start: offset + raw.indexOf(rest) });
    } else if (part !== '') parts.push({ text: part, start: offset + lead });
    offset += raw.length;
  }
  return parts;
}

/** The parts as the frontmatter has them. Without a town it is not whole, and nobody can take it so. */
function valueOf(parts: readonly string[], { postcode, country }: Anchor): AddressValue {
  const lines = [...parts];
  let county: string | undefined;
  let code = postcode;
  const code2 = country === undefined ? undefined : COUNTRIES.get(country.toLowerCase());
  if (country === undefined) {
    const last = lines.at(-1) ?? '';
    const words = COUNTY.exec(last)?.[0];
    if (words !== undefined && lines.length > 1) {
      county = last.slice(last.length - words.length);
      const rest = last.slice(0, last.length - words.length).trim();
      lines.pop();
      if (rest !== '') lines.push(rest);
    }
  } else {
    const last = lines.at(-1) ?? '';
    const us = /^(?<state>[A-Z]{2,3})\.?(?: (?<code>\d{4,5}(?:-\d{4})?))?$/u.exec(last)?.groups;
    const code4 = /^\d{4} ?[A-Z]{2}$/u.exec(lines.at(-2) ?? '')?.[0];
    const front =
      /^(?<code>(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2})?|\d{3} \d{2}) (?<town>\p{L}.*)$/u.exec(
        last,
      )?.groups;
    if (us && /^(?:US|AU)$/u.test(code2 ?? '')) {
      county = us['state'];
      code = us['code'] ?? code;
      lines.pop();
    } else if (code4 !== undefined) {
      code = code4;
      lines.splice(-2, 1);
    } else if (front) {
      code = front['code'];
      lines.splice(-1, 1, front['town'] ?? '');
    }
  }
  const town = townOf(lines);
  return {
    lines,
    ...(town !== undefined && { town }),
    ...(county !== undefined && { county }),
    ...(code !== undefined && { postcode: code }),
    ...(code2 !== undefined && { country: code2 }),
  };
}

/** Takes the town from the end of the lines, where the last of them can be one. */
function townOf(lines: string[]): string | undefined {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const isTown =
    !/\d/u.test(last) &&
    !/\b(?:street|road|lane|avenue|house|way|park|building|floor|close|square|court|lodge|unit|estate|centre|drive|place|terrace|hill|row|st|rd|ave)\.?$/iu.test(
      last,
    );
  if (isTown && lines.length > 1) return lines.pop();
  // "37 Albert Embankment London": the town is the last word of a line.
  const london =
    /^(?<rest>.{4,}) (?<town>London|Manchester|Birmingham|Leeds|Glasgow|Edinburgh|Cardiff|Belfast|Bristol|Liverpool|Sheffield|Newcastle upon Tyne|Nottingham|Leicester|Swansea|Slough|Reading|Oxford|Cambridge|York|Brighton|Caerdydd|Abertawe)$/u.exec(
      last,
    )?.groups;
  if (london?.['rest'] === undefined) return undefined;
  lines.splice(-1, 1, london['rest']);
  return london['town'];
}

const REGISTERED =
  /registered (?:office|address|at)|principal (?:office|place of business)|swyddfa gofrestredig|incorporated at/iu;

/** The registered office, and where to write to the controller, its officer and its complaints team. */
export function addressFacts(facts: FactText, controller: string | undefined): Found[] {
  const found: Found[] = [];
  for (const { value, before, after, owner, isOurs, start, end } of addressesOf(
    facts,
    controller,
  )) {
    const key = keyOf(facts, { before, after, owner, isOurs, start });
    if (key === undefined) continue;
    found.push({
      key,
      value,
      start,
      end,
      isSure: value.town !== undefined && value.country === undefined,
    });
  }
  return oneForEach(found);
}

/** "Agents GmbH, Attn: Example Ltd": the address is the agent's. */
const FOR_ANOTHER =
  /\b(?:GmbH|Ltd|Limited|LLC|Inc|B\.V|plc|Group|SA|SAS)\.?,?\s+(?:Attn|Attention|FAO|c\/o)\b[^\n]{0,60}\s*$/u;

function keyOf(
  facts: FactText,
  {
    before,
    after,
    owner,
    isOurs,
    start,
  }: Pick<Address, 'before' | 'after' | 'owner' | 'isOurs' | 'start'>,
): string | undefined {
  const above = facts.text.slice(Math.max(0, start - 120), start);
  if (REGISTERED.test(before) || /^[^.\n]{0,12}\(?(?:our )?registered office/iu.test(after))
    return 'controller.registeredOffice';
  if (REGISTERED.test(above) && owner !== 'regulator') return 'controller.registeredOffice';
  if (!passageAt(facts, start)?.isKept) return undefined;
  if (owner === 'dpo') return 'dpo.address';
  if (isOurs === false || FOR_ANOTHER.test(above)) return undefined;
  // Its own name says more than what else the lines above speak of.
  if (isOurs && owner !== 'complaints' && owner !== 'representative')
    return 'controller.contact.address';
  if (owner === 'us') return 'controller.contact.address';
  if (owner === 'complaints') return 'complaints.address';
  if (owner !== undefined) return undefined;
  const isLikely =
    isOurs ||
    /\b(?:we are|(?:based|situated) (?:at|in)|located at|address|controller|of)\W*$/iu.test(
      before,
    ) ||
    /^,? is the (?:data )?controller/iu.test(after);
  return isLikely ? 'controller.contact.address' : undefined;
}

/** Each address once for a key; one for complaints only where they go elsewhere. */
function oneForEach(found: readonly Found[]): Found[] {
  const all = oneOfEach(found, placeOf);
  const elsewhere = new Set(
    all.flatMap(({ key, value }) => (key === 'complaints.address' ? [] : [placeOf(value)])),
  );
  return all.filter(
    ({ key, value }) => key !== 'complaints.address' || !elsewhere.has(placeOf(value)),
  );
}

const placeOf = (value: Found['value']): string =>
  typeof value === 'string'
    ? value
    : `${value.postcode ?? value.lines.join(' ')} ${value.country ?? ''}`.toLowerCase();
