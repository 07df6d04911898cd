/** A version as plain text, of which its fingerprint is the SHA-256; and its text before an erratum. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { sequenceOf } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  site.notices.flatMap((notice) =>
    sequenceOf(notice).flatMap((version) => [
      {
        params: { notice: notice.id, version: version.name },
        props: { text: version.plainText },
      },
      ...version.corrections.map(({ before }, index) => ({
        params: { notice: notice.id, version: `${version.name}.before-erratum-${index + 1}` },
        props: { text: () => before },
      })),
    ]),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: () => string }> = ({ props: { text } }) =>
  new Response(text(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
