import { describe, expect, it } from 'vitest';
import { say, check, itFinds } from '../checks/testing.ts';

describe('code in a notice', () => {
  itFinds([
    {
      what: 'the clock between two comments',
      files: say('Today is {/* a */ new Date().toISOString() /* b */}.'),
      found: 'error expression-forbidden 11:10',
      quotes: 'is code',
      edit: 'write the text itself',
    },
    {
      what: 'the environment of the machine',
      files: say('Our key is {process.env.HOME}.'),
      found: 'error expression-unknown-name 11:12',
      quotes: 'nothing is named "process"',
      edit: 'write the text itself',
    },
    {
      what: 'an import of a file of the machine',
      files: say("import words from '/etc/hostname?raw'", '', 'Words.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'cannot import "/etc/hostname?raw"',
      edit: 'delete the line',
    },
    {
      what: 'an import of a part of Node',
      files: say("import { env } from 'node:process'", '', 'Words.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'cannot import "node:process"',
      edit: 'delete the line',
    },
    {
      what: 'a program that is exported',
      files: say('export const day = new Date().getDay();', '', 'Text.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'this line is JavaScript',
      edit: 'delete the line',
    },
    {
      what: 'a layout of its own',
      files: say('export default ({ children }) => children;', '', 'Text.'),
      found: 'error expression-forbidden 11:1',
      quotes: 'this line is JavaScript',
      edit: 'delete the line',
    },
    {
      what: 'an import over several lines',
      files: say('import {', '  a', '} from "./gone.js";', '', 'Text.'),
      found: 'error expression-forbidden 11:1',
      quotes: './gone.js',
      edit: 'delete the line',
    },
    {
      what: 'a name for a text',
      files: say("export const term = 'six years';", '', 'Text.'),
      found: 'error expression-forbidden 11:1',
      quotes: '"term"',
      edit: 'write six years where {term} is used',
    },
    {
      what: 'a link whose address stands in braces',
      files: say('## A {#a}', '', "<a href={'#gone'}>x</a>"),
      found: 'error link-anchor-missing 13:1',
      quotes: 'no section "gone"',
      edit: 'give the section',
    },
    {
      what: 'a script behind a link, in braces',
      files: say("<a href={'javascript:alert(1)'}>x</a>"),
      found: 'error link-scheme 11:1',
      quotes: 'javascript:alert(1)',
      edit: 'https:',
    },
    {
      what: 'a backslash that browsers take for another host',
      files: say("<a href={'/\\\\evil.example/'}>x</a>"),
      found: 'error link-scheme 11:1',
      quotes: 'evil.example',
      edit: 'without backslashes',
    },
    {
      what: "an id that is the page's own",
      files: say("<div id={'~main'}>x</div>"),
      found: 'error anchor-invalid 11:1',
      quotes: '"~main"',
      edit: 'letters, digits and hyphens',
    },
    {
      what: 'an address that a name stands for',
      files: say('<a href={url}>x</a>'),
      found: 'error expression-unknown-name 11:1',
      quotes: '"url"',
      edit: 'in quotes',
    },
    {
      what: 'words within a component that prints facts',
      files: say('<Contact>Write to us</Contact>'),
      found: 'error component-filled 11:1',
      quotes: '<Contact> prints the facts',
      edit: 'write <Contact /> on its own',
    },
    {
      what: 'a first layer without words',
      files: say('## About', '', '<InShort />', '', 'Some.'),
      found: 'error in-short-invalid 13:1',
      quotes: '<InShort> has no text',
      edit: 'a sentence or two',
    },
    {
      what: 'a first layer of no section',
      files: say('<InShort>', '', 'Words.', '', '</InShort>', '', '## About', '', 'Some.'),
      found: 'error in-short-invalid 11:1',
      quotes: 'is before the first heading',
      edit: 'below a heading',
    },
    {
      what: 'a first layer within a quote',
      files: say('## About', '', '> <InShort>Words</InShort>'),
      found: 'error in-short-invalid 13:3',
      quotes: 'is inside another element',
      edit: 'on lines of its own',
    },
    {
      what: 'a first layer within a line',
      files: say('## About', '', 'Some <InShort>words</InShort> here.'),
      found: 'error in-short-invalid 13:6',
      quotes: 'is inside another element',
      edit: 'on lines of its own',
    },
    {
      what: 'a first layer with attributes',
      files: say('## About', '', '<InShort title="x">', '', 'Words.', '', '</InShort>'),
      found: 'error in-short-invalid 13:1',
      quotes: 'takes no attributes',
      edit: 'each on a line of its own',
    },
    {
      what: 'a component without its facts',
      files: say('<Dpo />'),
      found: 'error component-without-facts 11:1',
      quotes: '<Dpo /> has nothing to print',
      edit: 'dpo:',
    },
    {
      what: 'facts made up in the text',
      files: say('<div data-facts="x">lost words</div>'),
      found: 'error element-forbidden 11:1',
      quotes: 'data-facts',
      edit: 'delete data-facts',
    },
    {
      what: 'an attribute that a notice does not hold',
      files: say('<p class="big">words</p>'),
      found: 'warning attribute-left-out 11:1',
      quotes: 'class on <p> is ignored',
      edit: 'delete class',
    },
  ]);

  it('may hold elements with the attributes that say something', () => {
    const list =
      '<ol type="a" start="3" reversed><li value="7"><abbr title="Data protection officer">DPO</abbr></li></ol>';
    expect(check(say(list))).toEqual([]);
  });
});
