/** What is around the text of a page: menus, headers, footers, banners, told by elements and classes. */
import type { Code } from './codes.ts';
import type { Around } from './model.ts';

/** A part of a page that is not its text. */
export interface Zone {
  code: Code;
  around: Around;
  /** Whether only the name of a class or id says so: a sentence there may still be text. */
  isByName: boolean;
  /** Whether sections of notices are called so too: `cookies`, `sharing`. */
  mayBeText: boolean;
}

const BY_ELEMENT: Record<string, Code> = {
  nav: 'menu',
  footer: 'footer',
  form: 'form',
  dialog: 'banner',
  aside: 'aside',
  search: 'form',
  header: 'header',
};

const BY_ROLE: Record<string, Code> = {
  navigation: 'menu',
  menu: 'menu',
  menubar: 'menu',
  dialog: 'banner',
  alertdialog: 'banner',
  banner: 'header',
  contentinfo: 'footer',
  search: 'form',
  complementary: 'aside',
};

/** Roles that say that an element is what its name would not say. */
const TEXT_ROLES = new Set(['main', 'article', 'document']);

/** Words of classes and ids. */
const BY_WORD: Readonly<Record<string, Code>> = Object.fromEntries(
  Object.entries({
    banner: [
      ...['cookie', 'cookies', 'cookiebar', 'cookiebanner', 'consent', 'gdpr', 'onetrust', 'ot'],
      ...['cookiebot', 'cybotcookiebotdialog', 'cky', 'cmplz', 'borlabs', 'usercentrics', 'didomi'],
      ...['cookieyes', 'cookielaw', 'termsfeed', 'osano', 'modal', 'popup', 'overlay', 'lightbox'],
      ...['dialog', 'toast', 'announcement', 'ribbon', 'interstitial', 'alertbar', 'cli'],
    ],
    menu: [
      ...['nav', 'navbar', 'navigation', 'menu', 'submenu', 'megamenu', 'dropdown', 'breadcrumb'],
      ...[
        'breadcrumbs',
        'pagination',
        'pager',
        'skip',
        'skiplink',
        'offcanvas',
        'drawer',
        'topnav',
      ],
      ...['sidenav', 'subnav', 'hamburger', 'sitemap'],
    ],
    header: ['masthead', 'topbar', 'logo', 'ticker'],
    footer: ['footer', 'copyright', 'colophon', 'subfooter', 'prefooter'],
    aside: [
      ...['sidebar', 'related', 'share', 'sharing', 'social', 'socials', 'cta', 'promo', 'advert'],
      ...['ads', 'advertisement', 'sponsored', 'recommended', 'comments', 'respond'],
      ...['testimonial', 'testimonials', 'helpful', 'feedback', 'teaser', 'upsell'],
    ],
    form: ['newsletter', 'subscribe', 'signup', 'login', 'search', 'searchform', 'cart', 'basket'],
    contents: ['toc', 'tableofcontents'],
  } satisfies Partial<Record<Code, string[]>>).flatMap(([code, words]) =>
    words.map((word) => [word, code as Code]),
  ),
);

/** Elements whose classes are looked at. A heading or paragraph is never left out by its own name. */
const CONTAINERS = new Set([
  ...[
    'div',
    'section',
    'aside',
    'ul',
    'ol',
    'header',
    'footer',
    'nav',
    'form',
    'dl',
    'table',
    'td',
  ],
]);

/** The header of a site. Sections and cards have headers too. */
const HEADER = /(?:^|\s)(?:(?:site|main|global|page|top)[-_]?)?header(?:\s|$)/i;

/** Names that sections of notices have too. */
const SUBJECTS = new Set([
  ...[
    'cookie',
    'cookies',
    'consent',
    'gdpr',
    'share',
    'sharing',
    'related',
    'comments',
    'feedback',
  ],
  ...['advert', 'ads', 'advertisement', 'social', 'search', 'subscribe', 'newsletter', 'login'],
]);

/** What an element is by itself; undefined for what may be text. */
export function zoneOf(around: Around): Zone | undefined {
  const { name, attributes } = around;
  const role = attributes.get('role') ?? '';
  if (TEXT_ROLES.has(role)) return undefined;
  const sure = (code: Code): Zone => ({ code, around, isByName: false, mayBeText: false });
  const code = BY_ROLE[role] ?? BY_ELEMENT[name];
  if (code !== undefined) return sure(code);
  if (attributes.get('aria-modal') === 'true') return sure('banner');
  // The toolbar of the Wayback Machine, and its plea for donations.
  if (/^(?:wm-ipp|donato)/.test(attributes.get('id') ?? '')) return sure('banner');
  if (!CONTAINERS.has(name) && !name.includes('-')) return undefined;
  const named = { around, isByName: true };
  if (HEADER.test(attributes.get('class') ?? '')) {
    return { ...named, code: 'header', mayBeText: false };
  }
  const words = wordsIn(around).filter((each) => Object.hasOwn(BY_WORD, each));
  const [word = ''] = words;
  const kind = BY_WORD[word];
  return kind && { ...named, code: kind, mayBeText: words.every((each) => SUBJECTS.has(each)) };
}

/** Whether an element is the text of the page by its own account. */
export const isMain = ({ name, attributes }: Around): boolean =>
  name === 'main' || attributes.get('role') === 'main';

/** Words of long names say less: `govuk-grid-column-two-thirds-from-desktop`. */
const MOST_WORDS = 60;

/**
 * The words of an element's id and classes. Those of utility classes (`lg:hidden`, `has-menu`,
 * `no-sidebar`) say nothing about the element itself.
 */
function wordsIn({ attributes }: Around): string[] {
  const names = `${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`.slice(0, 2000);
  return names
    .split(/\s+/)
    .filter(
      (name) => !/^(?:has|no|with|without|is|not|js|page|body|post|single)[-_]|[:[\]]/.test(name),
    )
    .flatMap((name) => name.replace(/([a-z])([A-Z])/g, '$1-$2').split(/[-_\d.]+/))
    .slice(0, MOST_WORDS)
    .map((word) => word.toLowerCase());
}
