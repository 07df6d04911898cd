import { describe, expect, it } from 'vitest';
import { parseDocument } from './index.ts';
import { anchorsOf, blocksWithin } from './walk.ts';

describe('the anchors of a document', () => {
  it('include its sections and every target in the text', () => {
    const document = parseDocument(
      '<p>lead <a id="in-lead"></a></p>' +
        '<h2 id="one">One</h2><ul><li id="in-item">a <b><i id="in-mark">b</i></b></li></ul>' +
        '<h3 id="two">Two</h3><table><tbody><tr><td id="in-cell">c</td></tr></tbody></table>' +
        '<dl><dt id="in-term">t</dt><dd><details id="group"><p>d</p></details></dd></dl>',
    );
    expect([...anchorsOf(document)].toSorted()).toEqual(
      ['group', 'in-cell', 'in-item', 'in-lead', 'in-mark', 'in-term', 'one', 'two'].toSorted(),
    );
  });
});

describe('the blocks within blocks', () => {
  it('are in reading order, parents first', () => {
    const { lead } = parseDocument('<blockquote><ul><li><p>a</p></li></ul></blockquote><p>b</p>');
    expect([...blocksWithin(lead)].map(({ type }) => type)).toEqual([
      'quote',
      'list',
      'paragraph',
      'paragraph',
    ]);
  });
});
