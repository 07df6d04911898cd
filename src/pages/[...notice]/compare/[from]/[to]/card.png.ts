/** The picture that a shared link to a comparison shows. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import {
  answerWithCard,
  cardOfComparison,
  hasCards,
} from '../../../../../exports/cards/site-cards.ts';
import { pairsOfSite } from '../../../../../site/comparisons.ts';

export const getStaticPaths = (async () =>
  (hasCards(site) ? pairsOfSite(site) : []).filter(
    ({ props: { after } }) => after.status !== 'draft',
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, before, after } }) =>
  answerWithCard(site, cardOfComparison(site, before, after, notice.words));
