import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  charityUrl,
  companiesHouseUrl,
  formatPhone,
  icoRegisterUrl,
  readCharityNumber,
  readCompanyNumber,
  readIcoRegistration,
  readLei,
  readPhone,
  readUkPostcode,
  readVatNumber,
  registryOfCompanyNumber,
  type Reading,
} from './identifiers.ts';

const severities = ({ problems }: Reading): string[] => problems.map(({ severity }) => severity);

describe('readCompanyNumber', () => {
  it.each(['00000000', 'SC123456', 'NI012345', 'OC300001', 'R0000123', 'IP12345R', 'SL01234A'])(
    'accepts %s as it is',
    (number) => {
      expect(readCompanyNumber(number)).toEqual({ value: number, problems: [] });
    },
  );

  it.each([
    ['0000 0000', '00000000', 'spaces'],
    ['00.000.000', '00000000', 'dots'],
    ['sc123456', 'SC123456', 'small letters'],
  ])('reads "%s" as %s without a problem: %s are allowed', (raw, value) => {
    expect(readCompanyNumber(raw)).toEqual({ value, problems: [] });
  });

  it.each([
    ['0000000', '00000000', 'seven digits, the zero lost in a spreadsheet'],
    ['12', '00000012', 'an early company'],
    ['SC1234', 'SC001234', 'a prefix and four digits'],
    ['ni 45', 'NI000045', 'a prefix and two digits'],
  ])('pads "%s" to %s and warns: %s', (raw, value) => {
    const reading = readCompanyNumber(raw);
    expect(reading.value).toBe(value);
    expect(severities(reading)).toEqual(['warning']);
  });

  it('quotes the number and suggests the padded one', () => {
    expect(readCompanyNumber('0000000').problems).toEqual([
      {
        severity: 'warning',
        message: 'company number "0000000" has 7 characters; Companies House uses eight',
        hint: 'write companyNumber: "00000000" if that is the company meant',
      },
    ]);
  });

  it('warns of an unknown prefix', () => {
    const reading = readCompanyNumber('QX123456');
    expect(reading.value).toBe('QX123456');
    expect(reading.problems).toEqual([
      {
        severity: 'warning',
        message:
          'company number "QX123456" starts with "QX", which Companies House is not known to use',
        hint: 'check it against the certificate of incorporation',
      },
    ]);
  });

  it.each([
    ['123456789', 'nine digits'],
    ['SC1234567', 'a prefix and seven digits'],
    ['ABC12345', 'a prefix of three letters'],
    ['0978709X', 'a letter at the end'],
    ['00000000 Ltd', 'words around it'],
    ['x00000000y', 'a number inside something else'],
    ['', 'nothing'],
  ])('rejects "%s": %s', (raw) => {
    const reading = readCompanyNumber(raw);
    expect(reading.value).toBe(raw);
    expect(severities(reading)).toEqual(['error']);
  });
});

describe('registryOfCompanyNumber', () => {
  it.each([
    ['00000000', 'england-and-wales'],
    ['OC300001', 'england-and-wales'],
    ['LP000123', 'england-and-wales'],
    ['SC123456', 'scotland'],
    ['SO300001', 'scotland'],
    ['NI012345', 'northern-ireland'],
    ['NC000001', 'northern-ireland'],
    ['NL000001', 'northern-ireland'],
    ['FC000001', undefined],
  ])('%s belongs to %s', (number, registry) => {
    expect(registryOfCompanyNumber(number)).toBe(registry);
  });
});

describe('readIcoRegistration', () => {
  it.each(['Z0000000', 'Z123456X', 'ZA000000', 'ZB000000', 'ZC000000', 'ZD000001'])(
    'accepts %s',
    (reference) => {
      expect(readIcoRegistration(reference)).toEqual({ value: reference, problems: [] });
    },
  );

  it('accepts small letters and spaces', () => {
    expect(readIcoRegistration(' za 000000 ')).toEqual({ value: 'ZA000000', problems: [] });
  });

  it('warns of anything else but never rejects it', () => {
    expect(readIcoRegistration('A8185613')).toEqual({
      value: 'A8185613',
      problems: [
        {
          severity: 'warning',
          message: '"A8185613" does not look like an ICO registration',
          hint: 'a register entry reads like "ZA123456"; check it at https://ico.org.uk/ESDWebPages/Search',
        },
      ],
    });
  });

  it.each(['ZA00000', 'ZA0000000', 'ZA00000X', 'ZAB00000', ''])('warns of "%s"', (raw) => {
    expect(severities(readIcoRegistration(raw))).toEqual(['warning']);
  });

  it('explains a number that is probably that of an application', () => {
    expect(readIcoRegistration('00012345678').problems[0]?.hint).toBe(
      'a number of this form is usually the application; the register entry reads like "ZA123456"',
    );
  });
});

describe('readUkPostcode', () => {
  it.each([
    'RH2 7JN',
    'SW1A 1AA',
    'M1 1AE',
    'B33 8TH',
    'CR2 6XH',
    'DN55 1PT',
    'W1A 0AX',
    'EC1A 1BB',
    'GIR 0AA',
    'JE2 3QA',
    'GY1 1AA',
    'IM1 1AA',
  ])('accepts %s', (postcode) => {
    expect(readUkPostcode(postcode)).toEqual({ value: postcode, problems: [] });
  });

  it.each([
    ['rh27jn', 'RH2 7JN'],
    ['RH2  7JN', 'RH2 7JN'],
    [' sw1a1aa', 'SW1A 1AA'],
    ['GIR0AA', 'GIR 0AA'],
    ['R H 2 7 J N', 'RH2 7JN'],
  ])('reads "%s" as %s', (raw, value) => {
    expect(readUkPostcode(raw)).toEqual({ value, problems: [] });
  });

  it.each([
    ['RH2 7J', 'a letter is missing'],
    ['RH2 JN7', 'letters where the digit belongs'],
    ['QH2 7JN', 'no area begins with Q'],
    ['RH2 7CN', 'C is not used in the second half'],
    ['12345', 'a foreign one'],
    ['BFPO 58', 'a forces one'],
    ['', 'nothing'],
  ])('warns of "%s" and keeps it: %s', (raw) => {
    const reading = readUkPostcode(raw);
    expect(reading.value).toBe(raw);
    expect(severities(reading)).toEqual(['warning']);
  });

  it('explains what to do for a foreign address', () => {
    expect(readUkPostcode('1017 CT').problems).toEqual([
      {
        severity: 'warning',
        message: '"1017 CT" does not look like a UK postcode',
        hint: 'write it like "RH2 7JN", or set country if the address is abroad',
      },
    ]);
  });
});

describe('readPhone', () => {
  it.each([
    ['+441632960123', 'as it is stored'],
    ['01632 960123', 'as people write it'],
    ['01632960123', 'without spaces'],
    ['(01632) 960 123', 'with the area in brackets'],
    ['+44 1632 960123', 'with the country code'],
    ['0044 1632 960123', 'with the prefix for calls abroad'],
    ['01632-960-123', 'with hyphens'],
  ])('reads "%s" as +441632960123: %s', (raw) => {
    expect(readPhone(raw)).toEqual({ value: '+441632960123', problems: [] });
  });

  it('keeps the country of a foreign number', () => {
    expect(readPhone('+1 212 555 0123')).toEqual({ value: '+12125550123', problems: [] });
  });

  it('drops "(0)" after a country code and reports it', () => {
    expect(readPhone('+44 (0)1632 960123')).toEqual({
      value: '+441632960123',
      problems: [
        {
          severity: 'warning',
          message: 'telephone number "+44 (0)1632 960123" mixes the country code with "(0)"',
          hint: 'write phone: "+441632960123"',
        },
      ],
    });
  });

  it.each(['', '12', 'privacy team', 'call us', '+0123456789', '+44'])('rejects "%s"', (raw) => {
    const reading = readPhone(raw);
    expect(reading.value).toBe(raw);
    expect(severities(reading)).toEqual(['error']);
  });

  it('quotes the value and shows a valid one', () => {
    expect(readPhone('call us').problems).toEqual([
      {
        severity: 'error',
        message: '"call us" is not a telephone number',
        hint: 'write it with its country code, such as phone: "+441632960123"',
      },
    ]);
  });
});

describe('formatPhone', () => {
  it.each([
    ['+441632960123', '01632 960123', 'a British number as it is dialled at home'],
    ['+12125550123', '+1 212 555 0123', 'a foreign number with its country code'],
    ['unknown', 'unknown', 'anything but a number as it is'],
  ])('prints %s as %s: %s', (stored, printed) => {
    expect(formatPhone(stored)).toBe(printed);
  });
});

describe('readCharityNumber', () => {
  it.each(['1234567', '205846', '1234567-1', 'SC012345', 'NIC101234'])('accepts %s', (number) => {
    expect(readCharityNumber(number)).toEqual({ value: number, problems: [] });
  });

  it('accepts small letters and spaces', () => {
    expect(readCharityNumber('sc 012345')).toEqual({ value: 'SC012345', problems: [] });
  });

  it.each(['12345', '12345678', 'SC112345', 'SC01234', 'NIC1234', 'charity'])(
    'warns of "%s"',
    (raw) => {
      expect(severities(readCharityNumber(raw))).toEqual(['warning']);
    },
  );
});

describe('readVatNumber', () => {
  it.each([
    ['000000000', 'check digits of the old series'],
    ['000000042', 'check digits of the new series'],
    ['000000000001', 'a branch'],
    ['GD123', 'a government department'],
    ['HA512', 'a health authority'],
  ])('accepts %s: %s', (number) => {
    expect(readVatNumber(number)).toEqual({ value: number, problems: [] });
  });

  it.each(['GB 000 0000 00', 'gb000000000', 'XI000000000', '000.000.000', '000-0000-00'])(
    'reads "%s" as 000000000',
    (raw) => {
      expect(readVatNumber(raw)).toEqual({ value: '000000000', problems: [] });
    },
  );

  it('warns of check digits that fit neither series', () => {
    expect(readVatNumber('000000001')).toEqual({
      value: '000000001',
      problems: [
        {
          severity: 'warning',
          message: 'VAT number "000000001" fails its check digits',
          hint: 'check it for a mistyped digit',
        },
      ],
    });
  });

  it.each([
    ['98078068', 'eight digits'],
    ['0000000000', 'ten digits'],
    ['GD500', 'departments end at 499'],
    ['HA499', 'health authorities begin at 500'],
    ['FR000000000', 'another country'],
    ['', 'nothing'],
  ])('rejects "%s": %s', (raw) => {
    const reading = readVatNumber(raw);
    expect(reading.value).toBe(raw);
    expect(severities(reading)).toEqual(['error']);
  });
});

describe('readLei', () => {
  it('accepts twenty characters with the right check digits', () => {
    expect(readLei('529900EXAMPLE0000A12')).toEqual({
      value: '529900EXAMPLE0000A12',
      problems: [],
    });
  });

  it('accepts small letters and spaces', () => {
    expect(readLei('5299 00exam ple0 000a 12').value).toBe('529900EXAMPLE0000A12');
  });

  it.each([
    ['529900EXAMPLE0000A13', 'the check digits are wrong'],
    ['529900EXMAPLE0000A12', 'two letters are swapped'],
    ['529900EXAMPLE0000A1', 'a character is missing'],
    ['529900EXAMPLE0000AAB', 'it does not end in digits'],
    ['', 'there is nothing'],
  ])('rejects "%s": %s', (raw) => {
    const reading = readLei(raw);
    expect(reading.value).toBe(raw);
    expect(severities(reading)).toEqual(['error']);
  });
});

describe('addresses of registers', () => {
  it('are by number for a company', () => {
    expect(companiesHouseUrl('00000000')).toBe(
      'https://find-and-update.company-information.service.gov.uk/company/00000000',
    );
  });

  it('are by reference for a fee payer', () => {
    expect(icoRegisterUrl('ZA000000')).toBe('https://ico.org.uk/ESDWebPages/Entry/ZA000000');
  });

  it('are by number for a charity of England and Wales, and those of its parent for a subsidiary', () => {
    const url =
      'https://register-of-charities.charitycommission.gov.uk/charity-details/?regid=1234567&subid=0';
    expect([charityUrl('1234567'), charityUrl('1234567-1')]).toEqual([url, url]);
  });

  it.each(['SC012345', 'NIC101234'])('do not exist for %s', (number) => {
    expect(charityUrl(number)).toBeUndefined();
  });
});

describe('a normalised value', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
  const samples: [string, (raw: string) => Reading, fc.Arbitrary<string>][] = [
    ['company number', readCompanyNumber, fc.stringMatching(/^(\d{1,8}|(SC|NI|OC) ?\d{1,6})$/)],
    ['ICO registration', readIcoRegistration, fc.stringMatching(/^[zZ] ?[a-d]\d{3} ?\d{3}$/)],
    ['postcode', readUkPostcode, fc.stringMatching(/^(rh|M|Ec)[1-9] ?\d[abd-hjln]{2}$/)],
    ['telephone number', readPhone, digits(3).map((end) => `+44 (0)1632 960${end}`)],
    ['charity number', readCharityNumber, fc.stringMatching(/^(\d{6,7}|sc ?0\d{5})$/)],
    ['VAT number', readVatNumber, fc.stringMatching(/^(GB ?)?GD ?[0-4]\d{2}$/)],
    ['LEI', readLei, fc.constantFrom('529900exampLE0000A12', '5299 00EXAMPLE0000A12')],
  ];

  it.each(samples)('of a %s is read unchanged, without problems', (_name, read, raw) => {
    fc.assert(
      fc.property(raw, (written) => {
        const { value } = read(written);
        expect(read(value)).toEqual({ value, problems: [] });
      }),
    );
  });
});

describe('readPhone of foreign numbers', () => {
  it('keeps the zero that only Britain drops', () => {
    expect(readPhone('+39 (0)6 1234 5678').value).toBe('+390612345678');
  });
});

describe('six digits that two registers of charities use', () => {
  it('do not link to a register', () => {
    expect(charityUrl('101234')).toBeUndefined();
  });
});
