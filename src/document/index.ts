/** The document model, and the functions that read it. */
export * from './model.ts';
export { parseDocument } from './html.ts';
export { readDocument } from './parse.ts';
