/** The document model, and the ways to it. */
export * from './model.ts';
export { parseDocument } from './html.ts';
export { readDocument } from './parse.ts';
