/** Words of the frame around every page, of home, of the page for lost addresses, of feeds and cards. */
export const site = {
  /** Whom a notice is for, as words in a sentence: authors may write it with hyphens. */
  audience: (name: string): string => name.replaceAll('-', ' '),
  coming: 'Coming',
  lately: 'Changed lately',

  /** What a page of a notice is about, where its author wrote no summary. */
  describeNotice: (title: string, controller: string): string =>
    `${title} of ${controller}: what it does with personal data, with every version and what changed.`,

  /** What a card says in place of a title that it cannot be set in. */
  plainTitle: 'Privacy notice',
  versionOf: (label: string): string => `Version of ${label}`,
  /** Between the number of a printed page and how many there are. */
  pageOf: 'of',
  whatChanged: (title: string): string => `What changed: ${title}`,
  fromTo: (from: string, to: string): string => `From ${from} to ${to}`,
};
