/** The numbers of list items in a redline, as a browser shows them. */
import { describe, expect, it } from 'vitest';
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { renderSideBySide } from '../index.ts';
import { compareHtml, problemsOf, redline } from '../testing.ts';

const ASK = 'We ask first.';
const ATTIC = 'We keep paper copies in the attic.';
const ANSWER = 'We answer within a month.';
const SORRY = 'We say sorry when we are late.';

const item = (text: string, value?: number): string =>
  `<li${value === undefined ? '' : ` value="${value}"`}>${text}</li>`;
const ol = (items: readonly string[], attributes = ''): string =>
  `<ol${attributes}>${items.map((text) => (text.startsWith('<li') ? text : item(text))).join('')}</ol>`;

type Element = DefaultTreeAdapterTypes.Element;

/** The items of all ordered lists, each with the number that a browser gives it. */
function numbersIn(html: string): string[] {
  const numbered: string[] = [];
  const attribute = ({ attrs }: Element, name: string): string | undefined =>
    attrs.find((candidate) => candidate.name === name)?.value;
  const textIn = (parent: DefaultTreeAdapterTypes.ParentNode): string =>
    parent.childNodes
      .map((node) => {
        if (tree.isTextNode(node)) return node.value;
        const isRead =
          'tagName' in node &&
          attribute(node, 'data-diff-ui') === undefined &&
          node.tagName !== 'ol';
        return isRead ? textIn(node) : '';
      })
      .join('');
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode): void => {
    const elements = parent.childNodes.filter((node) => tree.isElementNode(node));
    const isReversed = 'attrs' in parent && attribute(parent, 'reversed') !== undefined;
    const isList = 'tagName' in parent && parent.tagName === 'ol';
    let next = Number((isList && attribute(parent, 'start')) || (isReversed ? elements.length : 1));
    for (const element of elements) {
      if (isList) {
        next = Number(attribute(element, 'value') ?? next);
        const isNumbered = attribute(element, 'class') !== 'unnumbered';
        numbered.push(`${isNumbered ? next : '–'} ${textIn(element).trim()}`);
        next += isReversed ? -1 : 1;
      }
      visit(element);
    }
  };
  visit(parseFragment(html));
  return numbered;
}

/** The column of one version. */
function column(html: string, side: 'before' | 'after'): string {
  const cells = html.split('<div class="pair">').slice(1);
  return cells
    .map((pair) => {
      const [before = '', after = ''] = pair.split('<div class="after"');
      return side === 'before' ? before : `<div${after}`;
    })
    .join('');
}

interface Case {
  title: string;
  before: string;
  after: string;
  shown: string[];
  left: string[];
  right: string[];
}

describe('items', () => {
  it.each<Case>([
    {
      title: 'have the numbers of the version after when one before them is removed',
      before: ol([ASK, ATTIC, ANSWER, SORRY]),
      after: ol([ASK, ANSWER, SORRY]),
      shown: [`1 ${ASK}`, `2 ${ATTIC}`, `2 ${ANSWER}`, `3 ${SORRY}`],
      left: [`1 ${ASK}`, `2 ${ATTIC}`, `3 ${ANSWER}`, `4 ${SORRY}`],
      right: [`1 ${ASK}`, `2 ${ANSWER}`, `3 ${SORRY}`],
    },
    {
      title: 'have the numbers of the version after when one is added',
      before: ol([ASK, ANSWER, SORRY]),
      after: ol([ASK, ATTIC, ANSWER, SORRY]),
      shown: [`1 ${ASK}`, `2 ${ATTIC}`, `3 ${ANSWER}`, `4 ${SORRY}`],
      left: [`1 ${ASK}`, `2 ${ANSWER}`, `3 ${SORRY}`],
      right: [`1 ${ASK}`, `2 ${ATTIC}`, `3 ${ANSWER}`, `4 ${SORRY}`],
    },
    {
      title: 'keep their old number when the first is removed',
      before: ol([ATTIC, ASK, ANSWER]),
      after: ol([ASK, ANSWER]),
      shown: [`1 ${ATTIC}`, `1 ${ASK}`, `2 ${ANSWER}`],
      left: [`1 ${ATTIC}`, `2 ${ASK}`, `3 ${ANSWER}`],
      right: [`1 ${ASK}`, `2 ${ANSWER}`],
    },
    {
      title: 'count down',
      before: ol([ASK, ATTIC, ANSWER, SORRY], ' reversed'),
      after: ol([ASK, ANSWER, SORRY], ' reversed'),
      shown: [`3 ${ASK}`, `3 ${ATTIC}`, `2 ${ANSWER}`, `1 ${SORRY}`],
      left: [`4 ${ASK}`, `3 ${ATTIC}`, `2 ${ANSWER}`, `1 ${SORRY}`],
      right: [`3 ${ASK}`, `2 ${ANSWER}`, `1 ${SORRY}`],
    },
    {
      title: 'begin with another number',
      before: ol([ASK, ATTIC, ANSWER], ' start="5"'),
      after: ol([ASK, ANSWER], ' start="5"'),
      shown: [`5 ${ASK}`, `6 ${ATTIC}`, `6 ${ANSWER}`],
      left: [`5 ${ASK}`, `6 ${ATTIC}`, `7 ${ANSWER}`],
      right: [`5 ${ASK}`, `6 ${ANSWER}`],
    },
    {
      title: 'break the count',
      before: ol([ASK, ATTIC, item(ANSWER, 10), SORRY]),
      after: ol([ASK, item(ANSWER, 10), SORRY]),
      shown: [`1 ${ASK}`, `2 ${ATTIC}`, `10 ${ANSWER}`, `11 ${SORRY}`],
      left: [`1 ${ASK}`, `2 ${ATTIC}`, `10 ${ANSWER}`, `11 ${SORRY}`],
      right: [`1 ${ASK}`, `10 ${ANSWER}`, `11 ${SORRY}`],
    },
    {
      title: 'have no number when they were in a list without numbers',
      before: ol([ASK, ATTIC, ANSWER]).replaceAll('ol>', 'ul>'),
      after: ol([ASK, ANSWER]),
      shown: [`1 ${ASK}`, `– ${ATTIC}`, `2 ${ANSWER}`],
      left: [`1 ${ASK}`, `2 ${ATTIC}`, `3 ${ANSWER}`],
      right: [`1 ${ASK}`, `2 ${ANSWER}`],
    },
    {
      title: 'are numbered in lists within lists',
      before: ol([ASK + ol([ATTIC, ANSWER, SORRY]), 'The rest.']),
      after: ol([ASK + ol([ANSWER, SORRY]), 'The rest.']),
      shown: [`1 ${ASK}`, `1 ${ATTIC}`, `1 ${ANSWER}`, `2 ${SORRY}`, '2 The rest.'],
      left: [`1 ${ASK}`, `1 ${ATTIC}`, `2 ${ANSWER}`, `3 ${SORRY}`, '2 The rest.'],
      right: [`1 ${ASK}`, `1 ${ANSWER}`, `2 ${SORRY}`, '2 The rest.'],
    },
  ])('$title', ({ before, after, shown, left, right }) => {
    const html = redline(before, after);
    expect(numbersIn(html)).toEqual(shown);
    expect(problemsOf(html)).toEqual([]);
    const sides = renderSideBySide(compareHtml(before, after));
    expect(numbersIn(column(sides, 'before'))).toEqual(left);
    expect(numbersIn(column(sides, 'after'))).toEqual(right);
  });
});
