/** Which versions no longer apply: their texts are kept as they were. */
import type { IsoDate } from '../notices/dates.ts';
import type { FilePlace } from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import { datesOf, placeAll, shownOf } from '../notices/timeline.ts';

interface Version extends FilePlace {
  draft: boolean;
  facts: Facts;
}

/**
 * The superseded, withdrawn and called-off versions on a day. A translation that is out of date and still shown at
 * its notice's address is not among them: readers come to it first.
 */
export function pastOf<V extends Version>(versions: readonly V[], today: IsoDate): ReadonlySet<V> {
  const members = versions
    .filter(({ draft }) => !draft)
    .map((version) => {
      const { notice, name, translation, facts } = version;
      return { version, notice, name, ...datesOf(facts), ...(translation && { translation }) };
    });
  const placed = placeAll(members, today);
  return new Set(
    [...placed.values()].flatMap((its) => {
      const original = its[0]?.version.translation?.of;
      const shown = shownOf(its, original === undefined ? [] : placed.get(original));
      return its
        .filter(
          (each) =>
            each !== shown && ['superseded', 'withdrawn', 'called-off'].includes(each.status),
        )
        .map((each) => each.version.version);
    }),
  );
}
