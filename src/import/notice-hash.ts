/** The hash by which an account knows the words of its notice. */
import { createHash } from 'node:crypto';
import type { Document } from '../document/model.ts';
import { bodyText } from '../notices/text.ts';

/** SHA-256 of the plain text of a notice without its facts, which may be filled in later. */
export const hashOfNotice = (document: Pick<Document, 'lead' | 'sections'>): string =>
  createHash('sha256').update(bodyText(document)).digest('hex');
