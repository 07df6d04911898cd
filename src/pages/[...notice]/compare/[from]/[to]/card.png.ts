/** The picture that a shared link to a comparison shows. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import {
  answerWithCard,
  cardOfComparison,
  hasCards,
} from '../../../../../exports/cards/site-cards.ts';
import { comparisonsOfSite } from '../../../../../site/comparisons.ts';

export const getStaticPaths = (() =>
  (hasCards(site) ? comparisonsOfSite(site) : []).filter(({ props: { compared } }) =>
    [compared.before, compared.after].every(({ status }) => status !== 'draft'),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { compared } }) =>
  answerWithCard(
    site,
    cardOfComparison(site, compared.before, compared.after, compared.notice.words),
    compared.notice,
  );
