/** Where the comparison of two versions is made that has no page of its own. */

const ADDRESS =
  /^(?<folder>.*\/compare\/)(?<from>\d{4}-\d\d-\d\d(?:-\d+)?)\/(?<to>\d{4}-\d\d-\d\d(?:-\d+)?)(?<side>\/side-by-side)?\/?$/;

/** Of the address of a comparison: the folder of those of its notice, and the query for the two versions. */
export function freeComparison(path: string): { folder: string; query: string } | undefined {
  const { folder, from, to, side } = ADDRESS.exec(path)?.groups ?? {};
  if (folder === undefined || from === undefined || to === undefined) return undefined;
  const view = side === undefined ? '' : '&view=side-by-side';
  return { folder, query: `?from=${from}&to=${to}${view}` };
}
