/** How sections by themselves look. */
import type { APIRoute } from 'astro';
import { site } from 'virtual:noticeboard/site';
import { partStyles } from '../exports/parts.ts';

export const GET: APIRoute = () =>
  new Response(partStyles(site.settings), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
