/** All versions of a notice with the day each was published: a TimeMap of RFC 7089, section 5. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { timeMapPath } from '../../site/addresses.ts';
import { timeMap } from '../../exports/hosting.ts';
import { isPublic } from '../../site/notices.ts';

export const getStaticPaths = (async () =>
  site.notices.filter(isPublic).map((notice) => ({
    params: { notice: notice.id },
    props: { notice },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice } }) => {
  const { locate } = site;
  const links = timeMap(
    locate(notice.path),
    locate(timeMapPath(notice)),
    notice.published.map(({ path, facts }) => ({ url: locate(path), published: facts.published })),
  );
  return new Response(links, { headers: { 'content-type': 'application/link-format' } });
};
