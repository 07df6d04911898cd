/** Where links of a source lead to in a notice. */
import type { Remark } from './model.ts';

export interface LinkTargets {
  /** By the ids of the source, those of the notice. */
  anchors: ReadonlyMap<string, string>;
  remarks: Remark[];
  /** What was told, so that each link is told once. */
  told: Set<string>;
}

/** Where a link leads to in the notice; undefined, with a remark, if it can lead nowhere. */
export function hrefIn(
  { anchors, remarks, told }: LinkTargets,
  written: string,
  words: string,
): string | undefined {
  const href = written.trim();
  if (words.trim() === '' || href === '' || href === '#') return undefined;
  if (href.startsWith('#')) {
    const anchor = anchors.get(decoded(href.slice(1)));
    if (anchor === undefined) tell({ remarks, told }, 'link-lost', href);
    return anchor === undefined ? undefined : `#${anchor}`;
  }
  if (/^(?:mailto|tel):\/{0,2}\s*$/i.test(href)) {
    tell({ remarks, told }, 'link-empty', href);
    return undefined;
  }
  if (/^(https?:|mailto:|tel:)[^\\\p{Cc}]+$/iu.test(href)) return tidyAddress(href);
  tell(
    { remarks, told },
    /^[a-z][a-z0-9+.-]*:/i.test(href) ? 'link-refused' : 'link-relative',
    href,
  );
  return undefined;
}

/** A mailbox or number as it is meant: `mailto: x` and `mailto://x` lead to it in no program. */
export const tidyAddress = (href: string): string =>
  href.replace(/^(mailto|tel):(?:\/\/)?\s*/i, (_, scheme: string) => `${scheme.toLowerCase()}:`);

function tell(
  { remarks, told }: Pick<LinkTargets, 'remarks' | 'told'>,
  code: string,
  href: string,
): void {
  const detail = href.slice(0, 100);
  if (told.has(`${code} ${detail}`)) return;
  told.add(`${code} ${detail}`);
  remarks.push({ code, detail });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
