/** A version as data: its facts, and its text as sections and blocks. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getNotices, sequenceOf, type Notice, type Version } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  (await getNotices()).flatMap((notice) =>
    sequenceOf(notice).map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice; version: Version }> = ({ props }) => {
  const { notice, version } = props;
  const { lead, sections } = version.document;
  return Response.json({
    notice: notice.id,
    version: version.name,
    facts: version.facts,
    document: { lead, sections },
  });
};
