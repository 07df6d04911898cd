/** A version in the words of the Data Privacy Vocabulary, where the settings ask for it. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { describeWithDpv } from '../../exports/dpv.ts';
import { isPast, neighboursOf } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  (site.settings.dpv ? site.notices : []).flatMap((notice) =>
    notice.published.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, version } }) => {
  const { locate } = site;
  const { previous } = neighboursOf(notice, version);
  const described = describeWithDpv({
    facts: version.facts,
    url: locate(version.path),
    notice: locate(notice.path),
    previous: previous && locate(previous.path),
    span: version.span,
    isLatest: version === notice.inForce,
    isPast: isPast(version),
    fingerprint: version.fingerprint,
  });
  return Response.json(described, { headers: { 'content-type': 'application/ld+json' } });
};
