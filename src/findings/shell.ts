/** Texts as words of a command that people copy from a message into a shell. */

/** Signs that no shell reads between double quotes. */
const HARMLESS = /^[\p{L}\p{N}\p{M} ._,:;@%+=/()&#*?<>|~'’[\]{}-]*$/u;

/** Signs that no shell reads anywhere. */
const BARE = /^[\w./:@+=,][\w./:@+=,-]*$/;

/** A text in quotes, within which a shell runs and replaces nothing of it. */
export const quotedForShell = (text: string): string =>
  HARMLESS.test(text) ? `"${text}"` : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A text as one word of a command: as it is, or in quotes where it needs them. */
export const shellWord = (text: string): string => (BARE.test(text) ? text : quotedForShell(text));
