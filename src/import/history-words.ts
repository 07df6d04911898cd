/** What a state of a notice says: its words and its links, so that two states can be compared. */
import { leavesOf, leavesOfBlocks, type Leaf } from '../compare/leaves.ts';
import type { Document } from '../document/model.ts';
import { readVersion, type ReadVersion } from '../mdx/read.ts';
import type { Facts } from '../notices/schema.ts';

/** A body, read as the site reads it. */
export interface ReadBody {
  document: Document<Facts>;
  outline: NonNullable<ReadVersion['outline']>;
}

/** Facts that any body can be read with: they are no part of what is compared. */
const FRONTMATTER = `---
title: Notice
published: "2000-01-01"
effective: "2000-01-01"
controller: { name: Notice, contact: { email: privacy@notice.example } }
---
`;

/** Lines of a file above its body, where it is read for what it says. */
export const LINES_ABOVE = FRONTMATTER.split('\n').length - 1;

/** Reads a body in MDX; nothing if it is no MDX. */
export function readBodyOf(body: string): ReadBody | undefined {
  const bytes = new TextEncoder().encode(FRONTMATTER + body);
  const { document, outline } = readVersion({ file: 'notice.mdx', bytes });
  return document && outline && { document: document(), outline };
}

/**
 * All words of a text in their order, without white space: a page that is built anew has other
 * spaces, line ends, lists and headings around the same words.
 */
export const wordsOf = (document: Pick<Document, 'lead' | 'sections'>): string =>
  tight(leavesOf(document).flatMap(textsOf).join(''));

const textsOf = ({ table, text }: Leaf): string[] =>
  table
    ? [...table.head, ...table.body].flatMap(({ cells }) =>
        cells.flatMap(({ blocks }) => leavesOfBlocks(blocks).flatMap(textsOf)),
      )
    : [text];

/** Characters alone: no white space, and nothing that is not seen. */
export const tight = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');

/** Where the links of a text lead to; those within it depend on its anchors, and are left out. */
export const linksOf = ({ links }: ReadBody['outline']): string =>
  links
    .map(({ url }) => url)
    .filter((url) => !url.startsWith('#'))
    .join('\n');

/** A text below this is a redirect, a captcha or a stub. */
const SHORTEST = 600;

/** What a notice speaks of, in the languages that have words here. */
const SUBJECTS: readonly RegExp[] = [
  /privacy|preifatrwydd|datenschutz|confidentialité|privacidad|prywatno/i,
  /personal(?:ly identif|data|information|details)|(?:data|gwybodaeth)personol|gwybodaethbersonol/i,
  /personenbezogen|donnéespersonnelles|datospersonales|datipersonali|daneosobowe/i,
  /dataprotection|diogeludata|gdpr|dsgvo|rgpd|rodo/i,
  /cookie|cwcis/i,
  /third[-‑]?part|trydyddparti/i,
  /(?:we|i)(?:may)?(?:collect|process|use|share)|casglu|prosesu|rhannu/i,
  /consent|cydsyniad/i,
  /yourrights|righttoaccess|eichhawliau/i,
  /retain|retention|howlong|cadw(?:['’]?r|eich)/i,
  /controller|rheolydd/i,
  /e-?mailaddress|ipaddress|cyfeiriade-?bost/i,
];

/**
 * Whether words are those of a notice. In another language than those with words here, its length
 * must do.
 *
 * @param words without white space
 */
export function isNotice(words: string, language = 'en'): boolean {
  if (words.length < SHORTEST * TIGHT) return false;
  const known = /^(?:en|cy|de|fr|es|pl)\b/i.test(language);
  return !known || subjectsOf(words) >= 3;
}

/** Of how many subjects of a notice a text speaks, in the languages that have words here. */
export const subjectsOf = (words: string): number =>
  SUBJECTS.filter((subject) => subject.test(words)).length;

/** So much of a text is left without its white space. */
const TIGHT = 0.83;
