/** Everything may be read. At a base a host does not look here: put the line at its root. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute } from 'astro';

export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n${site.url ? `Sitemap: ${site.locate('/sitemap.xml')}\n` : ''}`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
