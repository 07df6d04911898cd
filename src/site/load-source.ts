/** The file of a version, for those who want what its author wrote. */
import { readFileSync } from 'node:fs';
import { normaliseText } from '../mdx/source.ts';
import type { Version } from './notices.ts';

/**
 * The text of a version's file: without a byte-order mark, line ends as `\n`.
 *
 * @throws when the file is not there any more
 */
export const sourceOf = ({ file }: Pick<Version, 'file'>): string =>
  normaliseText(readFileSync(file, 'utf8'));
