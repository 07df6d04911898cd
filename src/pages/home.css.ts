/** Rules of the home page for whom it is kept to: made of the audiences that notices name. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute } from 'astro';
import { audienceRules, audiencesOf } from '../site/home.ts';

export const GET: APIRoute = async () =>
  new Response(`@charset "utf-8";\n${audienceRules(audiencesOf(site.notices))}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
