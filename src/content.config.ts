import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { findingsLoader, noticesLoader } from './integration/loader.ts';
import { frontmatterSchema } from './notices/schema.ts';

export const collections = {
  notices: defineCollection({ loader: noticesLoader(), schema: frontmatterSchema }),
  findings: defineCollection({
    loader: findingsLoader(),
    schema: z.object({ text: z.string(), errors: z.number() }),
  }),
};
