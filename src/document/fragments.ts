/**
 * The anchor of a fragment: in addresses, characters beyond ASCII are encoded. A fragment with an
 * invalid encoding is returned as it is.
 */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
