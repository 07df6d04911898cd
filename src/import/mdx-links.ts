/** Where links of a source lead to in a notice. */
import type { Remark } from './model.ts';

export interface LinkTargets {
  /** By the ids of the source, those of the notice. */
  anchors: ReadonlyMap<string, string>;
  remarks: Remark[];
}

/** Where a link leads to in the notice; undefined, with a remark, if it can lead nowhere. */
export function hrefIn(
  { anchors, remarks }: LinkTargets,
  written: string,
  words: string,
): string | undefined {
  const href = written.trim();
  if (words.trim() === '' || href === '' || href === '#') return undefined;
  if (href.startsWith('#')) {
    const anchor = anchors.get(decoded(href.slice(1)));
    if (anchor === undefined) tell(remarks, 'link-lost', href);
    return anchor === undefined ? undefined : `#${anchor}`;
  }
  if (/^(https?:|mailto:|tel:)[^\\\p{Cc}]+$/iu.test(href)) return href;
  tell(remarks, /^[a-z][a-z0-9+.-]*:/i.test(href) ? 'link-refused' : 'link-relative', href);
  return undefined;
}

const tell = (remarks: Remark[], code: string, href: string): void => {
  const detail = href.slice(0, 100);
  if (!remarks.some((each) => each.code === code && each.detail === detail)) {
    remarks.push({ code, detail });
  }
};

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
