/**
 * Which notices there are, for programs that know only the host. No such name is registered with
 * IANA; the whole record is in `versions.json`.
 */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute } from 'astro';
import { versionsPath } from '../../site/addresses.ts';
import { isPublic } from '../../site/notices.ts';

export const GET: APIRoute = () =>
  Response.json({
    versions: site.locate('/versions.json'),
    notices: site.notices.filter(isPublic).map((notice) => ({
      title: notice.leading.facts.title,
      controller: notice.leading.facts.controller.name,
      language: notice.leading.facts.language,
      url: site.locate(notice.path),
      versions: site.locate(versionsPath(notice)),
    })),
  });
