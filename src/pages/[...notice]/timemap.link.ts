/** All versions of a notice with the day each was published: a TimeMap of RFC 7089, section 5. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { timeMapPath } from '../../site/addresses.ts';
import { timeMap } from '../../exports/hosting.ts';
import { getNotices, isPublic } from '../../site/notices.ts';
import { locateFrom } from '../../exports/published.ts';

export const getStaticPaths = (async () =>
  getNotices()
    .filter(isPublic)
    .map((notice) => ({
      params: { notice: notice.id },
      props: { notice },
    }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice }, site }) => {
  const locate = locateFrom(site);
  const links = timeMap(
    locate(notice.path),
    locate(timeMapPath(notice)),
    notice.versions.map(({ path, facts }) => ({ url: locate(path), published: facts.published })),
  );
  return new Response(links, { headers: { 'content-type': 'application/link-format' } });
};
