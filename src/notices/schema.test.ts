import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { frontmatterSchema } from './schema.ts';

const minimal = {
  title: 'Customer privacy notice',
  published: '2024-11-12',
  effective: '2024-11-12',
  controller: {
    name: 'Harbourlight IT Limited',
    contact: { email: 'privacy@harbourlight.example' },
  },
};

const address = { lines: ['1 Example Wharf'], town: 'Reigate', postcode: 'RH2 7JN', country: 'GB' };

const full = {
  title: 'Customer privacy notice',
  summary: 'What we do with your details.',
  language: 'cy',
  audience: ['customers', 'visitors'],
  published: '2024-11-12',
  effective: '2024-12-01',
  imported: { from: '20241112093000.html', firstSeen: '2024-11-12', date: 'seen' },
  approved: [
    {
      by: 'Data protection officer',
      on: '2024-11-11',
      reference: 'DPC-12',
      text: 'a'.repeat(64),
    },
  ],
  reviewed: '2025-11-03',
  reviewDue: '2026-11-12',
  withdrawn: '2027-01-01',
  calledOff: { on: '2024-11-13', by: 'Privacy manager', reason: 'Not launched.' },
  numbered: true,
  changeType: 'major',
  changes: [
    {
      kind: 'changed',
      section: 'retention',
      summary: 'We keep order records for six years.',
      reason: 'The rule was shortened.',
    },
  ],
  notified: [{ by: 'email', on: '2024-10-12' }],
  waived: [
    {
      rule: 'eea-frame',
      section: 'transfers',
      words: 'outside the EEA',
      reason: 'Quotes the terms of our supplier.',
      by: 'Office manager',
      on: '2026-11-20',
      until: '2027-11-20',
    },
  ],
  controller: {
    name: 'Harbourlight IT Limited',
    tradingNames: ['Harbourlight'],
    kind: 'company',
    companyNumber: '00000000',
    registeredIn: 'england-and-wales',
    registeredOffice: address,
    contact: {
      email: 'privacy@harbourlight.example',
      phone: '+441632960123',
      address: { ...address, county: 'Surrey' },
      form: 'https://harbourlight.example/privacy',
    },
    icoRegistration: 'ZA000000',
    charityNumber: '1234567',
    vatNumber: '000000000',
    lei: '529900EXAMPLE0000A12',
  },
  dpo: { role: 'Data Protection Officer', name: 'A. Example', email: 'dpo@harbourlight.example' },
  representatives: [{ regime: 'eu', name: 'Harbourlight Europe BV', phone: '+31201234567' }],
  complaints: { form: 'https://harbourlight.example/complaints' },
  processing: [{ id: 'orders', purpose: 'Take orders', transfers: 'none' }],
  automatedDecisions: 'none',
  withdrawal: { how: 'the link in each email' },
  storageAccess: [{ name: 'basket', purpose: 'Remembers your basket' }],
};

const withController = (more: Record<string, unknown>) => ({
  ...minimal,
  controller: { ...minimal.controller, ...more },
});
const withContact = (contact: Record<string, unknown>) => withController({ contact });

/** The paths of what is wrong. */
const wrongPaths = (input: unknown): string[] =>
  (frontmatterSchema.safeParse(input).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('frontmatterSchema', () => {
  it('accepts the required facts, and fills in defaults', () => {
    expect(frontmatterSchema.parse(minimal)).toEqual({
      ...minimal,
      language: 'en-GB',
      audience: [],
      numbered: false,
      changes: [],
      notified: [],
      representatives: [],
      controller: { ...minimal.controller, tradingNames: [] },
    });
  });

  it('accepts all facts, and keeps them unchanged', () => {
    expect(frontmatterSchema.parse(full)).toEqual(full);
  });

  it('normalises identifiers', () => {
    const { controller } = frontmatterSchema.parse(
      withController({
        companyNumber: 'sc 1234',
        icoRegistration: 'za 000000',
        vatNumber: 'GB 000 0000 00',
        charityNumber: 'sc012345',
        lei: '529900example0000a12',
      }),
    );
    expect(controller).toMatchObject({
      companyNumber: 'SC001234',
      icoRegistration: 'ZA000000',
      vatNumber: '000000000',
      charityNumber: 'SC012345',
      lei: '529900EXAMPLE0000A12',
    });
  });

  it('normalises the ways to reach a controller', () => {
    const { controller } = frontmatterSchema.parse(
      withContact({
        email: 'Privacy@Harbourlight.EXAMPLE',
        phone: '01632 960123',
        address: { lines: ['1 Example Wharf'], town: 'Reigate', postcode: 'rh27jn' },
      }),
    );
    expect(controller.contact).toEqual({
      email: 'Privacy@harbourlight.example',
      phone: '+441632960123',
      address,
    });
  });

  it('keeps a foreign postcode as written', () => {
    const { controller } = frontmatterSchema.parse(
      withContact({
        address: {
          lines: ['Keizersgracht 1'],
          town: 'Amsterdam',
          postcode: '1015 cj',
          country: 'NL',
        },
      }),
    );
    expect(controller.contact.address?.postcode).toBe('1015 cj');
  });

  it('trims texts', () => {
    expect(frontmatterSchema.parse({ ...minimal, title: '  Customer privacy notice ' }).title).toBe(
      'Customer privacy notice',
    );
  });

  it.each(['title', 'published', 'effective', 'controller'])('requires %s', (key) => {
    expect(wrongPaths({ ...minimal, [key]: undefined })).toEqual([key]);
  });

  it('requires the name of the controller', () => {
    expect(wrongPaths(withController({ name: undefined }))).toEqual(['controller.name']);
  });

  it('requires a contact of the controller', () => {
    expect(wrongPaths(withContact({}))).toEqual(['controller.contact']);
  });

  it.each([
    ['an empty title', { ...minimal, title: ' ' }, 'title'],
    ['a day that does not exist', { ...minimal, published: '2026-02-30' }, 'published'],
    ['an instant', { ...minimal, effective: '2024-11-12T00:00:00Z' }, 'effective'],
    ['a Date', { ...minimal, published: new Date(0) }, 'published'],
    ['a language that does not exist', { ...minimal, language: 'English!' }, 'language'],
    ['an unknown kind of change', { ...minimal, changeType: 'huge' }, 'changeType'],
    ['a change without words', { ...minimal, changes: [{ kind: 'added' }] }, 'changes.0.summary'],
    [
      'a company number too long',
      withController({ companyNumber: '123456789' }),
      'controller.companyNumber',
    ],
    ['a VAT number too short', withController({ vatNumber: '98078' }), 'controller.vatNumber'],
    ['a mistyped LEI', withController({ lei: '529900EXAMPLE0000A13' }), 'controller.lei'],
    ['a telephone number of words', withContact({ phone: 'call us' }), 'controller.contact.phone'],
    ['an e-mail address without @', withContact({ email: 'privacy' }), 'controller.contact.email'],
    [
      'a form that runs code',
      withContact({ form: 'javascript:alert(1)' }),
      'controller.contact.form',
    ],
    [
      'a country in words',
      withContact({ address: { ...address, country: 'Wales' } }),
      'controller.contact.address.country',
    ],
    [
      'an address without lines',
      withContact({ address: { ...address, lines: [] } }),
      'controller.contact.address.lines',
    ],
  ])('rejects %s', (_what, input, path) => {
    expect(wrongPaths(input)).toEqual([path]);
  });

  it('rejects an unknown key', () => {
    const result = frontmatterSchema.safeParse({ ...minimal, titel: 'Notice' });
    expect(result.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['titel'] });
  });
});

describe('the JSON Schema of frontmatterSchema', () => {
  const schema: Record<string, unknown> = z.toJSONSchema(frontmatterSchema, { io: 'input' });
  const properties = schema['properties'] as Record<string, Record<string, unknown>>;

  it('lists every key, with a description or keys of its own', () => {
    expect(Object.keys(properties)).toEqual(Object.keys(full));
  });

  it('marks required keys', () => {
    expect(schema['required']).toEqual(['title', 'published', 'effective', 'controller']);
  });

  it('allows no unknown key', () => {
    expect(schema['additionalProperties']).toBe(false);
  });

  it.each(['published', 'effective', 'reviewed', 'reviewDue', 'withdrawn'])(
    'says that %s is a date',
    (key) => {
      expect(properties[key]).toMatchObject({ type: 'string', format: 'date' });
    },
  );

  it('has descriptions of dates for editors', () => {
    expect(properties['published']?.['description']).toBe(
      'The day this version was put on the site. A quoted ISO date: "2024-11-12".',
    );
  });

  it('has defaults, which an editor shows', () => {
    expect(properties['language']?.['default']).toBe('en-GB');
  });

  it('lists the values of a choice', () => {
    expect(properties['changeType']?.['enum']).toEqual(['initial', 'major', 'minor', 'correction']);
  });
});
