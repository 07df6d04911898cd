/** Turns bytes into text: by a byte order mark, what the page says, UTF-8, and windows-1252 at last. */

export interface Decoded {
  text: string;
  /** Its name as in `<meta charset>`: `utf-8`. */
  encoding: string;
  /** Whether the bytes do not fit what they should be, so that it was guessed. */
  isGuessed: boolean;
}

/** How many bytes of a page browsers look through for its encoding. */
const HEAD = 1024;

export function decoded(bytes: Uint8Array): Decoded {
  const mark = markOf(bytes);
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: mark, isGuessed: false };
  const said = saidIn(bytes);
  const utf8 = strictly(bytes, 'utf-8');
  // What fits UTF-8 with letters beyond ASCII is UTF-8, whatever a copied <meta> says.
  const text =
    utf8 !== undefined && (!said || isMulti(bytes)) ? utf8 : said && strictly(bytes, said);
  if (text !== undefined) {
    const encoding = text === utf8 ? 'utf-8' : (said ?? 'utf-8');
    const isOther = said !== undefined && isMulti(bytes) && encoding !== nameOf(said);
    return { text, encoding, isGuessed: isOther };
  }
  const broken = isNearlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return { text: new TextDecoder(broken).decode(bytes), encoding: broken, isGuessed: true };
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** What `<meta charset>` says, if there is such an encoding. */
function saidIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD * 4));
  const [, label] =
    /<meta\s[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(head) ?? [];
  return label === undefined ? undefined : nameOf(label);
}

/** Web pages that can be read byte by byte are not in UTF-16, though some say so. */
function nameOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isMulti = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f);

/** One broken character, where a file was cut, does not make all others another encoding. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const high = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  const text = new TextDecoder().decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  return broken * 20 < high;
}
