/** Names for things that have none of their own: short, and the same in every build. */

/**
 * An id made of what something says: the same parts give the same id, whenever and wherever.
 * Letters and digits, the first a letter. It tells things apart; it keeps no secret.
 */
export const idOf = (...parts: string[]): string =>
  // As JSON, so that "a", "bc" and "ab", "c" are not one.
  `c${cyrb53(JSON.stringify(parts)).toString(36)}`;

/** cyrb53 by bryc, in the public domain: 53 bits, as many as a number holds exactly. */
function cyrb53(text: string): number {
  let high = 0x41c6ce57;
  let low = 0xdeadbeef;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
