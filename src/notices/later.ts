/** The facts that can be added to a version after it was published, as the lock keeps them too. */
import { z } from 'zod';
import type { IsoDate } from './dates.ts';

/** A day, as authors write it. */
export const date = (description: string) =>
  z.iso
    .date()
    .transform((value) => value as IsoDate)
    .meta({ description: `${description} A quoted ISO date: "2024-11-12".` });

const notification = z.strictObject({
  by: z.enum([
    'email',
    'post',
    'sms',
    'in-app',
    'website',
    'in-person',
    'press',
    'banner',
    'other',
  ]),
  on: date('The day people were notified.'),
});

const text = (description: string) => z.string().trim().min(1).meta({ description });

const waiver = z.strictObject({
  rule: text('The code of the finding: eea-frame.'),
  section: text('The anchor of the section in which it is left.').optional(),
  words: text('The words that are left. When they change, the waiver ends.').optional(),
  reason: z
    .string()
    .trim()
    .refine((reason) => reason.length >= 15, {
      error: 'is too short to be a reason: it has fewer than 15 characters',
      params: {
        hint: 'say in a sentence why it is left: reason: Quotes the terms of our supplier.',
      },
    })
    .meta({ description: 'Why it is left, in a sentence.', minLength: 15 }),
  by: text('The role of the person who decided it.'),
  on: date('The day it was decided.'),
  until: date('The last day on which it is left.').optional(),
});

/** The schema of each. */
export const laterFacts = {
  reviewed: date('The day it was last looked at and left as it is.').optional(),
  reviewDue: date('The day by which it will be looked at again.').optional(),
  withdrawn: date('The day the notice stopped applying, with nothing in its place.').optional(),
  calledOff: z
    .strictObject({
      on: date('The day it was called off, before it applied.'),
      by: z
        .string()
        .trim()
        .min(1)
        .meta({ description: 'The role of the person who called it off.' }),
      reason: z.string().trim().min(1).meta({ description: 'Why; shown on the page.' }),
    })
    .optional()
    .meta({ description: 'That a scheduled version will never apply; `call-off` writes it.' }),
  waived: z
    .array(waiver)
    .optional()
    .meta({ description: 'Findings of `check` that were looked at and left, with reasons.' }),
  notified: z
    .array(notification)
    .meta({ description: 'How people were notified of this version.' }),
};
