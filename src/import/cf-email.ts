/** Email addresses that Cloudflare hides in pages: a fixed code, so that reading it is no guess. */

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;

/**
 * Reads an address from `data-cfemail`, or from the end of `/cdn-cgi/l/email-protection#…`.
 *
 * @returns undefined if it is no address
 */
export function decodedEmail(code: string): string | undefined {
  if (!/^(?:[0-9a-f]{2}){4,400}$/i.test(code)) return undefined;
  const [key = 0, ...bytes] = Array.from(code.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
  return EMAIL.test(text) ? text : undefined;
}
