import { describe, expect, it } from 'vitest';
import type { FactEntry, Inline } from '../document/index.ts';
import { factGroups, type FactGroup } from './facts.ts';
import { frontmatterSchema } from './schema.ts';

type Written = Record<string, unknown>;

/** The entries of a group, each "field: value | value", links as [words](address). */
function printed(group: FactGroup, more: { controller?: Written } & Written): string[] {
  const facts = frontmatterSchema.parse({
    title: 'Customer privacy notice',
    published: '2024-11-12',
    effective: '2024-11-12',
    ...more,
    controller: {
      name: 'Harbourlight IT Limited',
      contact: { email: 'privacy@harbourlight.example' },
      ...more.controller,
    },
  });
  return factGroups[group](facts).map(
    ({ field, values }: FactEntry) => `${field}: ${values.map(inMarkdown).join(' | ')}`,
  );
}

const inMarkdown = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return ' / ';
      if (inline.type === 'link') return `[${inMarkdown(inline.content)}](${inline.href})`;
      return `unexpected ${inline.type}`;
    })
    .join('');

describe('the facts of a controller', () => {
  it('are the name alone if there is nothing else', () => {
    expect(printed('controller', {})).toEqual(['name: Harbourlight IT Limited']);
  });

  it('stand in one order, with links to the registers', () => {
    const controller = {
      lei: '529900EXAMPLE0000A12',
      icoRegistration: 'ZA000000',
      vatNumber: '000000000',
      charityNumber: '1234567',
      registeredIn: 'northern-ireland',
      companyNumber: 'NI012345',
      registeredOffice: { lines: ['1 Example Wharf'], town: 'Newry', postcode: 'BT35 6PH' },
      tradingNames: ['Harbourlight', 'Lantern'],
    };
    expect(printed('controller', { controller })).toEqual([
      'name: Harbourlight IT Limited',
      'tradingNames: Harbourlight | Lantern',
      'companyNumber: [NI012345](https://find-and-update.company-information.service.gov.uk/company/NI012345)',
      'registeredIn: Northern Ireland',
      'registeredOffice: 1 Example Wharf / Newry / BT35 6PH',
      'charityNumber: [1234567](https://register-of-charities.charitycommission.gov.uk/charity-details/?regid=1234567&subid=0)',
      'vatNumber: 000000000',
      'lei: [529900EXAMPLE0000A12](https://search.gleif.org/#/record/529900EXAMPLE0000A12)',
      'icoRegistration: [ZA000000](https://ico.org.uk/ESDWebPages/Entry/ZA000000)',
    ]);
  });

  it('give a Scottish charity no link, since its register has none by number', () => {
    expect(printed('controller', { controller: { charityNumber: 'SC012345' } })).toContain(
      'charityNumber: SC012345',
    );
  });

  it.each([
    ['england-and-wales', 'England and Wales'],
    ['scotland', 'Scotland'],
  ])('print %s as %s', (registeredIn, words) => {
    expect(printed('controller', { controller: { registeredIn } })).toContain(
      `registeredIn: ${words}`,
    );
  });
});

describe('the ways to reach a controller', () => {
  it('stand in one order, each a link that can be followed', () => {
    const contact = {
      form: 'https://harbourlight.example/privacy/',
      address: {
        lines: ['Privacy team', '1 Example Wharf'],
        town: 'Reigate',
        county: 'Surrey',
        postcode: 'RH2 7JN',
      },
      phone: '+441632960123',
      email: 'privacy@harbourlight.example',
    };
    expect(printed('contact', { controller: { contact } })).toEqual([
      'email: [privacy@harbourlight.example](mailto:privacy@harbourlight.example)',
      'phone: [01632 960123](tel:+441632960123)',
      'address: Privacy team / 1 Example Wharf / Reigate / Surrey / RH2 7JN',
      'form: [harbourlight.example/privacy](https://harbourlight.example/privacy/)',
    ]);
  });

  it('print a foreign number with its country code', () => {
    expect(printed('contact', { controller: { contact: { phone: '+12125550123' } } })).toEqual([
      'phone: [+1 212 555 0123](tel:+12125550123)',
    ]);
  });

  it('name the country of a foreign address, and no other', () => {
    const address = { lines: ['Keizersgracht 1'], town: 'Amsterdam', country: 'NL' };
    expect(printed('contact', { controller: { contact: { address } } })).toEqual([
      'address: Keizersgracht 1 / Amsterdam / Netherlands',
    ]);
  });
});

describe('the data protection officer', () => {
  it('is printed as role, name and routes', () => {
    const dpo = { email: 'dpo@harbourlight.example', name: 'A. Example', role: 'Privacy lead' };
    expect(printed('dpo', { dpo })).toEqual([
      'role: Privacy lead',
      'name: A. Example',
      'email: [dpo@harbourlight.example](mailto:dpo@harbourlight.example)',
    ]);
  });

  it('is empty if there is none', () => {
    expect(printed('dpo', {})).toEqual([]);
  });
});

describe('the way to complain', () => {
  it('is printed as routes', () => {
    expect(printed('complaints', { complaints: { phone: '01632 960999' } })).toEqual([
      'phone: [01632 960999](tel:+441632960999)',
    ]);
  });

  it('is empty if none is named', () => {
    expect(printed('complaints', {})).toEqual([]);
  });
});

describe('representatives', () => {
  it('are each printed under the law that asks for them', () => {
    const representatives = [
      { regime: 'eu', name: 'Harbourlight Europe BV', email: 'eu@harbourlight.example' },
      { regime: 'uk', name: 'Lantern Limited' },
    ];
    expect(printed('representatives', { representatives })).toEqual([
      'representative-eu: Harbourlight Europe BV',
      'email: [eu@harbourlight.example](mailto:eu@harbourlight.example)',
      'representative-uk: Lantern Limited',
    ]);
  });

  it('are empty if there are none', () => {
    expect(printed('representatives', {})).toEqual([]);
  });
});
