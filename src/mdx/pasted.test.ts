import { describe, expect, it } from 'vitest';
import { check, itFinds, say } from '../checks/testing.ts';

describe('HTML of a word processor', () => {
  itFinds([
    {
      what: 'tags in capitals, reported once',
      files: say('<UL>', '<LI><B>One</B></LI>', '<LI>Two</LI>', '</UL>'),
      found: 'error component-unknown 11:1',
      quotes: '<UL>, <LI>, <B>',
      edit: 'write in small letters: <ul>, <li>, <b>',
    },
    {
      what: 'attributes without quotes, reported once',
      files: say('<table border=1>', '<tr><td colspan=2>a</td></tr>', '</table>'),
      found: 'error mdx-syntax 11:1',
      quotes: 'no quotes around its value: border=1',
      edit: 'delete border=1; write colspan="2"',
    },
    {
      what: 'line breaks, reported once',
      files: say('One<br>two<BR>three</br>four.'),
      found: 'error mdx-syntax 11:4',
      quotes: '<br> is never closed',
      edit: 'write <br />',
    },
    {
      what: 'comments, reported once',
      files: say('<!-- a <TD> -->', '', 'Text.', '', '<!-- b', '-->'),
      found: 'error mdx-syntax 11:1',
      quotes: '<!-- … -->',
      edit: '{/* … */}',
    },
    {
      what: 'a condition of an office program',
      files: say('Text <![if !supportLists]>more<![endif]>.'),
      found: 'error mdx-syntax 11:6',
      quotes: '<![if !supportLists]>',
      edit: 'delete it',
    },
    {
      what: 'an element of an office program',
      files: say('Text<o:p></o:p>.', '', '<o:p>Words</o:p>'),
      found: 'error element-forbidden 11:5',
      quotes: '<o:p>',
      edit: 'keep the words',
    },
    {
      what: 'a font over two lines, whose end is no mistake of its own',
      files: say('<FONT COLOR=red', 'FACE="x">Words</FONT>'),
      found: 'error element-forbidden 11:1',
      quotes: '<font>',
      edit: 'delete <font> and </font>, and keep the words',
    },
    {
      what: 'an element with a successor',
      files: say('We <strike>sell</strike> share it.'),
      found: 'error element-forbidden 11:4',
      quotes: '<strike>',
      edit: 'write <s> and </s>',
    },
    {
      what: 'a style on many elements, reported once',
      files: say('<span style="color:red">a</span>', '', '<div STYLE="x">b</div>'),
      found: 'error element-forbidden 11:1',
      quotes: 'style on <span> (also on line 13)',
      edit: 'delete style',
    },
    {
      what: 'a class on many elements, reported once',
      files: say('<p class="MsoNormal">a</p>', '', '<div CLASS="MsoNormal">b</div>'),
      found: 'warning attribute-left-out 11:1',
      quotes: 'class on <p>',
      edit: 'delete class',
    },
    {
      what: 'a place that is named as older pages do',
      files: say('<a name="keep"></a>', '', 'Text.'),
      found: 'warning attribute-left-out 11:1',
      quotes: 'links to #keep lead nowhere',
      edit: 'write <a id="keep"></a>',
    },
    {
      what: 'a named place whose name cannot be an anchor',
      files: say('<a NAME="_Toc1 2"></a>', '', 'Text.'),
      found: 'warning attribute-left-out 11:1',
      quotes: '#_Toc1 2',
      edit: 'write <a id="Toc1-2"></a>',
    },
  ]);

  it('is accepted where it is valid, and where it is code', () => {
    const list = '<ul><li>One<ul><li>Two</li><li>Three<br /></li></ul></li></ul>';
    const code = ['```', '<TABLE BORDER=1><br>', '```', '', 'Write `<FONT>` or \\<BR>.'];
    expect(check(say(list, '', ...code, '', '{/* <center> */}'))).toEqual([]);
  });

  it('does not hide what is wrong besides', () => {
    const found = check(say('One<br>[two](/nowhere/).', '', '<B>{company}</B>'));
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'mdx-syntax 11',
      'link-target-missing 11',
      'component-unknown 13',
      'expression-unknown-name 13',
    ]);
  });
});

describe('attributes in capitals, and those written twice', () => {
  itFinds([
    {
      what: 'an address in capitals',
      files: say('<a HREF="javascript:go()">x</a>'),
      found: 'error link-scheme 11:1',
      quotes: 'javascript:go()',
      edit: 'https:',
    },
    {
      what: 'the second of two addresses',
      files: say('<a href="/about/" href="javascript:go()">x</a>'),
      found: 'error link-scheme 11:1',
      quotes: 'javascript:go()',
      edit: 'https:',
    },
    {
      what: 'an image in capitals',
      files: say('<img SRC="/gone.png" ALT="a map" />'),
      found: 'error link-target-missing 11:1',
      quotes: '/gone.png',
      edit: 'public/gone.png',
    },
    {
      what: 'an id in capitals',
      files: say('<h2 ID="b c">Keeping</h2>'),
      found: 'error anchor-invalid 11:1',
      quotes: '"b c"',
      edit: 'hyphens',
    },
  ]);
});
