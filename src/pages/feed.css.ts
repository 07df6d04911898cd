/** How feeds look in a browser. */
import type { APIRoute } from 'astro';
import { site } from 'virtual:noticeboard/site';
import { feedStyles } from '../exports/feed-sheet.ts';

export const GET: APIRoute = () =>
  new Response(feedStyles(site), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
