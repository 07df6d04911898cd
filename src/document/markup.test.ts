import { describe, expect, it } from 'vitest';
import { markup, trusted } from './markup.ts';

describe('a template', () => {
  it('makes text safe, between tags and in quoted attributes', () => {
    const words = '<script>"&"</script>';
    expect(markup`<p title="${words}">${words}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;</p>',
    );
  });

  it('takes other templates, lists of them and HTML from elsewhere as they are', () => {
    const items = ['a', '<b>'].map((word) => markup`<li>${word}</li>`);
    expect(markup`<ul>${items}${trusted('<li>c</li>')}</ul>`.text).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li><li>c</li></ul>',
    );
  });

  it('prints nothing for what is not there', () => {
    expect(markup`<p>${undefined}${false}${0}</p>`.text).toBe('<p>0</p>');
  });
});
