/** The picture that a shared link to a comparison shows. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import {
  answerWithCard,
  cardOfComparison,
  hasCards,
} from '../../../../../exports/cards/site-cards.ts';
import { getPairs } from '../../../../../site/comparisons.ts';
import { wordsOf } from '../../../../../site/language.ts';

export const getStaticPaths = (async () =>
  (hasCards ? getPairs() : []).filter(
    ({ props: { after } }) => after.status !== 'draft',
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, before, after } }) =>
  answerWithCard(cardOfComparison(before, after, wordsOf(notice)));
