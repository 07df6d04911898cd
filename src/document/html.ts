/** Reads HTML into the document model: built pages, and texts that come as HTML. */
import { parseFragment } from 'parse5';
import type { Document } from './model.ts';
import { readDocument } from './parse.ts';

/**
 * Reads HTML into the document model; see `readDocument`.
 *
 * @param source the HTML of the body alone: no `<html>`, no page around it
 * @param facts carried along unread
 */
export const parseDocument = <F = never>(source: string, facts?: F): Document<F> =>
  readDocument(parseFragment(source).childNodes, facts);
