import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseDocument,
  sectionsOf,
  textOf,
  type Block,
  type Inline,
  type Paragraph,
  type Text,
} from './index.ts';
import { tidyInline } from './parse-inline.ts';
import { renderBlocks } from './print.ts';

const text = (value: string): Text => ({ type: 'text', value });
const paragraph = (...content: Inline[]): Paragraph => ({ type: 'paragraph', content });
const bare = (...content: Inline[]): Paragraph => ({ ...paragraph(...content), bare: true });
const target = (anchor: string): Inline => ({ type: 'target', anchor });
const strong = (...content: Inline[]): Inline => ({ type: 'mark', tag: 'strong', content });

/** The blocks of a body without headings. */
const blocks = (source: string): Block[] => parseDocument(source).lead;

/** The content of a body that is one paragraph. */
function inline(source: string): Inline[] {
  const [block] = blocks(`<p>${source}</p>`);
  return block?.type === 'paragraph' ? block.content : [];
}

/** The outline, a line a section: its depth, anchor and words. */
const outline = (source: string): string[] =>
  [...sectionsOf(parseDocument(source))].map(
    ({ level, anchor, heading }) => `${level} #${anchor} ${textOf(heading)}`,
  );

describe('the outline', () => {
  it('puts what stands before the first heading into the lead', () => {
    expect(parseDocument('<p>Before.</p><h2 id="a">A</h2><p>After.</p>')).toEqual({
      lead: [paragraph(text('Before.'))],
      sections: [
        {
          anchor: 'a',
          level: 1,
          rank: 2,
          heading: [text('A')],
          blocks: [paragraph(text('After.'))],
          sections: [],
        },
      ],
    });
  });

  it('carries the facts along unread', () => {
    const facts = { title: 'Customer privacy notice' };
    expect(parseDocument('', facts)).toEqual({ facts, lead: [], sections: [] });
  });

  it.each([
    ['h2 h3 h2', '1 2 1'],
    ['h1 h3 h4 h3 h1', '1 2 3 2 1'],
    ['h3 h2 h3', '1 1 2'],
    ['h2 h6 h4 h2', '1 2 2 1'],
    ['h6 h5 h4', '1 1 1'],
    ['h1 h2 h3 h4 h5 h6', '1 2 3 4 5 6'],
  ])('nests headings of %s to the depths %s', (written, depths) => {
    const source = written.split(' ').map((tag) => `<${tag}>x</${tag}>`);
    const levels = [...sectionsOf(parseDocument(source.join('')))].map(({ level }) => level);
    expect(levels.join(' ')).toBe(depths);
  });

  it('gives each section its own blocks and those within it theirs', () => {
    const [section] = parseDocument('<h2>A</h2><p>1</p><h3>B</h3><p>2</p>').sections;
    expect(section?.blocks).toEqual([paragraph(text('1'))]);
    expect(section?.sections[0]?.blocks).toEqual([paragraph(text('2'))]);
  });

  it('looks into wrappers for headings', () => {
    const source =
      '<section><div><h2 id="a">A</h2></div><article><h3 id="b">B</h3></article></section>';
    expect(outline(source)).toEqual(['1 #a A', '2 #b B']);
  });

  it('keeps ids, and derives those that are missing from the words', () => {
    expect(outline('<h2 id="who">Who we are</h2><h2>How <em>long</em> we keep it</h2>')).toEqual([
      '1 #who Who we are',
      '1 #how-long-we-keep-it How long we keep it',
    ]);
  });

  it('numbers derived ids that repeat', () => {
    expect(outline('<h2>Cookies</h2><h2>Cookies</h2><h3>Cookies</h3>')).toEqual([
      '1 #cookies Cookies',
      '1 #cookies-1 Cookies',
      '2 #cookies-2 Cookies',
    ]);
  });

  it('numbers written ids that repeat', () => {
    expect(outline('<h2 id="a">A</h2><h2 id="a">B</h2><h2 id="a">C</h2>')).toEqual([
      '1 #a A',
      '1 #a-1 B',
      '1 #a-2 C',
    ]);
  });

  it('never gives out a number that is taken', () => {
    expect(outline('<h2 id="a">A</h2><h2 id="a-1">B</h2><h2 id="a">C</h2>')).toEqual([
      '1 #a A',
      '1 #a-1 B',
      '1 #a-2 C',
    ]);
  });

  it('calls a heading whose words make no anchor a section', () => {
    expect(outline('<h2>?</h2>')).toEqual(['1 #section ?']);
  });

  it.each(['<h2></h2>', '<h2 id="a"> </h2>', '<h2>&nbsp;</h2>', '<h2><a href="#x"></a></h2>'])(
    'leaves out %s, which has no words',
    (source) => {
      expect(parseDocument(`<h3>A</h3>${source}<p>x</p>`).sections).toMatchObject([
        { anchor: 'a', blocks: [paragraph(text('x'))], sections: [] },
      ]);
    },
  );

  it('makes a strong line of a heading in a list or a quote', () => {
    expect(blocks('<blockquote><h3 id="q">Why</h3></blockquote>')).toEqual([
      { type: 'quote', blocks: [{ ...paragraph(target('q'), text('Why')), rank: 3 }] },
    ]);
  });
});

describe('paragraphs', () => {
  it('are one each', () => {
    expect(blocks('<p>One.</p>\n<p>Two.</p>')).toEqual([
      paragraph(text('One.')),
      paragraph(text('Two.')),
    ]);
  });

  it('are made of text that stands between blocks', () => {
    expect(blocks('One <b>two</b><hr>three')).toEqual([
      paragraph(text('One '), { type: 'mark', tag: 'b', content: [text('two')] }),
      { type: 'rule' },
      paragraph(text('three')),
    ]);
  });

  it('are left out if they are empty', () => {
    expect(blocks('<p></p><p> \n </p><p><b></b></p>')).toEqual([]);
  });

  it('keep their id as a place to link to', () => {
    expect(blocks('<p id="here">Text</p>')).toEqual([paragraph(target('here'), text('Text'))]);
  });
});

describe('lists', () => {
  it('hold items, whose text needs no paragraph', () => {
    expect(blocks('<ul>\n<li>One</li>\n<li><p>Two</p></li>\n</ul>')).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [{ blocks: [bare(text('One'))] }, { blocks: [paragraph(text('Two'))] }],
      },
    ]);
  });

  it('nest', () => {
    expect(blocks('<ul><li>One<ol><li>A</li></ol></li></ul>')).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          {
            blocks: [
              bare(text('One')),
              { type: 'list', ordered: true, items: [{ blocks: [bare(text('A'))] }] },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['<ol start="5"><li>x</li></ol>', 5],
    ['<ol start="0"><li>x</li></ol>', 0],
    ['<ol start="1"><li>x</li></ol>', undefined],
    ['<ol start="five"><li>x</li></ol>', undefined],
    ['<ol><li>x</li></ol>', undefined],
  ])('%s begins at %s', (source, start) => {
    expect(blocks(source)).toEqual([
      {
        type: 'list',
        ordered: true,
        ...(start !== undefined && { start }),
        items: [{ blocks: [bare(text('x'))] }],
      },
    ]);
  });

  it('of tasks say which are done', () => {
    const source =
      '<ul><li><input type="checkbox" disabled> To do</li>' +
      '<li><input type="checkbox" checked disabled> Done</li>' +
      '<li><p><input type="checkbox" checked> Also</p></li><li>No task</li></ul>';
    expect(blocks(source)).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          { blocks: [bare(text('To do'))], checked: false },
          { blocks: [bare(text('Done'))], checked: true },
          { blocks: [paragraph(text('Also'))], checked: true },
          { blocks: [bare(text('No task'))] },
        ],
      },
    ]);
  });

  it('keep the id of an item as a place to link to', () => {
    expect(blocks('<ul><li id="a">x</li></ul>')).toMatchObject([
      { items: [{ blocks: [bare(target('a')), bare(text('x'))] }] },
    ]);
  });
});

describe('tables', () => {
  /** The cells of a table with one row. */
  const cells = (source: string) => {
    const [block] = blocks(`<table><tr>${source}</tr></table>`);
    return block?.type === 'table' ? block.body[0]?.cells : undefined;
  };

  it('have a head and a body', () => {
    const source =
      '<table><thead><tr><th>What</th></tr></thead>' +
      '<tbody><tr><td>Mail</td></tr></tbody><tfoot><tr><td>End</td></tr></tfoot></table>';
    expect(blocks(source)).toEqual([
      {
        type: 'table',
        head: [{ cells: [{ header: true, blocks: [bare(text('What'))] }] }],
        body: [
          { cells: [{ header: false, blocks: [bare(text('Mail'))] }] },
          { cells: [{ header: false, blocks: [bare(text('End'))] }] },
        ],
      },
    ]);
  });

  it('may have a caption', () => {
    expect(blocks('<table><caption>How <b>long</b></caption></table>')).toEqual([
      {
        type: 'table',
        caption: [text('How '), { type: 'mark', tag: 'b', content: [text('long')] }],
        head: [],
        body: [],
      },
    ]);
  });

  it('have header cells at the side', () => {
    expect(cells('<th>Mail</th><td>2 years</td>')?.map(({ header }) => header)).toEqual([
      true,
      false,
    ]);
  });

  it('take an empty header for a plain corner', () => {
    expect(cells('<th> </th>')).toEqual([{ header: false, blocks: [] }]);
  });

  it.each([
    ['style="text-align: right"', { align: 'right' }],
    ['style="text-align:center"', { align: 'center' }],
    ['align="left"', { align: 'left' }],
    ['style="text-align: justify"', {}],
    ['colspan="2"', { columns: 2 }],
    ['rowspan="3"', { rows: 3 }],
    ['colspan="1" rowspan="1"', {}],
    ['colspan="many"', {}],
  ])('read %s of a cell', (attributes, expected) => {
    expect(cells(`<td ${attributes}>x</td>`)).toEqual([
      { header: false, blocks: [bare(text('x'))], ...expected },
    ]);
  });

  it('hold cells of several blocks', () => {
    expect(cells('<td>One<ul><li>two</li></ul><p>three</p></td>')?.[0]?.blocks).toEqual([
      bare(text('One')),
      { type: 'list', ordered: false, items: [{ blocks: [bare(text('two'))] }] },
      paragraph(text('three')),
    ]);
  });
});

describe('definitions', () => {
  const two = {
    type: 'definitions',
    entries: [
      { terms: [[text('Data')], [text('Facts')]], descriptions: [[bare(text('What we know'))]] },
      {
        terms: [[text('You')]],
        descriptions: [[bare(text('A reader'))], [paragraph(text('A person'))]],
      },
    ],
  };

  it('go by terms and what describes them', () => {
    const source =
      '<dl><dt>Data</dt><dt>Facts</dt><dd>What we know</dd>' +
      '<dt>You</dt><dd>A reader</dd><dd><p>A person</p></dd></dl>';
    expect(blocks(source)).toEqual([two]);
  });

  it('may be wrapped, an entry each', () => {
    const source =
      '<dl><div><dt>Data</dt><dt>Facts</dt><dd>What we know</dd></div>' +
      '<div><dt>You</dt><dd>A reader</dd><dd><p>A person</p></dd></div></dl>';
    expect(blocks(source)).toEqual([two]);
  });

  it('keep a description that nothing names', () => {
    expect(blocks('<dl><dd>x</dd></dl>')).toEqual([
      { type: 'definitions', entries: [{ terms: [], descriptions: [[bare(text('x'))]] }] },
    ]);
  });

  it('keep the id of a term as a place to link to', () => {
    expect(blocks('<dl><dt id="data">Data</dt><dd>x</dd></dl>')).toMatchObject([
      { entries: [{ terms: [[target('data'), text('Data')]] }] },
    ]);
  });
});

describe('facts', () => {
  it('are values by the name of their field, without the labels of a page', () => {
    const source =
      '<dl class="facts" data-facts="contact">' +
      '<div data-field="email"><dt>E-mail</dt>' +
      '<dd><a href="mailto:privacy@harbourlight.example">privacy@harbourlight.example</a></dd></div>' +
      '<div data-field="address"><dt>Address</dt><dd>1 Example Wharf<br>Reigate</dd><dd>Old</dd></div>' +
      '<div><dt>Words</dt><dd>of a theme</dd></div></dl>';
    expect(blocks(source)).toEqual([
      {
        type: 'facts',
        of: 'contact',
        entries: [
          {
            field: 'email',
            values: [
              [
                {
                  type: 'link',
                  href: 'mailto:privacy@harbourlight.example',
                  content: [text('privacy@harbourlight.example')],
                },
              ],
            ],
          },
          {
            field: 'address',
            values: [[text('1 Example Wharf'), { type: 'break' }, text('Reigate')], [text('Old')]],
          },
        ],
      },
    ]);
  });
});

describe('other blocks', () => {
  it('quotes hold blocks', () => {
    expect(blocks('<blockquote><p>One</p>two</blockquote>')).toEqual([
      { type: 'quote', blocks: [paragraph(text('One')), paragraph(text('two'))] },
    ]);
  });

  it('code keeps its lines and spaces', () => {
    expect(blocks('<pre><code class="language-sh">a  b\n  c &lt;d&gt;\n</code></pre>')).toEqual([
      { type: 'code', text: 'a  b\n  c <d>' },
    ]);
  });

  it('code does not keep the elements that colour it', () => {
    expect(blocks('<pre><code><span class="x">a</span><br>b</code></pre>')).toEqual([
      { type: 'code', text: 'a\nb' },
    ]);
  });

  it('details hold their summary and what it unfolds', () => {
    expect(blocks('<details id="more"><summary>More</summary><p>x</p>y</details>')).toEqual([
      {
        type: 'group',
        tag: 'details',
        anchor: 'more',
        blocks: [
          { type: 'group', tag: 'summary', blocks: [bare(text('More'))] },
          paragraph(text('x')),
          paragraph(text('y')),
        ],
      },
    ]);
  });

  it('wrappers that say nothing give way, and leave their id behind', () => {
    expect(blocks('<div id="a" class="b"><section><p>x</p></section></div>')).toEqual([
      bare(target('a')),
      paragraph(text('x')),
    ]);
  });

  it.each(['<center><p>x</p></center>', '<main><p>x</p></main>', '<my-box><p>x</p></my-box>'])(
    'unknown wrappers give way: %s',
    (source) => {
      expect(blocks(source)).toEqual([paragraph(text('x'))]);
    },
  );

  it.each([
    '<script>alert(1)</script>',
    '<style>p { color: red }</style>',
    '<template><p>x</p></template>',
    '<noscript>x</noscript>',
    '<iframe src="https://company.example/">x</iframe>',
    '<object data="x">x</object>',
    '<!-- a comment -->',
  ])('%s is dropped', (source) => {
    expect(blocks(`<p>One</p>${source}<p>Two</p>`)).toEqual([
      paragraph(text('One')),
      paragraph(text('Two')),
    ]);
  });
});

describe('links', () => {
  it.each([
    'https://company.example/x?y=1&z=2',
    'http://company.example/',
    'mailto:privacy@harbourlight.example',
    'tel:+441632960123',
    '#retention',
    '/staff/#retention',
  ])('to %s are kept', (href) => {
    expect(inline(`See <a href="${href.replace('&', '&amp;')}">this</a>.`)).toEqual([
      text('See '),
      { type: 'link', href, content: [text('this')] },
      text('.'),
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//company.example/',
    'page.html',
    '',
  ])('to "%s" lose their address and keep their words', (href) => {
    expect(inline(`See <a href="${href}">this</a>.`)).toEqual([text('See this.')]);
  });

  it('without an address keep their words and their id', () => {
    expect(inline('<a id="x">words</a>')).toEqual([target('x'), text('words')]);
  });

  it('keep marks within them', () => {
    expect(inline('<a href="#x"><strong>this</strong> one</a>')).toEqual([
      { type: 'link', href: '#x', content: [strong(text('this')), text(' one')] },
    ]);
  });

  it.each(['<a href="#x"></a>', '<a href="#x"> </a>', '<a href="#x"><b></b></a>'])(
    'around nothing are dropped: %s',
    (source) => {
      expect(inline(`one ${source} two`)).toEqual([text('one two')]);
    },
  );
});

describe('images', () => {
  it('of the site are kept', () => {
    expect(inline('<img src="/images/map.png" alt="A map">')).toEqual([
      { type: 'image', source: '/images/map.png', alternative: 'A map' },
    ]);
  });

  it('of another host are kept, and shown as links to it', () => {
    const href = 'https://company.example/map.png';
    expect(inline(`<img src="${href}" alt="A map"> <img src="${href}">`)).toEqual([
      { type: 'image', source: href, alternative: 'A map' },
      text(' '),
      { type: 'image', source: href, alternative: '' },
    ]);
    const [first] = blocks(`<p><img src="${href}" alt="A map"></p>`);
    expect(renderBlocks(first ? [first] : [], { addressOf: String, labelOf: String })).toBe(
      `<p><a href="${href}">A map</a></p>\n`,
    );
  });

  it.each(['map.png', '//company.example/map.png', 'data:image/png;base64,x'])(
    'at "%s" stand nowhere: what shows is the words for them',
    (source) => {
      expect(inline(`See <img src="${source}" alt="a map">`)).toEqual([
        text('See '),
        { type: 'image', source: '', alternative: 'a map' },
      ]);
    },
  );
});

describe('marks', () => {
  it.each(['em', 'strong', 'code', 'abbr', 'sub', 'sup', 'del', 'ins', 'time', 'q'] as const)(
    '<%s> is kept',
    (tag) => {
      expect(inline(`a <${tag}>b</${tag}>`)).toEqual([
        text('a '),
        { type: 'mark', tag, content: [text('b')] },
      ]);
    },
  );

  it('keep the language of their words', () => {
    expect(inline('<span lang="fr">bonjour</span> <em lang="cy">shwmae</em>')).toEqual([
      { type: 'mark', tag: 'span', language: 'fr', content: [text('bonjour')] },
      text(' '),
      { type: 'mark', tag: 'em', language: 'cy', content: [text('shwmae')] },
    ]);
  });

  it('leave out a span that says nothing', () => {
    expect(inline('a<span class="x">b</span><font>c</font>')).toEqual([text('abc')]);
  });

  it('leave their id behind as a place to link to', () => {
    expect(inline('a <strong id="x">b</strong>')).toEqual([
      text('a '),
      target('x'),
      strong(text('b')),
    ]);
  });

  it('are an empty place to link to when they have an id and no words', () => {
    expect(inline('a <span id="x"></span>b')).toEqual([text('a '), target('x'), text('b')]);
  });
});

describe('white space', () => {
  it.each([
    ['a  b\n\tc', [text('a b c')]],
    [' a b ', [text('a b')]],
    ['a <b> b</b>', [text('a '), { type: 'mark', tag: 'b', content: [text('b')] }]],
    ['<b>a </b> b', [{ type: 'mark', tag: 'b', content: [text('a ')] }, text('b')]],
    ['<b> a </b>', [{ type: 'mark', tag: 'b', content: [text('a')] }]],
    ['a <br> b', [text('a'), { type: 'break' }, text('b')]],
    ['<br>a<br>', [text('a')]],
    ['a<wbr>b', [text('ab')]],
  ] as [string, Inline[]][])('of %j is made regular', (source, content) => {
    expect(inline(source)).toEqual(content);
  });

  it('is one space wherever there is any, and none at the ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...' \n\t\f\rab\u00A0') }), (words) => {
        const regular = words.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
        expect(tidyInline([text(words)])).toEqual(regular === '' ? [] : [text(regular)]);
      }),
    );
  });

  it('that does not break stays', () => {
    expect(inline('10&nbsp;000&nbsp; kg&nbsp;')).toEqual([text('10\u00A0000\u00A0 kg\u00A0')]);
  });

  it('is read as entities are', () => {
    expect(inline('a &amp; b &lt;c&gt; &copy;')).toEqual([text('a & b <c> ©')]);
  });
});

describe('words at the ends of blocks', () => {
  const words = (source: string): string[] => {
    const seen: string[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(visit);
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && value.type === 'text' && 'value' in value) {
        seen.push(String(value.value));
      }
      Object.values(value).forEach(visit);
    };
    visit(parseDocument(source));
    return seen;
  };

  it.each([
    '<p>one</p><p>two</p>',
    '<div>one</div><div>two</div>',
    'one<p>two</p>',
    '<p>one</p>two',
    '<ul><li>one</li><li>two</li></ul>',
    '<ul><li>one<ul><li>two</li></ul></li></ul>',
    '<table><tr><td>one</td><td>two</td></tr></table>',
    '<table><tr><td>one</td></tr><tr><td>two</td></tr></table>',
    '<dl><dt>one</dt><dd>two</dd></dl>',
    '<h2>one</h2>two',
    '<my-box>one<p>two</p></my-box>',
    '<span><div>one</div>two</span>',
    '<b>one<p>two</p></b>',
    '<p>one<br>two</p>',
    'one<hr>two',
    'one<blockquote>two</blockquote>',
    'one<script>x</script><p>two</p>',
  ])('are never glued: %s', (source) => {
    expect(words(source)).toEqual(['one', 'two']);
  });
});

describe('textOf', () => {
  it('gives words, breaks as spaces, images by what they show', () => {
    const content = inline(
      'a <b>b</b><br><a href="#x">c</a><span id="y"></span> <img src="/d.png" alt="d">',
    );
    expect(textOf(content)).toBe('a b c d');
  });
});

describe('sectionsOf', () => {
  it('gives each section before those within it', () => {
    const document = parseDocument('<h2>a</h2><h3>b</h3><h4>c</h4><h3>d</h3><h2>e</h2>');
    expect([...sectionsOf(document)].map(({ anchor }) => anchor)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });
});

describe('nothing that a notice says is lost', () => {
  it.each([
    ['<table id="x"><tbody><tr><td>a</td></tr></tbody></table>', 'a table'],
    ['<ul id="x"><li>a</li></ul>', 'a list'],
    ['<ul><li id="x">a</li></ul>', 'an item'],
    ['<blockquote id="x"><p>a</p></blockquote>', 'a quote'],
    ['<pre id="x">a</pre>', 'code'],
    ['<table><tbody><tr><td id="x">a</td></tr></tbody></table>', 'a cell'],
    ['<dl><dt>t</dt><dd id="x">a</dd></dl>', 'a description'],
    ['<p id="x">a</p>', 'a paragraph'],
  ])('keeps the id in %s', (html) => {
    expect(JSON.stringify(parseDocument(html))).toContain('{"type":"target","anchor":"x"}');
  });

  it.each([
    ['<ul>stray<p>words</p><li>item</li></ul>'],
    ['<dl>stray<p>words</p><dt>term</dt></dl>'],
  ])('keeps text in places where HTML allows none: %s', (html) => {
    const text = JSON.stringify(parseDocument(html));
    expect(text).toContain('"stray"');
    expect(text).toContain('"words"');
  });

  it('joins texts that meet when an empty mark between them goes', () => {
    expect(parseDocument('<p>a<b> </b>b</p>').lead).toEqual([
      { type: 'paragraph', content: [{ type: 'text', value: 'a b' }] },
    ]);
  });
});

describe('footnotes', () => {
  const html =
    '<p>Text<sup><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>' +
    '<section data-footnotes><h2 id="footnote-label">Footnotes</h2>' +
    '<ol><li id="fn-1"><p>The note. <a href="#fnref-1" data-footnote-backref>↩</a></p></li></ol></section>';

  it('keep the words of the author and leave those of the processor', () => {
    const document = parseDocument(html);
    expect(document.sections).toEqual([]);
    const text = JSON.stringify(document);
    expect(text).toContain('The note.');
    expect(text).toContain('"anchor":"fn-1"');
    expect(text).not.toMatch(/Footnotes|↩/);
  });
});

describe('addresses that browsers read as those of other hosts', () => {
  it.each([
    '/\\\\evil.example/',
    '/\t/evil.example/',
    '//evil.example/',
    ' javascript:alert(1)',
    'JAVASCRIPT:x',
  ])('lose their link and keep their words: %j', (href) => {
    const [paragraph] = parseDocument(`<p><a href="${href}">words</a></p>`).lead;
    expect(paragraph).toEqual({ type: 'paragraph', content: [{ type: 'text', value: 'words' }] });
  });
});
