/** Sections by themselves, for other pages to show. */
import { headingText } from '../document/model.ts';
import { sectionAt } from '../document/walk.ts';
import { renderSections } from '../document/print.ts';
import { dayMarkup } from '../words/day.ts';
import { linkTo } from '../document/link-to.ts';
import { pageSpeech } from '../views/speech.ts';
import { attribute, markup, trusted, type Markup } from '../document/markup.ts';
import { addressesFor } from './feeds.ts';
import { directionOf, speechOn } from '../site/language.ts';
import type { Notice, Version } from '../site/notices.ts';
import { brandOf, coloursOf } from '../site/brand.ts';
import type { Settings } from '../site/settings.ts';
import type { Site } from '../site/site.ts';
import { describeLag } from '../site/translations.ts';

/** Where the style sheet of all parts is. */
const PART_SHEET = '/part.css';

/** The style sheet of parts: as the notice looks, in a frame of any width and opened by itself. */
export const partStyles = (settings: Settings): string => `@charset "utf-8";
${coloursOf(settings)}
${RULES}`;

const RULES = `:root {
  color-scheme: light dark;
  --soft: light-dark(#565d64, #a3abb2);
  --line: light-dark(#d9dde1, #343a40);
  --wash: light-dark(#f5f7f8, #1c2024);
}
*, ::before { box-sizing: border-box; }
body {
  max-inline-size: 42rem;
  margin: 0 auto;
  padding: 1rem;
  background: var(--paper);
  color: light-dark(#1b1f23, #e4e6e7);
  font: 1.0625rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  overflow-wrap: anywhere;
}
h2, h3, h4, h5, h6 { margin: 1.5rem 0 0.5rem; line-height: 1.25; }
main > section:first-of-type > .heading :is(h2, h3, h4, h5, h6) { margin-block-start: 0; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.1875rem; }
h4, h5, h6 { font-size: 1em; }
p, ul, ol, dl, pre, blockquote, figure, .table { margin: 0 0 1em; }
ul, ol { padding-inline-start: 1.5em; }
li { margin-block: 0.3em; }
li > p { margin-block-end: 0.4em; }
li > :is(ul, ol) { margin-block: 0.3em 0.6em; }
li > :last-child, :is(aside, blockquote, [data-in-short], th, td) > :last-child { margin-block-end: 0; }
dt { font-weight: 600; }
dd { margin-inline-start: 1.5rem; }
a { color: var(--accent); text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
blockquote, aside, [data-in-short] { margin-block: 1rem; padding: 0.6rem 1rem; border-inline-start: 4px solid var(--line); }
[data-in-short] { border-color: var(--accent); background: var(--wash); }
[data-in-short]::before { content: attr(data-label); display: block; color: var(--soft); font-size: 0.875rem; font-weight: 600; }
img { max-inline-size: 100%; block-size: auto; }
.table, pre { overflow-x: auto; }
table, pre { overflow-wrap: break-word; }
table { inline-size: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.5; }
th, td { padding: 0.5rem 0.75rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead :is(th, td) { border-block-end: 2px solid var(--soft); }
:is(th, td):first-child { padding-inline-start: 0; }
.center { text-align: center; }
.right { text-align: end; }
.facts { padding: 0.75rem 1rem; background: var(--wash); }
.facts dt, .behind, .source { color: var(--soft); font-weight: 400; }
.facts dd { margin-inline-start: 0; }
.behind, .source { font-size: 0.875rem; }
.source { margin-block: 1.5rem 0; padding-block-start: 0.75rem; border-block-start: 1px solid var(--line); }
`;

/** A page for other pages to show. */
interface PartPage {
  /** The notice that it is of, for its colours. */
  notice: Notice;
  /** The tag of its language. */
  language: string;
  title: string;
  /** The whole address of the page that says the same in its place. */
  canonical: string;
  /** Attributes of its element, and what is in it. */
  attributes: Markup;
  content: Markup;
}

/** A page around a part. Its links open outside of the frame it may stand in. */
export function partPage(
  site: Pick<Site, 'href' | 'settings'>,
  { notice, language, title, canonical, attributes, content }: PartPage,
): string {
  const { words, path } = notice;
  return markup`<!doctype html>
<html${attribute('lang', language)}${attribute('dir', directionOf(language, words))}${attribute('data-organisation', brandOf(site.settings, path).organisation)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'self'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="canonical" href="${canonical}">
<link rel="stylesheet" href="${site.href(PART_SHEET)}">
<base target="_top">
</head>
<body>
<main class="privacy-notice-part"${attributes}>
${content}</main>
</body>
</html>
`.text;
}

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
  return partPage(site, {
    notice,
    language: facts.language,
    title: `${headingText(section.heading)} – ${facts.title}`,
    canonical: address,
    attributes: markup` data-notice="${notice.id}" data-version="${version.name}" data-fingerprint="${version.fingerprint}"`,
    content: markup`${
      behind &&
      markup`<p class="behind">${behind}</p>
`
    }${trusted(html)}<p class="source"${trusted(attributes)}>${source}</p>
`,
  });
}
