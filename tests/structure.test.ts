/** What every page has for those who hear it or walk it by headings. */
import { describe, expect, inject, it } from 'vitest';
import { all, attribute, elementsIn, type Element } from './setup/html.ts';
import { usePages, type Page } from './setup/site.ts';

const histories = inject('histories');
const sites = [...inject('samples'), ...(histories ? [histories] : [])];

describe.each(sites)('every page of the site $name', (site) => {
  const { all: pages, wrong: pagesWith } = usePages(site);

  it('has one h1 and one main', () => {
    const isWrong = ({ document }: Page): boolean =>
      all(document, 'h1').length !== 1 || all(document, 'main').length !== 1;
    expect(pagesWith(isWrong)).toEqual([]);
  });

  it('has headings that skip no level', () => {
    const isWrong = ({ document }: Page): boolean => {
      const levels = elementsIn(document)
        .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
        .map(({ tagName }) => Number(tagName[1]));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
    };
    expect(pagesWith(isWrong)).toEqual([]);
  });

  it('has a language and a unique title', () => {
    const isWrong = ({ document }: Page): boolean =>
      all(document, 'html').some((html) => !attribute(html, 'lang')) ||
      all(document, 'title').length !== 1;
    expect(pagesWith(isWrong)).toEqual([]);
    const titles = pages().map(({ html }) => /<title>(.*?)<\/title>/s.exec(html)?.[1]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('has an alt attribute on every picture', () => {
    const isWrong = (image: Element): boolean => attribute(image, 'alt') === undefined;
    expect(pagesWith(({ document }) => all(document, 'img').some(isWrong))).toEqual([]);
  });
});
