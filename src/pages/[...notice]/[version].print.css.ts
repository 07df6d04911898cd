/** What stands at the edges of a version on paper. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { printStyle } from '../../publish/print-style.ts';
import { wordsOf } from '../../site/language.ts';
import { getNoticesWithPages, sequenceOf } from '../../site/notices.ts';
import { fingerprintOf } from '../../site/record.ts';

export const getStaticPaths = (async () =>
  (await getNoticesWithPages()).flatMap((notice) =>
    sequenceOf(notice).map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, version } }) => {
  const words = wordsOf(notice);
  const { facts, label, status } = version;
  const isDraft = status === 'draft';
  const style = printStyle({
    title: facts.title,
    controller: facts.controller.name,
    label: isDraft ? words.statuses.draft : words.site.versionOf(label),
    fingerprint: isDraft ? undefined : fingerprintOf(version),
    of: words.site.pageOf,
  });
  return new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
