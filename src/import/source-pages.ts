/** Pages that hold no notice: redirects, captchas, parked domains, shells that scripts would fill. */
import {
  CODE,
  childrenOf,
  isElement,
  isText,
  treeOf,
  attributeOf,
  MOST_ELEMENTS,
} from './html-tree.ts';
import type { HtmlDocument, HtmlElement } from './html-tree.ts';

/** A notice has more than this: the shortest one of the corpus has 1,900 characters. */
const FEWEST = 400;
/** A page that says what it is and is this short holds nothing else. */
const SHORT = 1500;

const KINDS: readonly { what: string; text: RegExp; markup?: RegExp }[] = [
  {
    what: 'a check for robots (captcha)',
    text: /captcha|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|just a moment|unusual traffic|ddos protection|access (?:to this page has been )?denied|attention required|enable (?:javascript and )?cookies to continue/i,
    markup:
      /sgcaptcha|cf-challenge|challenge-platform|g-recaptcha|h-captcha|captcha-delivery|_incapsula_|px-captcha/i,
  },
  {
    what: 'a parked domain',
    text: /domain (?:name )?(?:is |may be )?(?:for sale|parked|has expired)|buy this domain|this domain|parked (?:free|by)|related searches|sponsored listings/i,
    markup:
      /sedoparking|parkingcrew|bodis\.com|parklogic|afternic|hugedomains|dan\.com|window\.park\b/i,
  },
  {
    what: 'a redirect',
    text: /redirecting|you (?:are|will) be(?:ing)? redirected|has (?:been )?moved|moved permanently|click here if you are not/i,
    markup:
      /http-equiv\s*=\s*["']?refresh|(?:window\.|document\.)?location(?:\.href)?\s*=|location\.replace\(/i,
  },
  {
    what: 'an error page',
    text: /page not found|404 not found|error 404|cannot be found|502 bad gateway|service unavailable|internal server error/i,
  },
];

const EMBEDS: readonly [RegExp, string][] = [
  [/termly\.io|name=["']termly-embed/i, 'Termly'],
  [/iubenda\.com/i, 'iubenda'],
  [/termsfeed\.com/i, 'TermsFeed'],
  [/getterms\.io/i, 'GetTerms'],
  [/enzuzo\.com/i, 'Enzuzo'],
  [/privacypolicies\.com/i, 'PrivacyPolicies.com'],
  [/websitepolicies\.com/i, 'WebsitePolicies'],
  [/docs\.google\.com\/document/i, 'Google Docs'],
];

/** Why a page cannot be imported; undefined if it holds text enough. */
export function emptyPage(html: string): string | undefined {
  const document = treeOf(html);
  if (!document) {
    return `This page has more than ${MOST_ELEMENTS.toLocaleString('en-GB')} elements. Save the notice alone.`;
  }
  const { shown, all } = textIn(document);
  const length = shown.length;
  if (length >= SHORT) return undefined;
  const head = html.slice(0, 200_000);
  const kind = KINDS.find(
    ({ text, markup }) => text.test(shown) || (length < FEWEST && markup?.test(head)),
  );
  const embed = EMBEDS.find(([from]) => from.test(head))?.[1];
  const about = `This page holds ${length.toLocaleString('en-GB')} characters of text`;
  const save = 'Save it from the browser (Save as, complete)';
  if (kind && !speaksEnough(shown)) return `${about}: ${kind.what}. ${save}.`;
  if (length >= FEWEST || speaksEnough(shown)) return undefined;
  if (embed) {
    return `${about}: the notice itself comes from ${embed} when the page is open. ${save}, or open the notice at ${embed} and save that page.`;
  }
  if (/<script/i.test(head) || all.length > length) {
    return `${about}: scripts put the rest there when it is open. ${save}.`;
  }
  return `${about}, which is too little for a notice. ${save}.`;
}

/** A short notice is a notice all the same. */
const speaksEnough = (text: string): boolean => {
  const words = text.match(
    /personal (?:data|information)|privacy|your rights|controller|cookies|gdpr|process|data personol|preifatrwydd/gi,
  );
  return text.length >= 200 && new Set(words?.map((word) => word.toLowerCase())).size >= 3;
};

/** The text of a page: what is shown with scripts, and all. */
function textIn(document: HtmlDocument): { shown: string; all: string } {
  const [shown, all]: [string[], string[]] = [[], []];
  const stack = document.childNodes.map((node) => ({ node, isShown: true }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, isShown } = next;
    if (isText(node)) {
      all.push(node.value);
      if (isShown) shown.push(node.value);
    }
    if (!isElement(node) || CODE.has(node.tagName) || node.tagName === 'title') continue;
    const inner = isShown && !isUnseen(node);
    for (const child of childrenOf(node)) stack.push({ node: child, isShown: inner });
  }
  const join = (texts: readonly string[]): string =>
    texts.toReversed().join(' ').replace(/\s+/g, ' ').trim();
  return { shown: join(shown), all: join(all) };
}

const isUnseen = (element: HtmlElement): boolean =>
  ['noscript', 'iframe', 'object'].includes(element.tagName) ||
  (element.tagName === 'template' && attributeOf(element, 'shadowrootmode') === undefined);
