/** Which anchors a page has for browsers, however its HTML is written. */
import { describe, expect, it } from 'vitest';
import { idsOf } from './site.ts';

describe('the ids of a page', () => {
  it.each<[string, string, string[]]>([
    ['in quotes', '<p id="a">', ['a']],
    ['in single quotes', "<p id='a'>", ['a']],
    ['without quotes', '<p id=a class=b>', ['a']],
    ['in capitals', '<P ID="a">', ['a']],
    ['with references', '<p id="a&amp;b&#233;">', ['a&bé']],
    ['in a comment', '<!-- <p id="a"> -->', []],
    ['in another attribute', '<p title=\' id="a"\'>', []],
    ['in a script', '<script>x = \'<p id="a">\'</script>', []],
    ['in words', '<p>write id="a"</p>', []],
  ])('%s', (_, html, ids) => {
    expect([...idsOf(html)]).toEqual(ids);
  });
});
