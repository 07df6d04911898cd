import { describe, expect, it } from 'vitest';
import { describeTakenBack, takenBackBy } from './taken-back.ts';
import { versionText } from './testing.ts';
import type { VersionText } from './texts.ts';

const version = (id: string, body: string, email = 'a@a.example'): VersionText =>
  versionText(id, body, { email });

const keep = (years: string, more = ''): string =>
  `## How long {#keep}\n\nWe keep your orders for ${years} years after the last of them.${more}`;
const WHO = '\n\n## Who {#who}\n\nWe are Example Limited of Reigate.';

const [first, second, third] = [
  version('shop/1', keep('six') + WHO),
  version('shop/2', keep('four') + WHO, 'b@a.example'),
  version('shop/3', keep('four', ' Then we delete them.') + WHO, 'b@a.example'),
];
const both = [
  { version: second, before: first },
  { version: third, before: second },
];

describe('takenBackBy', () => {
  it('finds nothing in a draft that only goes on', () => {
    const draft = version(
      'shop/draft',
      keep('three', ' Then we delete them.') + WHO,
      'b@a.example',
    );
    expect(takenBackBy(draft, both)).toEqual([]);
  });

  it('finds a figure and a fact that return, also of a version before the last', () => {
    const draft = version('shop/draft', keep('six', ' Then we delete them.') + WHO);
    expect(takenBackBy(draft, both)).toEqual([
      { id: 'shop/2', heading: '', now: 'b@a.example', again: 'a@a.example' },
      { id: 'shop/2', heading: 'How long', now: 'four years', again: 'six years' },
    ]);
  });

  it('finds a sentence that is left out again', () => {
    const draft = version(
      'shop/draft',
      keep('four') + WHO.replace('Reigate', 'Dorking'),
      'b@a.example',
    );
    expect(takenBackBy(draft, both).map(describeTakenBack)).toEqual([
      'takes back what shop/3 changed in “How long”: leaves out “Then we delete them.”',
    ]);
  });

  it('finds a figure that returns in a sentence that changes otherwise too', () => {
    const draft = version(
      'shop/draft',
      `${keep('six').replace('orders', 'parcels')} Then we delete them.${WHO}`,
      'b@a.example',
    );
    expect(takenBackBy(draft, both).map(describeTakenBack)).toEqual([
      expect.stringContaining('“four years” becomes “six years” again'),
    ]);
  });

  it('finds nothing where there is one version alone', () => {
    expect(takenBackBy(version('shop/draft', keep('six')), [])).toEqual([]);
  });
});
