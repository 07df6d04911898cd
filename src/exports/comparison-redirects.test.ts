import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENT, LAYOUTS, pairsOf, type Member } from '../notices/pairs.ts';
import { comparisonPath, currentPath } from '../views/versions.ts';
import { freeComparison } from '../views/free-comparison.ts';
import { caddyComparisons, netlifyComparisons, nginxComparisons } from './comparison-redirects.ts';

const ID = 'acme/parcels';
const BASE = '/privacy/';
const dayOf = (number: number): string => `${2000 + number}-03-01`;
const versionsOn = (days: readonly string[]): Member[] =>
  days.toSorted().map((name) => ({ name, status: 'superseded' }));

/** The pages of comparisons that a notice with these versions has. */
const pagesOf = (versions: readonly Member[]): string[] => [
  ...LAYOUTS.flatMap((layout) =>
    pairsOf(versions, layout).map(([from, to]) =>
      comparisonPath({ path: `${BASE}${ID}/`, versions }, from, to, layout),
    ),
  ),
  ...versions.map((version) => currentPath({ path: `${BASE}${ID}/` }, version)),
];

/** Those that it had when every page had both layouts. */
const formerPagesOf = (versions: readonly Member[]): string[] =>
  pagesOf(versions)
    .filter((page) => !page.endsWith('/side-by-side/'))
    .flatMap((page) => [page, `${page}side-by-side/`]);

const addressesOf = (versions: readonly Member[]) => ({
  base: BASE,
  notices: [ID],
  pages: versions.length > 1 ? pagesOf(versions) : [],
});

interface Rule {
  pattern: RegExp;
  target: (found: RegExpExecArray) => string;
}

/** What the first rule that fits makes of an address. */
function follow(rules: readonly Rule[], address: string): string {
  for (const { pattern, target } of rules) {
    const found = pattern.exec(address);
    if (found) return target(found);
  }
  return 'nothing';
}

/** A host that reads `_redirects` as Cloudflare does: the first rule that fits, page or no page. */
function cloudflareRules(versions: readonly Member[]): Rule[] {
  const { exact, patterns } = netlifyComparisons(addressesOf(versions));
  return `${exact}${patterns}`
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', to = '', status] = line.split(' ');
      return {
        pattern: new RegExp(`^${from.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
        target: ({ groups }) => {
          const target = to.replaceAll(/:(\w+)/g, (_, name: string) => groups?.[name] ?? '');
          return status === '200' ? `page ${target}` : target;
        },
      };
    });
}

/** The same by the regular expressions for nginx and Caddy, where there is no page. */
function otherRules(versions: readonly Member[]): Rule[][] {
  const written = [
    nginxComparisons(BASE, [ID])
      .join('')
      .matchAll(/rewrite "(.*)" (\S*)\? permanent/g),
    caddyComparisons(addressesOf(versions))
      .join('\n')
      .matchAll(/path_regexp compared (.*)\n\t\}\n\tredir @\w+ (\S*) permanent/g),
  ];
  return written.map((rules) =>
    [...rules].map(([, pattern = '', to = '']) => ({
      pattern: new RegExp(pattern),
      target: (found) =>
        to.replaceAll(/\$(\d)|\{re\.compared\.(\d)\}/g, (_, a?: string, b?: string) =>
          String(found[Number(a ?? b)]),
        ),
    })),
  );
}

/** Each of these addresses has its page, or leads to the free comparison of the same two. */
function expectAnswers(addresses: readonly string[], versions: readonly Member[]): void {
  const pages = new Set(addressesOf(versions).pages);
  const [cloudflare, others] = [cloudflareRules(versions), otherRules(versions)];
  for (const address of addresses) {
    const [, from = '', to = '', side] =
      /compare\/([^/]+)\/([^/]+)\/(side-by-side)?/.exec(address) ?? [];
    const folder = `${BASE}${ID}/compare/`;
    const free =
      to === CURRENT
        ? `${folder}${from}/current/`
        : `${folder}?from=${from}&to=${to}${side ? '&view=side-by-side' : ''}`;
    const isPage = pages.has(address);
    const expected = isPage ? `page ${address}` : free;
    expect([
      follow(cloudflare, address),
      ...others.map((rules) => (isPage ? `page ${address}` : follow(rules, address))),
    ]).toEqual([expected, expected, expected]);
    if (isPage) continue;
    const found = freeComparison(address);
    expect(found).toEqual({ folder, address: free });
  }
}

const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 16 });

describe('addresses of comparisons', () => {
  it('are answered when a version is added at the end, before or in between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (numbers, added) => {
        const before = versionsOn(numbers.map(dayOf));
        const after = versionsOn([...new Set([...numbers, added])].map(dayOf));
        expectAnswers(formerPagesOf(before), after);
      }),
      { numRuns: 25 },
    );
  });

  it('are answered where every two of twelve versions had a page, and a thirteenth comes', () => {
    const twelve = versionsOn(Array.from({ length: 12 }, (_, index) => dayOf(index)));
    const every = twelve.flatMap((from) =>
      twelve
        .filter((to) => to !== from)
        .flatMap((to) => ['', 'side-by-side/'].map((view) => `${from.name}/${to.name}/${view}`)),
    );
    expect(every.length).toBe(264);
    const addresses = every.map((pair) => `${BASE}${ID}/compare/${pair}`);
    expectAnswers(addresses, twelve);
    expectAnswers(addresses, versionsOn([...twelve.map(({ name }) => name), dayOf(12)]));
  });

  it('grow by three pages with each version', () => {
    const count = (versions: number): number =>
      pagesOf(versionsOn(Array.from({ length: versions }, (_, index) => dayOf(index)))).length;
    expect([count(13) - count(12), count(41) - count(40)]).toEqual([3, 3]);
  });

  it('have no rule for Cloudflare where it could not read that of each page', () => {
    const pages = Array.from({ length: 2000 }, (_, index) => `/n${index}/compare/a/b/`);
    expect(netlifyComparisons({ base: '/', notices: ['n1'], pages })).toEqual({
      exact: '',
      patterns: '',
    });
  });

  it('are those of two versions alone', () => {
    expect(freeComparison('/parcels/compare/2020-01-01/current/')).toBeUndefined();
    expect(freeComparison('/parcels/compare/2020-01-01/')).toBeUndefined();
    expect(freeComparison('/a/b/compare/2020-01-01/2021-01-01-2')).toEqual({
      folder: '/a/b/compare/',
      address: '/a/b/compare/?from=2020-01-01&to=2021-01-01-2',
    });
    expect(freeComparison('/a/compare/2020-01-01/current/side-by-side')).toEqual({
      folder: '/a/compare/',
      address: '/a/compare/2020-01-01/current/',
    });
  });
});
