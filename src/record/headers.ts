/** Headers that a deployed site sends, compared with those that its files for hosts ask for. */
import { attribute } from '../document/nodes.ts';
import { elementsIn, readPage } from './page-html.ts';

/** A header that is missing or weaker than it should be. */
export interface HeaderFault {
  header: string;
  /** The end of a sentence about the header. */
  message: string;
}

/** What is asked of one header; undefined if what was sent is as strong, or stronger. */
type Judge = (asked: string, sent: string) => string | undefined;

const shown = (value: string): string => `“${value.slice(0, 100)}”`;

const exactly: Judge = (asked, sent) =>
  lastOf(sent) === asked.toLowerCase() ? undefined : `is ${shown(sent)} and not “${asked}”`;

/** Hosts join the values of several rules; browsers take the last that they know. */
const lastOf = (value: string): string => value.toLowerCase().split(',').at(-1)?.trim() ?? '';

/** A day has a comma in it. */
const instant: Judge = (asked, sent) =>
  Date.parse(sent) === Date.parse(asked) ? undefined : `is ${shown(sent)} and not “${asked}”`;

/** Every feature that is to be off has to be off. */
const permissions: Judge = (asked, sent) => {
  const off = (value: string): string[] => value.match(/[\w-]+(?==\(\))/g) ?? [];
  const allowed = off(asked).filter((feature) => !off(sent).includes(feature));
  return allowed.length > 0 ? `does not turn off ${allowed.join(', ')}` : undefined;
};

/** Who may frame a page: of several policies, each has to agree. */
const framing: Judge = (asked, sent) => {
  const rules = [...sent.matchAll(/frame-ancestors\s+([^;,]*)/gi)].map(([, who = '']) =>
    who.trim(),
  );
  if (asked.endsWith("'none'")) {
    return rules.includes("'none'") ? undefined : 'lets other sites frame the page';
  }
  return rules.every((who) => who === '*') ? undefined : 'keeps other sites from framing the part';
};

/** How long a cache may show a page without asking, in seconds. */
const caching: Judge = (asked, sent) => {
  const kept = secondsIn(sent);
  if (kept <= secondsIn(asked)) return undefined;
  return `lets a cache show it for ${kept} seconds without asking`;
};

function secondsIn(value: string): number {
  if (/\bno-(?:cache|store)\b/i.test(value)) return 0;
  const found = [...value.matchAll(/\b(?:s-maxage|max-age)=(\d+)/gi)];
  return Math.max(0, ...found.map(([, seconds]) => Number(seconds)));
}

/** Every link has to be there; others may be too. */
const links: Judge = (asked, sent) => {
  const lost = asked.split(', ').filter((link) => !sent.includes(link));
  return lost.length > 0 ? `has not ${shown(lost[0] ?? '')}` : undefined;
};

const type: Judge = (asked, sent) =>
  sent.split(';')[0]?.trim().toLowerCase() === asked.split(';')[0]
    ? undefined
    : `is ${shown(sent)} and not “${asked}”`;

const JUDGES: Readonly<Record<string, Judge>> = {
  'permissions-policy': permissions,
  'content-security-policy': framing,
  'cache-control': caching,
  'content-type': type,
  'memento-datetime': instant,
  link: links,
};

/** Headers without which nothing is weaker: a part that says nothing may be framed. */
const mayBeMissing = (name: string, asked: string): boolean =>
  name.toLowerCase() === 'content-security-policy' && asked === 'frame-ancestors *';

/** What is missing or weaker among headers. */
export function headerFaults(
  asked: Readonly<Record<string, string>>,
  sent: Pick<Headers, 'get'>,
): HeaderFault[] {
  return Object.entries(asked).flatMap(([header, value]): HeaderFault[] => {
    const found = sent.get(header);
    if (found === null) {
      return mayBeMissing(header, value) ? [] : [{ header, message: 'is missing' }];
    }
    const message = (JUDGES[header.toLowerCase()] ?? exactly)(value, found);
    return message === undefined ? [] : [{ header, message }];
  });
}

/** Sources from which a script may come: this site, and the one compiler of its search. */
const SAFE = new Set(["'none'", "'self'", "'wasm-unsafe-eval'"]);

/** What is weaker in the policy that a page has in itself: which scripts it may run. */
export function policyFaults(html: string): HeaderFault[] {
  const header = 'Content-Security-Policy of the page';
  const page = readPage(html);
  const policies = (page ? elementsIn(page) : []).flatMap((element) =>
    element.tagName === 'meta' &&
    attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
      ? (attribute(element, 'content') ?? '')
      : [],
  );
  if (policies.length === 0) return [{ header, message: 'is missing' }];
  // All policies apply, so that one that is strict is enough.
  return policies.some(isStrict) ? [] : [{ header, message: 'allows scripts from elsewhere' }];
}

function isStrict(policy: string): boolean {
  const directives = new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  );
  const sources = directives.get('script-src') ?? directives.get('default-src') ?? [];
  return sources.length > 0 && sources.every((source) => SAFE.has(source.toLowerCase()));
}
