import { describe, expect, it } from 'vitest';
import { en } from '../words/en/index.ts';
import { addSteps } from './steps.ts';

/** The redline with the steps of each change shortened to its number. */
const stepped = (html: string, places = ['~a', '~b', '~c']): string =>
  addSteps(html, places, en).replace(
    /<span class="steps \w+" data-diff-ui>.*?(\d+) of \d+.*?<\/span>/g,
    '[$1]',
  );

describe('the steps from change to change', () => {
  it('lead to the one before and the one after, as far as there are', () => {
    expect(addSteps('<p><ins id="~b">x</ins></p>', ['~a', '~b', '~c'], en)).toBe(
      '<p><ins id="~b">x</ins><span class="steps behind" data-diff-ui>' +
        '<a href="#~a" aria-label="Previous change">←</a> 2 of 3 ' +
        '<a href="#~c" aria-label="Next change">→</a></span></p>',
    );
    expect(addSteps('<p><ins id="~a">x</ins></p>', ['~a'], en)).toBe(
      '<p><ins id="~a">x</ins><span class="steps behind" data-diff-ui> 1 of 1 </span></p>',
    );
  });

  it('stand behind both halves of a change', () => {
    const added = '<ins data-kind="wording"><span data-diff-ui>added: </span>y</ins>';
    expect(stepped(`<p><del id="~a">x</del>${added} z</p>`)).toBe(
      `<p><del id="~a">x</del>${added}[1] z</p>`,
    );
  });

  it('stand behind a link whose words changed, never within', () => {
    expect(stepped('<p><a href="/x"><del id="~a">x</del> y</a> z</p>')).toBe(
      '<p><a href="/x"><del id="~a">x</del> y</a>[1] z</p>',
    );
  });

  it('stand behind the half that follows the link in which a change began', () => {
    const added = '<ins data-kind="wording"><span data-diff-ui>added: </span>y</ins>';
    expect(stepped(`<p><a href="/x"><ins id="~a">x</ins></a>${added} z</p>`)).toBe(
      `<p><a href="/x"><ins id="~a">x</ins></a>${added}[1] z</p>`,
    );
  });

  it('are the last thing in a paragraph that changed as a whole', () => {
    expect(stepped('<p data-diff="split" id="~a">x<br>y</p>')).toBe(
      '<p data-diff="split" id="~a">x<br>y[1]</p>',
    );
  });

  it('go past what is no change', () => {
    const html = '<section><h3 id="keep">x</h3><p><a id="~m1-was" href="#~m1">y</a></p></section>';
    expect(stepped(html)).toBe(html);
  });
});
