/** Records of processing that contradict each other, or themselves. Takes time in proportion to their number. */
import type { z } from 'zod';
import { nearest } from '../findings/suggest.ts';
import { listOf } from './record-phrases.ts';
import type { ProcessingRecord } from './schema-records.ts';

type Path = (string | number)[];

/** Something that cannot be right, where it is, and the edit to make. */
interface Fault {
  path: Path;
  message: string;
  hint: string;
}

type Context = Pick<z.core.ParsePayload<ProcessingRecord[]>, 'issues'> & {
  addIssue: (issue: {
    code: 'custom';
    path: Path;
    message: string;
    params: Record<string, unknown>;
  }) => void;
};

/** Adds an issue for each contradiction: a refinement of the list of records. */
export function checkRecords(records: readonly ProcessingRecord[], context: Context): void {
  const faults = [
    ...repeatedIds(records),
    ...differingCountries(records),
    ...records.flatMap((record, index) =>
      faultsOf(record).map(({ path, ...fault }) => ({ ...fault, path: [index, ...path] })),
    ),
  ];
  for (const { path, message, hint } of faults) {
    context.addIssue({ code: 'custom', path, message, params: { hint, records: true } });
  }
}

const faultsOf = (record: ProcessingRecord): Fault[] => [
  ...unfitBasis(record),
  ...unfitRetention(record),
  ...withoutTransfer(record),
  ...unfitTransfers(record),
];

function repeatedIds(records: readonly ProcessingRecord[]): Fault[] {
  const seen = new Map<string, number>();
  return records.flatMap(({ id }, index): Fault[] => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    return [
      {
        path: [index, 'id'],
        message: `two purposes have the id "${id}": number ${first + 1} and number ${index + 1}`,
        hint: 'give one of them another id, or delete one if they are the same',
      },
    ];
  });
}

/** One recipient that is in two countries: the tables of a notice would name both. */
function differingCountries(records: readonly ProcessingRecord[]): Fault[] {
  const known = new Map<string, { country: string; id: string }>();
  return records.flatMap(({ id, recipients }, index) =>
    listOf(recipients).flatMap(({ name, country }, at): Fault[] => {
      const first = known.get(name);
      if (country === undefined) return [];
      if (first === undefined) known.set(name, { country, id });
      if (first === undefined || first.country === country) return [];
      return [
        {
          path: [index, 'recipients', at, 'country'],
          message: `"${name}" is in ${country} here, and in ${first.country} for "${first.id}"`,
          hint: `write country: ${first.country}, or give one of the two a name of its own`,
        },
      ];
    }),
  );
}

/** What a record says that only another lawful basis has, or leaves out what its own asks for. */
function unfitBasis(record: ProcessingRecord): Fault[] {
  const bases = record.lawfulBasis ?? [];
  const needs = [
    ['legitimateInterest', 'legitimate-interests'],
    ['recognisedCondition', 'recognised-legitimate-interest'],
    ['legalObligation', 'legal-obligation'],
  ] as const;
  const without = needs.flatMap(([key, basis]): Fault[] =>
    record[key] === undefined || bases.includes(basis)
      ? []
      : [
          {
            path: [key],
            message: `"${record.id}" has ${key} without the basis "${basis}"`,
            hint: `write lawfulBasis: [${[...bases, basis].join(', ')}], or delete ${key}`,
          },
        ],
  );
  const isUnnamed =
    bases.includes('legitimate-interests') && record.legitimateInterest === undefined;
  const twice = bases.filter((basis, index) => bases.indexOf(basis) < index);
  return [
    ...without,
    ...(isUnnamed
      ? [
          {
            path: ['lawfulBasis'],
            message: `"${record.id}" rests on legitimate interests and does not say which`,
            hint: 'add: legitimateInterest: "Keeping our website safe"',
          },
        ]
      : []),
    ...twice.map((basis) => ({
      path: ['lawfulBasis'],
      message: `"${record.id}" has the basis "${basis}" twice`,
      hint: 'delete one of the two',
    })),
  ];
}

function unfitRetention({ id, retention }: ProcessingRecord): Fault[] {
  if (!retention) return [];
  const { period, criteria, startsFrom } = retention;
  const at = (key: string, message: string, hint: string): Fault => ({
    path: ['retention', ...(key === '' ? [] : [key])],
    message,
    hint,
  });
  if (period === undefined && criteria === undefined) {
    const hint = 'add one: period: P6Y, or criteria: until you close your account';
    return [at('', `retention of "${id}" has neither a period nor criteria`, hint)];
  }
  if (period !== undefined && criteria !== undefined) {
    const hint = 'keep the one that decides; write from when a period counts in startsFrom';
    return [at('criteria', `retention of "${id}" has a period and criteria`, hint)];
  }
  if (criteria !== undefined && startsFrom !== undefined) {
    const hint = 'delete startsFrom, and say it in criteria';
    return [at('startsFrom', `retention of "${id}" has startsFrom without a period`, hint)];
  }
  return [];
}

/** Recipients abroad that no transfer of the record names. */
function withoutTransfer({ id, recipients, transfers }: ProcessingRecord): Fault[] {
  const sent = new Set(
    listOf(transfers).flatMap(({ recipient, countries }) =>
      countries.map((country) => `${country} ${recipient}`),
    ),
  );
  return listOf(recipients).flatMap(({ name, country = 'GB' }, index): Fault[] => {
    if (country === 'GB' || sent.has(`${country} ${name}`)) return [];
    return [
      {
        path: ['recipients', index, 'country'],
        message:
          transfers === 'none'
            ? `"${name}" is in ${country}, but "${id}" has transfers: none`
            : `"${name}" is in ${country}, and "${id}" has no transfer to it there`,
        hint: `write transfers: [{ recipient: ${JSON.stringify(name)}, countries: [${country}], mechanism: adequacy-regulations }], with the mechanism that applies`,
      },
    ];
  });
}

/** Transfers to nobody who receives anything, or that stay in the UK. */
function unfitTransfers({ id, recipients, transfers }: ProcessingRecord): Fault[] {
  const names = listOf(recipients).map(({ name }) => name);
  const known = new Set(names);
  return listOf(transfers).flatMap(({ recipient, countries, mechanism }, index) => {
    const faults: Fault[] = [];
    const report = (key: string, message: string, hint: string): void => {
      faults.push({ path: ['transfers', index, key], message, hint });
    };
    if (!known.has(recipient)) {
      const meant = nearest(recipient, names);
      const hint = meant
        ? `write recipient: ${JSON.stringify(meant)}`
        : `add it to recipients: { name: ${JSON.stringify(recipient)}, role: processor, country: ${countries[0] ?? 'US'} }`;
      report('recipient', `"${recipient}" is not among the recipients of "${id}"`, hint);
    }
    if (countries.includes('GB')) {
      report('countries', `"${recipient}" in GB is not outside the UK`, 'delete GB');
    }
    if (mechanism === 'uk-us-data-bridge' && countries.some((country) => country !== 'US')) {
      const hint = 'write countries: [US], and another transfer for other countries';
      report('mechanism', 'the UK-US data bridge is for the US alone', hint);
    }
    return faults;
  });
}
