/**
 * The anchor that a fragment means: in addresses, signs beyond ASCII are encoded. One that is
 * encoded wrongly stands for itself.
 */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
