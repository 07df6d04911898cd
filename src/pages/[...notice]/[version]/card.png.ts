/** The picture that a shared link to a version shows. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { answerWithCard, cardOfVersion, hasCards } from '../../../site/cards.ts';
import { getNoticesWithPages } from '../../../site/notices.ts';

export const getStaticPaths = (async () =>
  (hasCards ? await getNoticesWithPages() : []).flatMap(({ id, versions }) =>
    versions.map((version) => ({
      params: { notice: id, version: version.name },
      props: { version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { version } }) =>
  answerWithCard(cardOfVersion(version));
