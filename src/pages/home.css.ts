/** Rules by which the home page shows the notices of one audience, without a script. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute } from 'astro';
import { audienceRules, audiencesOf } from '../site/home.ts';
import { inLanguageOf } from '../site/translations.ts';

export const GET: APIRoute = async () =>
  new Response(
    `@charset "utf-8";\n${audienceRules(audiencesOf(inLanguageOf(site.words, site.notices)))}\n`,
    {
      headers: { 'content-type': 'text/css; charset=utf-8' },
    },
  );
