/** What the components for authors print, and whether the frontmatter has it. */
import {
  isRecordComponent,
  type AuthorsComponent,
  type RecordComponent,
} from '../document/elements.ts';
import type { Block } from '../document/model.ts';
import { tidyInline } from '../document/parse-inline.ts';
import { factGroups, type FactGroup } from '../notices/facts.ts';
import { recordBlock } from '../notices/record-tables.ts';
import { recordWords } from '../notices/record-words.ts';
import type { Facts } from '../notices/schema.ts';
import type { Outline } from './body.ts';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';

type FactsComponent = Exclude<AuthorsComponent, RecordComponent>;

const GROUPS: Record<FactsComponent, [group: FactGroup, hint: string]> = {
  Controller: ['controller', 'controller:\n  name: Company Limited'],
  Contact: ['contact', 'controller:\n  contact:\n    email: privacy@company.example'],
  Dpo: ['dpo', 'dpo:\n  email: dpo@company.example'],
  Complaints: ['complaints', 'complaints:\n  email: complaints@company.example'],
};

/** What a component prints: of each purpose, or of the notice. */
const RECORDS: Record<RecordComponent, { ofPurpose: string } | { ofNotice: string }> = {
  Purposes: { ofPurpose: 'lawfulBasis: [contract]' },
  Sources: { ofPurpose: 'sources: [{ type: data-subject }]' },
  Provision: { ofPurpose: 'provision: { status: voluntary }' },
  Retention: { ofPurpose: 'retention: { period: P6Y, then: delete }' },
  Recipients: { ofPurpose: 'recipients: [{ name: couriers, role: processor, country: GB }]' },
  Transfers: { ofPurpose: 'transfers: none' },
  Automated: { ofNotice: 'automatedDecisions: none' },
  Storage: { ofNotice: 'storageAccess: none' },
};

/** The block that a component prints; undefined where the records have nothing for it. */
export function blockOf(name: AuthorsComponent, facts: Facts): Block | undefined {
  if (isRecordComponent(name)) return recordBlock(name, facts);
  const [group] = GROUPS[name];
  const entries = factGroups[group](facts).map(({ field, values }) => ({
    field,
    values: values.map(tidyInline),
  }));
  return { type: 'facts', of: group, entries };
}

/** Reports each component that would print nothing, or words of another language. */
export function checkComponents({ components }: Outline, facts: Facts): Finding[] {
  return components.flatMap(({ name, ...place }) => {
    const block = blockOf(name, facts);
    const isEmpty = block === undefined || (block.type === 'facts' && block.entries.length === 0);
    if (isEmpty) return [withoutFacts(name, place, facts)];
    const isForeign = isRecordComponent(name) && recordWords(facts.language) === undefined;
    return isForeign ? [withoutWords(name, place, facts)] : [];
  });
}

function withoutFacts(name: AuthorsComponent, place: Place, facts: Facts): Finding {
  const message = `<${name} /> has nothing to print: the frontmatter does not have these facts`;
  return finding('component-without-facts', place, message, missingHint(name, facts));
}

function missingHint(name: AuthorsComponent, { processing }: Facts): string {
  if (!isRecordComponent(name)) return `add to the facts:\n${GROUPS[name][1]}`;
  const record = RECORDS[name];
  if ('ofNotice' in record) return `add to the facts:\n${record.ofNotice}`;
  if (processing) return `add to each purpose below processing:\n    ${record.ofPurpose}`;
  return `add to the facts:\nprocessing:\n  - id: orders\n    purpose: Take and deliver what you order\n    ${record.ofPurpose}`;
}

const withoutWords = (name: AuthorsComponent, place: Place, { language }: Facts): Finding =>
  finding(
    'component-without-words',
    place,
    `<${name} /> has words in English and Welsh, and this notice is in "${language}"`,
    `write a table in the text instead of <${name} />, and keep the records`,
  );
