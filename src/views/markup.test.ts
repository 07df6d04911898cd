import { describe, expect, it } from 'vitest';
import { html, trusted } from './html.ts';

describe('a template', () => {
  it('makes text safe, between tags and in quoted attributes', () => {
    const words = '<script>"&"</script>';
    expect(html`<p title="${words}">${words}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;</p>',
    );
  });

  it('takes other templates, lists of them and HTML from elsewhere as they are', () => {
    const items = ['a', '<b>'].map((word) => html`<li>${word}</li>`);
    expect(
      html`<ul>
        ${items}${trusted('<li>c</li>')}
      </ul>`.text,
    ).toBe('<ul><li>a</li><li>&lt;b&gt;</li><li>c</li></ul>');
  });

  it('prints nothing for what is not there', () => {
    expect(html`<p>${undefined}${false}${0}</p>`.text).toBe('<p>0</p>');
  });
});
