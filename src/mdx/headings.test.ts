import { describe, expect, it } from 'vitest';
import { LINES, say, check, itFinds } from '../checks/testing.ts';

describe('headings and anchors', () => {
  itFinds([
    {
      what: 'no text at all',
      files: LINES.slice(0, 9).join('\n') + '\n',
      found: 'error body-empty 9:1',
      quotes: 'no text',
      edit: '## Who we are {#who-we-are}',
    },
    {
      what: 'nothing but a comment',
      files: say('{/* later */}'),
      found: 'error body-empty 11:1',
      quotes: 'no text',
      edit: '## Who we are {#who-we-are}',
    },
    {
      what: 'two headings with one anchor',
      files: say('## Sharing {#who}', '', '## Who we are {#who}', '', 'Us.'),
      found: 'error anchor-repeated 13:15',
      quotes: '"who" is already used on line 11',
      edit: '{#who-2}',
    },
    {
      what: 'an anchor that the words of a later heading make too',
      files: say('## Biscuits {#cookies}', '', '## Cookies', '', 'Some.'),
      found: 'error anchor-repeated 13:1',
      quotes: '"cookies", which line 11 already uses',
      edit: '{#cookies-2}',
    },
    {
      what: 'an anchor that the words of an earlier heading make too',
      files: say('## Cookies', '', '## Biscuits {#cookies}', '', 'Some.'),
      found: 'error anchor-repeated 11:1',
      quotes: '"cookies", which line 13 already uses',
      edit: '{#cookies-2}',
    },
    {
      what: 'a place in the text with the anchor of a heading',
      files: say('Here <span id="who" />.', '', '## Who we are {#who}', '', 'Us.'),
      found: 'error anchor-repeated 13:15',
      quotes: '"who" is already used on line 11',
      edit: '{#who-2}',
    },
    {
      what: 'two headings with the same words',
      files: say('## Cookies', '', '## Cookies', '', 'Some.'),
      found: 'warning anchor-suggested 13:1',
      quotes: '"Cookies" is also on line 11, so this one gets the anchor "cookies-1"',
      edit: '{#cookies-1}',
    },
    {
      what: 'an anchor that cannot be one',
      files: say('## Cookies {#a/b}', '', 'Some.'),
      found: 'error anchor-invalid 11:12',
      quotes: '"a/b"',
      edit: '{#how-long-we-keep-it}',
    },
    {
      what: 'a heading of which no anchor can be made',
      files: say('## §', '', 'Some.'),
      found: 'warning anchor-missing 11:1',
      quotes: '"§" has no letters or digits, so its anchor would be "section"',
      edit: 'write {#a-short-anchor}',
    },
    {
      what: 'a heading of more bytes than the name of a file has',
      files: say(`## ${'word '.repeat(60)}`, '', 'Some.'),
      found: 'error anchor-long 11:1',
      quotes: 'the heading "word word',
      edit: '{#word-word-word-word-word-word}',
    },
    {
      what: 'a heading of few letters that are many bytes',
      files: say(`## ${'\u5229'.repeat(84)}`, '', 'Some.'),
      found: 'error anchor-long 11:1',
      quotes: 'longer than the name of a file',
      edit: `{#${'\u5229'.repeat(30)}}`,
    },
    {
      what: 'a long anchor',
      files: say(`## A {#${'a'.repeat(251)}}`, '', 'Some.'),
      found: 'error anchor-long 11:6',
      quotes: 'the anchor is longer',
      edit: `{#${'a'.repeat(30)}}`,
    },
    {
      what: 'anchors that differ in capitals',
      files: say('## A {#Rights}', '', 'Some.', '', '## B {#rights}', '', 'Some.'),
      found: 'warning anchor-similar 15:6',
      quotes: '"rights" and "Rights" on line 11',
      edit: '{#rights-2}',
    },
    {
      what: 'an anchor that the words of another heading make in small letters',
      files: say('## \u00dcber uns', '', 'Some.', '', '## B {#\u00dcber-uns}', '', 'Some.'),
      found: 'warning anchor-similar 15:6',
      quotes: 'on line 11',
      edit: '{#\u00dcber-uns-2}',
    },
    {
      what: 'the same words with an accent of its own',
      files: say('## Caf\u00e9', '', 'Some.', '', '## Cafe\u0301', '', 'Some.'),
      found: 'warning anchor-suggested 15:1',
      quotes: 'gets the anchor "caf\u00e9-1"',
      edit: '{#caf\u00e9-1}',
    },
    {
      what: 'the same anchor with an accent of its own',
      files: say('## A {#caf\u00e9}', '', 'Some.', '', '## B {#cafe\u0301}', '', 'Some.'),
      found: 'error anchor-repeated 15:6',
      quotes: 'already used on line 11',
      edit: '{#caf\u00e9-2}',
    },
    {
      what: 'words that are a device of Windows',
      files: say('## Aux', '', 'Some.'),
      found: 'warning anchor-file-name 11:1',
      quotes: 'Windows keeps "aux" for a device',
      edit: 'write {#aux-section}',
    },
    {
      what: 'a device of Windows with an ending',
      files: say('## A {#NUL.txt}', '', 'Some.'),
      found: 'warning anchor-file-name 11:6',
      quotes: 'Windows keeps "NUL" for a device',
      edit: '{#NUL-txt-section}',
    },
    {
      what: 'an anchor that ends in a dot',
      files: say('## A {#end.}', '', 'Some.'),
      found: 'warning anchor-file-name 11:6',
      quotes: 'Windows drops a dot at the end',
      edit: '{#end}',
    },
    {
      what: 'a topic that nobody asks about',
      files: say('## Keeping it {#keep covers=retenton}', '', 'Some.'),
      found: 'error covers-invalid 11:15',
      quotes: 'cannot cover "retenton". Did you mean "retention"?',
      edit: 'use one of: controller, data, purposes,',
    },
    {
      what: 'a question that two sections answer',
      files: say('## A {#a covers=rights}', '', 'Some.', '', '## B {#b covers="rights data"}'),
      found: 'error covers-invalid 15:6',
      quotes: 'the section on line 11 already covers "rights"',
      edit: 'remove rights from one of the two',
    },
    {
      what: 'a heading without words',
      files: say('##', '', 'Some.'),
      found: 'warning heading-empty 11:1',
      quotes: 'no text',
      edit: 'delete the line',
    },
  ]);

  it('names the number of each heading whose words repeat', () => {
    const findings = check(say('## Cookies', '## Cookies', '## Cookies', '', 'Some.'));
    expect(findings.map(({ line, hint }) => `${line} ${/\{#.*\}/.exec(hint)?.[0]}`)).toEqual([
      '12 {#cookies-1}',
      '13 {#cookies-2}',
    ]);
  });

  it('does not mind the same words when each heading has an anchor', () => {
    const body = ['## Cookies {#site}', '', '## Cookies {#app}', '', 'Some.'];
    expect(check(say(...body))).toEqual([]);
  });

  it('does not mind a long anchor that can still be the name of a file', () => {
    expect(check(say(`## A {#${'a'.repeat(250)}}`, '', 'Some.'))).toEqual([]);
  });

  it.each(['con1', 'console', 'com', 'lpt10', 'nul-1', 'auxiliary'])(
    'leaves %s alone',
    (anchor) => {
      expect(check(say(`## A {#${anchor}}`, '', 'Some.'))).toEqual([]);
    },
  );

  it('follows a link whose accents are typed in another way', () => {
    const lines = ['## Cafe\u0301 guests', '', 'See [it](#caf\u00e9-guests).'];
    const other = [
      '## Caf\u00e9 {#caf\u00e9}',
      '',
      'See [it](#cafe%CC%81), <span id="a\u0301" />[up](#\u00e1).',
    ];
    expect(check(say(...lines))).toEqual([]);
    expect(check(say(...other))).toEqual([]);
  });

  it('does not count the number of a footnote, or a value in braces, as another anchor', () => {
    const body = ['## Keep[^1] it', '', 'See [it](#keep-it).', '', '[^1]: For orders.'];
    expect(check(say(...body))).toEqual([]);
    expect(check(say('## {"Keep"} it', '', 'See [it](#keep-it).'))).toEqual([]);
  });

  it('reads names of attributes in capitals, as the page does', () => {
    const written = [
      '<h2 ID="b c">B</h2>',
      '',
      '<a HREF="javascript:alert(1)">go</a> <a hReF="#nowhere">there</a>',
      '',
      '<img SRC="/missing.png" ALT="a map" />',
    ];
    expect(check(say(...written)).map(({ code, line }) => `${code} ${line}`)).toEqual([
      'anchor-invalid 11',
      'link-scheme 13',
      'link-anchor-missing 13',
      'link-target-missing 15',
    ]);
    expect(check(say('<p STYLE="color: red">Red</p>')).map(({ code }) => code)).toEqual([
      'element-forbidden',
    ]);
  });
});
