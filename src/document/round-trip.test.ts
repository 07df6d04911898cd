/** Whatever a document says, printing it and reading it back says the same. */
import { describe, expect, it } from 'vitest';
import { parseDocument, type Document } from './index.ts';
import { renderBlocks } from './print.ts';
import { OPTIONS, reread, testRoundTrips } from './round-trip.cases.ts';

testRoundTrips(30);

describe('text that looks like markup', () => {
  it.each([
    '<script>alert(1)</script>',
    '</p><h2 id="x">x</h2>',
    '&lt;b&gt; &amp;amp; &copy;',
    '<!-- x -->',
    '{name} <Controller />',
  ])('stays text: %s', (value) => {
    const printed: Document = {
      lead: [
        { type: 'paragraph', content: [{ type: 'text', value }] },
        { type: 'code', text: value },
      ],
      sections: [],
    };
    expect(reread(printed)).toEqual(printed);
  });
});

describe('what Markdown makes, printed and read back', () => {
  it.each([
    ['a task', '<ul><li><input type="checkbox" checked disabled> done</li></ul>'],
    [
      'an aligned cell',
      '<table><tbody><tr><td style="text-align:right">1</td></tr></tbody></table>',
    ],
    ['code that ends in an empty line', '<pre><code>a\n\n</code></pre>'],
  ])('is the same for %s', (_, html) => {
    const document = parseDocument(html);
    const printed = renderBlocks(document.lead, OPTIONS);
    expect(parseDocument(printed)).toEqual(document);
  });
});
