/** A version that was announced before its day, as a file for calendars. */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { calendarOf, hasCalendar } from '../../exports/calendar.ts';
import { isFollowed } from '../../exports/feeds.ts';

export const getStaticPaths = (async () =>
  (isFollowed(site) ? site.notices : []).flatMap((notice) =>
    notice.published.filter(hasCalendar).map((version) => ({
      params: { notice: notice.id, version: version.name },
      props: { notice, version },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { notice, version } }) =>
  isFollowed(site)
    ? new Response(calendarOf(site, notice, version), {
        headers: { 'content-type': 'text/calendar; charset=utf-8' },
      })
    : new Response(null, { status: 404 });
