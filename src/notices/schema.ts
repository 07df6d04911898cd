/**
 * The facts of a version: its frontmatter, typed. The one schema from which the checks, the
 * types and the JSON Schema for editors are made.
 */
import { z } from 'zod';
import { normalName } from '../document/file-names.ts';
import * as identifiers from './identifiers.ts';
import { date, laterFacts as later } from './later.ts';
import { recordFacts } from './schema-records.ts';

const text = (description: string) => z.string().trim().min(1).meta({ description });

/** An identifier: normalised by its reader, refused when the reader finds an error in it. */
const identifier = (read: (raw: string) => identifiers.Reading, description: string) =>
  z
    .string()
    .transform((raw, context) => {
      const { value, problems } = read(raw);
      for (const problem of problems.filter(({ severity }) => severity === 'error')) {
        context.addIssue({
          code: 'custom',
          message: problem.message,
          params: { hint: problem.hint, identifier: true },
        });
      }
      return value;
    })
    .meta({ description });

const email = z
  .email()
  .transform((address) => address.replace(/@.*$/, (domain) => domain.toLowerCase()))
  .meta({ description: 'An e-mail address, preferably of a role: privacy@company.example.' });

const webAddress = z
  .url({ protocol: /^https?$/ })
  .meta({ description: 'A web address, from https:// on.' });

const phone = identifier(
  identifiers.readPhone,
  'A telephone number. Stored as E.164 ("+441632960123"), printed as people dial it.',
);

const language = z
  .string()
  .refine(isLanguageTag, {
    error: 'is not a language tag',
    params: { hint: 'write language: en-GB' },
  })
  .meta({ description: 'BCP 47 language tag of the text: en-GB, cy, fr.' });

function isLanguageTag(tag: string): boolean {
  try {
    // "English" is well-formed but not a language.
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const address = z
  .strictObject({
    lines: z.array(text('One line of the address.')).min(1),
    town: text('Post town.'),
    county: text('County, where the post needs it.').optional(),
    postcode: text('Postcode: "RH2 7JN".').optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'is not a country code', abort: true })
      .default('GB')
      .meta({ description: 'ISO 3166-1 code of the country; GB when left out.' }),
  })
  .transform(({ postcode, ...rest }) => ({
    ...rest,
    ...(postcode !== undefined && {
      postcode: rest.country === 'GB' ? identifiers.readUkPostcode(postcode).value : postcode,
    }),
  }));

const routes = {
  email: email.optional(),
  phone: phone.optional(),
  address: address.optional(),
  form: webAddress.optional(),
};

const controller = z.strictObject({
  name: text('The legal person that decides why and how the data is used (Art 13(1)(a)).'),
  tradingNames: z.array(text('A name the controller trades under.')).default([]),
  kind: z
    .enum(['company', 'llp', 'partnership', 'sole-trader', 'charity', 'public-authority', 'other'])
    .optional(),
  companyNumber: identifier(
    identifiers.readCompanyNumber,
    'Companies House number: eight characters, in quotes.',
  ).optional(),
  registeredIn: z.enum(['england-and-wales', 'scotland', 'northern-ireland']).optional(),
  registeredOffice: address.optional(),
  contact: z
    .strictObject(routes)
    .refine((contact) => Object.values(contact).some((route) => route !== undefined), {
      error: 'needs at least one of email, phone, address and form',
      params: { hint: 'write:\n  contact:\n    email: privacy@company.example' },
    })
    .meta({ description: 'At least one of email, phone, address, form (Art 13(1)(a)).' }),
  icoRegistration: identifier(
    identifiers.readIcoRegistration,
    "Reference in the ICO's register of fee payers: ZA000000.",
  ).optional(),
  charityNumber: identifier(identifiers.readCharityNumber, 'Registered charity number.').optional(),
  vatNumber: identifier(identifiers.readVatNumber, 'VAT number, without GB.').optional(),
  lei: identifier(identifiers.readLei, 'Legal Entity Identifier (ISO 17442).').optional(),
});

const dpo = z
  .strictObject({
    role: text('What the officer is called; a role outlives a person.').optional(),
    name: text('A name is not required by law.').optional(),
    ...routes,
  })
  .meta({ description: 'How to reach the data protection officer (Art 13(1)(b)).' });

const representative = z
  .strictObject({
    regime: z.enum(['uk', 'eu', 'ch']).meta({ description: 'Whose law asks for them (Art 27).' }),
    name: text('Who represents the controller there.'),
    ...routes,
  })
  .meta({ description: 'A representative under Article 27.' });

const change = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed', 'clarified', 'moved']),
  section: z
    .string()
    .trim()
    .min(1)
    .overwrite(normalName)
    .meta({ description: 'An anchor of this version or, for what is gone, of the one before.' })
    .optional(),
  summary: text('What a person should know about this change.'),
  reason: text('Why it was made.').optional(),
});

/** How the day of a version is known that was found in a history. */
export const HOW_DATED = ['stated', 'updated', 'seen'] as const;

const imported = z
  .strictObject({
    from: text('Where this text was found: the name of a file, or a commit and its file.'),
    firstSeen: date('The day on which this text was first seen there.'),
    date: z.enum(HOW_DATED).meta({
      description:
        'How its day is known: its text states it as the day it applies from, or as that of its last update, or it was first seen then.',
    }),
  })
  .meta({
    description:
      'That it was taken over from a history that nobody recorded here; `import` writes it. It needs no `changes`, and `published` is the same day as `effective`.',
  });

const approval = z.strictObject({
  by: text('The role of the person who approved this text.'),
  on: date('The day it was approved.'),
  reference: text('Where the approval is on file: a ticket, a minute.').optional(),
  text: z
    .string()
    .refine((value) => /^[0-9a-f]{64}$/.test(value), {
      error: 'is not the fingerprint of a text',
      params: { hint: 'delete it, and let the command write it: npx noticeboard approve' },
    })
    .meta({ description: 'The fingerprint of the words that were approved; `approve` writes it.' })
    .optional(),
});

/** The frontmatter of a version, as authors write it (`z.input`) and as the rest reads it. */
export const frontmatterSchema = z.strictObject({
  title: text('The name of the notice.'),
  summary: text('One or two sentences: what this notice is about.').optional(),
  language: language.default('en-GB'),
  audience: z.array(text('Whom the notice is for: customers, staff.')).default([]),
  published: date('The day this version was put on the site.'),
  effective: date('The day it applies from; equals the name of the file.'),
  imported: imported.optional(),
  approved: z
    .array(approval)
    .optional()
    .meta({ description: 'Who approved this text, by role; `approve` writes it.' }),
  reviewed: later.reviewed,
  reviewDue: later.reviewDue,
  withdrawn: later.withdrawn,
  calledOff: later.calledOff,
  numbered: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether the site numbers the sections. Never type numbers.' }),
  changeType: z.enum(['initial', 'major', 'minor', 'correction']).optional(),
  changes: z
    .array(change)
    .default([])
    .meta({ description: 'What is different; required for major and minor changes.' }),
  notified: later.notified.default([]),
  waived: later.waived,
  controller,
  dpo: dpo.optional(),
  representatives: z.array(representative).default([]),
  complaints: z
    .strictObject(routes)
    .meta({
      description: 'How to complain to the controller (DPA 2018 s.164A, in force 19 June 2026).',
    })
    .optional(),
  ...recordFacts,
});

export type Facts = z.output<typeof frontmatterSchema>;
export type Address = NonNullable<Facts['controller']['registeredOffice']>;
export type Change = Facts['changes'][number];
export type Approval = NonNullable<Facts['approved']>[number];
export type ContactRoutes = Facts['controller']['contact'];
