import { describe, expect, it } from 'vitest';
import { factFields } from '../../compare/facts.ts';
import type { FactChange } from '../../compare/model.ts';
import { describeFactChange } from '../../views/fact-change.ts';
import { facts } from './facts.ts';
import { en } from './index.ts';

const change = (field: string, before: string[], after: string[]): FactChange => ({
  id: 'c1',
  field,
  kind: before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed',
  before,
  after,
});

describe('the name of a fact', () => {
  it.each([
    ['dpo.email', "data protection officer's email"],
    ['representatives.eu.phone', "EU representative's telephone"],
    ['representatives.ch.name', "Swiss representative's name"],
    ['controller.contact.form', 'contact web form'],
    ['complaints.address', 'complaints address'],
    ['controller.lei', 'LEI'],
    ['withdrawn', 'date of withdrawal'],
  ])('is for %s "%s"', (field, name) => {
    expect(facts.name(field)).toBe(name);
  });

  it.each(factFields.map((field) => [field]))(
    'is in words for every fact compared: %s',
    (field) => {
      expect(facts.name(field)).not.toBe(field.includes('.') ? field : undefined);
    },
  );

  it.each(['dpo.pager', 'constructor'])('is the path where it has none: %s', (field) => {
    expect(facts.name(field)).toBe(field);
  });
});

describe('the sentence for a change of a fact', () => {
  it.each<[string, FactChange]>([
    [
      "Data protection officer's email changed from dpo@a.example to dpo@b.example",
      change('dpo.email', ['dpo@a.example'], ['dpo@b.example']),
    ],
    [
      'Complaints address added: 1 Example Wharf, Reigate, RH2 7JN',
      change('complaints.address', [], ['1 Example Wharf', 'Reigate', 'RH2 7JN']),
    ],
    [
      'Registered office changed from 1 Example Wharf, Reigate to Keizersgracht 1, Amsterdam, Netherlands',
      change(
        'controller.registeredOffice',
        ['1 Example Wharf', 'Reigate'],
        ['Keizersgracht 1', 'Amsterdam', 'NL'],
      ),
    ],
    ['Date of withdrawal added: 1 May 2026', change('withdrawn', [], ['2026-05-01'])],
    [
      'Type of organisation changed from sole trader to LLP',
      change('controller.kind', ['sole-trader'], ['llp']),
    ],
    [
      'Place of registration added: England and Wales',
      change('controller.registeredIn', [], ['england-and-wales']),
    ],
    ["EU representative's name removed: X", change('representatives.eu.name', ['X'], [])],
    [
      'Title changed from “Privacy” to “How to reach us, and to complain”',
      change('title', ['Privacy'], ['How to reach us, and to complain']),
    ],
    ['VAT number added: 000000000', change('controller.vatNumber', [], ['000000000'])],
    [
      'Trading names: Harbour removed, Harbourlight added',
      change('controller.tradingNames', ['Harbour'], ['Harbourlight']),
    ],
    [
      'Audience: customers, staff and visitors added',
      change('audience', [], ['customers', 'staff', 'visitors']),
    ],
    ['Audience: staff removed', change('audience', ['staff'], [])],
    ['dpo.pager added: 7', change('dpo.pager', [], ['7'])],
  ])('reads: %s', (sentence, given) => {
    expect(describeFactChange(given, en)).toBe(sentence);
  });
});
