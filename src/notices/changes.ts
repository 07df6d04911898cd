/** Edits of the list of changes, for hints. */
import type { Facts } from './schema.ts';

/**
 * Says how to add entries to `changes` of a file. A new draft has an empty list, beside which a second
 * `changes` would be an error.
 *
 * @param changes what it lists now
 * @param entries lines of YAML, two spaces in
 */
export const addToChanges = (changes: Facts['changes'], entries: string): string =>
  changes.length > 0
    ? `add to \`changes\`:\n${entries}`
    : `write into the facts, in place of \`changes: []\` if it is there:\nchanges:\n${entries}`;
