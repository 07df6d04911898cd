/**
 * One section as the notice's own address shows it, without the site around it, for a form that asks why: to be framed, or
 * fetched and put into another page. It has no style of its own, and says which version it is of.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { sectionsOf } from '../../../document/model.ts';
import { getNotices, type Notice, type Version } from '../../../site/notices.ts';
import { renderPart } from '../../../exports/parts.ts';
import { locateFrom } from '../../../exports/published.ts';

export const getStaticPaths = (async () =>
  getNotices().flatMap((notice) => {
    const { shown } = notice;
    if (!shown) return [];
    return [...sectionsOf(shown.document)].map(({ anchor }) => ({
      params: { notice: notice.id, anchor },
      props: { notice, version: shown, anchor },
    }));
  })) satisfies GetStaticPaths;

interface Props extends Record<string, unknown> {
  notice: Notice;
  version: Version;
  anchor: string;
}

export const GET: APIRoute<Props> = ({ props: { notice, version, anchor }, site }) =>
  new Response(renderPart(notice, version, anchor, locateFrom(site)), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
