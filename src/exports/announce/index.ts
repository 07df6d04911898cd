/** The files with which a publisher tells people of a version. */
import { bannerHtml, emailHtml } from './html.ts';
import type { News } from './news.ts';
import { bannerText, emailText, longPost, shortPost } from './text.ts';

/** The files by their names. */
export const announcementFiles = (news: News): ReadonlyMap<string, string> =>
  new Map([
    ['email.txt', emailText(news)],
    ['email.html', emailHtml(news)],
    ['banner.txt', bannerText(news)],
    ['banner.html', bannerHtml(news)],
    ['post.txt', shortPost(news)],
    ['post-long.txt', longPost(news)],
  ]);
