/** What a version tells people as HTML: an email and a banner, without script, style, picture or tracking. */
import { attribute, markup, type Markup } from '../../document/markup.ts';
import { directionOf, speechOn } from '../../site/language.ts';
import { said, speechOf } from '../../views/speech.ts';
import { oneLine, routesOf, type RoutePart } from './line.ts';
import type { News, NewsLink } from './news.ts';
import { bannerLine, groupsOf, subjectOf } from './text.ts';

/** An email as a page of its own: programs that send mail take it as it is. */
export function emailHtml(news: News): string {
  const { words, title, lead, summary, links, contact, controller } = news;
  const { headings } = words.announce;
  const speech = speechOn(words, news);
  const own = (text: string): Markup => said(oneLine(text), speech);
  return markup`<!doctype html>
<html lang="${words.language}"${attribute('dir', directionOf(words.language, words))}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${subjectOf(news)}</title>
</head>
<body>
<h1>${own(title)}</h1>
<p>${oneLine(lead)}</p>
${
  summary !== undefined &&
  markup`<p${speechOf(speech)}>${oneLine(summary)}</p>
`
}${groupsOf(news).map(
    ({ heading, lines, isPart }) => markup`${
      isPart ? markup`<h3${speechOf(speech)}>${oneLine(heading)}</h3>` : markup`<h2>${heading}</h2>`
    }
${
  lines.length > 0 &&
  markup`<ul>
${lines.map(
  (line) => markup`<li${speechOf(speech)}>${oneLine(line)}</li>
`,
)}</ul>
`
}`,
  )}<h2>${headings.read}</h2>
<ul>
${links.map(
  (link) => markup`<li>${linkHtml(link)}</li>
`,
)}</ul>
<h2>${headings.ask}</h2>
<p>${oneLine(controller)}${contact.flatMap((entry) =>
    routesOf(entry).map(
      (parts) => markup`<br>
${words.labelOf(entry.field)}: ${parts.map(partHtml)}`,
    ),
  )}</p>
</body>
</html>
`.text;
}

/** A banner, to be put into a page. */
export function bannerHtml(news: News): string {
  const { words, title, notice, version, see } = news;
  return markup`<aside class="privacy-notice-change" lang="${words.language}" aria-label="${oneLine(title)}" data-notice="${notice}" data-version="${version}">
<p>${bannerLine(news)} ${linkHtml(see)}</p>
</aside>
`.text;
}

const linkHtml = ({ label, address }: NewsLink): Markup =>
  markup`<a href="${address}">${label}</a>`;

const partHtml = ({ words, href }: RoutePart): Markup =>
  href === undefined ? markup`${words}` : markup`<a href="${href}">${words}</a>`;
