/** A version as its author wrote it. */
import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { normaliseText } from '../../mdx/source.ts';
import { getNoticesWithPages, type Version } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  (await getNoticesWithPages()).flatMap((notice) =>
    notice.versions.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { version },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ version: Version }> = ({ props: { version } }) =>
  new Response(normaliseText(readFileSync(version.file, 'utf8')), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
