/** A version as data: its facts, and its text as sections and blocks. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { schemaPath } from '../../site/addresses.ts';
import { sequenceOf, type Notice, type Version } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  site.notices.flatMap((notice) =>
    sequenceOf(notice).map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice; version: Version }> = ({ props }) => {
  const { notice, version } = props;
  const { locate } = site;
  const { lead, sections } = version.document();
  return Response.json({
    $schema: locate(schemaPath('version')),
    notice: notice.id,
    version: version.name,
    status: version.status,
    withdrawn: version.withdrawn,
    calledOff: version.calledOff,
    url: locate(version.path),
    fingerprint: version.fingerprint,
    facts: version.facts,
    document: { lead, sections },
    text: version.plainText(),
  });
};
