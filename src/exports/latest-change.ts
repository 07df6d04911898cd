/** What changed last in a notice, by itself: for the banner of a site around it. */
import { markup } from '../document/markup.ts';
import { daysAfter, type IsoDate } from '../notices/dates.ts';
import { speechOn } from '../site/language.ts';
import type { Notice, Version } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { said } from '../views/speech.ts';
import { mainLine, oneLine } from './announce/line.ts';
import { newsOf, type News } from './announce/news.ts';
import { partPage } from './parts.ts';

/** So many days after its day a change is still news. */
const DAYS_OF_NEWS = 30;

/** What changed last, or will change next. */
interface LatestChange {
  news: News;
  /** The last day on which it is news. */
  until: IsoDate;
  /** Whether it is, on the day of the build. */
  isNews: boolean;
}

/**
 * A page with what changes next in a notice, or changed last: in a sentence or two, with a link. Its
 * element is empty once that is no news any more, or where nothing ever changed, so that whoever
 * fetches it shows nothing. As a file cannot know the day on which it is read, it says until when it is news.
 */
export function renderLatestChange(site: Site, notice: Notice): string {
  const latest = latestChangeOf(site, notice);
  const { words } = notice;
  const { facts } = notice.leading;
  const shown = latest?.isNews ? latest.news : undefined;
  const title = shown?.subject ?? `${facts.title}, ${facts.controller.name}`;
  return partPage(site, {
    notice,
    language: words.language,
    title: oneLine(title),
    canonical: shown?.see.address ?? site.locate(notice.path),
    attributes: markup` data-notice="${notice.id}"${
      latest &&
      markup` data-version="${latest.news.version}" data-effective="${latest.news.day}" data-until="${latest.until}"`
    }`,
    content: markup`${shown && sentenceOf(shown)}`,
  });
}

const sentenceOf = (news: News) => {
  const { words, banner, main, see } = news;
  const what = main !== undefined && said(mainLine(main), speechOn(words, news));
  // Whoever takes it into another page takes its language along.
  return markup`<p lang="${words.language}">${oneLine(banner)} ${what && markup`${what} `}<a href="${see.address}">${see.label}</a></p>
`;
};

function latestChangeOf(site: Site, notice: Notice): LatestChange | undefined {
  const version = changedBy(notice);
  const news = version && newsOf(notice, version, site);
  // That there is a notice at all is no change of it.
  if (!news || news.occasion === 'first') return undefined;
  const until = daysAfter(news.day, DAYS_OF_NEWS);
  return { news, until, isNews: site.today <= until };
}

/** What comes next, else what applies; of a notice that ended, its last version. */
const changedBy = ({ scheduled, inForce, leading }: Notice): Version | undefined =>
  scheduled[0] ?? inForce ?? (leading.status === 'withdrawn' ? leading : undefined);
