import { describe, expect, it } from 'vitest';
import { add, check, itFinds, LINES } from '../checks/testing.ts';

/** The version with records of one purpose, its keys from line 7 of the file on. */
const record = (...lines: string[]): string =>
  records('  - id: orders', ...lines.map((line) => `    ${line}`));

const records = (...lines: string[]): string => add(5, 'processing:', ...lines);

/** A version with facts and a body. */
const withBody = (facts: string[], ...body: string[]): string =>
  [...LINES.slice(0, 8), ...facts, '---', '', '## Data {#data}', '', ...body].join('\n') + '\n';

const ORDERS = 'purpose: Take and deliver orders';

describe('records of processing without mistakes', () => {
  it('give no finding, with every key', () => {
    expect(
      check(
        add(
          5,
          'processing:',
          '  - id: orders',
          '    purpose: Take and deliver orders',
          '    kind: service',
          '    lawfulBasis: [contract, legitimate-interests, legal-obligation, recognised-legitimate-interest]',
          '    legitimateInterest: Being paid',
          '    legalObligation: Companies Act 2006 s.388',
          '    recognisedCondition: crime',
          '    dataCategories: [name, address]',
          '    sources: [{ type: data-subject }, { type: public, name: Companies House, publiclyAccessible: true }]',
          '    provision: { status: voluntary, consequence: Nothing happens. }',
          '    pecr: { basis: soft-opt-in, optOut: the link in each email }',
          '    recipients:',
          '      - { name: couriers, role: processor, activity: Deliver, country: GB }',
          '      - { name: Example Pay Inc, role: controller, country: US }',
          '    transfers: [{ recipient: Example Pay Inc, countries: [US], mechanism: uk-us-data-bridge, copyFrom: our office }]',
          '    retention: { period: P6Y, startsFrom: the end of the financial year, then: delete }',
          '  - { id: calls, purpose: Answer calls, transfers: none, recipients: none, retention: { criteria: until you hang up } }',
          'automatedDecisions: [{ decision: Credit limits, logic: A score, effects: Pay at once, safeguards: [ask for a person] }]',
          'withdrawal: { how: the link in each email }',
          'storageAccess: [{ name: basket, purpose: Remembers it, lasts: a day, ground: strictly-necessary }]',
        ),
      ),
    ).toEqual([]);
  });
});

describe('mistakes in records', () => {
  itFinds([
    {
      what: 'a misspelled key',
      files: record(ORDERS, 'lawfullBasis: [contract]'),
      found: 'error key-unknown 8:5',
      quotes: 'unknown key "lawfullBasis" in processing 1. Did you mean "lawfulBasis"?',
      edit: 'write lawfulBasis: instead of lawfullBasis:',
    },
    {
      what: 'a misspelled key in a list that could be none',
      files: record(ORDERS, 'recipients: [{ name: couriers, rôle: processor }]'),
      found: 'error key-unknown 8:36',
      quotes: 'in processing 1, recipients 1. Did you mean "role"?',
      edit: 'write role:',
    },
    {
      what: 'neither a list nor none',
      files: record(ORDERS, 'transfers: no'),
      found: 'error value-invalid 8:16',
      quotes: '"processing 1, transfers" cannot be "no"',
      edit: 'write transfers: none, or a list',
    },
    {
      what: 'an empty list',
      files: record(ORDERS, 'recipients: []'),
      found: 'error value-invalid 8:5',
      quotes: '"processing 1, recipients" is empty',
      edit: 'fill it in, or delete the key',
    },
    {
      what: 'a record without its purpose',
      files: record('kind: service'),
      found: 'error key-missing 6:5',
      quotes: '"processing 1, purpose" is missing',
      edit: 'purpose: …',
    },
    {
      what: 'a basis that there is not',
      files: record(ORDERS, 'lawfulBasis: [legitimate-interest]'),
      found: 'error value-invalid 8:19',
      quotes: 'Did you mean "legitimate-interests"?',
      edit: 'write legitimate-interests instead',
    },
    {
      what: 'a period in words',
      files: record(ORDERS, 'retention: { period: six years }'),
      found: 'error value-invalid 8:26',
      quotes: '"processing 1, retention.period" is not a period of time: "six years"',
      edit: 'period: P6Y',
    },
    {
      what: 'a country that does not exist',
      files: record(ORDERS, 'recipients: [{ name: couriers, country: UK }]'),
      found: 'error value-invalid 8:45',
      quotes: 'is not the code of a country: "UK"',
      edit: 'code of the country: GB',
    },
    {
      what: 'a country by its name',
      files: record(ORDERS, 'recipients: [{ name: couriers, country: United Kingdom }]'),
      found: 'error value-invalid 8:45',
      quotes: 'is not the code of a country: "United Kingdom"',
      edit: 'code of the country: GB',
    },
    {
      what: 'the Union as a country',
      files: record(ORDERS, 'recipients: [{ name: couriers, country: EU }]'),
      found: 'error value-invalid 8:45',
      quotes: 'is not the code of a country: "EU"',
      edit: 'name each of its countries',
    },
    {
      what: 'a code that no country has',
      files: record(ORDERS, 'recipients: [{ name: couriers, country: XX }]'),
      found: 'error value-invalid 8:45',
      quotes: 'is not the code of a country: "XX"',
      edit: 'write the two letters',
    },
    {
      what: 'a period without its unit',
      files: record(ORDERS, 'retention: { period: P1Y2 }'),
      found: 'error value-invalid 8:26',
      quotes: 'is not a period of time: "P1Y2"',
      edit: 'period: P1Y2M',
    },
    {
      what: 'a period that is a number',
      files: record(ORDERS, 'retention: { period: 6 }'),
      found: 'error value-invalid 8:26',
      quotes: '"processing 1, retention.period" is a number, not a period of time',
      edit: 'period: P6Y',
    },
    {
      what: 'a period without length',
      files: record(ORDERS, 'retention: { period: P0D }'),
      found: 'error value-invalid 8:26',
      quotes: 'is not a period of time: "P0D"',
      edit: 'criteria: we do not keep it',
    },
    {
      what: 'an id with capitals',
      files: records('  - id: Orders', `    ${ORDERS}`),
      found: 'error value-invalid 6:9',
      quotes: 'is not made of small letters',
      edit: 'id: online-orders',
    },
  ]);
});

describe('records that contradict each other', () => {
  const abroad = 'recipients: [{ name: Example Pay Inc, country: US }]';
  itFinds([
    {
      what: 'an id twice',
      files: records(
        `  - { id: orders, ${ORDERS} }`,
        `  - { id: calls, ${ORDERS} }`,
        `  - { id: orders, ${ORDERS} }`,
      ),
      found: 'error records-contradict 8:11',
      quotes: 'two purposes have the id "orders": number 1 and number 3',
      edit: 'another id',
    },
    {
      what: 'one recipient in two countries',
      files: records(
        `  - { id: orders, ${ORDERS}, recipients: [{ name: couriers, country: GB }] }`,
        `  - { id: calls, ${ORDERS}, recipients: [{ name: couriers, country: IE }], transfers: [{ recipient: couriers, countries: [IE] }] }`,
      ),
      found: 'error records-contradict 7:92',
      quotes: '"couriers" is in IE here, and in GB for "orders"',
      edit: 'write country: GB',
    },
    {
      what: 'an interest without its basis',
      files: record(ORDERS, 'lawfulBasis: [contract]', 'legitimateInterest: Being paid'),
      found: 'error records-contradict 9:25',
      quotes: 'has legitimateInterest without the basis "legitimate-interests"',
      edit: 'lawfulBasis: [contract, legitimate-interests]',
    },
    {
      what: 'a basis without its interest',
      files: record(ORDERS, 'lawfulBasis: [legitimate-interests]'),
      found: 'error records-contradict 8:5',
      quotes: 'rests on legitimate interests and does not say which',
      edit: 'legitimateInterest:',
    },
    {
      what: 'a recipient abroad without a transfer',
      files: record(ORDERS, abroad),
      found: 'error records-contradict 8:52',
      quotes: '"Example Pay Inc" is in US, and "orders" has no transfer to it there',
      edit: 'transfers: [{ recipient: "Example Pay Inc", countries: [US]',
    },
    {
      what: 'a recipient abroad where there are no transfers',
      files: record(ORDERS, abroad, 'transfers: none'),
      found: 'error records-contradict 8:52',
      quotes: 'but "orders" has transfers: none',
      edit: 'transfers: [{ recipient:',
    },
    {
      what: 'a transfer to someone else',
      files: record(
        ORDERS,
        'recipients: [{ name: couriers }]',
        'transfers: [{ recipient: courier, countries: [US] }]',
      ),
      found: 'error records-contradict 9:30',
      quotes: '"courier" is not among the recipients of "orders"',
      edit: 'write recipient: "couriers"',
    },
    {
      what: 'a data bridge to another country',
      files: record(
        ORDERS,
        'recipients: [{ name: couriers }]',
        'transfers: [{ recipient: couriers, countries: [IN], mechanism: uk-us-data-bridge }]',
      ),
      found: 'error records-contradict 9:68',
      quotes: 'the UK-US data bridge is for the US alone',
      edit: 'countries: [US]',
    },
    {
      what: 'a retention without an answer',
      files: record(ORDERS, 'retention: { then: delete }'),
      found: 'error records-contradict 8:5',
      quotes: 'has neither a period nor criteria',
      edit: 'period: P6Y',
    },
    {
      what: 'a retention with two answers',
      files: record(ORDERS, 'retention: { period: P6Y, criteria: until you leave }'),
      found: 'error records-contradict 8:41',
      quotes: 'has a period and criteria',
      edit: 'keep the one that decides',
    },
  ]);
});

describe('components of records', () => {
  itFinds([
    {
      what: 'one without records',
      files: withBody([], '<Retention />'),
      found: 'error component-without-facts 13:1',
      quotes: '<Retention /> has nothing to print',
      edit: 'processing:\n  - id: orders',
    },
    {
      what: 'one of which no purpose says anything',
      files: withBody([`processing: [{ id: orders, ${ORDERS} }]`], '<Retention />'),
      found: 'error component-without-facts 14:1',
      quotes: '<Retention /> has nothing to print',
      edit: 'add to each purpose below processing:\n    retention:',
    },
    {
      what: 'transfers that one purpose leaves open',
      files: withBody(
        [
          'processing:',
          `  - { id: orders, ${ORDERS}, transfers: none }`,
          `  - { id: calls, ${ORDERS} }`,
        ],
        '<Transfers />',
      ),
      found: 'error component-without-facts 16:1',
      quotes: '<Transfers /> has nothing to print',
      edit: 'transfers: none',
    },
    {
      what: 'one in a language without words for it',
      files: withBody(['language: fr', 'automatedDecisions: none'], '<Automated />'),
      found: 'error component-without-words 15:1',
      quotes: 'this notice is in "fr"',
      edit: 'write a table in the text',
    },
  ]);
});
