import { expect, it } from 'vitest';
import { parcels } from '../site/testing.ts';
import { en } from './en/index.ts';
import { factRows, leadingFacts } from './fact-rows.ts';

const { facts } = parcels({ '2024-01-01': 'One.\n' }).leading;
const labels = (rows: { label: string; values: unknown[] }[]): string[] =>
  rows.map(({ label, values }) => `${label}: ${values.length}`);

it('come with whom to reach first, one line each, and all others after them', () => {
  const contact = { email: 'a@a.example', phone: '+441632960404' };
  const whole = {
    ...facts,
    controller: { ...facts.controller, vatNumber: 'GB999999973', contact },
    complaints: contact,
  };
  const { first, more } = leadingFacts(whole, en);
  expect(labels(first)).toEqual(['Controller: 1', 'Contact: 1', 'How to complain: 1']);
  expect(labels(more)).toEqual(
    expect.arrayContaining(['VAT number: 1', 'Contact: 1', 'How to complain: 1']),
  );
  const valuesOf = (rows: { values: unknown[] }[]) => rows.flatMap(({ values }) => values);
  // None is lost, and none is there twice.
  expect(
    valuesOf([...first, ...more])
      .map((each) => JSON.stringify(each))
      .toSorted(),
  ).toEqual(
    valuesOf(factRows(whole, en))
      .map((each) => JSON.stringify(each))
      .toSorted(),
  );
});
