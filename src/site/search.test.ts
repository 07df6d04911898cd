import { describe, expect, it } from 'vitest';
import { cy } from '../words/cy/index.ts';
import { en } from '../words/en/index.ts';
import { indexFromAToZ } from './search.ts';
import { parcels } from './testing.ts';

describe('what can be found by its first letter', () => {
  const notice = parcels({ '2024-01-01': '## Who we are\n\nUs.\n\n## Access\n\nAsk.\n' });
  const namesIn = (count: number) => {
    const { of, letters } = indexFromAToZ(new Array(count).fill(notice), en);
    return { of, letters: letters.map(([letter, entries]) => [letter, entries[0]?.heading]) };
  };

  it('are the sections in force', () => {
    expect(namesIn(2)).toEqual({
      of: 'sections',
      letters: [
        ['A', 'Access'],
        ['W', 'Who we are'],
      ],
    });
  });

  it('stand under the first letter of their words, whatever number they have', () => {
    const numbered = parcels({
      '2024-01-01':
        '## 2. Who we are\n\nUs.\n\n### 2.10 Access\n\nAsk.\n\n## 30 days\n\nA month.\n\n## 3) Cookies\n\nNone.\n',
    });
    const { letters } = indexFromAToZ([numbered], en);
    expect(letters.map(([letter, entries]) => [letter, entries[0]?.heading])).toEqual([
      ['0–9', '30 days'],
      ['A', '2.10 Access'],
      ['C', '3) Cookies'],
      ['W', '2. Who we are'],
    ]);
  });

  it('name an equal heading once, and leave out what is in other languages', () => {
    const { letters } = indexFromAToZ([notice, notice], en);
    expect(letters[0]?.[1][0]?.places.map(({ path }) => path)).toEqual([
      '/parcels/#access',
      '/parcels/#access',
    ]);
    expect(indexFromAToZ([notice], cy).letters).toEqual([]);
  });

  it('are the notices where there are hundreds, so that the page does not grow with every section', () => {
    expect(namesIn(800)).toEqual({ of: 'notices', letters: [['P', 'Parcel notice']] });
  });
});
