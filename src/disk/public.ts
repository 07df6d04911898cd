/** Files of the public folder, which the site serves as they are. */
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { sameName } from '../document/file-names.ts';
import { holds } from './paths.ts';

/** A file that an address leads to. */
export interface PublicFile {
  /** Its one name, from the public folder and without encoding: `/images/a map.png`. */
  name: string;
  /** Why a version cannot show it. */
  fault?: PublicFault;
}

export interface PublicFault {
  message: string;
  hint: string;
  /** Whether it is its bytes that are unfit, and not its place. */
  isOfBytes?: true;
}

/** Cloudflare Pages serves none that is larger, and the record keeps a copy of each. */
export const LARGEST = 25 * 1024 * 1024;

/** What each folder holds, listed once: hand the same one to all look-ups of one reading. */
export type Listings = Map<string, ReadonlyMap<string, readonly string[]>>;

/**
 * The file that an address from the site's root leads to, on every file system alike.
 *
 * @returns undefined if there is none
 */
export function publicFile(
  publicDirectory: string,
  address: string,
  listings: Listings = new Map(),
): PublicFile | undefined {
  const [written = ''] = address.split(/[?#]/);
  const parts = written.split('/').map(decode);
  if (parts.some((part) => /[/\\\0]/.test(part))) return undefined;
  const spelt = parts.join('/');
  const name = path.posix.normalize(`/${spelt}`);
  const file = locate(publicDirectory, name, listings);
  if (file === undefined) return undefined;
  if (spelt !== name) {
    const message = `the address "${address}" goes through other folders`;
    return {
      name,
      fault: { message, hint: `write ${name.split('/').map(encodeURIComponent).join('/')}` },
    };
  }
  const fault = faultOf(publicDirectory, name, file, listings);
  return fault ? { name, fault } : { name };
}

/** Where the file is that an address leads to; undefined if there is none. */
export function pathOfPublicFile(publicDirectory: string, address: string): string | undefined {
  const file = publicFile(publicDirectory, address);
  return file && path.join(publicDirectory, file.name);
}

/** The bytes of a public file by its name; undefined if there is none that can be shown. */
export function readPublicFile(
  publicDirectory: string,
  name: string,
  listings: Listings = new Map(),
): Uint8Array | undefined {
  const file = locate(publicDirectory, name, listings);
  return file === undefined || faultOf(publicDirectory, name, file, listings) !== undefined
    ? undefined
    : readFileSync(file);
}

/** Why a public file that is there cannot be shown. */
export function publicFault(
  publicDirectory: string,
  name: string,
  listings: Listings = new Map(),
): PublicFault | undefined {
  const file = locate(publicDirectory, name, listings);
  return file === undefined ? undefined : faultOf(publicDirectory, name, file, listings);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The path of a file. Names are compared letter by letter, also where the file system does not. */
function locate(publicDirectory: string, name: string, listings: Listings): string | undefined {
  let place = publicDirectory;
  for (const part of name.slice(1).split('/')) {
    if (!likeIn(place, part, listings).includes(part)) return undefined;
    place = path.join(place, part);
  }
  return isFile(place) ? place : undefined;
}

/** The names in a folder that some file systems take for this one, itself among them. */
function likeIn(folder: string, name: string, listings: Listings): readonly string[] {
  const listed = listings.get(folder) ?? Map.groupBy(namesIn(folder), sameName);
  listings.set(folder, listed);
  return listed.get(sameName(name)) ?? [];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function faultOf(
  publicDirectory: string,
  name: string,
  file: string,
  listings: Listings,
): PublicFault | undefined {
  const own = `public${name}`;
  if (!holds(realpathSync(publicDirectory), realpathSync(file))) {
    const message = `${own} is a link to a file outside of public/`;
    return { message, hint: 'put the file itself in its place' };
  }
  const twin = twinOf(publicDirectory, name, listings);
  if (twin !== undefined) {
    const message = `public/ has both "${twin.name}" and "${twin.other}", which are one on macOS and Windows`;
    return { message, hint: 'rename one of them' };
  }
  const megabytes = statSync(file).size / 1024 / 1024;
  if (megabytes > LARGEST / 1024 / 1024) {
    const message = `${own} has ${Math.ceil(megabytes)} MB, and at most 25 MB can be recorded`;
    const hint = 'make it smaller, or link to where it is published';
    return { message, hint, isOfBytes: true };
  }
  try {
    accessSync(file, constants.R_OK);
  } catch {
    const hint = 'allow it, for example with: chmod u+r';
    return { message: `${own} may not be read by this user`, hint };
  }
  return undefined;
}

/** A name on the way to a file that differs from another only as some file systems ignore. */
function twinOf(
  publicDirectory: string,
  name: string,
  listings: Listings,
): { name: string; other: string } | undefined {
  let folder = publicDirectory;
  for (const part of name.slice(1).split('/')) {
    const other = likeIn(folder, part, listings).find((each) => each !== part);
    if (other !== undefined) return { name: part, other };
    folder = path.join(folder, part);
  }
  return undefined;
}
