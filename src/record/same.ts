/**
 * Whether two values of plain data are the same as JSON. Unlike `isDeepStrictEqual`, which takes
 * several times as long, it does not look for what leads back to itself: nothing in plain data does.
 */
export function isSame(one: unknown, other: unknown): boolean {
  // JSON writes -0 as 0, so that it is never what is read there.
  if (!isObject(one) || !isObject(other)) return one === other && !Object.is(one, -0);
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((member, index) => isSame(member, other[index]));
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
