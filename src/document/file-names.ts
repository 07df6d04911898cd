/**
 * What a name may be on every file system. Folders of notices and anchors of sections become names
 * of files and folders of the site, which is built on Linux, macOS and Windows.
 */

/** A name in the one form in which anchors are kept: é is one character, however it was typed. */
export const normalName = (written: string): string => written.normalize('NFC');

/** The most bytes that the name of a file has: ext4, APFS and NTFS. Not letters: é has two. */
const LONGEST_NAME = 255;

/** What is written behind an anchor: `parts/retention.html`, `feed/retention.json`. */
const LONGEST_ENDING = '.html'.length;

/** Whether a name is too long for the files that are called by it. */
export const isTooLong = (name: string): boolean =>
  new TextEncoder().encode(name).length > LONGEST_NAME - LONGEST_ENDING;

/**
 * What two names have in common that are the same for some file system: macOS and Windows ignore
 * capitals, macOS the normal form of Unicode, Windows dots at the end.
 */
export const sameName = (name: string): string =>
  [...normalName(name)].map(capital).join('').replace(/\.+$/, '');

/** File systems know capitals letter by letter: "ß" is not "SS" to them. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}

/** Devices of Windows, which keep their names with any ending: `con`, `nul.txt`. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/**
 * Why Windows cannot have a file or folder of a name; undefined if it can.
 *
 * @returns the reason as the end of a sentence, and a name that is near and can be used
 */
export function faultOnWindows(
  name: string,
  addition: string,
): { reason: string; instead: string } | undefined {
  const device = DEVICE.exec(name)?.[0];
  const plain = name.replace(/\.+$/, '');
  if (device !== undefined) {
    return {
      reason: `Windows keeps "${device}" for a device`,
      instead: `${plain.replaceAll('.', '-')}-${addition}`,
    };
  }
  if (plain === name) return undefined;
  return { reason: 'Windows drops a dot at the end of a name', instead: plain };
}
