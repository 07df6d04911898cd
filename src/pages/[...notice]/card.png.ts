/** The picture that a shared link to a notice shows. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { answerWithCard, cardOfNotice, hasCards } from '../../exports/cards/site-cards.ts';
import { getNotices, isPublic } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  (hasCards ? getNotices() : []).filter(isPublic).map((notice) => ({
    params: { notice: notice.id },
    props: { notice },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice } }) => answerWithCard(cardOfNotice(notice));
