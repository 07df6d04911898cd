/** A version's facts as lists of named values, which cards and components for authors print. */
import type { FactEntry, Inline } from '../document/model.ts';
import { charityUrl, companiesHouseUrl, formatPhone, icoRegisterUrl } from './identifiers.ts';
import { countryName, partOfTheUk } from './places.ts';
import type { Address, ContactRoutes, Facts } from './schema.ts';

const text = (value: string): Inline[] => [{ type: 'text', value }];
const link = (href: string, words: string): Inline[] => [
  { type: 'link', href, content: text(words) },
];

/** An entry if there is a value; otherwise an empty list. */
function entry<T>(field: string, value: T | undefined, show: (value: T) => Inline[]): FactEntry[] {
  return value === undefined ? [] : [{ field, values: [show(value)] }];
}

/** The groups of facts that can be printed, by the name of the component that prints them. */
export const factGroups = {
  /** The organisation that decides why and how the data is used: UK GDPR Art 13(1)(a). */
  controller: ({ controller, language }: Facts): FactEntry[] => [
    ...entry('name', controller.name, text),
    ...(controller.tradingNames.length > 0
      ? [{ field: 'tradingNames', values: controller.tradingNames.map(text) }]
      : []),
    ...entry('companyNumber', controller.companyNumber, (number) =>
      link(companiesHouseUrl(number), number),
    ),
    ...entry('registeredIn', controller.registeredIn, (part) => text(partOfTheUk(part, language))),
    ...entry('registeredOffice', controller.registeredOffice, addressLines(language)),
    ...entry('charityNumber', controller.charityNumber, (number) => {
      const url = charityUrl(number);
      return url === undefined ? text(number) : link(url, number);
    }),
    ...entry('vatNumber', controller.vatNumber, text),
    ...entry('lei', controller.lei, (lei) => link(`https://search.gleif.org/#/record/${lei}`, lei)),
    ...entry('icoRegistration', controller.icoRegistration, (reference) =>
      link(icoRegisterUrl(reference), reference),
    ),
  ],

  contact: ({ controller, language }: Facts): FactEntry[] =>
    routeEntries(controller.contact, language),

  /** How to reach the data protection officer: UK GDPR Art 13(1)(b). */
  dpo: ({ dpo, language }: Facts): FactEntry[] =>
    dpo
      ? [
          ...entry('role', dpo.role, text),
          ...entry('name', dpo.name, text),
          ...routeEntries(dpo, language),
        ]
      : [],

  /** How to complain to the controller: DPA 2018 s.164A. */
  complaints: ({ complaints, language }: Facts): FactEntry[] =>
    complaints ? routeEntries(complaints, language) : [],

  /** Representatives under Art 27. */
  representatives: ({ representatives, language }: Facts): FactEntry[] =>
    representatives.flatMap((representative) => [
      ...entry(`representative-${representative.regime}`, representative.name, text),
      ...routeEntries(representative, language),
    ]),
} as const;

export type FactGroup = keyof typeof factGroups;

function routeEntries(routes: ContactRoutes, language: string): FactEntry[] {
  return [
    ...entry('email', routes.email, (email) => link(`mailto:${email}`, email)),
    ...entry('phone', routes.phone, (phone) => link(`tel:${phone}`, formatPhone(phone))),
    ...entry('address', routes.address, addressLines(language)),
    ...entry('form', routes.form, (url) => link(url, url.replace(/^https?:\/\/|\/$/g, ''))),
  ];
}

/** An address as on an envelope, one part per line; the country in the language of the notice. */
const addressLines =
  (language: string) =>
  ({ lines, town, county, postcode, country }: Address): Inline[] => {
    const parts = [
      ...lines,
      town,
      county,
      postcode,
      country === 'GB' ? undefined : countryName(country, language),
    ];
    return parts
      .filter((part) => part !== undefined)
      .flatMap((part, index): Inline[] => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        ...text(part),
      ]);
  };
