/** A version as data: its facts, and its text as sections and blocks. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { schemaPath } from '../../site/addresses.ts';
import { getNotices, sequenceOf, type Notice, type Version } from '../../site/notices.ts';
import { locateFrom } from '../../exports/published.ts';
import { fingerprintOf, textOfVersion } from '../../site/record.ts';

export const getStaticPaths = (async () =>
  getNotices().flatMap((notice) =>
    sequenceOf(notice).map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice; version: Version }> = ({ props, site }) => {
  const { notice, version } = props;
  const locate = locateFrom(site);
  const { lead, sections } = version.document;
  return Response.json({
    $schema: locate(schemaPath('version')),
    notice: notice.id,
    version: version.name,
    status: version.status,
    url: locate(version.path),
    fingerprint: fingerprintOf(version),
    facts: version.facts,
    document: { lead, sections },
    text: textOfVersion(version),
  });
};
