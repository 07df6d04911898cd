import { describe, expect, it } from 'vitest';
import { put, add, check, itFinds } from './testing.ts';

describe('identifiers', () => {
  itFinds([
    {
      what: 'a company number that is too long',
      files: add(7, '  companyNumber: "123456789"'),
      found: 'error identifier-invalid 7:18',
      quotes: '"123456789"',
      edit: 'companyNumber: "01234567"',
    },
    {
      what: 'a company number that lost its zero',
      files: add(7, '  companyNumber: "0000000"'),
      found: 'warning identifier-suspicious 7:18',
      quotes: '"0000000"',
      edit: 'companyNumber: "00000000"',
    },
    {
      what: 'a Scottish number in the register of England and Wales',
      files: add(7, '  companyNumber: SC123456', '  registeredIn: england-and-wales'),
      found: 'warning identifier-suspicious 8:17',
      quotes: '"SC123456" belongs to the register of scotland',
      edit: 'registeredIn: scotland',
    },
    {
      what: 'a telephone number of words',
      files: put(8, '    phone: call us'),
      found: 'error identifier-invalid 8:12',
      quotes: '"call us"',
      edit: 'phone: "+441632960123"',
    },
    {
      what: 'a telephone number with (0)',
      files: put(8, '    phone: "+44 (0)1632 960123"'),
      found: 'warning identifier-suspicious 8:12',
      quotes: '"+44 (0)1632 960123"',
      edit: 'phone: "+441632960123"',
    },
    {
      what: 'a telephone number with (0) of a representative',
      files: add(
        5,
        'representatives:',
        '  - regime: uk',
        '    name: Lantern Limited',
        '    phone: "+44 (0)1632 960456"',
      ),
      found: 'warning identifier-suspicious 8:12',
      quotes: '"+44 (0)1632 960456"',
      edit: 'phone: "+441632960456"',
    },
    {
      what: 'an application in place of an ICO registration',
      files: add(7, '  icoRegistration: "00012345678"'),
      found: 'warning identifier-suspicious 7:20',
      quotes: '"00012345678"',
      edit: '"ZA123456"',
    },
    {
      what: 'a malformed postcode',
      files: add(7, '  registeredOffice: { lines: [1 Wharf], town: Reigate, postcode: RH2 7CN }'),
      found: 'warning identifier-suspicious 7:66',
      quotes: '"RH2 7CN"',
      edit: '"RH2 7JN"',
    },
    {
      what: 'a VAT number with a slip',
      files: add(7, '  vatNumber: "000000001"'),
      found: 'warning identifier-suspicious 7:14',
      quotes: '"000000001"',
      edit: 'mistyped digit',
    },
    {
      what: 'a VAT number that is too short',
      files: add(7, '  vatNumber: "98078"'),
      found: 'error identifier-invalid 7:14',
      quotes: '"98078"',
      edit: 'vatNumber: "000000000"',
    },
    {
      what: 'a charity number that is too short',
      files: add(7, '  charityNumber: "12345"'),
      found: 'warning identifier-suspicious 7:18',
      quotes: '"12345"',
      edit: '"SC012345"',
    },
    {
      what: 'a mistyped LEI',
      files: add(7, '  lei: 529900EXAMPLE0000A13'),
      found: 'error identifier-invalid 7:8',
      quotes: '"529900EXAMPLE0000A13"',
      edit: 'twenty characters',
    },
  ]);

  it('are not checked for the postcode of a foreign address', () => {
    const office = '{ lines: [Keizersgracht 1], town: Amsterdam, postcode: 1015 CJ, country: NL }';
    expect(check(add(7, `  registeredOffice: ${office}`))).toEqual([]);
  });
});

describe('the country of an address', () => {
  const address = (country: string): string =>
    add(
      9,
      '    address:',
      '      lines: [1 High Street]',
      '      town: Reigate',
      `      country: ${country}`,
    );

  itFinds([
    {
      what: 'the United Kingdom by the code of its web addresses',
      files: address('UK'),
      found: 'warning country-unknown 12:16',
      quotes: '"UK". Did you mean "GB"?',
      edit: 'write country: GB',
    },
    {
      what: 'a code of no country',
      files: address('QX'),
      found: 'warning country-unknown 12:16',
      quotes: '"QX"',
      edit: 'country: IE',
    },
  ]);

  it.each(['GB', 'IE', 'XK', 'GR', 'TW', 'JE'])('may be %s', (code) => {
    expect(check(address(code))).toEqual([]);
  });

  it.each(['EU', 'ZZ', 'XA', 'SU', 'AN', 'DD', 'EL'])('cannot be %s', (code) => {
    expect(check(address(code)).map((each) => each.code)).toEqual(['country-unknown']);
  });
});
