/** Everything may be read. At a base a host does not look here: put the line at its root. */
import type { APIRoute } from 'astro';
import { locateFrom } from '../exports/published.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n${site ? `Sitemap: ${locateFrom(site)('/sitemap.xml')}\n` : ''}`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
