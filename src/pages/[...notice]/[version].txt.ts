/** A version as plain text, of which its fingerprint is the SHA-256; and its text before an erratum. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getNotices, sequenceOf } from '../../site/notices.ts';
import { correctionsOf, textOfVersion } from '../../site/record.ts';

export const getStaticPaths = (async () =>
  getNotices().flatMap((notice) =>
    sequenceOf(notice).flatMap((version) => [
      {
        params: { notice: notice.id, version: version.name },
        props: { text: textOfVersion(version) },
      },
      ...correctionsOf(version).map(({ before }, index) => ({
        params: { notice: notice.id, version: `${version.name}.before-erratum-${index + 1}` },
        props: { text: before },
      })),
    ]),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
