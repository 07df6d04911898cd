/** Records of processing in the words of the Data Privacy Vocabulary: a process for each purpose. */
import { basesOf, listOf, printingFor, retentionOf, sourceOf } from '../notices/record-phrases.ts';
import type { RecordWords } from '../notices/record-words.ts';
import type { ProcessingRecord, Retention } from '../notices/schema-records.ts';
import type { Facts } from '../notices/schema.ts';

/** A node of JSON-LD. */
type Node = Readonly<Record<string, unknown>>;
type Said = (value: string) => Node;

/** DPV has no term yet for a recognised legitimate interest: UK GDPR Art 6(1)(ea). */
const BASES: Record<NonNullable<ProcessingRecord['lawfulBasis']>[number], string> = {
  consent: 'dpv:Consent',
  contract: 'dpv:Contract',
  'legal-obligation': 'dpv:LegalObligation',
  'vital-interests': 'dpv:VitalInterest',
  'public-task': 'dpv:PublicInterest',
  'recognised-legitimate-interest': 'dpv:LegalBasis',
  'legitimate-interests': 'dpv:LegitimateInterest',
};

const SOURCES: Record<NonNullable<ProcessingRecord['sources']>[number]['type'], string> = {
  'data-subject': 'dpv:DataSubjectDataSource',
  'third-party': 'dpv:ThirdPartyDataSource',
  public: 'dpv:PublicDataSource',
  observed: 'dpv:DataControllerDataSource',
  inferred: 'dpv:DataControllerDataSource',
};

const ROLES = {
  processor: 'dpv:DataProcessor',
  controller: 'dpv:DataController',
  joint: 'dpv:JointDataControllers',
  authority: 'dpv:GovernmentalOrganisation',
} as const;

/**
 * What data is used for, as a property of the notice; nothing without records.
 *
 * @param url of the version, which the ids of processes begin with
 */
export function processesOf(
  { processing = [], automatedDecisions, language }: Facts,
  url: string,
): Node {
  const said: Said = (value) => ({ '@value': value, '@language': language });
  const { words } = printingFor(language);
  const decisions = listOf(automatedDecisions);
  return {
    ...some('dpv:hasProcess', [
      ...processing.map((record) => processOf(record, { words, said, url })),
      ...decisions.map(({ decision, logic }) => ({
        '@type': 'dpv:Process',
        'dct:title': said(decision),
        'dpv:hasContext': { '@type': 'dpv:AutomatedDecisionMaking' },
        ...(logic !== undefined && { 'dct:description': said(logic) }),
      })),
    ]),
  };
}

function processOf(
  record: ProcessingRecord,
  { words, said, url }: { words: RecordWords; said: Said; url: string },
): Node {
  const { id, purpose, lawfulBasis = [], legitimateInterest, dataCategories = [] } = record;
  const bases = basesOf(record, words);
  return {
    '@id': `${url}#~${id}`,
    '@type': 'dpv:Process',
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:title': said(purpose) },
    ...some(
      'dpv:hasLegalBasis',
      lawfulBasis.map((basis, index) => ({
        '@type': BASES[basis],
        'dct:title': said(bases[index] ?? ''),
        ...(basis === 'legitimate-interests' &&
          legitimateInterest !== undefined && { 'dct:description': said(legitimateInterest) }),
      })),
    ),
    ...some(
      'dpv:hasPersonalData',
      dataCategories.map((name) => ({ '@type': 'dpv:PersonalData', 'dct:title': said(name) })),
    ),
    ...some(
      'dpv:hasDataSource',
      (record.sources ?? []).map((source) => ({
        '@type': SOURCES[source.type],
        'dct:title': said(sourceOf(source, words)),
      })),
    ),
    ...some(
      'dpv:hasRecipient',
      listOf(record.recipients).map(({ name, role, activity, country }) => ({
        '@type': role === undefined ? 'dpv:Recipient' : ['dpv:Recipient', ROLES[role]],
        'dpv:hasName': said(name),
        ...(activity !== undefined && { 'dct:description': said(activity) }),
        ...(country !== undefined && { 'dpv:hasCountry': country }),
      })),
    ),
    ...some('dpv:hasProcessing', transfersOf(record, words, said)),
    ...(record.retention && {
      'dpv:hasStorageCondition': storageOf(record.retention, words, said),
    }),
  };
}

const transfersOf = ({ transfers }: ProcessingRecord, words: RecordWords, said: Said): Node[] =>
  listOf(transfers).map(({ recipient, countries, mechanism }) => ({
    '@type': 'dpv:Transfer',
    'dpv:hasRecipient': { '@type': 'dpv:Recipient', 'dpv:hasName': said(recipient) },
    'dpv:hasCountry': countries,
    ...(mechanism && {
      'dpv:hasLegalBasis': {
        '@type': 'dpv:DataTransferLegalBasis',
        'dct:title': said(words.mechanisms[mechanism]),
      },
    }),
  }));

const storageOf = (retention: Retention, words: RecordWords, said: Said): Node => ({
  '@type': 'dpv:StorageCondition',
  'dct:description': said(retentionOf(retention, words)),
  ...(retention.period !== undefined && {
    // XML Schema counts in years, months and days, not in weeks.
    'dpv:hasDuration': retention.period.includes('W')
      ? retention.period
      : { '@value': retention.period, '@type': 'xsd:duration' },
  }),
});

const some = (property: string, nodes: readonly Node[]): Node =>
  nodes.length > 0 ? { [property]: nodes } : {};
