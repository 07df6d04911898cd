import { describe, expect, it } from 'vitest';
import { check, itFinds, put, say } from '../checks/testing.ts';

describe('control characters', () => {
  itFinds([
    {
      what: 'the line break of a word processor',
      files: say('Ask the office.\u000BWrite to us.'),
      found: 'error control-character 11:16',
      quotes: 'U+000B LINE TABULATION',
      edit: 'write "Ask the office. Write to us."',
    },
    {
      what: 'the page break of a word processor in an address, reported once',
      files: say('[Ask](/about/\f)'),
      found: 'error control-character 11:14',
      quotes: 'U+000C FORM FEED',
      edit: 'start a new line',
    },
    {
      what: 'a character that is nothing',
      files: say('Ask the off\u0001ice.'),
      found: 'error control-character 11:12',
      quotes: 'U+0001',
      edit: 'delete it: write "Ask the office."',
    },
    {
      what: 'a control character in a fact',
      files: put(2, 'title: Customer\u007F notice'),
      found: 'error control-character 2:16',
      quotes: 'U+007F DELETE',
      edit: 'Customer notice',
    },
    {
      what: 'an escape of a control character in a fact',
      files: put(2, 'title: "Customer \\u001b notice"'),
      found: 'error control-character 2:8',
      quotes: 'U+001B ESCAPE',
      edit: 'delete the escape',
    },
    {
      what: 'half a character in a fact',
      files: put(2, 'title: "Customer \\ud800 notice"'),
      found: 'error control-character 2:8',
      quotes: 'U+D800',
      edit: 'delete the escape',
    },
    {
      what: 'an escape of a control character in braces',
      files: say('Ask the {"\\x02"} office.'),
      found: 'error control-character 11:9',
      quotes: 'U+0002',
      edit: 'delete the escape',
    },
  ]);

  it.each([
    ...['\0', '\b', '\u001F', '\u007F', '\u0085', '\u009F', '\uFDD0', '\uFDEF', '\uFFFE', '\uFFFF'],
    ...['\u{1FFFE}', '\u{10FFFF}'],
  ])('are found in text, code and comments: %j', (character) => {
    const body = say(`a${character} \`${character}\``, '', `{/* ${character} */}`);
    expect(check(body).map(({ code, line }) => `${code} ${line}`)).toEqual([
      'control-character 11',
      'control-character 11',
      'control-character 13',
    ]);
  });

  it('are neither tabs nor line ends of any system', () => {
    expect(check(say('a\tb', '', 'c').replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

describe('characters that change the direction of text', () => {
  itFinds([
    {
      what: 'an override',
      files: say('We give it \u202Eto nobody.'),
      found: 'warning direction-character 11:12',
      quotes: 'U+202E RIGHT-TO-LEFT OVERRIDE',
      edit: '<bdi>',
    },
    {
      what: 'an embedding, with its end reported once',
      files: say('We give it \u202Bto nobody\u202C.'),
      found: 'warning direction-character 11:12',
      quotes: 'U+202B RIGHT-TO-LEFT EMBEDDING',
      edit: 'dir="rtl"',
    },
    {
      what: 'an isolate that another paragraph closes',
      files: say('We give \u2067it', '', 'to nobody\u2069.'),
      found: 'warning direction-character 11:9',
      quotes: 'U+2067 RIGHT-TO-LEFT ISOLATE is never closed',
      edit: '</bdi>',
    },
    {
      what: 'an override in a title',
      files: put(2, 'title: "Customer \u202Dnotice"'),
      found: 'warning direction-character 2:18',
      quotes: 'U+202D',
      edit: 'delete it',
    },
    {
      what: 'an override that a reference writes',
      files: say('We give it &#x202E;to nobody.'),
      found: 'warning direction-character 11:1',
      quotes: 'U+202E',
      edit: 'delete it',
    },
  ]);

  it('are neither marks nor isolates that are closed', () => {
    expect(check(say('של\u200Fום\u200E (\u2068a', 'b\u2069)'))).toEqual([]);
  });
});
