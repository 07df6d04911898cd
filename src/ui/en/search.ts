/** Words of the search page and of what is found. */
export const search = {};
