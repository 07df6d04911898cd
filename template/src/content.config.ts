import { defineCollection } from 'astro/content/config';
import { noticesLoader } from 'noticeboard/loader';
import { frontmatterSchema } from 'noticeboard/schema';

/** Lets editors complete and check the facts at the head of a notice. The site is built without this file too. */
export const collections = {
  notices: defineCollection({ loader: noticesLoader(), schema: frontmatterSchema }),
};
