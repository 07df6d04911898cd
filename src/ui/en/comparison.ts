/** Words of comparisons: of their pages, of the list of changes, and within a redline. */
export const comparison = {};
