/** The hashes by which an account knows its notice: of its words, and of its body as it was written. */
import { createHash } from 'node:crypto';
import type { Document } from '../document/model.ts';
import { bodyText } from '../notices/text.ts';

/** SHA-256 of the plain text of a notice without its facts, which may be filled in later. */
export const hashOfNotice = (document: Pick<Document, 'lead' | 'sections'>): string =>
  hashOf(bodyText(document));

/** A file as its frontmatter and its body. */
const PARTS = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/;

/**
 * The YAML and the body of a file of a notice, with the ends of lines that import writes: git may have
 * changed them.
 *
 * @returns undefined if it has no frontmatter
 */
export function partsOf(file: string): { yaml: string; body: string } | undefined {
  const [, yaml, body] = PARTS.exec(file.replaceAll('\r\n', '\n')) ?? [];
  return yaml === undefined || body === undefined ? undefined : { yaml, body };
}

/**
 * SHA-256 of the body of a file of a notice, with its formatting and comments.
 *
 * @returns undefined if the file has no frontmatter
 */
export function hashOfBody(file: string): string | undefined {
  const body = partsOf(file)?.body;
  return body === undefined ? undefined : hashOf(body);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
