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
  notified: z
    .array(notification)
    .meta({ description: 'How people were notified of this version.' }),
};
