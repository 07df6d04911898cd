/** All versions of a notice, for machines. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { isPublic, type Notice } from '../../site/notices.ts';
import { noticeVersions } from '../../exports/published.ts';

export const getStaticPaths = (async () =>
  site.notices.filter(isPublic).map((notice) => ({
    params: { notice: notice.id },
    props: { notice },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ notice: Notice }> = ({ props: { notice } }) =>
  Response.json(noticeVersions(notice, site.locate));
