/** All versions of all notices, for machines. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute } from 'astro';
import { siteVersions } from '../exports/published.ts';

export const GET: APIRoute = () => Response.json(siteVersions(site));
