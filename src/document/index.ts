/** The document model, and the way to it from the HTML of a version's body. */
export * from './model.ts';
export { parseDocument } from './parse.ts';
