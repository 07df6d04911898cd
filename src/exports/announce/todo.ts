/** What readers can do about a change. Only what facts and the publisher's notes say: nothing is guessed. */
import { tidy } from '../../compare/fact-values.ts';
import type { FactChange } from '../../compare/model.ts';
import type { ProcessingRecord } from '../../notices/schema-records.ts';
import type { Facts } from '../../notices/schema.ts';
import type { JoinedNote } from '../../views/notes.ts';
import type { Words } from '../../words/index.ts';

/** What is known of a change. */
interface Known {
  facts: readonly FactChange[];
  entries: readonly JoinedNote[];
  /** Whether a figure or a fact changed at all. */
  hasFigures: boolean;
}

/**
 * What readers can do: object, withdraw consent, stop messages or have a decision looked at, for the
 * purposes that changed; nothing, where the publisher says that the change only explains.
 *
 * @returns sentences; none where facts and notes do not say
 */
export function todoOf(
  before: Facts,
  after: Facts,
  { facts, entries, hasFigures }: Known,
  says: Words['announce']['todo'],
): string[] {
  const touched = touchedBy(facts, before, after);
  const purposes = touched.filter(canObject).map(purposeOf);
  const consented = touched.filter(({ lawfulBasis }) => lawfulBasis?.includes('consent'));
  const { withdrawal } = after;
  const ways = [
    ...(purposes.length > 0 ? [says.object(purposes)] : []),
    ...(consented.length > 0 && withdrawal
      ? [says.withdraw(consented.map(purposeOf), withdrawal.how)]
      : []),
    ...touched.flatMap((record) =>
      record.pecr?.optOut === undefined ? [] : [says.stop(purposeOf(record), record.pecr.optOut)],
    ),
    ...decisionsIn(facts, after).map(({ decision, safeguards }) =>
      says.decision(tidy(decision), safeguards),
    ),
  ];
  if (ways.length > 0) return ways;
  const onlyExplains =
    entries.length > 0 &&
    !hasFigures &&
    after.changeType !== 'major' &&
    entries.every(({ kind }) => kind === 'clarified' || kind === 'moved');
  return onlyExplains ? [says.nothing] : [];
}

/** The purposes that are new, or of which a fact changed; none where there were no records before. */
function touchedBy(
  facts: readonly FactChange[],
  { processing: old }: Facts,
  { processing: now = [] }: Facts,
): ProcessingRecord[] {
  if (!old) return [];
  const known = new Set(old.map(({ id }) => id));
  const changed = new Set(facts.map(({ of }) => of));
  return now.filter((record) => !known.has(record.id) || changed.has(purposeOf(record)));
}

const purposeOf = ({ purpose }: ProcessingRecord): string => tidy(purpose);

/** UK GDPR Art 21(1): points (e), (ea) and (f) of Art 6(1); and Art 21(2), direct marketing. */
const canObject = ({ lawfulBasis = [], kind }: ProcessingRecord): boolean =>
  kind === 'direct-marketing' ||
  lawfulBasis.some(
    (basis) =>
      basis === 'legitimate-interests' ||
      basis === 'recognised-legitimate-interest' ||
      basis === 'public-task',
  );

/** The automated decisions with safeguards, where any decision changed. */
function decisionsIn(
  facts: readonly FactChange[],
  { automatedDecisions = 'none' }: Facts,
): { decision: string; safeguards: string[] }[] {
  const isChanged = facts.some(({ field }) => field === 'automatedDecisions');
  if (!isChanged || automatedDecisions === 'none') return [];
  return automatedDecisions.flatMap(({ decision, safeguards }) =>
    safeguards ? [{ decision, safeguards }] : [],
  );
}
