/** The picture that a shared link to a notice shows. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { answerWithCard, cardOfNotice, hasCards } from '../../exports/cards/site-cards.ts';
import { isPublic } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  (hasCards(site) ? site.notices : []).filter(isPublic).map((notice) => ({
    params: { notice: notice.id },
    props: { notice },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice } }) =>
  answerWithCard(site, cardOfNotice(site, notice), notice);
