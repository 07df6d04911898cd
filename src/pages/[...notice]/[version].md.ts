/** A version as its author wrote it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { sourceOf } from '../../site/load-source.ts';
import { getNoticesWithPages, type Version } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  (await getNoticesWithPages()).flatMap((notice) =>
    notice.versions.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { version },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ version: Version }> = ({ props: { version } }) =>
  new Response(sourceOf(version), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
