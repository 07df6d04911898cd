/** Compares the other pages that show the words of a version with it: its first layer, its parts. */
import { inShortOf } from '../document/layers.ts';
import { headingText, type Document, type Section } from '../document/model.ts';
import { attribute, isElement, type Element } from '../document/nodes.ts';
import type { Facts } from '../notices/schema.ts';
import {
  addressesBelow,
  faultAround,
  faultBetweenBodies,
  faultOfFacts,
  faultOfLanguage,
  faultOfNodes,
  isFault,
  odd,
  ownNodes,
  pageWith,
  type PageFault,
} from './page.ts';
import {
  ancestorsOf,
  elementsIn,
  hasClass,
  hiddenIn,
  oddAround,
  oddInWords,
  readPage,
  strayIn,
  textIn,
} from './page-html.ts';
import { asShown, type Body } from './shown.ts';

/** A version, as far as its pages show it. */
export interface ShownVersion {
  /** `acme/customers`, and `2024-11-12`. */
  notice: string;
  name: string;
  fingerprint: string;
  facts: Facts;
  document: Document<Facts>;
}

/**
 * Compares a notice in short with the version that it is of.
 *
 * @param base the site's base
 */
export function faultOfShort(
  html: string,
  version: ShownVersion,
  base: string,
): PageFault | undefined {
  const { notice, facts, document } = version;
  const page = pageWith(html, 'short');
  if (isFault(page)) return page;
  const places = addressesBelow(base);
  const addressOf = (address: string): string =>
    places.addressOf(address.startsWith('#') ? `/${notice}/${address}` : address);
  const short = inShortOf(document);
  const others = page.inside.find((each) => hasClass(each, 'only-in-full'));
  const links = (among: readonly Element[]): string[] =>
    among
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => `${textIn(link).replace(/\s+/g, ' ').trim()} <${attribute(link, 'href')}>`);
  const linkTo = ({ heading, anchor }: Section): string =>
    `${headingText(heading).replace(/\s+/g, ' ')} <${addressOf(`#${encodeURIComponent(anchor)}`)}>`;
  const shown = short.filter(({ blocks }) => blocks.length > 0);
  const headings = page.inside.filter((each) => hasClass(each, 'short-section'));
  const expected = shown.map(({ section, blocks }) => [linkTo(section), blocks] as const);
  const lines = (texts: readonly string[]): Body => ({
    lead: texts.map((value) => ({ type: 'paragraph', content: [{ type: 'text', value }] })),
    sections: [],
  });
  return (
    faultOfFacts(page, facts, places) ??
    faultOfNodes(
      headings.flatMap((each) =>
        ownNodes(
          each,
          each,
          (address) => address,
          ({ tagName }) => tagName !== 'h2',
        ),
      ),
      asShown({ lead: expected.flatMap(([, blocks]) => blocks), sections: [] }, addressOf),
    ) ??
    faultBetweenBodies(
      'text',
      lines([
        ...expected.map(([link]) => link),
        ...short.filter(({ blocks }) => blocks.length === 0).map(({ section }) => linkTo(section)),
      ]),
      lines([
        ...headings.flatMap((each) =>
          links(
            elementsIn(each)
              .filter(({ tagName }) => tagName === 'h2')
              .flatMap(elementsIn),
          ),
        ),
        ...(others ? links(elementsIn(others)) : []),
      ]),
    ) ??
    strayText(page.text) ??
    faultAround(page, facts)
  );
}

/** Words in the text of a first layer that are in none of its sections. */
function strayText(text: Element | undefined): PageFault | undefined {
  const stray = text && strayIn(text, 'div.short-text');
  return stray === undefined ? undefined : odd(`${stray} between the sections`);
}

/**
 * Compares the page of one section with the version that it is of.
 *
 * @param section the section, which may have others inside it
 * @param origins where the site is, if it knows: `https://notices.example`
 */
export function faultOfPart(
  html: string,
  version: ShownVersion,
  section: Section,
  { base, origins }: { base: string; origins: readonly string[] },
): PageFault | undefined {
  const page = readPage(html);
  const all = page ? elementsIn(page) : [];
  const mains = all.filter(({ tagName }) => tagName === 'main');
  const [main] = mains;
  const body = all.find(({ tagName }) => tagName === 'body');
  if (!main || !body || mains.length > 1) return odd('no section, or more than one');
  const { notice, name, fingerprint, facts } = version;
  for (const [key, value] of Object.entries({ notice, version: name, fingerprint })) {
    const found = attribute(main, `data-${key}`) ?? '';
    if (found !== value) return { part: 'facts', expected: value, found };
  }
  const { addressOf } = addressesBelow(base);
  const normal = normalOn(origins.length > 0 ? origins : originsIn(all));
  const added = addedTo(main);
  const expected = asShown({ lead: [], sections: [section] }, (address) =>
    normal(addressOf(address.startsWith('#') ? `/${notice}/${name}/${address}` : address)),
  );
  const ancestors = ancestorsOf(main, all);
  const strange =
    strayIn(body, 'body.part') ??
    oddAround([...ancestors, main]) ??
    hiddenIn(main) ??
    oddInWords(main) ??
    scriptOrStyleIn(all);
  return (
    faultOfNodes(
      ownNodes(main, main, normal, (each) => !added.has(each)),
      expected,
    ) ??
    (strange === undefined ? undefined : odd(strange)) ??
    faultOfLanguage([...ancestors, main], facts)
  );
}

/** Pages of sections have none, not even in their heads: either can hide or change the words. */
const scriptOrStyleIn = (all: readonly Element[]): string | undefined => {
  const found = all.find(({ tagName }) => tagName === 'script' || tagName === 'style');
  return found && `<${found.tagName}>`;
};

/** What the page of a section adds to it: before it that it is behind, after it where it is from. */
function addedTo(main: Element): Set<Element> {
  const inside = main.childNodes.filter(isElement);
  const isNote = (each: Element | undefined, name: string): each is Element =>
    each?.tagName === 'p' && hasClass(each, name);
  const [first, last] = [inside[0], inside.at(-1)];
  return new Set([
    ...(isNote(first, 'behind') ? [first] : []),
    ...(isNote(last, 'source') ? [last] : []),
  ]);
}

/** An origin that no site can have. */
const SITE = 'https://site.invalid';

/** An address as a path, if it is on one of the site's own origins. */
const normalOn =
  (origins: readonly string[]) =>
  (address: string): string => {
    const origin = origins.find((each) => address.startsWith(`${each}/`));
    const path = origin === undefined ? address : address.slice(origin.length);
    if (!path.startsWith('/') || !URL.canParse(path, SITE)) return address;
    // To browsers, "/\host" and "/<tab>/host" are "//host", another site.
    const { origin: host, pathname, search, hash } = new URL(path, SITE);
    return host === SITE ? pathname + search + hash : address;
  };

/** The origin that a page names as its own. */
const originsIn = (all: readonly Element[]): string[] =>
  all
    .filter((each) => attribute(each, 'rel') === 'canonical')
    .flatMap((each) => attribute(each, 'href') ?? [])
    .flatMap((address) => (URL.canParse(address) ? [new URL(address).origin] : []));
