/** How a feed looks in a browser, which would show it as bare XML. */
import { coloursOf } from '../site/brand.ts';
import type { Site } from '../site/site.ts';

/** Where the style sheet of all feeds is. */
export const FEED_SHEET = '/feed.css';

/** The style sheet of feeds: what a feed is, and the titles of its entries with their addresses. */
export const feedStyles = ({ settings, words }: Pick<Site, 'settings' | 'words'>): string =>
  `@charset "utf-8";
${coloursOf(settings)}
feed::before{content:${JSON.stringify(words.site.feeds.opened)}}
${RULES}`;

const RULES = `:root {
  color-scheme: light dark;
  --soft: light-dark(#565d64, #a3abb2);
  --line: light-dark(#d9dde1, #343a40);
  --wash: light-dark(#f5f7f8, #1c2024);
}

feed,
entry {
  display: flex;
  flex-direction: column;
}

feed {
  max-inline-size: 42rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 3rem;
  background: var(--paper);
  color: light-dark(#1c1f22, #e8eaec);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}

feed::before {
  display: block;
  margin-block-end: 1.5rem;
  padding: 0.75rem 1rem;
  border-inline-start: 4px solid var(--accent);
  background: var(--wash);
}

feed > :not(entry),
entry > * {
  display: none;
}

feed > title,
feed > subtitle,
entry > :is(title, summary),
entry > link[rel='alternate'],
feed > link[rel='alternate'][type='text/html'] {
  display: block;
}

/* A feed is written with its links first. */
link {
  order: 1;
}

title {
  order: -1;
}

entry {
  order: 2;
}

feed::before {
  order: -2;
}

feed > title {
  font-size: 1.5em;
  font-weight: 650;
  line-height: 1.25;
}

link::after {
  content: attr(href);
  color: var(--soft);
  font-size: 0.875em;
}

entry {
  margin-block-start: 1.25rem;
  padding-block-start: 1.25rem;
  border-block-start: 1px solid var(--line);
}

entry > title {
  font-weight: 600;
}

/* XML cannot say that it fits a phone, which draws it as for a window of 980 pixels. */
@media (max-device-width: 40rem) {
  feed {
    max-inline-size: none;
    font-size: 2.5rem;
  }
}
`;
