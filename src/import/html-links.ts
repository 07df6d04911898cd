/** Links of a page as they may be passed on, and what of a page is never passed on: what runs. */
import { decodedEmail } from './cf-email.ts';
import { attributeOf, type HtmlElement } from './html-tree.ts';
import type { Remark } from './model.ts';
import { withoutWayback } from './wayback.ts';

/** The scheme of a link. Browsers leave out white space and control characters when they read it. */
const schemeOf = (href: string): string =>
  /^([a-z][a-z\d+.-]{0,20}):/.exec(
    href
      .slice(0, 200)
      .replace(/[\s\p{Cc}]/gu, '')
      .toLowerCase(),
  )?.[1] ?? '';

const PASSED_ON = new Set(['', 'http', 'https', 'mailto', 'tel']);

/**
 * A link that can be passed on: none that runs code or holds a file, and none that an archive or a
 * program against spam has put in its place.
 *
 * @param base the address of the page, where it is known
 */
export function linkTo(href: string, base: string | undefined): string | undefined {
  const plain = withoutWayback(href.trim());
  const [, email] = plain.split('/cdn-cgi/l/email-protection#');
  const address = email === undefined ? undefined : decodedEmail(email);
  if (address !== undefined) return `mailto:${address}`;
  if (plain === '' || !PASSED_ON.has(schemeOf(plain))) return undefined;
  if (schemeOf(plain) !== '' || plain.startsWith('#') || base === undefined) return plain;
  const whole = URL.parse(plain, base);
  if (!whole) return plain;
  // A link to a place in the page itself stays one.
  const isOwn = whole.hash !== '' && whole.href.split('#')[0] === base.split('#')[0];
  return isOwn ? whole.hash : whole.href;
}

/** The address that a page was saved from, as far as it says so. */
export function addressOf(elements: readonly HtmlElement[], text: string): string | undefined {
  const [, saved] =
    /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s<>]{1,2000}) -->/.exec(text.slice(0, 5000)) ?? [];
  const tags = elements.filter(({ tagName }) => ['base', 'link', 'meta'].includes(tagName));
  const find = (
    name: string,
    attribute: string,
    value: string,
    key: string,
  ): string | undefined => {
    const tag = tags.find(
      (each) => each.tagName === name && attributeOf(each, attribute)?.toLowerCase() === value,
    );
    return tag && attributeOf(tag, key);
  };
  const found = [
    saved,
    find('link', 'rel', 'canonical', 'href'),
    find('meta', 'property', 'og:url', 'content'),
  ]
    .flatMap((each) => (each === undefined ? [] : [withoutWayback(each)]))
    .find((each) => /^https?:\/\/[^/]/i.test(each));
  const base = tags.find(({ tagName }) => tagName === 'base');
  const href = base && attributeOf(base, 'href');
  const whole = href ? URL.parse(withoutWayback(href), found)?.href : undefined;
  return whole && /^https?:/.test(whole) ? whole : found;
}

const isUnsafe = ({ tagName }: HtmlElement, href: string): boolean =>
  (tagName === 'a' || tagName === 'area') && !PASSED_ON.has(schemeOf(href));

/** Lists what runs, or holds a file: it is never passed on. */
export function activeIn(elements: readonly HtmlElement[]): Remark[] {
  const counts = { scripts: 0, handlers: 0, links: 0, pictures: 0, frames: [] as string[] };
  for (const element of elements) {
    if (element.tagName === 'script') counts.scripts += 1;
    if (element.tagName === 'img' || element.tagName === 'picture') counts.pictures += 1;
    if (element.tagName === 'iframe') counts.frames.push(attributeOf(element, 'src') ?? '');
    for (const { name, value } of element.attrs) {
      if (/^on[a-z]/.test(name)) counts.handlers += 1;
      if (name === 'href' && isUnsafe(element, value)) counts.links += 1;
    }
  }
  const { scripts, handlers, links, pictures, frames } = counts;
  const remark = (code: string, count: number, what = `${count}`): Remark[] =>
    count > 0 ? [{ code, detail: what.slice(0, 300) }] : [];
  return [
    ...remark('scripts', scripts),
    ...remark('handlers', handlers),
    ...remark('links-unsafe', links),
    ...remark('pictures', pictures),
    ...remark('frames', frames.length, frames.filter(Boolean).join(' ') || `${frames.length}`),
  ];
}
