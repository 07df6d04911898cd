/** Which headings are listed as the contents of a document. */
import { describe, expect, it } from 'vitest';
import { contentsOf } from './contents.ts';
import { parseDocument } from './index.ts';

/** Headings by their ranks, `2 3 3`, as the contents list them: those below another in brackets. */
const listed = (ranks: string, lead = ''): string =>
  contentsOf(
    parseDocument(
      lead +
        ranks
          .split(' ')
          .filter(Boolean)
          .map((rank, index) => `<h${rank} id="s${index + 1}">Heading</h${rank}><p>Words.</p>`)
          .join(''),
    ),
  )
    .map(({ section, within }) =>
      [
        section.anchor,
        ...(within.length > 0 ? [`(${within.map(({ anchor }) => anchor).join(' ')})`] : []),
      ].join(' '),
    )
    .join(' ');

describe('the contents of a document', () => {
  it.each([
    ['the sections at the top, with those inside them', '2 3 3 2 2 3', 's1 (s2 s3) s4 s5 (s6)'],
    ['two levels, and none below', '2 3 4 4 2 2', 's1 (s2) s5 s6'],
    ['what is within the only heading at the top', '2 3 3 3', 's2 s3 s4'],
    ['the same where that is the title once more', '1 2 3 3 2 2', 's2 (s3 s4) s5 s6'],
    ['what is within two headings that hold one another', '1 2 3 3 3', 's3 s4 s5'],
    ['both of two sections, and the second level of each', '2 3 3 2 3', 's1 (s2 s3) s4 (s5)'],
    ['the third level where there are few at the top', '2 3 4 4 3 2', 's1 s2 (s3 s4) s5 s6'],
    [
      'the third level of the one section that holds everything',
      '2 2 3 4 4 3 4 4 4 3 4 4 4 2',
      's1 s2 s3 (s4 s5) s6 (s7 s8 s9) s10 (s11 s12 s13) s14',
    ],
    ['deeper headings alone', '4 4 5 4', 's1 s2 (s3) s4'],
    ['one section, where there is no other', '2', 's1'],
    ['nothing, where there is no heading', '', ''],
  ])('are %s', (_, ranks, expected) => {
    expect(listed(ranks)).toBe(expected);
  });

  it('are those of the text after a lead', () => {
    expect(listed('3 3 4', '<p>Before the first heading.</p>')).toBe('s1 s2 (s3)');
  });
});
