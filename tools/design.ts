/**
 * Writes docs/design.md: the tokens, as they stand in the style sheet, and every kind of page as it
 * looks on a phone and a desk, in light and dark.
 *
 *   npm run build && npm run design
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../src/exports/pdf/browser.ts';
import { fulfilFrom } from '../src/exports/pdf/site-files.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SITE = path.join(ROOT, 'dist');
const PICTURES = path.join(ROOT, 'docs', 'design');
const ORIGIN = 'https://notices.example';

interface Kind {
  name: string;
  address: string;
  about: string;
  /** Where the page is scrolled to. */
  at?: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'Home',
    address: '/',
    about: 'Every notice by its organisation; whom it is for, what is coming, what changed lately.',
  },
  {
    name: 'Notice',
    address: '/copperwake/website/',
    about: 'What it is, since when, and what people ask; then its contents, its facts, its text.',
  },
  {
    name: 'Section',
    address: '/copperwake/website/',
    at: '#retention',
    about: 'In short, then in full. On a phone a row of a table is a card.',
  },
  {
    name: 'First layer',
    address: '/copperwake/website/in-short/',
    about: 'Each section in a sentence or two, with the way to the whole.',
  },
  {
    name: 'Translation',
    address: '/copperwake/website/cy/',
    about: 'A text in another language, with a page that speaks it; the two lead to each other.',
  },
  {
    name: 'Past version',
    address: '/harbourlight/customers/2020-11-16/',
    about: 'What it was, and that it is no more: the banner stays in sight.',
  },
  {
    name: 'History',
    address: '/parleyvane/users/history/',
    about: 'The life of a notice on a line; each version with what it changed and why.',
  },
  {
    name: 'Section through time',
    address: '/harbourlight/customers/sections/retention/',
    about: 'Every text a section had, with what changed between them.',
  },
  {
    name: 'Comparison',
    address: '/harbourlight/customers/compare/2023-03-06/2026-06-19/',
    at: '[id="~text"]',
    about: 'What was added and removed, legible without colour.',
  },
  {
    name: 'Side by side',
    address: '/harbourlight/customers/compare/2023-03-06/2026-06-19/side-by-side/',
    at: '[id="~text"]',
    about: 'The same, each version in a column of its own.',
  },
  {
    name: 'Nothing here',
    address: '/404.html',
    about: 'An address where nothing stands asks what was looked for.',
  },
];

const LOOKS = [
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 1280, height: 844, colorScheme: 'light' },
  { width: 1280, height: 844, colorScheme: 'dark' },
] as const;
/** How large they are in the picture, and the space between. */
const SCALE = 0.5;
const GAP = 16;

const slugOf = ({ name }: Kind): string => name.toLowerCase().replaceAll(' ', '-');

if (!existsSync(path.join(SITE, 'index.html'))) {
  process.stderr.write('there is no built site in dist: run npm run build first\n');
  process.exit(1);
}
mkdirSync(PICTURES, { recursive: true });
const browser = await launchBrowser();
try {
  for (const kind of KINDS) await writePicture(browser, kind);
} finally {
  await browser.close();
}
writeFileSync(path.join(ROOT, 'docs', 'design.md'), page());
process.stdout.write(`${KINDS.length} pictures in docs/design, and docs/design.md.\n`);

/** All looks of a page, beside each other. */
async function writePicture(browser: Browser, kind: Kind): Promise<void> {
  const shots = [];
  for (const { width, height, colorScheme } of LOOKS) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.route('**/*', fulfilFrom(SITE, '/'));
    await page.goto(ORIGIN + kind.address);
    // The logo comes after the words.
    await page.waitForFunction(() => [...document.images].every((each) => each.complete));
    if (kind.at !== undefined) await page.locator(kind.at).first().evaluate(toTheTop);
    const shot = sharp(await page.screenshot()).resize(Math.round(width * SCALE));
    shots.push(await shot.toBuffer({ resolveWithObject: true }));
    await context.close();
  }
  let left = GAP;
  const placed = shots.map(({ data, info }) => {
    const place = { input: data, left, top: GAP };
    left += info.width + GAP;
    return place;
  });
  const height = Math.max(...shots.map(({ info }) => info.height)) + 2 * GAP;
  await sharp({ create: { width: left, height, channels: 3, background: '#8a9097' } })
    .composite(placed)
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(path.join(PICTURES, `${slugOf(kind)}.png`));
}

function toTheTop(element: Element): void {
  element.scrollIntoView({ block: 'start' });
}

function page(): string {
  const sheet = readFileSync(path.join(ROOT, 'src', 'styles', 'tokens.css'), 'utf8');
  const tokens = [...sheet.matchAll(/^ {2}--([\w-]+):\s*([^;]+);/gm)].map(
    ([, name = '', value = '']) => `| \`--${name}\` | \`${value.replace(/\s+/g, ' ').trim()}\` |`,
  );
  const kinds = KINDS.map(
    (kind) =>
      `### ${kind.name}\n\n${kind.about}\n\n![${kind.name}, on a phone and a desk, in light and dark](design/${slugOf(kind)}.png)`,
  );
  return `# Design

Calm, so that the words are what is seen: one column of 60 to 75 characters, one accent, the reader's own
font and colour scheme. Nothing moves. Everything works without JavaScript but the search, the comparison
of any two versions, the question what applied on a day, and two keys. \`npm run build && npm run design\` writes this page anew.

## Tokens

In \`src/styles/tokens.css\`; \`--accent\` and \`--paper\` come from the settings. \`light-dark()\`
has the value of each colour scheme.

| token | value |
| ----- | ----- |
${tokens.join('\n')}

## Rules

- A colour never says anything alone: added words are underlined, removed ones struck through, a status
  is a word. Text has a contrast of at least 4.5:1, in both schemes.
- Whatever can be pressed is at least 24 pixels square or stands apart, and shows where the focus is.
- On paper the page has its margins for its name, version, address, fingerprint and number, and links print their
  addresses.
- The words of a notice are its author's. Labels are the page's: they stand in \`src/words\`, and in no
  document, so that no theme changes what a notice says.

## Pages

${kinds.join('\n\n')}
`;
}
