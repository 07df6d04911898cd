/** Structured data of a page, in the words of schema.org. */
import type { BreadcrumbList, Graph, Organization, PropertyValue, WebPage } from 'schema-dts';
import { charityUrl, companiesHouseUrl, icoRegisterUrl } from '../notices/identifiers.ts';
import type { Address, Facts } from '../notices/schema.ts';
import type { Words } from '../words/index.ts';
import { neighboursOf, type Notice, type Version } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { editionsOfVersion } from '../site/translations.ts';

type Locate = Site['locate'];

/** Wikidata's "privacy policy": schema.org has no type for one. */
const PRIVACY_POLICY = 'https://www.wikidata.org/entity/Q1999831';

/** A version as a web page of its controller, with its place among the others. */
export function structuredData(
  notice: Notice,
  version: Version,
  trail: readonly { label: string; path: string }[],
  locate: Locate,
  words: Words,
): Graph {
  const { facts, span } = version;
  const { previous } = neighboursOf(notice, version);
  const page: WebPage = {
    '@type': 'WebPage',
    '@id': locate(version.path),
    additionalType: PRIVACY_POLICY,
    url: locate(version.path),
    name: facts.title,
    ...(facts.summary && { description: facts.summary }),
    inLanguage: facts.language,
    version: version.name,
    // Of a version that was found in a history, nobody knows when it was published.
    ...(!facts.imported && { datePublished: facts.published }),
    dateModified: facts.published,
    ...(facts.reviewed && { lastReviewed: facts.reviewed }),
    // ISO 8601 intervals; open while nothing is known to end it.
    ...(span && { temporalCoverage: `${span.from}/${span.to ?? '..'}` }),
    ...(previous && { isBasedOn: locate(previous.path) }),
    ...translationsOf(notice, version, locate),
    exampleOfWork: { '@type': 'CreativeWork', '@id': locate(notice.path), name: facts.title },
    publisher: organisationOf(facts),
  };
  return { '@context': 'https://schema.org', '@graph': [page, breadcrumbs(trail, locate, words)] };
}

interface WorkReference {
  '@type': 'WebPage';
  '@id': string;
}

/** The same version in other languages. */
function translationsOf(
  notice: Notice,
  version: Version,
  locate: Locate,
): { translationOfWork?: WorkReference; workTranslation?: WorkReference[] } {
  const works = editionsOfVersion(notice, version).map(({ path }) => ({
    '@type': 'WebPage' as const,
    '@id': locate(path),
  }));
  const [original, ...translations] = works;
  if (!original || translations.length === 0) return {};
  return notice.original ? { translationOfWork: original } : { workTranslation: translations };
}

function organisationOf({ controller, dpo }: Facts): Organization {
  const { contact, registeredOffice } = controller;
  const identifiers = [
    ...(controller.companyNumber
      ? [
          identifier(
            'Companies House',
            controller.companyNumber,
            companiesHouseUrl(controller.companyNumber),
          ),
        ]
      : []),
    ...(controller.icoRegistration
      ? [identifier('ICO', controller.icoRegistration, icoRegisterUrl(controller.icoRegistration))]
      : []),
    ...(controller.charityNumber
      ? [
          identifier(
            'Charity register',
            controller.charityNumber,
            charityUrl(controller.charityNumber),
          ),
        ]
      : []),
  ];
  const points = [
    { contactType: 'privacy', ...contact },
    ...(dpo ? [{ contactType: dpo.role ?? 'data protection officer', ...dpo }] : []),
  ];
  return {
    '@type': 'Organization',
    legalName: controller.name,
    name: controller.tradingNames[0] ?? controller.name,
    ...(controller.lei && { leiCode: controller.lei }),
    ...(controller.vatNumber && { vatID: `GB${controller.vatNumber}` }),
    ...(registeredOffice && { address: postal(registeredOffice) }),
    ...(identifiers.length > 0 && { identifier: identifiers }),
    contactPoint: points.map(({ contactType, email, phone, form }) => ({
      '@type': 'ContactPoint' as const,
      contactType,
      ...(email && { email }),
      ...(phone && { telephone: phone }),
      ...(form && { url: form }),
    })),
  };
}

const identifier = (register: string, value: string, url: string | undefined): PropertyValue => ({
  '@type': 'PropertyValue',
  propertyID: register,
  value,
  ...(url !== undefined && { url }),
});

const postal = ({ lines, town, county, postcode, country }: Address) => ({
  '@type': 'PostalAddress' as const,
  streetAddress: lines.join(', '),
  addressLocality: town,
  ...(county && { addressRegion: county }),
  ...(postcode && { postalCode: postcode }),
  addressCountry: country,
});

const breadcrumbs = (
  trail: readonly { label: string; path: string }[],
  locate: Locate,
  { site }: Words,
): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ label: site.frame.home, path: '/' }, ...trail].map(
    ({ label, path }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name: label,
      item: locate(path),
    }),
  ),
});
