/** The picture that a shared link to a version shows. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { answerWithCard, cardOfVersion, hasCards } from '../../../exports/cards/site-cards.ts';
import { wordsOf } from '../../../site/language.ts';
import { getNotices } from '../../../site/notices.ts';

export const getStaticPaths = (async () =>
  (hasCards ? getNotices() : []).flatMap((notice) =>
    notice.versions.map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, version } }) =>
  answerWithCard(cardOfVersion(version, wordsOf(notice)));
