/** The sitemap: sitemaps.org 0.9. Without the site's own address there is none. */
import type { APIRoute, GetStaticPaths } from 'astro';
import siteSettings from '../site.config.ts';
import { getFollowedNotices } from '../site/notices.ts';
import { locateFrom } from '../exports/published.ts';
import { sitemapOf } from '../exports/sitemap.ts';
import { markup } from '../document/markup.ts';

export const getStaticPaths = (() =>
  siteSettings.url === undefined
    ? []
    : [{ params: { sitemap: 'sitemap' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  const locate = locateFrom(site);
  const urls = sitemapOf(getFollowedNotices()).map(
    ({ path, changed }) =>
      markup`  <url><loc>${locate(path)}</loc><lastmod>${changed}</lastmod></url>\n`,
  );
  const xml = markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${xml.text}`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
