import { describe, expect, it } from 'vitest';
import { GOOD, put, add, say, VERSION, check, itFinds } from '../checks/testing.ts';

describe('what MDX makes of the text', () => {
  itFinds([
    {
      what: 'a tag that is never closed',
      files: say('Some text.', '', '<div>', '', 'More.'),
      found: 'error mdx-syntax 13:1',
      quotes: '<div> is opened here',
      edit: 'write </div> where it ends',
    },
    {
      what: 'a component that is never closed',
      files: say('<Controller>', '', 'More.'),
      found: 'error mdx-syntax 11:1',
      quotes: '<Controller> is opened here',
      edit: 'write <Controller />',
    },
    {
      what: 'a stray <',
      files: say('Children are <13 years old.'),
      found: 'error mdx-syntax 11:14',
      quotes: 'MDX reads < as the start of a tag',
      edit: '\\<',
    },
    {
      what: 'a stray {',
      files: say('Write { here.'),
      found: 'error mdx-syntax 11:7',
      quotes: '`{`',
      edit: '\\{',
    },
    {
      what: 'a comment of HTML',
      files: say('Text <!-- later -->.'),
      found: 'error mdx-syntax 11:6',
      quotes: '<!-- … -->',
      edit: '{/* … */}',
    },
    {
      what: 'a comment of HTML around an address',
      files: say('Text <!--a@b.example-->.'),
      found: 'error mdx-syntax 11:6',
      quotes: '<!-- … -->',
      edit: '{/* … */}',
    },
    {
      what: 'a line break of HTML',
      files: say('Text<br>and more.'),
      found: 'error mdx-syntax 11:5',
      quotes: '<br> is never closed',
      edit: 'write <br />',
    },
    {
      what: 'a placeholder that nobody filled',
      files: say('We are {company}.'),
      found: 'error expression-unknown-name 11:8',
      quotes: '"company"',
      edit: '\\{company\\}',
    },
    {
      what: 'a placeholder in parts',
      files: say('We are {company.name}.'),
      found: 'error expression-unknown-name 11:8',
      quotes: '{company.name}',
      edit: '\\{company.name\\}',
    },
    {
      what: 'a placeholder on a line of its own',
      files: say('{company}'),
      found: 'error expression-unknown-name 11:1',
      quotes: '"company"',
      edit: '\\{company\\}',
    },
    {
      what: 'a mistyped component',
      files: say('<Controler />'),
      found: 'error component-unknown 11:1',
      quotes: '<Controler>. Did you mean "Controller"?',
      edit: 'write <Controller />',
    },
    {
      what: 'a component like no other',
      files: say('Watch <Video />.'),
      found: 'error component-unknown 11:7',
      quotes: '<Video>',
      edit: 'use one of: <Controller />, <Contact />, <Dpo />, <Complaints />',
    },
    {
      what: 'an import',
      files: say("import Box from './Box.astro';", '', 'Words.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'cannot import "./Box.astro"',
      edit: 'write the text itself',
    },
    {
      what: 'a sentence that begins with "import"',
      files: say('import duties are paid by you.'),
      found: 'error mdx-syntax 11:1',
      quotes: 'starts with "import"',
      edit: 'put a space before "import"',
    },
    {
      what: 'a script',
      files: say('Text.', '', '<script src="https://company.example/x.js"></script>'),
      found: 'error element-forbidden 13:1',
      quotes: '<script>',
      edit: 'write it in Markdown',
    },
    {
      what: 'a frame',
      files: say('<iframe src="https://company.example/"></iframe>'),
      found: 'error element-forbidden 11:1',
      quotes: '<iframe>',
      edit: 'write it in Markdown',
    },
    {
      what: 'a form field',
      files: say('Your name: <input name="name" />'),
      found: 'error element-forbidden 11:12',
      quotes: '<input>',
      edit: 'write it in Markdown',
    },
    {
      what: 'a style attribute',
      files: say('Text <span style="color:red">in red</span>.'),
      found: 'error element-forbidden 11:6',
      quotes: 'style on <span>',
      edit: 'delete style',
    },
    {
      what: 'an event handler',
      files: say('Text <span onclick="go()">to press</span>.'),
      found: 'error element-forbidden 11:6',
      quotes: 'onclick on <span>',
      edit: 'delete onclick',
    },
  ]);

  it('leaves braces alone where they are code', () => {
    expect(check(say('Write `{company}`:', '', '```', '{company} <script>', '```'))).toEqual([]);
  });
});

describe('mistakes that the parser alone would explain badly, or not find', () => {
  itFinds([
    {
      what: 'an alias that nothing is called',
      files: put(2, 'title: *notice'),
      found: 'error yaml-syntax 2:1',
      quotes: 'notice',
      edit: 'write the value itself',
    },
    {
      what: 'a list that is never closed, reported once',
      files: add(3, 'audience: [customers'),
      found: 'error yaml-syntax 4:1',
      quotes: 'not valid YAML',
      edit: 'close every [ and {',
    },
    {
      what: 'a key that is indented by mistake, reported once',
      files: put(3, '  published: "2024-11-12"'),
      found: 'error yaml-syntax 2:8',
      quotes: 'not valid YAML',
      edit: 'two spaces per level',
    },
    {
      what: 'a number in a list of texts',
      files: add(3, 'audience: [1]'),
      found: 'error value-invalid 3:12',
      quotes: 'is a number, not text',
      edit: 'put it in quotes: "1"',
    },
    {
      what: 'a language that has no tag',
      files: add(3, 'language: English!'),
      found: 'error value-invalid 3:11',
      quotes: '"English!"',
      edit: 'language: en-GB',
    },
    {
      what: 'a link with a broken escape',
      files: say('## A {#a}', '', 'See [x](/100%).'),
      found: 'error link-target-missing 13:5',
      quotes: '/100%',
      edit: 'link to a notice',
    },
    {
      what: 'a placeholder of two words',
      files: say('## A {#a}', '', 'We are {company name}.'),
      found: 'error mdx-syntax 13:8',
      quotes: 'MDX reads {company name} as code',
      edit: '\\{company name\\}',
    },
    {
      what: 'a placeholder in two braces',
      files: say('## A {#a}', '', 'We are {{company}}.'),
      found: 'error expression-unknown-name 13:8',
      quotes: '"company"',
      edit: '\\{\\{company\\}\\}',
    },
    {
      what: 'a sum, which a program would work out',
      files: say('## A {#a}', '', 'We keep it {6 + 1} years.'),
      found: 'error expression-forbidden 13:12',
      quotes: '{6 + 1} is code',
      edit: 'write the text itself',
    },
    {
      what: 'an attribute whose value nobody set',
      files: say('## A {#a}', '', 'See <a href={gone}>this</a>.'),
      found: 'error expression-unknown-name 13:5',
      quotes: 'nothing is named "gone"',
      edit: 'write its value in quotes',
    },
    {
      what: 'attributes that nobody set',
      files: say('## A {#a}', '', 'See <span {...gone}>this</span>.'),
      found: 'error expression-unknown-name 13:5',
      quotes: 'nothing is named "gone"',
      edit: 'write its value in quotes',
    },
    {
      what: 'a link in a version without sections',
      files: say('See [x](#gone).'),
      found: 'error link-anchor-missing 11:5',
      quotes: 'has no section "gone"',
      edit: 'give the section you mean the anchor {#gone}',
    },
    {
      what: 'folders that differ in capitals alone',
      files: { [VERSION]: GOOD, 'Customers/2024-11-12.mdx': GOOD },
      found: 'error notice-name 1:1',
      file: 'Customers/2024-11-12.mdx',
      quotes: '"Customers" and "customers" differ only in capital letters',
      edit: 'rename one of the two',
    },
    {
      what: 'bytes that are no text, after a character that stands for such',
      files: Uint8Array.of(...new TextEncoder().encode('---\n# \uFFFD\n'), 0xff, 0x0a),
      found: 'error not-utf8 3:1',
      quotes: 'not valid UTF-8',
      edit: 'UTF-8',
    },
  ]);

  it('are no mistakes when an expression is a literal or a comment', () => {
    const words = [
      '## A {#a}',
      '',
      'We keep it {6} years{" "}or {"{less}"}. {/* checked in May */}',
    ];
    expect(check(say(...words))).toEqual([]);
  });

  it('give a heading of punctuation alone an anchor that can be typed', () => {
    const findings = check(say('## ?', '', '[up](#section)', '', '## !', '', '[down](#section-1)'));
    expect(findings.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'anchor-missing 11',
      'anchor-missing 15',
    ]);
  });
});
