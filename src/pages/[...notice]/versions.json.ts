/** All versions of a notice, for machines. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { isPublic, getNotices, type Notice } from '../../site/notices.ts';
import { locateFrom, noticeVersions } from '../../exports/published.ts';

export const getStaticPaths = (async () =>
  getNotices()
    .filter(isPublic)
    .map((notice) => ({
      params: { notice: notice.id },
      props: { notice },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice }> = ({ props: { notice }, site }) =>
  Response.json(noticeVersions(notice, locateFrom(site)));
