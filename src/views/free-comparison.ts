/** Where the comparison of two versions is made that has no page of its own. */

const NAME = String.raw`\d{4}-\d\d-\d\d(?:-\d+)?`;
const ADDRESS = new RegExp(
  `^(?<folder>.*/compare/)(?<from>${NAME})/(?:(?<to>${NAME})(?<side>/side-by-side)?|current/side-by-side)/?$`,
);

/**
 * Of the address of a comparison: the folder of those of its notice, and the address to go to. Of a
 * version with whichever is current that is the page which compares them in one text.
 */
export function freeComparison(path: string): { folder: string; address: string } | undefined {
  const { folder, from, to, side } = ADDRESS.exec(path)?.groups ?? {};
  if (folder === undefined || from === undefined) return undefined;
  if (to === undefined) return { folder, address: `${folder}${from}/current/` };
  const view = side === undefined ? '' : '&view=side-by-side';
  return { folder, address: `${folder}?from=${from}&to=${to}${view}` };
}
