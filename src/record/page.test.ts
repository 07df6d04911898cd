/** What a theme adds to the words of a version, hides of them or changes in them. */
import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../document/model.ts';
import { renderBlocks, renderSections } from '../document/print.ts';
import { inShortOf } from '../document/layers.ts';
import { faultOfPage } from './page.ts';
import { faultOfPart, faultOfShort } from './page-forms.ts';
import { idsOf } from './site.ts';
import { versionText } from './testing.ts';

const ID = 'shop/2024-01-01';
const { facts, document } = versionText(
  ID,
  `Read this *first*.

## Keeping {#keeping}

<InShort>

Six years.

</InShort>

We keep orders for **six years**: see [sharing](#sharing) and [staff](/staff/).

1. One
2. Two

| What | How long |
| --- | --- |
| Orders | Six years |

<details><summary>More</summary>Words.</details>

## Sharing {#sharing}

<span lang="cy">Gyda neb.</span> A <abbr title="value added tax">VAT</abbr> ![A map](/map.png)

### Abroad {#abroad}

Nowhere.
`,
);

const options = {
  addressOf: (address: string) => (address.startsWith('/') ? `/privacy${address}` : address),
  labelOf: () => 'In short',
  besideHeading: () =>
    '<span id="old-id"></span><a class="anchor" href="#x" aria-label="Link">#</a>'.replace(
      'old-id',
      `old-${Math.random()}`,
    ),
  belowHeading: () => '<p class="now" lang="en-GB">Read it <a href="/privacy/shop/">today</a></p>',
};
const CARD =
  '<section class="card facts-card" aria-labelledby="~facts"><h2 id="~facts">Key facts</h2><dl class="facts"><div><dt>Controller</dt><dd>A Limited</dd></div><div><dt>Contact</dt><dd><a href="mailto:a@a.example">a<wbr>@a.example</a></dd></div></dl></section>';
const HEAD =
  '<header class="title"><p class="controller">A Limited</p><h1>Notice</h1><p class="dates">In force</p></header>';
const html = renderBlocks(document.lead, options) + renderSections(document.sections, options);
const page = `<!doctype html><html lang="en-GB"><head><title>x</title></head><body><header><p>Site</p></header><main id="content" tabindex="-1"><p class="banner past">Old.</p><article class="notice">${HEAD}<nav class="contents"><a href="#keeping">Keeping</a></nav>${CARD}<div class="text">${html}</div><section class="card version-block">This version</section><nav class="neighbours">Next</nav></article></main><footer>Words of the site</footer></body></html>`;
const fault = (changed: string) => faultOfPage(changed, facts, document, '/privacy/');

type Case = [what: string, from: string | RegExp, to: string];

const ALTERED: Case[] = [
  ['a paragraph before the text', '<div class="text">', '<p>We sell it.</p><div class="text">'],
  ['words without an element', '<div class="text">', 'We sell it.<div class="text">'],
  [
    'words deep in a box',
    '<div class="text">',
    '<div><div><b>Sold</b></div></div><div class="text">',
  ],
  ['words before the article', '<article', '<div>We sell it.</div><article'],
  ['words after the article', '</article>', '</article><aside>We sell it.</aside>'],
  ['words at the head', '<p class="dates">', '<p>We sell it.</p><p class="dates">'],
  [
    'words in the card of facts',
    '<dl class="facts"><div><dt>C',
    '<p>No.</p><dl class="facts"><div><dt>C',
  ],
  [
    'words in a box of the card',
    '</dl></section>',
    '</dl><details class="more-facts"><summary>More</summary><p>No.</p></details></section>',
  ],
  [
    'a fact of its own in the box of the card',
    '</dl></section>',
    '</dl><details class="more-facts"><summary>More</summary><dl><dt>A</dt><dd>B</dd></dl></details></section>',
  ],
  ['a fact in another box', '<div><dt>Contact', '<details><div><dt>Contact'],
  [
    'a text in the card of the version',
    /(<div class="text">.*)(<section class="card version-block">)This version/s,
    '$2<details><summary>This version</summary>$1</details>',
  ],
  [
    'the facts among the contents',
    /(<nav class="contents">)(.*?)(<\/nav>)(<section class="card facts.*?<\/section>)/s,
    '$1$2$4$3',
  ],
  ['a list of the contents in the head', '<p class="dates">', '<nav class="contents">No.</nav>$&'],
  [
    'a picture beside the text',
    '<div class="text">',
    '<img src="/x.png" alt=""><div class="text">',
  ],
  ['a second text', '</article>', '</article><article class="notice">Other</article>'],
  [
    'a second text in the article',
    '<section class="card version',
    '<div class="text">No.</div><section class="card version',
  ],
  ['a hidden paragraph', '<p>We keep', '<p hidden>We keep'],
  ['words that are not read aloud', '<p>We keep', '<p aria-hidden="true">We keep'],
  ['words that cannot be selected', '<p>We keep', '<p inert>We keep'],
  ['a style of its own', '<p>We keep', '<p style="display:none">We keep'],
  ['a hidden text', '<div class="text">', '<div class="text" hidden>'],
  ['a text with another role', '<div class="text">', '<div class="text" role="presentation">'],
  ['a hidden article', '<article class="notice">', '<article class="notice" hidden>'],
  ['a hidden main', '<main id', '<main hidden id'],
  ['a hidden title', '<h1>', '<h1 hidden>'],
  ['a hidden card', '<section class="card facts', '<section hidden class="card facts'],
  ['a text in a closed box', /<article.*<\/article>/s, '<details>$&</details>'],
  ['a template', '<p>We keep', '<template><p>We sell</p></template><p>We keep'],
  ['words for those without scripts', '<p>We keep', '<noscript>We sell it.</noscript><p>We keep'],
  ['a style sheet', '<p>We keep', '<style>p{display:none}</style><p>We keep'],
  ['a script', '<p>We keep', '<script>1</script><p>We keep'],
  ['a frame', '<p>We keep', '<iframe src="/x/"></iframe><p>We keep'],
  ['a drawing', '<p>We keep', '<svg><text>No</text></svg><p>We keep'],
  ['words in a title', '<p>We keep', '<p title="Not true">We keep'],
  ['a label that is read instead', '<p>We keep', '<p aria-label="We sell">We keep'],
  ['words struck out', '<strong>six years</strong>', '<del>six years</del>'],
  ['no emphasis', '<strong>six years</strong>', 'six years'],
  ['emphasis of its own', 'We keep', '<em>We</em> keep'],
  ['another meaning of an abbreviation', 'value added tax', 'very added tax'],
  ['another address', 'href="#sharing"', 'href="#keeping"'],
  ['an address without the base', 'href="/privacy/staff/"', 'href="/staff/"'],
  ['another picture', '/privacy/map.png', '/privacy/other.png'],
  ['other words for a picture', 'alt="A map"', 'alt="A plan"'],
  ['a smaller picture', 'alt="A map"', 'alt="A map" width="0"'],
  ['another language of words', 'lang="cy"', 'lang="fr"'],
  ['another language of the text', '<div class="text">', '<div class="text" lang="fr">'],
  ['another direction of the text', '<div class="text">', '<div class="text" dir="rtl">'],
  ['another direction of words', '<p>Nowhere', '<p dir="rtl">Nowhere'],
  ['another first number', '<ol>', '<ol start="3">'],
  ['a number that breaks the count', '<li>Two', '<li value="5">Two'],
  ['a list that counts down', '<ol>', '<ol reversed>'],
  ['a list that counts in letters', '<ol>', '<ol type="a">'],
  ['cells that are one', '<td>Orders', '<td colspan="2">Orders'],
  ['another head on a narrow screen', 'data-head="How long"', 'data-head="How short"'],
  ['another name of a table', 'aria-label="What, How long"', 'aria-label="None"'],
  ['an open box', '<details>', '<details open>'],
  [
    'a section in another place',
    /(<section class="level-1">.*?<\/section>\n)(.*)(<\/div><section class="card v)/s,
    '$2$1$3',
  ],
  ['a link beside a heading that says something', /(aria-label="Link">)#/, '$1Not true'],
  ['a number before a heading', 'id="keeping">', 'id="keeping"><span class="number">7.</span> '],
  [
    'the id of a section elsewhere',
    '<nav class="contents">',
    '<nav class="contents" id="sharing">',
  ],
  [
    'more elements in one another than a notice has',
    '<p>We keep',
    `${'<div>'.repeat(5000)}<p>We keep`,
  ],
];

/** Classes that only look like those of what pages add to a text. */
const LOOKALIKES: Case[] = [
  ['a paragraph whose class begins like a note', '<p>We keep', '<p class="nowhere">Sold.</p>$&'],
  ['a paragraph whose class ends like a note', '<p>We keep', '<p class="not-now">Sold.</p>$&'],
  ['a note that is no paragraph', '<p>We keep', '<div class="now">Sold.</div>$&'],
  ['a note within a list', '<li>One', '<li><p class="now">Sold.</p>One'],
  ['a text whose class only looks like it', '<div class="text">', '<div class="text-wide">'],
  ['a number beside words', '<p>We keep', '<p><span class="number">9.</span> We keep'],
];

const RELAID: Case[] = [
  [
    'facts that are folded',
    /(<div><dt>Contact.*?<\/div>)<\/dl>/s,
    '</dl><details class="more-facts"><summary>More</summary><dl>$1</dl></details>',
  ],
  ['a note in one class of several', '<p>We keep', '<p class="wide\nnow x">Today.</p>$&'],
  ['other classes', '<div class="text">', '<div class="text wide">'],
  [
    'a line and an empty box',
    '<article class="notice">',
    '<article class="notice"><hr><div></div>',
  ],
  ['boxes around a list', /<ol>.*?<\/ol>/s, '<div class="x" data-x="1">$&</div>'],
  ['a box around the article', /<article.*<\/article>/s, '<div class="grid">$&</div>'],
  ['another sign beside a heading', /(aria-label="Link">)#/, '$1¶'],
  ['other labels', '<dt>Controller', '<dt>Who'],
  [
    'links that open elsewhere',
    '<a href="/privacy/staff/"',
    '<a rel="noopener" target="_blank" href="/privacy/staff/"',
  ],
  ['other words in its footer', 'Words of the site', 'Other words'],
];

const change = (whole: string, from: string | RegExp, to: string | (() => string)): string => {
  const changed = typeof to === 'string' ? whole.replace(from, to) : whole.replace(from, to);
  expect(changed).not.toBe(whole);
  return changed;
};

describe('the page of a version', () => {
  it('passes as it is', () => {
    expect(fault(page)).toBeUndefined();
  });

  it.each([...ALTERED, ...LOOKALIKES])('with %s is refused', (_, from, to) => {
    expect(fault(change(page, from, to))).toBeDefined();
  });

  it.each(RELAID)('with %s passes', (_, from, to) => {
    expect(fault(change(page, from, to))).toBeUndefined();
  });

  it('is hidden by whatever is around it, however far', () => {
    for (const [from, to] of [
      ['<html', '<html hidden'],
      ['<body', '<body inert'],
      [/<main.*<\/main>/s, '<div><div hidden><div>$&</div></div></div>'],
      [/<article.*<\/article>/s, '<div><div aria-hidden="true">$&</div></div>'],
    ] as const) {
      expect(fault(change(page, from, to))).toMatchObject({ part: 'page' });
    }
    const beside = change(page, '<article', '<div class="grid" hidden></div><article');
    expect(fault(beside)).toBeUndefined();
  });

  it('is compared each time with the version that it is asked for', () => {
    const others = { ...facts, title: 'Other' };
    const faults = [facts, others, facts].map((each) =>
      faultOfPage(page, each, document, '/privacy/'),
    );
    expect(faults.map((each) => each?.part)).toEqual([undefined, 'title', undefined]);
    expect(idsOf(page).has('sharing')).toBe(true);
    expect(idsOf(page.replace('id="sharing"', '')).has('sharing')).toBe(false);
  });

  it('names what is beside its words', () => {
    expect(
      fault(page.replace('<div class="text">', '<p>We sell it.</p><div class="text">')),
    ).toEqual({ part: 'page', expected: '', found: '“We sell it.” beside the words' });
  });
});

describe('a table', () => {
  const headed = (...heads: string[]) =>
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody><tr><td>one</td><td>two</td></tr></tbody></table>`;
  const rows = (row: string) => `\n\n| ${row} |\n| --- | --- |\n| one | two |\n`;
  const nested = versionText(
    ID,
    `A list:

- item

  | One | Two |
  | --- | --- |
  | a | b |
${rows('Three | Four')}
<details>

<summary>More</summary>
${rows('Five | Six')}
</details>

<table><tbody><tr><td>${headed('Seven', 'Eight')}</td><td>Beside</td></tr></tbody></table>

## Section {#section}

Words.
${rows('Nine | Ten')}`,
  );
  const text =
    renderBlocks(nested.document.lead, options) + renderSections(nested.document.sections, options);
  const whole = change(
    page,
    /<div class="text">.*?<\/div>(?=<section class="card v)/s,
    () => `<div class="text">${text}</div>`,
  );
  const faultOf = (changed: string) =>
    faultOfPage(changed, nested.facts, nested.document, '/privacy/');

  it('passes wherever it is', () => {
    expect(faultOf(whole)).toBeUndefined();
  });

  it.each(['Two', 'Four', 'Six', 'Eight', 'Ten'])(
    'is refused with another head than %s, or none, or another name',
    (head) => {
      for (const [from, to] of [
        [` data-head="${head}"`, ' data-head="Other"'],
        [` data-head="${head}"`, ''],
        [`, ${head}">`, ', Other">'],
      ] as const) {
        expect(faultOf(change(whole, from, to))).toMatchObject({ part: 'text' });
      }
    },
  );

  it('is refused with its heads in another order', () => {
    const swapped = change(whole, '"Four"', '"Twice"').replace('"Two"', '"Four"');
    expect(faultOf(swapped.replace('"Twice"', '"Two"'))).toMatchObject({ part: 'text' });
  });

  it('is refused with a label on what is none', () => {
    expect(faultOf(change(whole, '<p>Words', '<p data-head="No">Words'))).toMatchObject({
      part: 'text',
    });
  });
});

describe('a notice that shows no version', () => {
  const none = page.replace(/<div class="text">.*?<\/div>(?=<section class="card v)/s, '');
  const faultOfNone = (changed: string) => faultOfPage(changed, facts, undefined, '/privacy/');

  it('passes with its facts, and not with a text', () => {
    expect(faultOfNone(none)).toBeUndefined();
    expect(faultOfNone(page)).toMatchObject({ part: 'text' });
    expect(faultOfNone(none.replace(CARD, `<p>Sold.</p>${CARD}`))).toMatchObject({ part: 'page' });
  });
});

const version = { notice: 'shop', name: '2024-01-01', fingerprint: 'abc', facts, document };

describe('a part', () => {
  const MAP = 'https://shop.example/privacy/map.png';
  const [, section] = document.sections;
  const partOf = (origin: string): string => {
    const locate = (address: string) =>
      address.startsWith('#')
        ? `${origin}/privacy/shop/2024-01-01/${address}`
        : origin + options.addressOf(address);
    const inner = renderSections([section!], { addressOf: locate, labelOf: () => '' });
    return `<!doctype html><html lang="en-GB"><head><link rel="canonical" href="${origin}/privacy/shop/#sharing"></head><body><main class="privacy-notice-part" data-notice="shop" data-version="2024-01-01" data-fingerprint="abc">${inner}<p class="source">From A.</p></main></body></html>`;
  };
  const faultOf = (changed: string, origins: string[] = ['https://shop.example']) =>
    faultOfPart(changed, version, section!, { base: '/privacy/', origins });
  const part = partOf('https://shop.example');

  it('passes with whole addresses, and with paths', () => {
    expect(faultOf(part)).toBeUndefined();
    expect(faultOf(partOf(''), [])).toBeUndefined();
    expect(faultOf(change(part, /<main[^>]*>/, '$&\n<p class="behind">Late.</p>'))).toBeUndefined();
    expect([...sectionsOf(section!)].length).toBe(1);
  });

  it.each<Case>([
    ['other words', 'Nowhere', 'Everywhere'],
    ['another heading', 'Sharing</h2>', 'Selling</h2>'],
    ['a section less', /<section class="level-2">.*?<\/section>/s, ''],
    ['words after it', '<p class="source">', '<p>We sell it.</p><p class="source">'],
    ['words beside it', '</main>', '</main><p>We sell it.</p>'],
    ['another fingerprint', 'data-fingerprint="abc"', 'data-fingerprint="abd"'],
    ['another version', 'data-version="2024-01-01"', 'data-version="2023-01-01"'],
    ['hidden words', '<p>Nowhere', '<p hidden>Nowhere'],
    [
      'a picture from elsewhere',
      'https://shop.example/privacy/map.png',
      'https://evil.example/privacy/map.png',
    ],
    ['a picture from another host by a backslash', MAP, '/\\evil.example/privacy/map.png'],
    ['a picture from another host by a tab', MAP, '/\t/evil.example/privacy/map.png'],
    ['a picture from another host by a line', MAP, '/\n/evil.example/privacy/map.png'],
    ['a picture from no host', MAP, '/\\'],
    ['a picture from a host that is none', MAP, '/\\[/privacy/map.png'],
    [
      'a picture below its origin by a backslash',
      MAP,
      'https://shop.example/\\evil.example/privacy/map.png',
    ],
    ['another language', '<html lang="en-GB">', '<html lang="fr">'],
    ['all of it hidden', '<main', '<main hidden'],
    ['all of it out of sight', '<main', '<main style="display: none"'],
    ['all of it behind another name', '<main', '<main aria-label="Nothing here"'],
    ['a script for all of it', '<main', '<main onclick="remove()"'],
    ['a body that nobody reads', '<body>', '<body inert aria-hidden="true">'],
    ['a page that is hidden', '<html', '<html hidden'],
    ['a box that is hidden around it', /<main.*<\/main>/s, '<div hidden>$&</div>'],
    ['a dialog around it', /<main.*<\/main>/s, '<dialog>$&</dialog>'],
    ['a script in it', '<p class="source">', '<script>remove()</script><p class="source">'],
    ['a style in it', '<p class="source">', '<style>main{display:none}</style>$&'],
    ['a script in its head', '</head>', '<script>remove()</script></head>'],
    ['a style in its head', '</head>', '<style>main{display:none}</style></head>'],
    ['a second source', '<p class="source">', '<p class="source">We sell it.</p>$&'],
    ['a second source after it', '</main>', '<p class="source">We sell it.</p></main>'],
    ['a source before it', '<h2', '<p class="source">We sell it.</p><h2'],
    ['a source among its words', '<p>Nowhere', '<p class="source">We sell it.</p>$&'],
    ['a note among its words', '<p>Nowhere', '<p class="behind">We sell it.</p>$&'],
    ['a note after it', '<p class="source">', '<p class="behind">We sell it.</p>$&'],
    ['a source that is hidden', '<p class="source">', '<p class="source" hidden>'],
    ['a script in its source', 'From A.', 'From A.<script>remove()</script>'],
  ])('with %s is refused', (_, from, to) => {
    expect(faultOf(change(part, from, to))).toBeDefined();
  });
});

describe('a first layer', () => {
  const [first, second] = inShortOf(document);
  const blocks = renderBlocks(first!.blocks, options);
  const short = `<!doctype html><html lang="en-GB"><body><main><article class="short">${HEAD}<nav class="layers">x</nav><div class="text"><section class="short-section"><h2><a href="/privacy/shop/#keeping">Keeping</a></h2>${blocks}</section></div><section class="only-in-full"><h2>Only in full</h2><ul class="plain"><li><a href="/privacy/shop/#sharing">Sharing</a></li></ul></section>${CARD}</article></main></body></html>`;
  const faultOf = (changed: string) => faultOfShort(changed, version, '/privacy/');

  it('passes as it is', () => {
    expect(second!.blocks).toEqual([]);
    expect(faultOf(short)).toBeUndefined();
  });

  it.each<Case>([
    ['other words', 'Six years.', 'Five years.'],
    ['another heading', '>Keeping</a></h2>', '>Selling</a></h2>'],
    ['a heading that leads elsewhere', 'shop/#keeping', 'shop/#sharing'],
    ['a section less', /<li>.*<\/li>/, ''],
    ['words between sections', '</section></div>', '</section><p>Sold.</p></div>'],
    ['words in a section', '</h2><p>Six', '</h2><p>Not quite.</p><p>Six'],
    ['words beside it', '<div class="text">', '<p>We sell it.</p><div class="text">'],
    ['hidden words', '<p>Six', '<p hidden>Six'],
    ['another title', '<h1>Notice', '<h1>Notes'],
  ])('with %s is refused', (_, from, to) => {
    expect(faultOf(change(short, from, to))).toBeDefined();
  });
});
