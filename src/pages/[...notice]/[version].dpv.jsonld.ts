/** A version in the words of the Data Privacy Vocabulary, where the settings ask for it. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { describeWithDpv } from '../../exports/dpv.ts';
import siteSettings from '../../site.config.ts';
import { getNotices, isPast, neighboursOf } from '../../site/notices.ts';
import { locateFrom } from '../../exports/published.ts';
import { fingerprintOf } from '../../site/record.ts';

export const getStaticPaths = (async () =>
  (siteSettings.dpv ? getNotices() : []).flatMap((notice) =>
    notice.versions.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, version }, site }) => {
  const locate = locateFrom(site);
  const { previous } = neighboursOf(notice, version);
  const described = describeWithDpv({
    facts: version.facts,
    url: locate(version.path),
    notice: locate(notice.path),
    previous: previous && locate(previous.path),
    span: version.span,
    isLatest: version === notice.inForce,
    isPast: isPast(version),
    fingerprint: fingerprintOf(version),
  });
  return Response.json(described, { headers: { 'content-type': 'application/ld+json' } });
};
