/** Fragments: the part of an address that names an anchor. */
import { normalName } from './file-names.ts';

/**
 * The anchor of a fragment: in addresses, characters beyond ASCII are encoded. A fragment with an
 * invalid encoding is returned as it is.
 */
export function decodeFragment(fragment: string): string {
  return normalName(decode(fragment));
}

/** An address whose fragment is in the form in which anchors are kept; others stay as they are. */
export function normaliseFragment(href: string): string {
  const [path = '', fragment] = href.split(/#(.*)/s);
  if (fragment === undefined || !/^(?:$|\/)/.test(path)) return href;
  const anchor = decode(fragment);
  const normal = normalName(anchor);
  return normal === anchor ? href : `${path}#${encodeURIComponent(normal)}`;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
