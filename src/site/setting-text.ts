/** Text in settings. */
import { z } from 'zod';
import { visible } from '../findings/visible.ts';

/** Text that pages and feeds show: a character that is not seen could turn it round, or end a feed. */
export const text = z
  .string()
  .trim()
  .min(1)
  .refine((written) => visible(written) === written, {
    error: ({ input }) =>
      `has characters that are not seen: "${visible(String(input))}"; delete them`,
  });
