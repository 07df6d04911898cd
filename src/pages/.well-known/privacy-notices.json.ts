/**
 * Which notices there are, for programs that know only the host. No such name is registered with
 * IANA; the whole record is in `versions.json`.
 */
import type { APIRoute } from 'astro';
import { versionsPath } from '../../site/addresses.ts';
import { isPublic, getNotices } from '../../site/notices.ts';
import { locateFrom } from '../../exports/published.ts';

export const GET: APIRoute = async ({ site }) => {
  const locate = locateFrom(site);
  const notices = getNotices().filter(isPublic);
  return Response.json({
    versions: locate('/versions.json'),
    notices: notices.map((notice) => ({
      title: notice.leading.facts.title,
      controller: notice.leading.facts.controller.name,
      language: notice.leading.facts.language,
      url: locate(notice.path),
      versions: locate(versionsPath(notice)),
    })),
  });
};
