import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontmatterSchema, type Facts } from '../notices/schema.ts';
import { compareFacts } from './facts.ts';
import type { FactChange } from './model.ts';

type Written = Record<string, unknown>;

/** The facts of a notice that says no more than it must, and what is written besides. */
const facts = ({ controller, ...more }: { controller?: Written } & Written = {}): Facts =>
  frontmatterSchema.parse({
    title: 'Customer privacy notice',
    published: '2024-11-12',
    effective: '2024-11-12',
    ...more,
    controller: {
      name: 'Harbourlight IT Limited',
      contact: { email: 'privacy@harbourlight.example' },
      ...controller,
    },
  });

const contact = (routes: Written): Facts => facts({ controller: { contact: routes } });

/** A change on a line: "field: before > after", lines parted by a stroke. */
const inShort = ({ field, before, after }: FactChange): string =>
  `${field}: ${before.join(' / ')} > ${after.join(' / ')}`;

const changes = (before: Facts, after: Facts): string[] => compareFacts(before, after).map(inShort);

const WHARF = { lines: ['1 Example Wharf'], town: 'Reigate', postcode: 'RH2 7JN' };
const QUAY = { lines: ['Floor 2', '9 Quay Road'], town: 'Newry', county: 'Down' };
const GRACHT = {
  lines: ['Keizersgracht 1'],
  town: 'Amsterdam',
  postcode: '1015 CJ',
  country: 'NL',
};

describe('facts that differ', () => {
  it.each<[string, Facts, Facts, string]>([
    [
      'a title',
      facts({ title: 'Privacy' }),
      facts({ title: 'Your privacy' }),
      'title: Privacy > Your privacy',
    ],
    [
      'a summary that is new',
      facts(),
      facts({ summary: 'What we do.' }),
      'summary:  > What we do.',
    ],
    ['a language', facts(), facts({ language: 'cy' }), 'language: en-GB > cy'],
    [
      'an audience, by who left and who came',
      facts({ audience: ['staff', 'customers'] }),
      facts({ audience: ['customers', 'visitors', 'applicants'] }),
      'audience: staff > applicants / visitors',
    ],
    ['a withdrawal', facts(), facts({ withdrawn: '2026-05-01' }), 'withdrawn:  > 2026-05-01'],
    [
      'a name of the controller',
      facts(),
      facts({ controller: { name: 'Harbourlight Limited' } }),
      'controller.name: Harbourlight IT Limited > Harbourlight Limited',
    ],
    [
      'trading names, by what left and what came',
      facts({ controller: { tradingNames: ['Lantern', 'Harbour'] } }),
      facts({ controller: { tradingNames: ['Harbourlight', 'Lantern'] } }),
      'controller.tradingNames: Harbour > Harbourlight',
    ],
    [
      'a kind of organisation, by its code',
      facts({ controller: { kind: 'sole-trader' } }),
      facts({ controller: { kind: 'llp' } }),
      'controller.kind: sole-trader > llp',
    ],
    [
      'a company number',
      facts({ controller: { companyNumber: '01234567' } }),
      facts({ controller: { companyNumber: 'SC123456' } }),
      'controller.companyNumber: 01234567 > SC123456',
    ],
    [
      'a register, by its code',
      facts({ controller: { registeredIn: 'england-and-wales' } }),
      facts({ controller: { registeredIn: 'northern-ireland' } }),
      'controller.registeredIn: england-and-wales > northern-ireland',
    ],
    [
      'a registered office, as a whole and with the code of its country where that is abroad',
      facts({ controller: { registeredOffice: WHARF } }),
      facts({ controller: { registeredOffice: GRACHT } }),
      'controller.registeredOffice: 1 Example Wharf / Reigate / RH2 7JN > Keizersgracht 1 / Amsterdam / 1015 CJ / NL',
    ],
    [
      'the country of an address alone',
      contact({ address: { lines: ['1 Main Street'], town: 'Newtown' } }),
      contact({ address: { lines: ['1 Main Street'], town: 'Newtown', country: 'IE' } }),
      'controller.contact.address: 1 Main Street / Newtown > 1 Main Street / Newtown / IE',
    ],
    [
      'numbers of a house and a flat that join to the same digits',
      contact({ address: { ...WHARF, lines: ['Flat 1, 12 Quay'] } }),
      contact({ address: { ...WHARF, lines: ['Flat 11, 2 Quay'] } }),
      'controller.contact.address: Flat 1, 12 Quay / Reigate / RH2 7JN > Flat 11, 2 Quay / Reigate / RH2 7JN',
    ],
    [
      'a mailbox that differs in case, which its host may heed',
      contact({ email: 'Privacy@a.example' }),
      contact({ email: 'privacy@a.example' }),
      'controller.contact.email: Privacy@a.example > privacy@a.example',
    ],
    [
      'a telephone number',
      contact({ phone: '01632 960123' }),
      contact({ phone: '01632 960124' }),
      'controller.contact.phone: +441632960123 > +441632960124',
    ],
    [
      'a form, even by its scheme alone',
      contact({ form: 'http://a.example/form/' }),
      contact({ form: 'https://a.example/form' }),
      'controller.contact.form: http://a.example/form/ > https://a.example/form',
    ],
    [
      'a form, by the case of its path',
      contact({ form: 'https://a.example/Form' }),
      contact({ form: 'https://a.example/form' }),
      'controller.contact.form: https://a.example/Form > https://a.example/form',
    ],
    [
      'a form, by a slash within its query',
      contact({ form: 'https://a.example/?to=/' }),
      contact({ form: 'https://a.example/?to=' }),
      'controller.contact.form: https://a.example/?to=/ > https://a.example/?to=',
    ],
    [
      'an ICO registration that is gone',
      facts({ controller: { icoRegistration: 'ZA000000' } }),
      facts(),
      'controller.icoRegistration: ZA000000 > ',
    ],
    [
      'a charity number',
      facts({ controller: { charityNumber: '1234567' } }),
      facts({ controller: { charityNumber: 'SC012345' } }),
      'controller.charityNumber: 1234567 > SC012345',
    ],
    [
      'a VAT number',
      facts(),
      facts({ controller: { vatNumber: 'GB 000 0000 00' } }),
      'controller.vatNumber:  > 000000000',
    ],
    [
      'an LEI',
      facts(),
      facts({ controller: { lei: '529900EXAMPLE0000A12' } }),
      'controller.lei:  > 529900EXAMPLE0000A12',
    ],
    [
      "a data protection officer's role",
      facts({ dpo: { role: 'DPO', email: 'dpo@a.example' } }),
      facts({ dpo: { role: 'Privacy lead', email: 'dpo@a.example' } }),
      'dpo.role: DPO > Privacy lead',
    ],
    [
      'a representative, found by the regime wherever it is listed',
      facts({
        representatives: [
          { regime: 'eu', name: 'Old BV' },
          { regime: 'uk', name: 'Lantern Limited' },
        ],
      }),
      facts({
        representatives: [
          { regime: 'uk', name: 'Lantern Limited' },
          { regime: 'eu', name: 'New BV' },
        ],
      }),
      'representatives.eu.name: Old BV > New BV',
    ],
    [
      'a second representative for one regime',
      facts({ representatives: [{ regime: 'eu', name: 'Old BV' }] }),
      facts({
        representatives: [
          { regime: 'eu', name: 'New BV' },
          { regime: 'eu', name: 'Old BV' },
        ],
      }),
      'representatives.eu.name:  > New BV',
    ],
    [
      'where to complain',
      facts({ complaints: { address: WHARF } }),
      facts({ complaints: { address: QUAY } }),
      'complaints.address: 1 Example Wharf / Reigate / RH2 7JN > Floor 2 / 9 Quay Road / Newry / Down',
    ],
  ])('are reported for %s', (_, before, after, change) => {
    expect(changes(before, after)).toEqual([change]);
  });

  it.each<[string, Facts, Facts]>([
    ['white space', facts({ title: 'Your  privacy' }), facts({ title: 'Your\u00A0privacy' })],
    ['Unicode normal form', facts({ title: 'Café' }), facts({ title: 'Cafe\u0301' })],
    ['the case of a language tag', facts({ language: 'en-gb' }), facts({ language: 'en-GB' })],
    [
      'the case of a domain',
      contact({ email: 'dpo@A.EXAMPLE' }),
      contact({ email: 'dpo@a.example' }),
    ],
    [
      'a number dialled at home or from abroad',
      contact({ phone: '01632 960 123' }),
      contact({ phone: '+44 1632 960123' }),
    ],
    [
      "a form's last slash",
      contact({ form: 'https://a.example/form/?a=1' }),
      contact({ form: 'https://a.example/form?a=1' }),
    ],
    [
      "the case of a form's host",
      contact({ form: 'https://A.example' }),
      contact({ form: 'https://a.example/' }),
    ],
    [
      'the lines, commas and case of an address',
      contact({ address: QUAY }),
      contact({ address: { lines: ['FLOOR 2, 9 Quay Road,'], town: 'Newry, DOWN' } }),
    ],
    [
      'the spaces of a postcode',
      contact({ address: GRACHT }),
      contact({ address: { ...GRACHT, postcode: '1015cj' } }),
    ],
    [
      'a country that is the usual one',
      contact({ address: WHARF }),
      contact({ address: { ...WHARF, country: 'GB' } }),
    ],
    [
      'the order of a list and what it says twice',
      facts({ audience: ['staff', 'visitors', 'staff'] }),
      facts({ audience: ['visitors', 'staff'] }),
    ],
    ['a group that says nothing', facts(), facts({ dpo: {}, complaints: {} })],
  ])('are not reported for %s', (_, before, after) => {
    expect(changes(before, after)).toEqual([]);
  });

  it('do not include the description of the version or its layout', () => {
    const after = facts({
      published: '2026-01-01',
      effective: '2026-02-01',
      reviewed: '2026-03-01',
      reviewDue: '2027-03-01',
      numbered: true,
      changeType: 'major',
      changes: [{ kind: 'added', summary: 'More.' }],
      notified: [{ by: 'email', on: '2026-01-01' }],
    });
    expect(changes(facts(), after)).toEqual([]);
  });

  it('ignore mailto: and the case of a domain, even without the schema', () => {
    const written: Facts = contact({ email: 'dpo@a.example' });
    written.controller.contact.email = 'mailto:dpo@A.example';
    expect(changes(written, contact({ email: 'dpo@a.example' }))).toEqual([]);
  });

  it('are reported field by field when a whole group is added', () => {
    const dpo = { role: 'DPO', name: 'A. Example', phone: '01632 960123', address: WHARF };
    const came = compareFacts(facts(), facts({ dpo }));
    expect(came.map(({ kind }) => kind)).toEqual(['added', 'added', 'added', 'added']);
    expect(came.map(inShort)).toEqual([
      'dpo.role:  > DPO',
      'dpo.name:  > A. Example',
      'dpo.phone:  > +441632960123',
      'dpo.address:  > 1 Example Wharf / Reigate / RH2 7JN',
    ]);
  });

  it('are in the order of the schema', () => {
    const routes = {
      email: 'a@a.example',
      phone: '01632 960123',
      address: WHARF,
      form: 'https://a.example',
    };
    const fullest = facts({
      title: 'Your privacy',
      summary: 'What we do.',
      language: 'cy',
      audience: ['staff'],
      withdrawn: '2026-05-01',
      controller: {
        name: 'Lantern Limited',
        tradingNames: ['Lantern'],
        kind: 'company',
        companyNumber: '01234567',
        registeredIn: 'scotland',
        registeredOffice: WHARF,
        contact: routes,
        icoRegistration: 'ZA000000',
        charityNumber: '1234567',
        vatNumber: '000000000',
        lei: '529900EXAMPLE0000A12',
      },
      dpo: { role: 'DPO', name: 'A. Example', ...routes },
      representatives: ['ch', 'eu', 'uk'].map((regime) => ({ regime, name: 'R.', ...routes })),
      complaints: routes,
    });
    const reach = (group: string) =>
      ['email', 'phone', 'address', 'form'].map((route) => `${group}.${route}`);
    const named = (group: string) => [`${group}.name`, ...reach(group)];
    expect(compareFacts(facts(), fullest).map(({ field }) => field)).toEqual([
      ...['title', 'summary', 'language', 'audience', 'withdrawn'],
      ...['controller.name', 'controller.tradingNames', 'controller.kind'],
      ...['controller.companyNumber', 'controller.registeredIn', 'controller.registeredOffice'],
      ...reach('controller.contact'),
      ...['controller.icoRegistration', 'controller.charityNumber'],
      ...['controller.vatNumber', 'controller.lei'],
      ...['dpo.role', ...named('dpo')],
      ...['uk', 'eu', 'ch'].flatMap((regime) => named(`representatives.${regime}`)),
      ...reach('complaints'),
    ]);
  });

  it('keep their id when the same value is written in another way', () => {
    const [spaced] = compareFacts(facts(), contact({ address: QUAY }));
    const inCapitals = { lines: ['FLOOR 2, 9 QUAY ROAD'], town: 'NEWRY', county: 'DOWN' };
    const [capital] = compareFacts(facts(), contact({ address: inCapitals }));
    expect(capital?.id).toBe(spaced?.id);
    expect(capital?.before).toEqual(spaced?.before);
  });
});

// Few values, so that two versions often agree.
const perhaps = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const routes = fc.record({
  email: perhaps('a@a.example', 'b@B.example'),
  phone: perhaps('01632 960123', '+12125550123'),
  address: perhaps<Written>(WHARF, QUAY, GRACHT),
  form: perhaps('https://a.example', 'https://a.example/', 'https://a.example/form'),
});
const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    title: fc.constantFrom('Privacy', 'Your privacy', 'Your  privacy'),
    summary: fc.option(fc.string({ unit: 'grapheme', minLength: 1 }), { nil: undefined }),
    language: perhaps('en-GB', 'cy'),
    audience: fc.subarray(['staff', 'customers', 'visitors']),
    withdrawn: perhaps('2026-05-01', '2026-06-01'),
    controller: fc.record({
      name: fc.constantFrom('Harbourlight IT Limited', 'Lantern Limited'),
      tradingNames: fc.array(fc.constantFrom('Café', 'Cafe\u0301', 'Harbour', 'Lantern')),
      kind: perhaps('company', 'sole-trader'),
      registeredIn: perhaps('scotland', 'england-and-wales'),
      registeredOffice: perhaps<Written>(WHARF, QUAY),
      contact: routes.map((some) => ({ ...some, email: some.email ?? 'c@c.example' })),
    }),
    dpo: fc.option(routes, { nil: undefined }),
    representatives: fc.array(
      fc
        .tuple(
          routes,
          fc.record({
            regime: fc.constantFrom('uk', 'eu', 'ch'),
            name: fc.constantFrom('Old BV', 'New BV'),
          }),
        )
        .map(([some, who]) => ({ ...some, ...who })),
      { maxLength: 4 },
    ),
    complaints: fc.option(routes, { nil: undefined }),
  })
  .map((written) => ({ ...written, summary: written.summary?.trim() || undefined }))
  .map(facts);

const OPPOSITE = { added: 'removed', removed: 'added', changed: 'changed' } as const;

describe('a comparison of facts', () => {
  it('finds no change between a version and itself', () => {
    fc.assert(
      fc.property(someFacts, (version) => {
        expect(compareFacts(version, structuredClone(version))).toEqual([]);
      }),
    );
  });

  it('removes in reverse what it added', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (a, b) => {
        const mirrored = compareFacts(b, a).map(({ field, kind, before, after }) => ({
          field,
          kind: OPPOSITE[kind],
          before: after,
          after: before,
        }));
        expect(compareFacts(a, b)).toMatchObject(mirrored);
        expect(mirrored).toHaveLength(compareFacts(a, b).length);
      }),
    );
  });

  it('does not depend on the order of lists', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (a, b) => {
        const { controller, audience, representatives } = b;
        const turned: Facts = {
          ...b,
          audience: audience.toReversed(),
          representatives: representatives.toReversed(),
          controller: { ...controller, tradingNames: controller.tradingNames.toReversed() },
        };
        expect(compareFacts(a, turned)).toEqual(compareFacts(a, b));
      }),
    );
  });

  it('has one change per field, with a unique id and the sides that its kind has', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (a, b) => {
        const found = compareFacts(a, b);
        expect(new Set(found.map(({ field }) => field)).size).toBe(found.length);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { kind, before, after } of found) {
          expect(before.length > 0).toBe(kind !== 'added');
          expect(after.length > 0).toBe(kind !== 'removed');
        }
      }),
    );
  });
});
