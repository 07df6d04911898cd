/** Sections by themselves, for other pages to show. */
import { headingText } from '../document/model.ts';
import { sectionAt } from '../document/walk.ts';
import { renderSections } from '../document/print.ts';
import { dayMarkup } from '../words/day.ts';
import { linkTo } from '../document/link-to.ts';
import { pageSpeech } from '../views/speech.ts';
import { attribute, markup, trusted } from '../document/markup.ts';
import { addressesFor } from './feeds.ts';
import { directionOf, speechOn } from '../site/language.ts';
import type { Notice, Version } from '../site/notices.ts';
import type { Site } from '../site/site.ts';
import { describeLag } from '../site/translations.ts';

/** Where the style sheet of all parts is. */
const PART_SHEET = '/part.css';

/** The style sheet of parts: how they look is left to browsers, but none is wider than its frame. */
export const PART_STYLES = `@charset "utf-8";
body { overflow-wrap: anywhere; }
table, pre { overflow-wrap: break-word; }
.table, pre { overflow-x: auto; }
img { max-inline-size: 100%; block-size: auto; }
`;

/**
 * A page with one section, and the sections in it. Its links are whole addresses, and open outside
 * of the frame it may stand in.
 */
export function renderPart(site: Site, notice: Notice, version: Version, anchor: string): string {
  const { locate } = site;
  const { facts } = version;
  const words = notice.words;
  const section = sectionAt(version.document(), anchor);
  if (!section) throw new Error(`${version.path} has no section ${anchor}`);
  const attributes = pageSpeech(speechOn(words, facts), words);
  const html = renderSections([section], {
    addressOf: addressesFor(version, locate),
    labelOf: words.labelOf,
    labelSpeech: attributes,
  });
  const address = `${locate(notice.path)}#${encodeURIComponent(anchor)}`;
  const source = words.notice.sourceOfPart(
    facts.title,
    facts.controller.name,
    dayMarkup(words, facts.effective),
    linkTo(address),
  );
  const behind = describeLag(notice, locate);
  return markup`<!doctype html>
<html${attribute('lang', facts.language)}${attribute('dir', directionOf(facts.language, words))}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'self'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${headingText(section.heading)} – ${facts.title}</title>
<link rel="canonical" href="${address}">
<link rel="stylesheet" href="${site.href(PART_SHEET)}">
<base target="_top">
</head>
<body>
<main class="privacy-notice-part" data-notice="${notice.id}" data-version="${version.name}" data-fingerprint="${version.fingerprint}">
${
  behind &&
  markup`<p class="behind">${behind}</p>
`
}${trusted(html)}<p class="source"${trusted(attributes)}>${source}</p>
</main>
</body>
</html>
`.text;
}
