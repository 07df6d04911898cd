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
});
