/** All versions of all notices, for machines. */
import type { APIRoute } from 'astro';
import { getNotices } from '../site/notices.ts';
import { locateFrom, siteVersions } from '../exports/published.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json(siteVersions(getNotices(), locateFrom(site)));
