/** A version as its author wrote it. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Version } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  site.notices.flatMap((notice) =>
    notice.published.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { version },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ version: Version }> = ({ props: { version } }) =>
  new Response(version.source(), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
