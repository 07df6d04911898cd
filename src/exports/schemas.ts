/**
 * What machines read, as types: the JSON files of the site are checked against these in tests,
 * and their JSON Schemas are made of them.
 */
import { TOPICS } from '../document/model.ts';
import { z } from 'zod';
import { HOW_DATED } from '../notices/schema.ts';

const day = z.iso.date();
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, in hexadecimal.' });
/** Whole where the site knows its own address, and from the site's root otherwise. */
const url = z
  .string()
  .min(1)
  .meta({ description: 'An address; from the root where the site does not know its own.' });

const inline: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), value: z.string() }),
    z.object({
      type: z.literal('mark'),
      tag: z.string(),
      content: z.array(inline),
      title: z.string().optional(),
      datetime: z.string().optional(),
      language: z.string().optional(),
      direction: z.enum(['ltr', 'rtl', 'auto']).optional(),
    }),
    z.object({ type: z.literal('link'), href: z.string(), content: z.array(inline) }),
    z.object({ type: z.literal('break') }),
    z.object({ type: z.literal('image'), source: z.string(), alternative: z.string() }),
    z.object({ type: z.literal('target'), anchor: z.string() }),
  ]),
);

const row = z.lazy(() =>
  z.object({
    cells: z.array(
      z.object({
        header: z.boolean(),
        blocks: z.array(block),
        align: z.enum(['left', 'center', 'right']).optional(),
        columns: z.int().optional(),
        rows: z.int().optional(),
      }),
    ),
  }),
);

const block: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('paragraph'),
      content: z.array(inline),
      bare: z.literal(true).optional(),
      rank: z.int().optional(),
    }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().optional(),
      numbering: z.enum(['a', 'A', 'i', 'I']).optional(),
      reversed: z.literal(true).optional(),
      items: z.array(
        z.object({
          blocks: z.array(block),
          checked: z.boolean().optional(),
          value: z.int().optional(),
        }),
      ),
    }),
    z.object({
      type: z.literal('table'),
      caption: z.array(inline).optional(),
      of: z.string().optional().meta({ description: 'The records that it is made of: retention.' }),
      head: z.array(row),
      body: z.array(row),
    }),
    z.object({ type: z.literal('quote'), blocks: z.array(block) }),
    z.object({
      type: z.literal('definitions'),
      entries: z.array(
        z.object({ terms: z.array(z.array(inline)), descriptions: z.array(z.array(block)) }),
      ),
    }),
    z.object({
      type: z.literal('facts'),
      of: z.string(),
      entries: z.array(z.object({ field: z.string(), values: z.array(z.array(inline)) })),
    }),
    z.object({ type: z.literal('code'), text: z.string() }),
    z.object({ type: z.literal('rule') }),
    z.object({
      type: z.literal('group'),
      tag: z.string(),
      blocks: z.array(block),
      open: z.literal(true).optional(),
      inShort: z.literal(true).optional(),
      anchor: z.string().optional(),
      language: z.string().optional(),
      direction: z.enum(['ltr', 'rtl', 'auto']).optional(),
    }),
  ]),
);

const section: z.ZodType = z.lazy(() =>
  z.object({
    anchor: z.string(),
    level: z.int().min(1),
    rank: z.int().min(1).max(6),
    heading: z.array(inline),
    blocks: z.array(block),
    sections: z.array(section),
    covers: z.array(z.enum(TOPICS)).optional(),
  }),
);

const status = z.enum(['in-force', 'scheduled', 'superseded', 'withdrawn', 'called-off']);

const change = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'clarified', 'moved']),
  section: z.string().optional(),
  summary: z.string(),
  reason: z.string().optional(),
});

const calledOff = z
  .object({ on: day, by: z.string(), reason: z.string() })
  .optional()
  .meta({ description: 'That it was called off before it applied, and never applies.' });

const formats = z.object({ html: url, text: url, markdown: url, json: url });

const version = z.object({
  version: z.string().meta({ description: 'As in its address: 2024-11-12.' }),
  status,
  title: z.string(),
  language: z.string().meta({ description: 'BCP 47.' }),
  published: day,
  effective: day.meta({ description: 'The first day on which it applied, applies or will apply.' }),
  imported: z
    .object({ from: z.string(), firstSeen: day, date: z.enum(HOW_DATED) })
    .optional()
    .meta({
      description:
        'That it was found in a history: where, when it was first seen, and how its day is known: its text states it as the day it applies from (`stated`) or as that of its last update (`updated`), or it was first seen then (`seen`). When it was published is then not known, and `published` is the same day as `effective`.',
    }),
  approved: z
    .array(
      z.object({
        by: z.string(),
        on: day,
        reference: z.string().optional(),
        text: sha256.optional(),
      }),
    )
    .optional()
    .meta({
      description:
        'Who approved it, by role. `text` is the SHA-256 of its plain text without the lines `published` and `effective`.',
    }),
  appliedUntil: day.optional().meta({ description: 'The last day on which it applied.' }),
  reviewed: day.optional(),
  withdrawn: day.optional(),
  calledOff,
  changeType: z.enum(['initial', 'major', 'minor', 'correction']).optional(),
  changes: z.array(change),
  notified: z.array(z.object({ by: z.string(), on: day })),
  errata: z.array(z.object({ on: day, by: z.string(), reason: z.string(), text: sha256 })),
  predecessor: z.string().optional(),
  url,
  formats,
  comparison: url.optional().meta({ description: 'What changed since the version before.' }),
  fingerprint: sha256,
  files: z.record(z.string(), sha256).optional().meta({
    description: 'SHA-256 of each picture or file of the site that it shows or offers.',
  }),
  seal: sha256.optional().meta({
    description: 'SHA-256 of what is recorded of it, and of what was recorded before it.',
  }),
});

/** `/<notice>/versions.json` */
const noticeVersionsSchema = z
  .object({
    $schema: url,
    notice: z.string().meta({ description: 'As in its address: acme/customers.' }),
    title: z.string(),
    controller: z.string(),
    url,
    translationOf: z
      .string()
      .optional()
      .meta({ description: 'Of a translation, the notice that it is a translation of.' }),
    translations: z
      .array(z.object({ language: z.string(), notice: z.string(), url }))
      .optional()
      .meta({ description: 'The notice in other languages.' }),
    latest: z.string().optional().meta({ description: 'The version in force, if there is one.' }),
    versions: z.array(version).meta({ description: 'In the order of taking effect.' }),
  })
  .meta({ title: 'The versions of a privacy notice' });

/** `/versions.json` */
const siteVersionsSchema = z
  .object({ $schema: url, name: z.string(), url, notices: z.array(noticeVersionsSchema) })
  .meta({ title: 'The privacy notices of a site' });

/** `/<notice>/<version>.json` */
const versionSchema = z
  .object({
    $schema: url,
    notice: z.string(),
    version: z.string(),
    status,
    withdrawn: day.optional(),
    calledOff,
    url,
    fingerprint: sha256,
    facts: z.record(z.string(), z.unknown()),
    document: z.object({ lead: z.array(block), sections: z.array(section) }),
    text: z.string(),
  })
  .meta({ title: 'A version of a privacy notice' });

export type NoticeVersions = z.infer<typeof noticeVersionsSchema>;
export type SiteVersions = z.infer<typeof siteVersionsSchema>;

/** The schemas by the names they are published under: `/schemas/<name>.json`. */
export const publishedSchemas = {
  'notice-versions': noticeVersionsSchema,
  'site-versions': siteVersionsSchema,
  version: versionSchema,
} as const;

export type SchemaName = keyof typeof publishedSchemas;
