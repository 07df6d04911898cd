import { describe, expect, it } from 'vitest';
import type { Block, Cell, Inline, Section } from './index.ts';
import {
  escapeHtml,
  renderBlocks,
  renderFacts,
  renderInline,
  renderSections,
  withBase,
  type RenderOptions,
} from './print.ts';

const OPTIONS: RenderOptions = {
  addressOf: (address) => withBase(address, '/privacy/'),
  labelOf: (field) => `The ${field}`,
};

const text = (value: string): Inline => ({ type: 'text', value });
const section = (level: number, heading: string, more: Partial<Section> = {}): Section => ({
  anchor: heading.toLowerCase(),
  level,
  rank: level + 1,
  heading: [text(heading)],
  blocks: [],
  sections: [],
  ...more,
});
const cell = (value: string, more: Partial<Cell> = {}): Cell => ({
  header: false,
  blocks: value === '' ? [] : [{ type: 'paragraph', content: [text(value)], bare: true }],
  ...more,
});

describe('withBase', () => {
  it.each([
    ['/staff/', '/privacy/staff/'],
    ['/', '/privacy/'],
    ['/staff/#retention', '/privacy/staff/#retention'],
    ['#retention', '#retention'],
    ['https://company.example/x', 'https://company.example/x'],
    ['mailto:privacy@company.example', 'mailto:privacy@company.example'],
    ['tel:+441632960123', 'tel:+441632960123'],
  ])('makes of %s the address %s', (href, expected) => {
    expect(withBase(href, '/privacy/')).toBe(expected);
  });

  it('changes nothing when the site stands at the root', () => {
    expect(withBase('/staff/', '/')).toBe('/staff/');
  });
});

describe('escapeHtml', () => {
  it('leaves nothing that could end a text or an attribute', () => {
    expect(escapeHtml('<a href="x">&amp;</a>')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;',
    );
  });
});

describe('renderInline', () => {
  it.each([
    [text('a < b & "c"'), 'a &lt; b &amp; &quot;c&quot;'],
    [{ type: 'mark', tag: 'em', content: [text('a')] }, '<em>a</em>'],
    [
      { type: 'mark', tag: 'span', language: 'fr', content: [text('a')] },
      '<span lang="fr">a</span>',
    ],
    [{ type: 'link', href: '/staff/', content: [text('a')] }, '<a href="/privacy/staff/">a</a>'],
    [
      { type: 'link', href: 'https://x.example/?a=1&b="', content: [text('a')] },
      '<a href="https://x.example/?a=1&amp;b=&quot;">a</a>',
    ],
    [{ type: 'break' }, '<br>'],
    [
      { type: 'image', source: '/map.png', alternative: 'A "map"' },
      '<img src="/privacy/map.png" alt="A &quot;map&quot;">',
    ],
    [{ type: 'target', anchor: 'a"b' }, '<span id="a&quot;b"></span>'],
  ] as [Inline, string][])('prints %j', (inline, html) => {
    expect(renderInline([inline], OPTIONS)).toBe(html);
  });
});

describe('renderSections', () => {
  it('prints a section with its heading, blocks and the sections within it', () => {
    const within = section(2, 'Orders');
    const html = renderSections(
      [section(1, 'Keeping', { blocks: [{ type: 'rule' }], sections: [within] })],
      OPTIONS,
    );
    expect(html).toBe(
      '<section class="level-1"><div class="heading"><h2 id="keeping">Keeping</h2></div><hr>\n' +
        '<section class="level-2"><div class="heading"><h3 id="orders">Orders</h3></div></section>\n' +
        '</section>\n',
    );
  });

  it.each([
    [1, 'h2'],
    [4, 'h5'],
    [5, 'h6'],
    [6, 'h6'],
    [9, 'h6'],
  ])('prints the heading of depth %i as %s', (level, tag) => {
    expect(renderSections([section(level, 'x')], OPTIONS)).toContain(`<${tag} id="x">x</${tag}>`);
  });

  it('escapes anchors and headings', () => {
    expect(renderSections([section(1, '<b>"', { anchor: '"><b>' })], OPTIONS)).toContain(
      '<h2 id="&quot;&gt;&lt;b&gt;">&lt;b&gt;&quot;</h2>',
    );
  });

  it('writes ids and addresses as the page has them', () => {
    const blocks: Block[] = [
      { type: 'group', tag: 'aside', anchor: 'note', blocks: [] },
      {
        type: 'paragraph',
        content: [
          { type: 'target', anchor: 'x' },
          { type: 'link', href: '#note', content: [text('See')] },
          { type: 'image', source: '/a.png', alternative: 'A' },
        ],
      },
    ];
    const options: RenderOptions = {
      ...OPTIONS,
      idOf: (anchor) => `t1-${anchor}&`,
      addressOf: (address) => `/at?${address}&`,
    };
    expect(renderSections([section(1, 'Keeping', { blocks })], options)).toBe(
      '<section class="level-1"><div class="heading"><h2 id="t1-keeping&amp;">Keeping</h2></div>' +
        '<aside id="t1-note&amp;"></aside>\n<p><span id="t1-x&amp;"></span>' +
        '<a href="/at?#note&amp;">See</a><img src="/at?/a.png&amp;" alt="A"></p>\n</section>\n',
    );
  });

  it('puts what a page adds beside the heading and below it', () => {
    const options: RenderOptions = {
      ...OPTIONS,
      besideHeading: ({ anchor }) => `<a href="#${anchor}">#</a>`,
      belowHeading: ({ level }) => `<p>Depth ${level}</p>`,
    };
    expect(renderSections([section(1, 'Keeping', { blocks: [{ type: 'rule' }] })], options)).toBe(
      '<section class="level-1"><div class="heading"><h2 id="keeping">Keeping</h2>' +
        '<a href="#keeping">#</a></div><p>Depth 1</p><hr>\n</section>\n',
    );
  });
});

describe('renderBlocks', () => {
  it.each([
    [{ type: 'paragraph', content: [text('a')] }, '<p>a</p>\n'],
    [{ type: 'paragraph', content: [text('a')], bare: true }, 'a'],
    [{ type: 'list', ordered: false, items: [{ blocks: [] }] }, '<ul><li></li></ul>\n'],
    [{ type: 'list', ordered: true, start: 5, items: [] }, '<ol start="5"></ol>\n'],
    [
      { type: 'list', ordered: false, items: [{ blocks: [], checked: true }] },
      '<ul><li><span data-checked="true">☑</span> </li></ul>\n',
    ],
    [
      { type: 'list', ordered: false, items: [{ blocks: [], checked: false }] },
      '<ul><li><span data-checked="false">☐</span> </li></ul>\n',
    ],
    [{ type: 'quote', blocks: [{ type: 'rule' }] }, '<blockquote><hr>\n</blockquote>\n'],
    [{ type: 'code', text: 'a < b' }, '<pre tabindex="0"><code>a &lt; b\n</code></pre>\n'],
    [
      {
        type: 'definitions',
        entries: [{ terms: [[text('a')], [text('b')]], descriptions: [[{ type: 'rule' }], []] }],
      },
      '<dl><dt>a</dt><dt>b</dt><dd><hr>\n</dd><dd></dd></dl>\n',
    ],
    [
      { type: 'group', tag: 'details', anchor: 'more', blocks: [{ type: 'rule' }] },
      '<details id="more"><hr>\n</details>\n',
    ],
  ] as [Block, string][])('prints %j', (block, html) => {
    expect(renderBlocks([block], OPTIONS)).toBe(html);
  });
});

describe('a table', () => {
  const table = (more: Partial<Extract<Block, { type: 'table' }>>): string =>
    renderBlocks([{ type: 'table', head: [], body: [], ...more }], OPTIONS);
  const name = (html: string): string | undefined => /aria-label="([^"]*)"/.exec(html)?.[1];

  it('gives each cell but the first the head of its column, for rows that are shown as cards', () => {
    const html = table({
      head: [{ cells: [cell('What', { header: true }), cell('How <long>', { header: true })] }],
      body: [{ cells: [cell('Orders'), cell('Six years')] }],
    });
    expect(html).toContain(
      '<table class="rows"><thead><tr><th>What</th><th>How &lt;long&gt;</th></tr></thead>' +
        '<tbody><tr><td>Orders</td><td data-head="How &lt;long&gt;">Six years</td></tr></tbody>',
    );
  });

  it('whose cells reach over others is never cut into cards', () => {
    const html = table({
      head: [{ cells: [cell('What', { header: true }), cell('When', { header: true })] }],
      body: [{ cells: [cell('All', { columns: 2 })] }],
    });
    expect(html).not.toContain('data-head');
    expect(html).not.toContain('class="rows"');
  });

  it('stands in a box that a keyboard can reach and scroll', () => {
    const html = table({ head: [{ cells: [cell('What', { header: true })] }] });
    expect(html).toBe(
      '<div class="table" role="group" tabindex="0" aria-label="What">' +
        '<table><thead><tr><th>What</th></tr></thead></table></div>\n',
    );
  });

  it('prints alignment as a class, so that the page needs no style attribute', () => {
    expect(table({ body: [{ cells: [cell('1', { align: 'right' })] }] })).toContain(
      '<td class="right">1</td>',
    );
  });

  it('prints how many columns and rows a cell spans', () => {
    expect(table({ body: [{ cells: [cell('1', { columns: 2, rows: 3 })] }] })).toContain(
      '<td colspan="2" rowspan="3">1</td>',
    );
  });

  it('is named by its caption', () => {
    const caption: Inline[] = [
      text('How '),
      { type: 'mark', tag: 'em', content: [text('"long"')] },
    ];
    expect(name(table({ caption }))).toBe('How &quot;long&quot;');
  });

  it('is named by the heads of its columns when it has no caption', () => {
    const head = [{ cells: [cell(''), cell('What'), cell('How long')] }];
    expect(name(table({ head }))).toBe('What, How long');
  });

  it('is named by its first row when it has no head', () => {
    expect(name(table({ body: [{ cells: [cell('Mail'), cell('2 years')] }] }))).toBe(
      'Mail, 2 years',
    );
  });

  it('has some name even when it says nothing', () => {
    expect(name(table({}))).toBe('–');
  });
});

describe('renderFacts', () => {
  it('gives each field the label of the page, and each value a line', () => {
    const entries = [{ field: 'name', values: [[text('A & B')], [text('C')]] }];
    expect(renderFacts({ of: 'controller', entries }, OPTIONS)).toBe(
      '<dl class="facts" data-facts="controller">' +
        '<div data-field="name"><dt>The name</dt><dd>A &amp; B</dd><dd>C</dd></div></dl>\n',
    );
  });

  it('escapes what a field is called', () => {
    const options = { ...OPTIONS, labelOf: () => '<b>' };
    expect(renderFacts({ of: '"', entries: [{ field: '"', values: [] }] }, options)).toBe(
      '<dl class="facts" data-facts="&quot;"><div data-field="&quot;"><dt>&lt;b&gt;</dt></div></dl>\n',
    );
  });
});
