// @ts-check
/** How a changeset becomes a part of CHANGELOG.md: as it is written, without the number of a commit. */

/** @type {import('@changesets/types').ChangelogFunctions} */
export default {
  getReleaseLine: ({ summary }) => Promise.resolve(`${summary.trim()}\n`),
  getDependencyReleaseLine: () => Promise.resolve(''),
};
