/** Rules of the home page for whom it is kept to: made of the audiences that notices name. */
import type { APIRoute } from 'astro';
import { audienceRules, audiencesOf } from '../site/home.ts';
import { getNotices } from '../site/notices.ts';

export const GET: APIRoute = async () =>
  new Response(`@charset "utf-8";\n${audienceRules(audiencesOf(getNotices()))}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
