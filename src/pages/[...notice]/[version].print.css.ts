/** What stands at the edges of a version on paper. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { printStyle } from '../../publish/print-style.ts';
import { getNoticesWithPages, sequenceOf } from '../../site/notices.ts';
import { fingerprintOf } from '../../site/record.ts';
import { pageOf, statusLabels, versionOf } from '../../ui/en.ts';

export const getStaticPaths = (async () =>
  (await getNoticesWithPages()).flatMap((notice) =>
    sequenceOf(notice).map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { version } }) => {
  const { facts, label, status } = version;
  const isDraft = status === 'draft';
  const style = printStyle({
    title: facts.title,
    controller: facts.controller.name,
    label: isDraft ? statusLabels.draft : versionOf(label),
    fingerprint: isDraft ? undefined : fingerprintOf(version),
    of: pageOf,
  });
  return new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
