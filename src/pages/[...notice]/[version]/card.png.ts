/** The picture that a shared link to a version shows. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { answerWithCard, cardOfVersion, hasCards } from '../../../exports/cards/site-cards.ts';

export const getStaticPaths = (async () =>
  (hasCards(site) ? site.notices : []).flatMap((notice) =>
    notice.published.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, version } }) =>
  answerWithCard(site, cardOfVersion(site, notice, version), version);
