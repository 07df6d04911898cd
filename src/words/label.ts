/** What people call a version. */
import type { IsoDate } from '../notices/dates.ts';
import { parseVersionName } from '../notices/names.ts';
import type { Words } from './shape.ts';

/** Its day, and a number if it is not the first of that day. */
export function versionLabel(
  name: string,
  { effective }: { effective: IsoDate },
  words: Pick<Words, 'date'>,
): string {
  const sequence = parseVersionName(name)?.sequence ?? 1;
  const day = words.date(effective);
  return sequence === 1 ? day : `${day} (${sequence})`;
}
