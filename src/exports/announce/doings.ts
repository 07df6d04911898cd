/**
 * What a company does with information for a purpose: what it uses, where it gets it, with whom it
 * shares it and where it sends it. What of that comes and goes, in sentences.
 */
import { tidy } from '../../compare/fact-values.ts';
import type { FactChange } from '../../compare/model.ts';
import { NONE_LINE } from '../../compare/records.ts';
import { countryName } from '../../notices/places.ts';
import { listOf, printingFor } from '../../notices/record-phrases.ts';
import type { ProcessingRecord, Recipient } from '../../notices/schema-records.ts';
import type { Facts } from '../../notices/schema.ts';
import type { Telling } from './facts.ts';

/** Facts of purposes that have members, their keys, and what we do with them. */
const DOINGS = new Map([
  ['processing.dataCategories', { key: 'dataCategories', doing: 'uses' }],
  ['processing.sources', { key: 'sources', doing: 'sources' }],
  ['processing.recipients', { key: 'recipients', doing: 'shares' }],
  ['processing.transfers', { key: 'transfers', doing: 'sends' }],
] as const);

/**
 * Sentences about a fact of a purpose of which members came or went, each beginning with a small letter.
 *
 * @param records the purpose in the version after, and in the one before
 * @returns undefined of a fact that is no list, and where nothing is or was said of it at all
 */
export function doingsIn(
  { field, before, after }: FactChange,
  [now, old]: readonly [now: ProcessingRecord | undefined, old: ProcessingRecord | undefined],
  telling: Telling,
): string[] | undefined {
  const known = new Map<string, { key: keyof ProcessingRecord; doing: Doing }>(DOINGS).get(field);
  if (!known || now?.[known.key] === undefined || old?.[known.key] === undefined) return undefined;
  const { words, isComing } = telling;
  const says = words.announce.facts;
  const { doing } = known;
  if ((doing === 'shares' || doing === 'sends') && after.includes(NONE_LINE)) {
    return [says.none(doing, isComing)];
  }
  const isMore = !before.includes(NONE_LINE);
  const tell = (came: readonly string[], left: readonly string[]): string[] =>
    came.length + left.length > 0 ? [says.members(doing, came, left, { isComing, isMore })] : [];
  if (doing === 'shares') {
    const { came, left, others } = recipientsIn(now, old, telling);
    return [...tell(came, left), ...others];
  }
  if (doing === 'sends') {
    const [today, then] = [transfersOf(now, telling.after), transfersOf(old, telling.before)];
    return tell(without(today, then), without(then, today));
  }
  return tell(without(after, [NONE_LINE]), without(before, [NONE_LINE]));
}

type Doing = 'uses' | 'sources' | 'shares' | 'sends';

const without = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((each) => !others.includes(each));

/** Who receives it: those that came and went, by their names, and those that do something else with it. */
function recipientsIn(
  now: ProcessingRecord,
  old: ProcessingRecord,
  { words, isComing, before, after }: Telling,
): { came: string[]; left: string[]; others: string[] } {
  const [known, receiving] = [listOf(old.recipients), listOf(now.recipients)];
  const find = (all: readonly Recipient[], { name }: Recipient): Recipient | undefined =>
    all.find((each) => tidy(each.name) === tidy(name));
  const others = receiving.flatMap((each) => {
    const was = find(known, each);
    const [then, today] = [was && detailsOf(was, before, true), detailsOf(each, after, true)];
    if (then === undefined || then === today) return [];
    const { recipient } = words.announce.facts;
    return [recipient(tidy(each.name), today || NOTHING, then || NOTHING, isComing)];
  });
  return {
    came: receiving.filter((each) => !find(known, each)).map((each) => recipientIn(each, after)),
    left: known.filter((each) => !find(receiving, each)).map(({ name }) => tidy(name)),
    others,
  };
}

/** Where nothing is said of a recipient. */
const NOTHING = '–';

/** What a recipient does, and where. On whose behalf is told only where that changed. */
function detailsOf(
  { activity, role, country }: Recipient,
  { language }: Pick<Facts, 'language'>,
  hasRole: boolean,
): string {
  const { words } = printingFor(language);
  const whose = hasRole && role ? words.roles[role] : undefined;
  const where = country && countryName(country, language);
  return [activity && tidy(activity), whose, where].filter(Boolean).join('; ');
}

/** A recipient with what it does, and where. */
export const recipientIn = (recipient: Recipient, facts: Pick<Facts, 'language'>): string =>
  bracketed(tidy(recipient.name), detailsOf(recipient, facts, false));

/** Where a purpose sends information, and what protects it there. */
export function transfersOf(
  { transfers }: Pick<ProcessingRecord, 'transfers'>,
  { language }: Pick<Facts, 'language'>,
): string[] {
  const { words } = printingFor(language);
  return listOf(transfers).map(({ recipient, countries, mechanism }) =>
    bracketed(
      tidy(recipient),
      [
        ...countries.map((code) => countryName(code, language)),
        ...(mechanism ? [words.mechanisms[mechanism]] : []),
      ].join('; '),
    ),
  );
}

const bracketed = (name: string, details: string): string =>
  details === '' ? name : `${name} (${details})`;
