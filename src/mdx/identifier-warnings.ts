/** Warnings about identifiers that look wrong but may be right: they never stop a build. */
import { checkCountry } from '../notices/places.ts';
import * as identifiers from '../notices/identifiers.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';
import { valueAt, type Path } from './yaml-places.ts';

/**
 * Reads every identifier again as its author wrote it.
 *
 * @param data the frontmatter as plain data
 * @returns a warning for each identifier that looks wrong; errors are the schema's
 */
export function identifierWarnings(data: unknown, placeOfFact: (path: Path) => Place): Finding[] {
  const { controller, ...others } = (data ?? {}) as Record<string, unknown>;
  const contacts: Path[] = [
    ['controller', 'contact'],
    ...Object.keys(others)
      .filter((key) => key === 'dpo' || key === 'complaints')
      .map((key) => [key]),
    ...(Array.isArray(others['representatives'])
      ? others['representatives'].map((_, index) => ['representatives', index])
      : []),
  ];
  const addresses: Path[] = [
    ['controller', 'registeredOffice'],
    ...contacts.map((path) => [...path, 'address']),
  ];
  const fields: [Path, (raw: string) => identifiers.Reading][] = [
    [['controller', 'companyNumber'], identifiers.readCompanyNumber],
    [['controller', 'icoRegistration'], identifiers.readIcoRegistration],
    [['controller', 'charityNumber'], identifiers.readCharityNumber],
    [['controller', 'vatNumber'], identifiers.readVatNumber],
    ...contacts.map((path): [Path, typeof identifiers.readPhone] => [
      [...path, 'phone'],
      identifiers.readPhone,
    ]),
    ...addresses
      .filter((path) => (valueAt(data, [...path, 'country']) ?? 'GB') === 'GB')
      .map((path): [Path, typeof identifiers.readUkPostcode] => [
        [...path, 'postcode'],
        identifiers.readUkPostcode,
      ]),
  ];
  return fields
    .flatMap(([path, read]) => {
      const raw = valueAt(data, path);
      if (typeof raw !== 'string') return [];
      return read(raw)
        .problems.filter(({ severity }) => severity === 'warning')
        .map(({ message, hint }) =>
          finding('identifier-suspicious', placeOfFact(path), message, hint),
        );
    })
    .concat(registryWarning(controller, placeOfFact))
    .concat(addresses.flatMap((path) => countryWarning(data, [...path, 'country'], placeOfFact)));
}

/** A Scottish number with `registeredIn: england-and-wales`: one of the two is wrong. */
function registryWarning(controller: unknown, placeOfFact: (path: Path) => Place): Finding[] {
  const { companyNumber, registeredIn } = (controller ?? {}) as Record<string, unknown>;
  if (typeof companyNumber !== 'string' || typeof registeredIn !== 'string') return [];
  const registry = identifiers.registryOfCompanyNumber(
    identifiers.readCompanyNumber(companyNumber).value,
  );
  const isPart = ['england-and-wales', 'scotland', 'northern-ireland'].includes(registeredIn);
  if (registry === undefined || registry === registeredIn || !isPart) return [];
  return [
    finding(
      'identifier-suspicious',
      placeOfFact(['controller', 'registeredIn']),
      `company number "${companyNumber}" belongs to the register of ${registry}, not ${registeredIn}`,
      `write registeredIn: ${registry}, or correct the number`,
    ),
  ];
}

/** A code of two letters that is no country's. */
function countryWarning(data: unknown, path: Path, placeOfFact: (path: Path) => Place): Finding[] {
  const code = valueAt(data, path);
  if (typeof code !== 'string' || !/^[A-Z]{2}$/.test(code)) return [];
  const known = checkCountry(code);
  if (known === true) return [];
  const didYouMean = known.meant === undefined ? '' : `. Did you mean "${known.meant}"?`;
  return [
    finding(
      'country-unknown',
      placeOfFact(path),
      `no country has the code "${code}"${didYouMean}`,
      known.meant === undefined
        ? 'write the ISO 3166-1 code of the country, such as country: IE'
        : `write country: ${known.meant}`,
    ),
  ];
}
