/**
 * Small notices with one odd thing each, built together: each test looks at those that it is about.
 * No test changes them, and none may need that another notice is not there.
 */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, writeFiles } from './build.ts';
import { FRONTMATTER, onDay, version } from './notices.ts';

const EVERYTHING = `${FRONTMATTER}
  tradingNames: [Example Shop, Example Club]
  companyNumber: "99999991"
  registeredIn: scotland
  registeredOffice: { lines: [1 Example Wharf], town: Reigate, postcode: RH2 9ZZ }
  icoRegistration: ZA000000
  charityNumber: "1000000"
dpo: { role: Data Protection Officer, email: dpo@example.example, phone: "01632 960001" }
complaints: { form: https://example.example/complain }
language: ga`;

/** Notices within notices, what an author's component prints, and every fact that there is. */
const NESTED = {
  'acme/2025-01-01.mdx': version('## About {#about}\n\nThe parent.'),
  'acme/shop/2025-01-01.mdx': version('## About {#about}\n\nThe morning text.'),
  'acme/shop/2025-01-01-2.mdx': version('## About {#about}\n\nThe afternoon text.'),
  'acme/shop/deep/2025-01-01.mdx': version(`Note:{' '}{"Mind the <step>."}

## Über uns – wer, wo & “wie”?

Words with a note.[^1] See [there](#twice-1), [the shop](/acme/shop/#about) or [all](/).

## Twice

First.

## Twice

Second, with 1 < 2 & "quotes" and \\{braces}.

[^1]: The words of the note.
`),
  'facts/2025-01-01.mdx': version(
    '## Who {#who}\n\n<Controller />\n\n## Reach us {#reach}\n\n<Contact />\n\n## DPO {#dpo}\n\n<Dpo />\n\n## Complain {#complain}\n\n<Complaints />',
    EVERYTHING,
  ),
};

/** What links may lead to, or not yet, or not any more. */
const TARGETS = {
  'club/2025-01-01.mdx': version('## Kept {#kept}\n\nText.\n\n## Dropped {#dropped}\n\nText.'),
  'club/2026-01-01.mdx': version('## Kept {#kept}\n\nText.', onDay('2026-01-01')),
  'club/2027-06-01.mdx': version('## Kept {#kept}\n\nText.', onDay('2027-06-01')),
  'later/2027-06-01.mdx': version('## Kept {#kept}\n\nText.', onDay('2027-06-01')),
  'past/2025-01-01.mdx': version(
    '## Kept {#kept}\n\nText.',
    `${FRONTMATTER}\nwithdrawn: "2026-01-01"`,
  ),
};

/** Links to those, each in a notice of its own, and whether the checks let it pass. */
export const LINKS = [
  { what: 'a version that is not published yet', id: 'a', url: '/club/2027-06-01/', passes: false },
  { what: 'a notice that is not published yet', id: 'b', url: '/later/', passes: false },
  { what: 'the history of such a notice', id: 'c', url: '/later/history/', passes: false },
  {
    what: 'a section that the version in force no longer has',
    id: 'd',
    url: '/club/#dropped',
    passes: true,
  },
  { what: 'a section of a notice that was withdrawn', id: 'e', url: '/past/#kept', passes: true },
] as const;

/** The notices with some of those links. */
export const linking = (links: readonly (typeof LINKS)[number][]): Record<string, string> => ({
  ...TARGETS,
  ...Object.fromEntries(
    links.map(({ id, url }) => [
      `linking/${id}/2025-01-01.mdx`,
      version(`## About {#about}\n\nSee [there](${url}).`),
    ]),
  ),
});

const saying = (words: string, effective: string, published = effective): string =>
  version(
    `## About ${words} {#about}\n\nThese are the words of the ${words}.`,
    onDay(effective, published).replace('Shop', words),
  );

/** Versions that are published later, and drafts: each has a word of its own. */
const UNPUBLISHED = {
  'birds/2025-01-01.mdx': saying('first', '2025-01-01'),
  'birds/2026-01-01.mdx': saying('second', '2026-01-01'),
  'birds/2027-06-01.mdx': saying('nightingale', '2027-06-01', '2027-05-01'),
  'birds/draft.mdx': saying('kingfisher', '2028-01-01'),
  'autumn/2027-06-01.mdx': saying('goldfinch', '2027-06-01', '2027-05-01'),
  'new/draft.mdx': saying('cormorant', '2028-01-01'),
};

/** A version that applies from the day of the build, and one from the day after. */
const DAYS = {
  'days/2025-01-01.mdx': version('## About {#about}\n\nThe first text.'),
  'days/2026-11-22.mdx': version('## About\n\nThe second.', onDay('2026-11-22', '2026-11-01')),
  'days/2026-11-23.mdx': version('## About\n\nThe third.', onDay('2026-11-23', '2026-11-15')),
};

/** A section that goes on under another anchor, and one that goes. */
const MOVED = {
  'moved/2025-01-01.mdx': version(
    '## How long we keep it {#keep}\n\nWe keep your orders for six years after the last of them.\n\n## Fax {#fax}\n\nYou can send us a fax at any hour of the day.',
  ),
  'moved/2025-06-01.mdx': version(
    '## Retention of orders {#retention}\n\nWe keep your orders for six years after the last of them.',
    onDay('2025-06-01'),
  ),
};

const SAVED = version(`## About {#about}

One line\\
and another, in one paragraph
of three.

| What | Why |
| --- | --- |
| Name | To answer |

- an item
  of two lines

\`\`\`
code
of two lines
\`\`\`
`);

/** One text as two systems save it. */
const AS_SAVED = {
  'saved/here/2025-01-01.mdx': SAVED,
  'saved/there/2025-01-01.mdx': `\uFEFF${SAVED.replaceAll('\n', '\r\n')}`,
};

const LATER = onDay('2025-06-01');

/** A notice with a change of every kind that stands apart, and one whose notes are amiss. */
const LAMPS = {
  'lamps/2025-01-01.mdx': version(`## Who we are {#who}

We are Example Limited of Reigate, a company that sells lamps by post.

## Sharing {#sharing}

Our [couriers](https://courier.example/) see your address, and no one else does. We ask them to forget it.

## Keeping {#keeping}

We keep what you ordered for seven years after the day of your last order.`),
  'lamps/2025-06-01.mdx': version(
    `## Who we are {#who}

We are Example Limited of Reigate; a company that sells lamps by post.

## Sharing {#sharing}

Our [couriers](https://parcels.example/) see your address, and no one else does. We ask them to forget it.

## Keeping {#keeping}

We keep what you ordered for six years after the day of your last order.`,
    LATER.replace(
      'controller:',
      `changeType: minor
changes:
  - kind: changed
    section: who
    summary: We say better who we are.
  - kind: clarified
    section: unchanged
    summary: Nothing at all.
controller:`,
    ).replace('section: unchanged', 'section: sharing'),
  ),
  'lamps/2025-09-01.mdx': version(
    `## Who we are {#who}

We are Example Limited of Reigate; a company that sells lamps by post.

## Sharing {#sharing}

Our [couriers](https://parcels.example/) see your address, and no one else does. We ask them to forget it.

## Keeping {#keeping}

We keep what you ordered for six years after the day of your last order, and no longer than that.`,
    onDay('2025-09-01').replace(
      'controller:',
      `changeType: minor
changes:
  - kind: changed
    section: who
    summary: We say better who we are.
controller:`,
    ),
  ),
  'lamps/2025-10-01.mdx': version(
    `## Who we are {#who}

We are Example Limited of Reigate; a company that sells lamps by post.

## Sharing {#sharing}

Our [couriers](https://parcels.example/) see your address, and no one else does. We ask them to forget it.

## Keeping {#keeping}

We keep what you ordered for six years after the day of your last order, and no longer than that.`,
    onDay('2025-10-01'),
  ),
  'lamps/draft.mdx': version(
    `## Who we are {#who}

We are Example Limited of Dorking; a company that sells lamps by post.`,
    onDay('2027-10-01'),
  ),
};

const LONG_WORD = 'Rechtsschutzversicherungsgesellschaften';
const LONG_ADDRESS =
  'https://example.example/formulare/datenschutz/antrag-auf-auskunft-nach-artikel-15-dsgvo.pdf?sprache=de';
const inGerman = (facts: string): string =>
  facts
    .replace('Shop privacy notice', `Hinweise der ${LONG_WORD}`)
    .replace('Example Limited', `${LONG_WORD} Limited`)
    .replace('privacy@', `${LONG_WORD}@`) + '\nlanguage: de';

/** Words and addresses wider than a phone, wherever an author can write them. */
const LONG_WORDS = {
  'long/2025-01-01.mdx': version(
    `## Auskunft der ${LONG_WORD} {#auskunft}

Anträge der ${LONG_WORD} nehmen wir unter ${LONG_ADDRESS} entgegen.

- [${LONG_ADDRESS}](${LONG_ADDRESS})

> ${LONG_ADDRESS}

### ${LONG_WORD}- und ${LONG_WORD.toLowerCase()} {#und}

\`${LONG_ADDRESS}\`

| ${LONG_WORD} | Frist | ${LONG_WORD} |
| --- | --- | --- |
| ${LONG_WORD} | drei ${LONG_WORD} | ${LONG_ADDRESS} |

<Controller />`,
    inGerman(FRONTMATTER),
  ),
  'long/2026-01-01.mdx': version(
    `## Auskunft {#auskunft}

Anträge nehmen wir unter ${LONG_ADDRESS} entgegen, kostenlos für ${LONG_WORD}.`,
    inGerman(onDay('2026-01-01')),
  ),
};

const inJapanese = `${FRONTMATTER.replace('Shop privacy notice', '店舗のお知らせ')}\nlanguage: ja`;

/** A language without spaces between words, and words that are spelled in two ways. */
const SPELLINGS = {
  'spelling/2025-01-01.mdx': version(
    `## 安全管理 {#security}

当店は配達先の電話番号を鍵のかかる
棚に保管し、二年後に裁断します。

## Straße {#street}

Die Hausnummer und die Straße; كل والسجلات هنا.`,
    inJapanese,
  ),
};

/**
 * Writes the notices into a folder.
 *
 * @param others files beside them, by their path
 * @returns the folder
 */
export function writeCorners(
  folder: string,
  others: Readonly<Record<string, string>> = {},
): string {
  mkdirSync(path.dirname(folder), { recursive: true });
  writeFiles(folder, {
    ...NESTED,
    ...linking(LINKS.filter(({ passes }) => passes)),
    ...UNPUBLISHED,
    ...DAYS,
    ...MOVED,
    ...AS_SAVED,
    ...LAMPS,
    ...LONG_WORDS,
    ...SPELLINGS,
    ...others,
  });
  return folder;
}

/** Writes the notices in several languages, and the few that have drafts. Returns the folder. */
export function writeLanguages(folder: string): string {
  cpSync(LANGUAGES, folder, { recursive: true });
  writeFiles(folder, { ...UNPUBLISHED, ...LAMPS });
  return folder;
}
