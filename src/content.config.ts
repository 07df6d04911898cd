import { defineCollection } from 'astro:content';
import { noticesLoader } from './build/loader.ts';
import { frontmatterSchema } from './notices/schema.ts';

export const collections = {
  notices: defineCollection({ loader: noticesLoader(), schema: frontmatterSchema }),
};
