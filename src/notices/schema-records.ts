/**
 * Records of processing in the frontmatter: for each purpose what is used, why it may be, who gets
 * it and how long it is kept (UK GDPR Arts 13, 14 and 30). All of it is optional, so that what a
 * notice leaves open differs from what it denies: `transfers: none` is an answer.
 */
import { z } from 'zod';
import { checkRecords } from './record-checks.ts';
import { guessPeriod, readPeriod } from './periods.ts';
import { checkCountry, countryMeant } from './places.ts';

const text = (description: string) => z.string().trim().min(1).meta({ description });
const texts = (description: string) => z.array(text(description)).min(1);
const none = z.literal('none');

const country = z
  .string()
  .superRefine((code, context) => {
    if (/^[A-Z]{2}$/.test(code) && checkCountry(code) === true) return;
    const meant = countryMeant(code);
    const hint =
      meant === undefined
        ? `write the two letters that ISO 3166-1 has for it: GB, IE, US${GROUP.test(code) ? '; the Union is no country, so name each of its countries that is meant' : ''}`
        : `write the ISO 3166-1 code of the country: ${meant}`;
    context.addIssue(refusal('is not the code of a country', hint));
  })
  .meta({ description: 'ISO 3166-1 code of a country: GB, IE, US.' });

/** Groups of countries, which people write for one. */
const GROUP = /^(?:EU|EEA|Europe|European Union)$/i;

const period = z
  .string()
  .superRefine((written, context) => {
    if (readPeriod(written) !== undefined) return;
    const meant = guessPeriod(written) ?? 'P6Y';
    const hint = /^P(?:T?0+[YMWDH])+$/i.test(written)
      ? 'write how long it is kept: period: P6Y; of what is not kept at all: criteria: we do not keep it'
      : `write it as ISO 8601 does: period: ${meant} (P18M, P60D and PT72H are others)`;
    context.addIssue(refusal('is not a period of time', hint));
  })
  .meta({ description: 'ISO 8601: P6Y is six years, P18M 18 months, P60D 60 days.' });

/** What else the records say is not checked until they can be read. */
const refusal = (message: string, hint: string) =>
  ({ code: 'custom', message, params: { hint }, continue: false }) as const;

/** UK GDPR Art 6(1); recognised legitimate interest from 5 February 2026. */
export const BASES = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'recognised-legitimate-interest',
  'legitimate-interests',
] as const;

/** The conditions of UK GDPR Annex 1. */
export const RECOGNISED = [
  'public-task-request',
  'security-defence',
  'emergency',
  'crime',
  'safeguarding',
] as const;

export const SOURCES = ['data-subject', 'third-party', 'public', 'observed', 'inferred'] as const;
export const ROLES = ['processor', 'controller', 'joint', 'authority'] as const;

/** UK GDPR Arts 45A to 49. */
export const MECHANISMS = [
  'adequacy-regulations',
  'uk-us-data-bridge',
  'idta',
  'uk-addendum-sccs',
  'bcr',
  'art49',
] as const;

/** UK GDPR Art 13(2)(e). */
export const PROVISIONS = [
  'required-by-law',
  'required-by-contract',
  'needed-to-enter-contract',
  'voluntary',
] as const;

/** PECR reg 6 and Sch A1. */
export const GROUNDS = [
  'consent',
  'communication',
  'strictly-necessary',
  'statistics',
  'appearance',
  'emergency',
] as const;

const KINDS = [
  ...(['service', 'account', 'marketing', 'direct-marketing', 'legal', 'security'] as const),
  ...(['analytics', 'recruitment', 'employment', 'complaints', 'research', 'other'] as const),
] as const;

const source = z.strictObject({
  type: z
    .enum(SOURCES)
    .meta({ description: 'From the person, or from where else (Art 14(2)(f)).' }),
  name: text('What the source is, or what kind of source.').optional(),
  publiclyAccessible: z.boolean().optional(),
});

const recipient = z.strictObject({
  name: text('Who receives it, or what kind of recipient (Art 13(1)(e)).'),
  role: z.enum(ROLES).optional(),
  activity: text('What they do with it.').optional(),
  country: country.optional(),
});

const transfer = z.strictObject({
  recipient: text('Who receives it abroad: a name from recipients (Art 13(1)(f)).'),
  countries: z.array(country).min(1),
  mechanism: z.enum(MECHANISMS).optional(),
  copyFrom: text('How to get a copy of the safeguards.').optional(),
});

const retention = z
  .strictObject({
    period: period.optional(),
    criteria: text('What decides how long, where no period can be named.').optional(),
    startsFrom: text('From when the period counts: "the end of the financial year".').optional(),
    then: z.enum(['delete', 'anonymise']).optional(),
  })
  .meta({ description: 'How long it is kept: a period or criteria (Art 13(2)(a)).' });

const provision = z.strictObject({
  status: z.enum(PROVISIONS).meta({ description: 'Whether people must give it (Art 13(2)(e)).' }),
  consequence: text('What happens if they do not.').optional(),
});

const pecr = z.strictObject({
  basis: z.enum(['consent', 'soft-opt-in', 'charity-soft-opt-in', 'not-electronic']),
  optOut: text('How to stop the messages (PECR regs 22, 23).').optional(),
});

const processingRecord = z.strictObject({
  id: z
    .string()
    .refine((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), {
      error: 'is not made of small letters, figures and hyphens',
      params: { hint: 'write it like id: online-orders' },
    })
    .meta({ description: 'A name that stays when the words change: orders.' }),
  purpose: text('What the data is used for, as people are told (Art 13(1)(c)).'),
  kind: z.enum(KINDS).optional(),
  lawfulBasis: z.array(z.enum(BASES)).min(1).optional(),
  legitimateInterest: text('Which interest (Art 13(1)(d)).').optional(),
  recognisedCondition: z.enum(RECOGNISED).optional(),
  legalObligation: text('Which law asks for it: Companies Act 2006 s.388.').optional(),
  dataCategories: texts('What is used: name, order history.').optional(),
  sources: z.array(source).min(1).optional(),
  provision: provision.optional(),
  pecr: pecr.optional(),
  recipients: z.union([none, z.array(recipient).min(1)]).optional(),
  transfers: z.union([none, z.array(transfer).min(1)]).optional(),
  retention: retention.optional(),
});

export type ProcessingRecord = z.output<typeof processingRecord>;
export type Retention = NonNullable<ProcessingRecord['retention']>;
export type Recipient = z.output<typeof recipient>;
export type Transfer = z.output<typeof transfer>;
export type Source = z.output<typeof source>;

const automatedDecision = z.strictObject({
  decision: text('What is decided.'),
  logic: text('What the decision is based on, and how.').optional(),
  effects: text('What it means for people.').optional(),
  safeguards: texts('What people can do: ask for a person, contest it (Art 22C).').optional(),
});

const storage = z.strictObject({
  name: text('What it is called, as a browser lists it or as people know it.'),
  purpose: text('What it does.'),
  lasts: text('How long it stays on the device.').optional(),
  ground: z.enum(GROUNDS).optional(),
});

/** The records, as keys of the frontmatter. */
export const recordFacts = {
  processing: z
    .array(processingRecord)
    .min(1)
    .superRefine(checkRecords)
    .meta({ description: 'What data is used for: a record for each purpose.' })
    .optional(),
  automatedDecisions: z
    .union([none, z.array(automatedDecision).min(1)])
    .meta({ description: 'Decisions by automated means alone, or none (Art 22A to 22D).' })
    .optional(),
  withdrawal: z.strictObject({ how: text('How to take consent back (Art 7(3)).') }).optional(),
  storageAccess: z
    .union([none, z.array(storage).min(1)])
    .meta({ description: 'What is stored on devices or read from them, or none (PECR reg 6).' })
    .optional(),
};
