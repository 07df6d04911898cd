/** Markers that are typed before the words of items. */

/** Whether a marker counts: `1.`, `(a)`, `iv)`. */
export const isNumber = (marker: string): boolean =>
  /\d/.test(marker) || /^\(?[a-z]{1,5}[.)]$/i.test(marker);
