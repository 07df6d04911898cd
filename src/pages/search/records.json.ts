/** The texts of the site, handed over to be indexed. The build takes this file away again. */
import type { APIRoute } from 'astro';
import { getNotices } from '../../site/notices.ts';
import { searchDataOf } from '../../site/search.ts';

export const GET: APIRoute = async () => Response.json(searchDataOf(getNotices()));
