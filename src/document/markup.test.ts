import { describe, expect, it } from 'vitest';
import { markup, trusted } from './markup.ts';

describe('markup', () => {
  it('escapes text, between tags and in quoted attributes', () => {
    const words = '<script>"&"</script>';
    expect(markup`<p title="${words}">${words}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;</p>',
    );
  });

  it('does not escape other templates, lists of them and trusted HTML', () => {
    const items = ['a', '<b>'].map((word) => markup`<li>${word}</li>`);
    expect(markup`<ul>${items}${trusted('<li>c</li>')}</ul>`.text).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li><li>c</li></ul>',
    );
  });

  it('knows what another copy of this module has made', () => {
    const made = { text: '<b>', toString: () => '<b>' };
    expect(markup`<p>${made}</p>`.text).toBe('<p><b></p>');
  });

  it('prints nothing for undefined and false', () => {
    expect(markup`<p>${undefined}${false}${0}</p>`.text).toBe('<p>0</p>');
  });
});
