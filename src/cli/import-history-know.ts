/** What a person has to know of the texts of a history: the facts of its newest version, and all remarks. */
import { counted } from '../findings/report.ts';
import type { HistoryAnswers, HistoryPlan } from '../import/history-model.ts';
import type { Account, Remark } from '../import/model.ts';
import {
  gathered,
  isPlaced,
  isTogether,
  textOfRemark,
  unitOf,
  type Unit,
} from '../import/remarks.ts';
import type { IsoDate } from '../notices/dates.ts';
import { shortened, wrapped } from './import-print.ts';
import { reportOfFacts } from './import-report.ts';
import { paint } from './terminal.ts';

/** The facts of the newest version, and what its text does not say. */
export function reportOfNewest({ versions }: HistoryPlan, answers: HistoryAnswers): string {
  const newest = versions.at(-1);
  if (!newest) return '';
  const { imported, date } = newest;
  const { facts, source } = imported;
  const report = reportOfFacts({ facts, answers, source }, date, 'version');
  return report === '' ? '' : `Of the newest version, ${date}:\n${report}`;
}

/** A remark on texts of a history, and the versions that have it. */
interface Told {
  remark: Remark;
  unit: Unit;
  versions: Set<IsoDate>;
}

/** How many remarks are listed; the account of each version has its own. */
const MOST = 16;

/**
 * The remarks on a history and on the texts of its versions, those that say the same as one.
 *
 * @param accounts of the versions, in their order
 */
export function reportOfHistoryRemarks(
  { remarks, versions }: HistoryPlan,
  accounts: readonly Account[],
): string {
  const days = versions.map(({ date }) => date);
  const lines = [
    ...remarks.map((each) => textOfRemark(each)),
    ...remarksOfVersions(days, accounts).map((told) => lineOf(told, versions.length)),
  ];
  if (lines.length === 0) return '';
  const more = lines.length - MOST;
  return [
    paint('bold', 'To know'),
    ...lines.slice(0, MOST).map((line) => wrapped(`• ${shortened(line, 500)}`, 4, 2)),
    ...(more > 0 ? [`  and ${more} more; the accounts list all`] : []),
  ].join('\n');
}

/** The remarks of all versions by what they say, those of the newest version first in words. */
function remarksOfVersions(days: readonly IsoDate[], accounts: readonly Account[]): Told[] {
  const all = new Map<string, Told>();
  // Lines are those of the newest text that has the remark, so the newest is read first.
  for (const [index, { remarks, source }] of [...accounts.entries()].toReversed()) {
    const day = days[index];
    if (day === undefined) continue;
    const unit = unitOf(source.kind);
    for (const remark of remarksOfOne(remarks)) {
      const key = isPlaced(remark.code) ? remark.code : `${remark.code}:${remark.detail ?? ''}`;
      const told = all.get(key) ?? { remark, unit, versions: new Set() };
      told.versions.add(day);
      all.set(key, told);
    }
  }
  return together([...all.values()]);
}

/** The remarks of one version. Places of one kind are told as one, details later. */
function remarksOfOne(remarks: readonly Remark[]): Remark[] {
  // The findings of the files are reported by the checks.
  const own = remarks.filter(({ code }) => code !== 'finding');
  return [
    ...gathered(own.filter(({ code }) => isPlaced(code))),
    ...own.filter(({ code }) => !isPlaced(code)),
  ];
}

/** Those of one kind whose details are told together. */
function together(all: readonly Told[]): Told[] {
  const told: Told[] = [];
  for (const each of all) {
    const { code, detail = '' } = each.remark;
    const before =
      isPlaced(code) || !isTogether(code)
        ? undefined
        : told.find(({ remark }) => remark.code === code);
    if (before) {
      before.remark = { code, detail: `${before.remark.detail ?? ''}, ${detail}` };
      for (const day of each.versions) before.versions.add(day);
    } else told.push({ ...each, versions: new Set(each.versions) });
  }
  return told;
}

function lineOf({ remark, unit, versions }: Told, count: number): string {
  const text = textOfRemark(remark, unit);
  if (count === 1) return text;
  const newest = [...versions].toSorted().at(-1) ?? '';
  const place = isPlaced(remark.code) ? `, here as of ${newest}` : '';
  return versions.size === count
    ? `${text} (in all ${counted(count, 'version')}${place})`
    : versions.size === 1
      ? `${text} (in version ${newest})`
      : `${text} (in ${versions.size} of ${counted(count, 'version')}${place})`;
}
