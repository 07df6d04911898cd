/**
 * One section as the notice's own address shows it, without the site around it, for a form that asks why: to be framed, or
 * fetched and put into another page. It looks as browsers show any text, and says which version it is of.
 */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { sectionsOf } from '../../../document/model.ts';
import { type Notice, type Version } from '../../../site/notices.ts';
import { renderPart } from '../../../exports/parts.ts';

export const getStaticPaths = (async () =>
  site.notices.flatMap((notice) => {
    const { shown } = notice;
    if (!shown) return [];
    return [...sectionsOf(shown.document())].map(({ anchor }) => ({
      params: { notice: notice.id, anchor },
      props: { notice, version: shown, anchor },
    }));
  })) satisfies GetStaticPaths;

interface Props extends Record<string, unknown> {
  notice: Notice;
  version: Version;
  anchor: string;
}

export const GET: APIRoute<Props> = ({ props: { notice, version, anchor } }) =>
  new Response(renderPart(site, notice, version, anchor), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
