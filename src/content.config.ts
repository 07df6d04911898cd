import { defineCollection } from 'astro/content/config';
import { noticesLoader } from './integration/loader.ts';
import { frontmatterSchema } from './notices/schema.ts';

/** For editors alone, which complete and check frontmatter by it: pages are made of the site. */
export const collections = {
  notices: defineCollection({ loader: noticesLoader(), schema: frontmatterSchema }),
};
