/** Notices that tests write for themselves. */

/** The least that a version's frontmatter holds; it ends inside `controller`. */
export const FRONTMATTER = `title: Shop privacy notice
published: "2025-01-01"
effective: "2025-01-01"
controller:
  name: Example Limited
  contact:
    email: privacy@example.example`;

/** A version file. */
export const version = (body: string, frontmatter = FRONTMATTER): string =>
  `---\n${frontmatter}\n---\n\n${body}\n`;

/** Frontmatter of a version that applies from another day. */
export const onDay = (effective: string, published = effective): string =>
  FRONTMATTER.replace('effective: "2025-01-01"', `effective: "${effective}"`).replace(
    'published: "2025-01-01"',
    `published: "${published}"`,
  );

export const GOOD = version('## About {#about}\n\nThese are good words.');
