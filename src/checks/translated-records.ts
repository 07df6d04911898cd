/** Checks that the records of a translation say in codes what those of its original say. */
import { finding, type Finding } from '../findings/catalogue.ts';
import { listOf } from '../notices/record-phrases.ts';
import type { ProcessingRecord } from '../notices/schema-records.ts';
import type { DatedVersion } from './history.ts';

/** What is the same in every language: all that is no words. */
const codes: Record<string, (record: ProcessingRecord) => unknown> = {
  kind: ({ kind }) => kind,
  lawfulBasis: ({ lawfulBasis }) => lawfulBasis,
  recognisedCondition: ({ recognisedCondition }) => recognisedCondition,
  sources: ({ sources }) =>
    sources?.map(({ type, publiclyAccessible }) => [type, publiclyAccessible]),
  provision: ({ provision }) => provision?.status,
  pecr: ({ pecr }) => pecr?.basis,
  recipients: ({ recipients }) =>
    recipients && [
      recipients === 'none',
      listOf(recipients).map(({ role, country }) => [role, country]),
    ],
  transfers: ({ transfers }) =>
    transfers && [
      transfers === 'none',
      listOf(transfers).map(({ countries, mechanism }) => [countries, mechanism]),
    ],
  retention: ({ retention }) => [retention?.period, retention?.then],
};

/** Reports each record of a translation that differs from that of its original in more than words. */
export function differingRecords(version: DatedVersion, original: DatedVersion): Finding[] {
  const [here, there] = [version, original].map(({ facts: { processing = [] } }) => processing);
  const ids = (records: readonly ProcessingRecord[] = []): string =>
    records.map(({ id }) => id).join(', ');
  if (ids(here) !== ids(there)) {
    return [
      finding(
        'translation-facts',
        version.placeOfFact(['processing']),
        `\`processing\` has the purposes ${ids(here) || 'none'} here but ${ids(there) || 'none'} in ${original.file}`,
        'translate every record of the original, in its order, with the same id',
      ),
    ];
  }
  return (here ?? []).flatMap((record, index) =>
    Object.entries(codes).flatMap(([key, read]) => {
      const other = there?.[index];
      if (!other || JSON.stringify(read(record)) === JSON.stringify(read(other))) return [];
      return [
        finding(
          'translation-facts',
          version.placeOfFact(['processing', index, key]),
          `${key} of "${record.id}" has other codes here than in ${original.file}`,
          `copy ${key} from the original, and translate its words`,
        ),
      ];
    }),
  );
}
