/**
 * Identifiers of organisations: how each is normalised and checked.
 *
 * A format that is closed or fixed in length may be an error. Whatever depends on a register's
 * current series only warns, because series roll over and a notice must not stop building when
 * they do. Nothing here needs the network.
 */
// The main entry of the package is the same, and takes twice as long to load.
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { memo } from './memo.ts';

/** The result of reading an identifier as an author typed it. */
export interface Reading {
  /** The normalised form; the input as it was if it could not be read. */
  value: string;
  problems: readonly Problem[];
}

export interface Problem {
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

const error = (message: string, hint: string): Problem => ({ severity: 'error', message, hint });
const warning = (message: string, hint: string): Problem => ({
  severity: 'warning',
  message,
  hint,
});

// Companies House prefixes in use: https://www.gov.uk/government/publications/uniform-resource-identifiers-uri-customer-guide
const COMPANY_PREFIXES =
  'AC CE CS FC FE GE GS IC IP LP NC NF NI NL NO NP OC OE PC R0 RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC'.split(
    ' ',
  );

/** A Companies House number: eight characters, all digits or a two-character prefix and six. */
export function readCompanyNumber(raw: string): Reading {
  const compact = raw.toUpperCase().replace(/[\s.]/g, '');
  const value = padCompanyNumber(compact);
  if (!/^(\d{8}|[A-Z][A-Z0-9]\d{6}|(IP|SP|RS)[A-Z\d]{6}|(NI|SL)\d{5}[\dA])$/.test(value)) {
    return {
      value: raw,
      problems: [
        error(
          `"${raw}" is not a Companies House number`,
          'write its eight characters in quotes, such as companyNumber: "01234567" or "SC123456"',
        ),
      ],
    };
  }
  const problems: Problem[] = [];
  if (value !== compact) {
    problems.push(
      warning(
        `company number "${raw}" has ${compact.length} characters; Companies House uses eight`,
        `write companyNumber: "${value}" if that is the company meant`,
      ),
    );
  }
  const prefix = value.slice(0, 2);
  if (!/^\d/.test(value) && !COMPANY_PREFIXES.includes(prefix)) {
    problems.push(
      warning(
        `company number "${value}" starts with "${prefix}", which Companies House is not known to use`,
        'check it against the certificate of incorporation',
      ),
    );
  }
  return { value, problems };
}

function padCompanyNumber(compact: string): string {
  if (/^\d{1,7}$/.test(compact)) return compact.padStart(8, '0');
  const prefixed = /^([A-Z]{2})(\d{1,5})$/.exec(compact);
  if (prefixed?.[1] && prefixed[2]) return prefixed[1] + prefixed[2].padStart(6, '0');
  return compact;
}

const REGISTRY_OF_PREFIX: Record<string, string> = {
  SC: 'scotland',
  SL: 'scotland',
  SO: 'scotland',
  NI: 'northern-ireland',
  NC: 'northern-ireland',
  NL: 'northern-ireland',
  OC: 'england-and-wales',
  LP: 'england-and-wales',
};

/** The part of the UK whose register has a company number; undefined if its form does not show that. */
export function registryOfCompanyNumber(companyNumber: string): string | undefined {
  if (/^\d{8}$/.test(companyNumber)) return 'england-and-wales';
  return REGISTRY_OF_PREFIX[companyNumber.slice(0, 2)];
}

/**
 * A reference in the ICO's register of fee payers (Data Protection (Charges and Information)
 * Regulations 2018): `Z` and seven digits, or `ZA` to `ZZ` and six.
 */
export function readIcoRegistration(raw: string): Reading {
  const value = raw.toUpperCase().replace(/\s/g, '');
  if (/^(Z\d{6}[\dX]|Z[A-Z]\d{6})$/.test(value)) return { value, problems: [] };
  const hint = /^0{2,3}\d{8}$/.test(value)
    ? 'a number of this form is usually the application; the register entry reads like "ZA123456"'
    : 'a register entry reads like "ZA123456"; check it at https://ico.org.uk/ESDWebPages/Search';
  return { value, problems: [warning(`"${raw}" does not look like an ICO registration`, hint)] };
}

const POSTCODE =
  /^(GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})$/;

/** A UK postcode: upper case, one space before the last three characters. */
export function readUkPostcode(raw: string): Reading {
  const compact = raw.toUpperCase().replace(/\s/g, '');
  const value = compact.length > 3 ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : compact;
  if (POSTCODE.test(value)) return { value, problems: [] };
  return {
    value: raw,
    problems: [
      warning(
        `"${raw}" does not look like a UK postcode`,
        'write it like "RH2 7JN", or set country if the address is abroad',
      ),
    ],
  };
}

/** A telephone number, normalised to E.164. A number without a country code is read as British. */
export const readPhone = memo((raw: string): Reading => {
  // Italy keeps the 0 that Britain drops.
  const dialled = /^\s*(\+|00)(?!44)/.test(raw) ? raw : raw.replace(/\(0\)/g, '');
  const number = parsePhoneNumberFromString(
    dialled,
    { defaultCountry: 'GB', extract: false },
    metadata,
  );
  if (number?.ext) {
    return {
      value: raw,
      problems: [
        error(
          `"${raw}" has an extension, which no link can dial`,
          `write phone: "${number.number}", and the extension in the text`,
        ),
      ],
    };
  }
  if (!number || !/^\+[1-9]\d{6,14}$/.test(number.number)) {
    return {
      value: raw,
      problems: [
        error(
          `"${raw}" is not a telephone number`,
          'write it with its country code, such as phone: "+441632960123"',
        ),
      ],
    };
  }
  const problems: Problem[] = [];
  if (/\(0\)/.test(raw)) {
    problems.push(
      warning(
        `telephone number "${raw}" mixes the country code with "(0)"`,
        `write phone: "${number.number}"`,
      ),
    );
  }
  // Nearly all British numbers have nine or ten digits after the zero.
  const isShort = number.countryCallingCode === '44' && !/^\d{9,10}$/.test(number.nationalNumber);
  if (isShort || !number.isPossible()) {
    problems.push(
      warning(`telephone number "${raw}" has too few or too many digits`, 'check it for a slip'),
    );
  }
  return { value: number.number, problems };
});

/** An E.164 number as people dial it at home: "01632 960 123"; abroad with its country code. */
export const formatPhone = memo((e164: string): string => {
  const number = parsePhoneNumberFromString(e164, metadata);
  if (!number) return e164;
  return number.countryCallingCode === '44'
    ? number.formatNational()
    : number.formatInternational();
});

/** A charity's number in the register of England and Wales, Scotland or Northern Ireland. */
export function readCharityNumber(raw: string): Reading {
  const value = raw.toUpperCase().replace(/\s/g, '');
  if (/^(\d{6,7}(-\d+)?|SC0\d{5}|NIC1\d{5})$/.test(value)) return { value, problems: [] };
  return {
    value,
    problems: [
      warning(
        `"${raw}" does not look like a charity number`,
        'write it like "1234567", "SC012345" or "NIC101234"',
      ),
    ],
  };
}

/** A UK VAT number without its country prefix: nine or twelve digits, or GD/HA and three. */
export function readVatNumber(raw: string): Reading {
  const value = raw
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replace(/^(GB|XI)/, '');
  if (/^(GD[0-4]\d{2}|HA[5-9]\d{2})$/.test(value)) return { value, problems: [] };
  if (!/^(\d{9}|\d{12})$/.test(value)) {
    return {
      value: raw,
      problems: [
        error(
          `"${raw}" is not a VAT number`,
          'write its nine digits in quotes, such as vatNumber: "000000000"',
        ),
      ],
    };
  }
  if (hasVatCheckDigits(value)) return { value, problems: [] };
  return {
    value,
    problems: [
      warning(`VAT number "${raw}" fails its check digits`, 'check it for a mistyped digit'),
    ],
  };
}

/** HMRC's two check-digit series: the weighted sum is divisible by 97, or is after adding 55. */
function hasVatCheckDigits(digits: string): boolean {
  const weighted = [8, 7, 6, 5, 4, 3, 2].reduce(
    (sum, weight, index) => sum + weight * Number(digits[index]),
    Number(digits.slice(7, 9)),
  );
  return weighted % 97 === 0 || (weighted + 55) % 97 === 0;
}

/** A Legal Entity Identifier: ISO 17442, twenty characters, ISO 7064 mod 97-10 equal to 1. */
export function readLei(raw: string): Reading {
  const value = raw.toUpperCase().replace(/\s/g, '');
  if (/^[A-Z0-9]{18}\d{2}$/.test(value) && remainder97(value) === 1) {
    return { value, problems: [] };
  }
  return {
    value: raw,
    problems: [
      error(`"${raw}" is not a Legal Entity Identifier`, 'check its twenty characters for a slip'),
    ],
  };
}

function remainder97(value: string): number {
  const digits = [...value].map((character) => Number.parseInt(character, 36)).join('');
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0);
}

/** The public page of a company at Companies House. */
export const companiesHouseUrl = (companyNumber: string): string =>
  `https://find-and-update.company-information.service.gov.uk/company/${companyNumber}`;

/** The public entry of a fee payer in the ICO's register. */
export const icoRegisterUrl = (registration: string): string =>
  `https://ico.org.uk/ESDWebPages/Entry/${registration}`;

/** The public page of a charity; undefined if its register has no pages by number. */
export function charityUrl(charityNumber: string): string | undefined {
  // Six digits from 100000 on can also be a number of Northern Ireland.
  if (!/^\d/.test(charityNumber) || /^1\d{5}$/.test(charityNumber)) return undefined;
  const [number = ''] = charityNumber.split('-');
  return `https://register-of-charities.charitycommission.gov.uk/charity-details/?regid=${number}&subid=0`;
}
