/** What pages say in English. */
import { en } from '../../src/words/en/index.ts';
import { attribute, one, type Element, type Node } from './html.ts';
import type { Page } from './site.ts';

/** The language of a page. */
export const languageOf = ({ document }: Page): string | undefined =>
  attribute(one(document, 'html'), 'lang');

/** What a page says itself: without the words of a notice in another language. */
function* texts(node: Node): Generator<string> {
  if ('value' in node) yield node.value.trim();
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    const element = 'tagName' in child ? (child as Element) : undefined;
    if (element && ['script', 'style', 'head'].includes(element.tagName)) continue;
    if (element && attribute(element, 'lang') !== undefined) continue;
    if (element) yield attribute(element, 'aria-label') ?? '';
    yield* texts(child);
  }
}

/** What English pages say in so many words. */
function* messages(value: unknown): Generator<string> {
  if (typeof value === 'string' && /\p{L}{3}/u.test(value)) yield value;
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* messages(each);
  }
}
const english = new Set(messages(en));

/** Names and codes that every language has. */
const SHARED = new Set(['LEI', 'Post', 'Noticeboard', 'Markdown', 'JSON', en.language]);

/** The English messages on a page that is not English. */
export const englishOn = ({ document }: Page): string[] =>
  [...texts(one(document, 'body'))].filter((text) => english.has(text) && !SHARED.has(text));
