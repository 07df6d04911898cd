/** What a version tells people as plain text: an email, a banner, and posts of two lengths. */
import type { Words } from '../../words/index.ts';
import {
  ended,
  lengthOf,
  mainLine,
  oneLine,
  routesOf,
  shortenedTo,
  type RoutePart,
} from './line.ts';
import type { Group } from './facts.ts';
import type { News } from './news.ts';

/** The groups of an email between its lead and its links, without those that are empty. */
export function groupsOf(news: News): Group[] {
  const { words, isComing, notes, general, purposes, instead, todo } = news;
  const { headings } = words.announce;
  const said = instead === undefined ? notes : [instead];
  // Where the publisher wrote nothing, facts are all that is said of what changes.
  const lead = said.length > 0 ? said : general;
  const groups: Group[] = [
    { heading: headings.changes(isComing), lines: lead },
    ...(said.length > 0 ? [{ heading: headings.figures, lines: general }] : []),
    ...purposes.map((group): Group => ({ ...group, isPart: true })),
    { heading: headings.todo, lines: todo },
  ];
  // A heading with nothing of its own stands above its parts.
  return groups.filter(({ lines }, index) => lines.length > 0 || groups[index + 1]?.isPart);
}

/** The most characters of a subject: programs that read mail show fewer. */
const SUBJECT = 200;

export const subjectOf = ({ subject }: Pick<News, 'subject'>): string =>
  shortenedTo(oneLine(subject), SUBJECT);

/** An email: its first line is the subject, and after an empty line the text begins. */
export function emailText(news: News): string {
  const { words, lead, summary, links, contact, controller } = news;
  const { headings } = words.announce;
  const paragraphs = [
    subjectOf(news),
    oneLine(lead),
    ...(summary === undefined ? [] : [oneLine(summary)]),
    ...groupsOf(news).map(listText),
    listText({
      heading: headings.read,
      lines: links.map(({ label, address }) => `${label}: ${address}`),
    }),
    [
      headings.ask,
      oneLine(controller),
      ...contact.flatMap((entry) =>
        routesOf(entry).map(
          (parts) => `${words.labelOf(entry.field)}: ${parts.map(written).join('')}`,
        ),
      ),
    ].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const listText = ({ heading, lines }: Group): string =>
  [oneLine(heading), ...lines.map((line) => `- ${oneLine(line)}`)].join('\n');

/** A web address is written whole, for whoever reads it as text. */
const written = ({ words, href }: RoutePart): string =>
  href !== undefined && /^https?:/i.test(href) ? href : words;

/** A banner in two lines: what happens, and where to read it. */
export const bannerText = (news: News): string =>
  `${bannerLine(news)}\n${news.see.label}: ${news.see.address}\n`;

/** What a banner says, in a sentence or two. */
export const bannerLine = ({ banner, main }: News): string =>
  [oneLine(banner), ...(main === undefined ? [] : [mainLine(main)])].join(' ');

/** The most characters of a short post, and of a longer one. */
export const SHORT_POST = 300;
const LONG_POST = 1500;

/** A short post. Its address is never cut; where that is too long for a post, it goes without. */
export function shortPost(news: News): string {
  const address = news.see.address;
  const subject = ended(oneLine(news.subject));
  const room = SHORT_POST - lengthOf(address) - 1;
  // A few words need some room, or they say nothing.
  if (room < 60) return `${shortenedTo(subject, SHORT_POST)}\n`;
  const first = shortenedTo(subject, room);
  const left = room - lengthOf(first) - 1;
  const main = news.main === undefined ? undefined : ended(oneLine(news.main));
  const lines = [first, ...(main !== undefined && left >= 40 ? [shortenedTo(main, left)] : [])];
  return `${[...lines, address].join('\n')}\n`;
}

/** A longer post: as many changes as there is room for, and how many more there are. */
export function longPost(news: News): string {
  const { words, lead, summary, notes, figures, instead, todo, see } = news;
  const items = [...(instead === undefined ? notes : [instead]), ...figures];
  const head = [oneLine(lead), ...(summary === undefined ? [] : [oneLine(summary)])];
  const tail = [...todo.map(oneLine), `${see.label}: ${see.address}`];
  const counts = items.map((_, index) => items.length - index);
  for (const count of [...counts, 0]) {
    const post = joined(head, listed(items, count, words), tail);
    if (lengthOf(post) <= LONG_POST) return post;
  }
  return shortPost(news);
}

/** The first few of the items, and the number of the others. */
const listed = (items: readonly string[], count: number, words: Words): string[] => [
  ...items.slice(0, count).map((item) => `- ${oneLine(item)}`),
  ...(count > 0 && count < items.length ? [words.site.feeds.more(items.length - count)] : []),
];

const joined = (...groups: readonly string[][]): string =>
  `${groups
    .filter((group) => group.length > 0)
    .map((group) => group.join('\n'))
    .join('\n\n')}\n`;
