/** The sitemap: sitemaps.org 0.9. Without the site's own address there is none. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { markup } from '../document/markup.ts';
import { sitemapOf } from '../exports/sitemap.ts';

export const getStaticPaths = (() =>
  site.url ? [{ params: { sitemap: 'sitemap' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () => {
  const urls = sitemapOf(site).map(
    ({ path, changed }) =>
      markup`  <url><loc>${site.locate(path)}</loc><lastmod>${changed}</lastmod></url>\n`,
  );
  const xml = markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${xml.text}`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
