/**
 * What changed last in a notice, without the site around it, for the banner of a site: to be fetched and put into
 * another page, or framed. Its name is none that an anchor can have.
 */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { renderLatestChange } from '../../../exports/latest-change.ts';
import { isPublic, type Notice } from '../../../site/notices.ts';

export const getStaticPaths = (async () =>
  site.notices.filter(isPublic).map((notice) => ({
    params: { notice: notice.id },
    props: { notice },
  }))) satisfies GetStaticPaths;

interface Props extends Record<string, unknown> {
  notice: Notice;
}

export const GET: APIRoute<Props> = ({ props: { notice } }) =>
  new Response(renderLatestChange(site, notice), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
