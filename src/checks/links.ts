/** Checks that the links and images of a version lead somewhere. */
import { finding, type Finding } from '../findings/catalogue.ts';
import type { Link, Outline } from '../mdx/body.ts';
import { decodeFragment } from '../document/fragments.ts';
import { MOST_OF_A_KIND } from '../findings/limit.ts';
import { nearest } from '../findings/suggest.ts';

/** What links can lead to within the site. */
export interface Destinations {
  /** Pages by their address without the base: `/acme/customers/`, `/acme/customers/2024-11-12/`. */
  pages: ReadonlyMap<string, Page>;
  /** The file that the site serves at this path as it is: `/files/form.pdf`. */
  publicFile: (path: string) => PublicFile | undefined;
}

/** A file of the public folder: its one name, and why a version cannot show it. */
export interface PublicFile {
  name: string;
  fault?: { message: string; hint: string };
}

export interface Page {
  /** The anchors on the page; absent if they are not known. */
  anchors?: ReadonlySet<string>;
}

/** Schemes a notice may link to: nothing that runs code or reads the reader's machine. */
const SCHEMES = ['https', 'http', 'mailto', 'tel'];

/**
 * Checks every link and image of one version, and returns a finding for each that leads nowhere.
 *
 * @param isPast whether the version no longer applies: it says what it said, so a link in it to what
 *   is missing is a warning
 */
export function checkLinks(
  { links, images, anchors }: Outline,
  destinations: Destinations,
  isPast = false,
): Finding[] {
  // Comparing a name with all others takes time, and only the first findings are reported in full.
  let searches = MOST_OF_A_KIND * 2;
  const nearestOf: typeof nearest = (found, known) =>
    searches-- > 0 ? nearest(found, known) : undefined;
  const context = { ...destinations, nearestOf };
  return [
    ...links.flatMap((link) =>
      checkLink(link, anchors, context).map((found) => (isPast ? asPast(found) : found)),
    ),
    ...images.flatMap((image) => checkImage(image, destinations)),
  ];
}

interface Context extends Destinations {
  nearestOf: typeof nearest;
}

function asPast(found: Finding): Finding {
  if (found.code !== 'link-anchor-missing' && found.code !== 'link-target-missing') return found;
  const message = `${found.message} This version no longer applies, so it can be published as it was.`;
  return { ...found, severity: 'warning', message };
}

function checkLink(link: Link, ownAnchors: ReadonlySet<string>, to: Context): Finding[] {
  const { url } = link;
  if (url === '' || url === '#') {
    const hint = 'write where it leads: an anchor such as #retention, or an address';
    return [finding('link-target-missing', link, 'the link has no target', hint)];
  }
  if (/[\\\p{Cc}]/u.test(url)) {
    const hint = 'write it without backslashes and control characters';
    return [finding('link-scheme', link, `"${url}" is not an address`, hint)];
  }
  if (url.startsWith('#')) return checkAnchor(link, url.slice(1), ownAnchors, '', to);
  if (url.startsWith('//')) return [relative(link, `https:${url}`)];
  if (url.startsWith('/')) return checkAddress(link, to);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return [relative(link, absolute(url))];
  if (SCHEMES.includes(scheme)) return [];
  const hint = `link with one of: ${SCHEMES.map((name) => `${name}:`).join(', ')}`;
  return [finding('link-scheme', link, `a notice cannot link to "${url}"`, hint)];
}

const relative = (link: Link, suggestion: string): Finding =>
  finding(
    'link-relative',
    link,
    `the link "${link.url}" is relative, but a version is published at two addresses`,
    `write ${suggestion}`,
  );

/** The address that a relative link was most likely meant to be. */
function absolute(url: string): string {
  const plain = url.replace(/^[“”‘’"']+|[“”‘’"']+$/g, '');
  if (plain !== url) return `the address without quotes: ${plain}`;
  if (/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/|$)/i.test(url) && !/\.(mdx?|html?)$/i.test(url)) {
    return `https://${url}`;
  }
  if (/^[^/\s]+@[^/\s]+$/.test(url)) return `mailto:${url}`;
  return 'the address from the root: /staff/ or /staff/#retention';
}

function checkAddress(link: Link, to: Context): Finding[] {
  const { pages, publicFile, nearestOf } = to;
  const { path, anchor } = partsOf(link.url);
  const page = pages.get(path);
  if (page) return anchor && page.anchors ? checkAnchor(link, anchor, page.anchors, path, to) : [];
  const file = publicFile(path);
  if (file) return checkFile(link, file);
  const known = [...pages.keys()];
  const meant = pages.has(`${path}/`) ? `${path}/` : nearestOf(path, known);
  return [
    finding(
      'link-target-missing',
      link,
      `there is no page or file at "${path}".${meant ? ` Did you mean "${meant}"?` : ''}`,
      meant
        ? `write ${meant}${anchor ? `#${anchor}` : ''}`
        : `link to a notice of this site, such as ${known.find((address) => address !== '/' && pages.get(address)?.anchors) ?? '/'}, or write the whole address of a page elsewhere: https://…`,
    ),
  ];
}

function partsOf(url: string): { path: string; anchor: string | undefined } {
  const [withoutAnchor = '', anchor] = url.split('#');
  const [path = ''] = withoutAnchor.split('?');
  return { path, anchor };
}

const isOfSite = (url: string): boolean => url.startsWith('/') && !url.startsWith('//');

/** Reports a file that cannot be recorded, or that some hosts would not find. */
const checkFile = (link: Link, { fault }: PublicFile): Finding[] =>
  fault ? [finding('public-file-unfit', link, fault.message, fault.hint)] : [];

/** The names of the public files that a version shows or offers, sorted. */
export function filesOf(
  outline: Outline | undefined,
  { pages, publicFile }: Destinations,
): string[] {
  const names = [...(outline?.links ?? []), ...(outline?.images ?? [])]
    .filter(({ url }) => isOfSite(url) && !pages.has(partsOf(url).path))
    .flatMap(({ url }) => publicFile(url)?.name ?? []);
  return [...new Set(names)].toSorted();
}

function checkAnchor(
  link: Link,
  written: string,
  anchors: ReadonlySet<string>,
  /** The address of another notice; empty for the version that has the link. */
  path: string,
  { nearestOf }: Context,
): Finding[] {
  const anchor = decodeFragment(written);
  if (anchors.has(anchor)) return [];
  const known = [...anchors];
  const meant = nearestOf(anchor, known);
  return [
    finding(
      'link-anchor-missing',
      link,
      `${path === '' ? 'this version' : path} has no section "${anchor}".${meant ? ` Did you mean "${meant}"?` : ''}`,
      meant
        ? `write ${path}#${meant}`
        : `give the section you mean the anchor {#${anchor}}${oneOf(known)}`,
    ),
  ];
}

const oneOf = (anchors: readonly string[]): string =>
  anchors.length === 0 ? '' : `, or link to one of: ${anchors.slice(0, 8).join(', ')}`;

/** Reports missing images, and those on other hosts: a page about privacy sends no third-party requests. */
function checkImage(image: Link, { publicFile }: Destinations): Finding[] {
  if (isOfSite(image.url)) {
    const file = publicFile(image.url);
    if (file) return checkFile(image, file);
    const hint = `put the file at public${image.url}, or correct its name`;
    return [finding('link-target-missing', image, `there is no image "${image.url}"`, hint)];
  }
  if (!/^https?:\/\//i.test(image.url)) {
    const message = `the image "${image.url}" is not a path on this site`;
    const hint = 'put the file in public/images/ and write ![what it shows](/images/name.png)';
    return [finding('link-relative', image, message, hint)];
  }
  return [
    finding(
      'image-not-local',
      image,
      `the image "${image.url}" is on another site, so it is shown as a link`,
      'put the file in public/images/ and write ![what it shows](/images/name.png)',
    ),
  ];
}
