import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SectionChange, SectionState } from './index.ts';
import { parseDocument } from '../document/index.ts';
import {
  heirOf,
  lineageAt,
  lineagesOf,
  type Lineage,
  type Lineages,
  type Station,
} from './lineage.ts';
import {
  faultsOf,
  faultsOfHeirs,
  heir,
  services,
  stepsOf,
  testRealHistories,
  type Version,
} from './lineage.cases.ts';
import type { Facts } from '../notices/schema.ts';

const versionsOf = (...sources: string[]): Version[] =>
  sources.map((source, index) => ({
    name: `v${index + 1}`,
    document: parseDocument<Facts>(source),
  }));

const follow = (...sources: string[]): Lineages => {
  const versions = versionsOf(...sources);
  return lineagesOf(versions, stepsOf(versions));
};

/** A lineage on a line: its stations, and after a stroke how it begins and ends. */
const inShort = ({ stations, splitFrom, resumes, end }: Lineage): string =>
  [
    stations
      .map(({ version, anchor, states }) => [`${version}#${anchor}`, ...states].join(' '))
      .join(', '),
    splitFrom && `off ${splitFrom.lineage} at #${splitFrom.anchor}`,
    resumes && `again ${resumes}`,
    end?.by === 'removed' && `removed in ${end.version}`,
    end?.by === 'merged' &&
      `merged in ${end.version} into ${end.into.lineage} at #${end.into.anchor}`,
  ]
    .filter(Boolean)
    .join(' | ');

const told = (...sources: string[]): string[] => follow(...sources).lineages.map(inShort);

const section = (anchor: string, heading: string, ...paragraphs: string[]): string =>
  `<h2 id="${anchor}">${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;

const LAMPS = 'We are Harbourlight, a small company in Reigate that mends and sells lamps.';
const NAMES = 'We collect your name, your address and a note of what you bought from us.';
const SIX_YEARS = 'We keep the records of orders for six years, as the tax rules ask of us.';
const COURIER = 'A courier gets your address and your telephone number to bring you your lamp.';
const COPY = 'You may ask us for a copy of what we hold, and to have it corrected or erased.';
const COOKIES = 'This site sets one cookie that remembers what is in your basket until you leave.';

const who = section('who', 'Who we are', LAMPS);
const what = section('what', 'What we collect', NAMES);
const retention = section('retention', 'How long we keep it', SIX_YEARS);
const sharing = section('sharing', 'Who we share it with', COURIER);
const rights = section('rights', 'Your rights', COPY);

describe('lineagesOf', () => {
  it('gives each section of a first version a lineage without any states', () => {
    const { versions, lineages } = follow(who + what);
    const station: Station = {
      version: 'v1',
      anchor: 'who',
      heading: 'Who we are',
      level: 1,
      states: [],
      changes: [],
      lastChanged: 'v1',
    };
    expect(versions).toEqual(['v1']);
    expect(lineages).toHaveLength(2);
    expect(lineages[0]).toEqual({
      id: 'v1#who',
      stations: [station],
      first: station,
      last: station,
    });
  });

  it('returns nothing for no versions and for versions without sections', () => {
    expect(lineagesOf([], [])).toEqual({ versions: [], lineages: [] });
    expect(told('<p>A</p>', '<p>B</p>')).toEqual([]);
  });

  it('throws if a comparison is missing', () => {
    const versions = versionsOf(who, who, who);
    expect(() => lineagesOf(versions, stepsOf(versions).slice(1))).toThrow(
      '3 versions cannot have 1 comparisons',
    );
  });

  it('continues through versions that do not change the section', () => {
    expect(told(who, who, who)).toEqual(['v1#who, v2#who, v3#who']);
  });

  it('continues when the words change, and names the changes', () => {
    const versions = versionsOf(who + what, who + what.replace('name', 'full name'));
    const steps = stepsOf(versions);
    const all = lineagesOf(versions, steps);
    expect(all.lineages.map(inShort)).toEqual(['v1#who, v2#who', 'v1#what, v2#what edited']);
    expect(lineageAt(all, 'v2', 'what')?.last.changes).toEqual(
      steps[0]?.changes.map(({ id }) => id),
    );
    expect(steps[0]?.changes).toHaveLength(1);
  });

  it('continues under another heading with the same anchor', () => {
    const renamed = section('what', 'Your details', NAMES);
    expect(told(who + what, who + renamed)).toContain('v1#what, v2#what edited renamed');
  });

  it('continues under another heading with another anchor', () => {
    const renamed = section('details', 'Your details', NAMES);
    expect(told(who + what, who + renamed)).toEqual([
      'v1#who, v2#who',
      'v1#what, v2#details edited renamed',
    ]);
  });

  it('continues in another place', () => {
    expect(told(who + what + retention + rights, who + retention + rights + what)).toContain(
      'v1#what, v2#what moved',
    );
  });

  it('continues when the section becomes a subsection', () => {
    const inner = what.replaceAll('h2', 'h3');
    const levels = follow(who + what, who + inner).lineages[1]?.stations.map(({ level }) => level);
    expect(levels).toEqual([1, 2]);
  });

  it('starts with an added section', () => {
    expect(told(who, who + what)).toEqual(['v1#who, v2#who', 'v2#what added']);
  });

  it('ends with a removed section', () => {
    expect(told(who + what, who, who)).toEqual([
      'v1#who, v2#who, v3#who',
      'v1#what | removed in v2',
    ]);
  });

  it('starts with a section that was split off, and names its source', () => {
    const both = section('what', 'What we collect', NAMES, SIX_YEARS, COURIER);
    const rest = section('data', 'What we collect', NAMES, COURIER);
    expect(told(who + both, who + rest + retention)).toEqual([
      'v1#who, v2#who',
      'v1#what, v2#data edited split',
      'v2#retention split | off v1#what at #what',
    ]);
  });

  it('ends with a section that was merged into another, and names its target', () => {
    const both = section('data', 'What we collect', NAMES, COURIER, SIX_YEARS);
    const first = section('what', 'What we collect', NAMES, COURIER);
    expect(told(who + first + retention, who + both)).toEqual([
      'v1#who, v2#who',
      'v1#what, v2#data merged',
      'v1#retention | merged in v2 into v1#what at #data',
    ]);
  });

  it('continues in a section that others were merged into and split off from at once', () => {
    const before =
      section('what', 'What we collect', NAMES, COURIER, COPY) +
      section('cookies', 'Cookies', COOKIES);
    const after = section('what', 'What we collect', NAMES, COURIER, COOKIES) + rights;
    expect(told(before, after)).toEqual([
      'v1#what, v2#what edited split merged',
      'v1#cookies | merged in v2 into v1#what at #what',
      'v2#rights split | off v1#what at #what',
    ]);
  });

  it('starts again with a restored section, and names the lineage that ended', () => {
    expect(told(who + what, who, who + what)).toEqual([
      'v1#who, v2#who, v3#who',
      'v1#what | removed in v2',
      'v3#what added | again v1#what',
    ]);
  });

  it('names the latest lineage that ended when a section comes and goes', () => {
    const [, ...comings] = told(who + what, who, who + what, who, who + what);
    expect(comings).toEqual([
      'v1#what | removed in v2',
      'v3#what added | again v1#what | removed in v4',
      'v5#what added | again v3#what',
    ]);
  });

  it('recognises a restored section by its heading, whatever its case', () => {
    expect(told(who + what, who, who + what.replace('What', 'WHAT'))).toContain(
      'v3#what added | again v1#what',
    );
  });

  it('does not confuse a removed section with another that takes its anchor', () => {
    expect(told(who + what, who, who + section('what', 'What cookies do', COOKIES))).toEqual([
      'v1#who, v2#who, v3#who',
      'v1#what | removed in v2',
      'v3#what added',
    ]);
  });

  it('follows sections rather than anchors when an anchor moves to another section', () => {
    const long = section('cookies', 'Cookies', COOKIES, COPY, COURIER);
    const short = section('cookies-0', 'Files that we set', LAMPS, NAMES, SIX_YEARS);
    const swapped =
      short.replace('cookies-0', 'cookies') + long.replace('"cookies"', '"cookies-1"');
    expect(told(short + long, swapped)).toEqual([
      'v1#cookies-0, v2#cookies',
      'v1#cookies, v2#cookies-1',
    ]);
  });

  it('excludes the introduction before the first heading', () => {
    expect(told('<p>Before.</p>' + who, '<p>Earlier.</p>' + who)).toEqual(['v1#who, v2#who']);
  });

  it('trims the heading', () => {
    const [lineage] = follow('<h2>Cookies&nbsp;</h2>').lineages;
    expect(lineage?.last.heading).toBe('Cookies');
  });
});

describe('lineagesOf with rare changes', () => {
  const place = (anchor: string) => ({ anchor, heading: 'Cookies', level: 1 });
  const change = (
    before: string | undefined,
    after: string | undefined,
    states: SectionState[],
    others?: string[],
  ): SectionChange => ({
    ...(before !== undefined && { before: place(before) }),
    ...(after !== undefined && { after: place(after) }),
    states,
    ...(others && { with: others.map(place) }),
    changes: [],
  });
  const joined = (before: string[], after: string[], ...sections: SectionChange[]): string[] => {
    const versions = [before, after].map((anchors) =>
      anchors.map((anchor) => section(anchor, 'Cookies')).join(''),
    );
    return lineagesOf(versionsOf(...versions), [{ sections, changes: [] }]).lineages.map(inShort);
  };

  it('distinguishes a section that was split off and merged into from its source', () => {
    expect(
      joined(
        ['a', 'b'],
        ['a', 'n'],
        change('a', 'a', ['split'], ['n']),
        change('a', 'n', ['split'], ['b']),
        change('b', 'n', ['merged']),
      ),
    ).toEqual([
      'v1#a, v2#a split',
      'v1#b | merged in v2 into v2#n at #n',
      'v2#n split | off v1#a at #a',
    ]);
  });

  it('distinguishes a section that was split and merged away from its target', () => {
    expect(
      joined(
        ['a', 'm'],
        ['a', 'b'],
        change('a', 'a', ['merged'], ['m']),
        change('m', 'a', ['merged'], ['b']),
        change('m', 'b', ['split']),
      ),
    ).toEqual([
      'v1#a, v2#a merged',
      'v1#m | merged in v2 into v1#a at #a',
      'v2#b split | off v1#m at #m',
    ]);
  });

  it('does not continue a section under an unrelated anchor', () => {
    expect(
      joined(['a'], ['a', 'b'], change(undefined, 'a', ['added']), change('a', 'b', [])),
    ).toEqual(['v1#a, v2#b', 'v2#a added']);
  });
});

describe('lastChanged', () => {
  const first = who + what + retention + rights;
  const linked = (href: string) =>
    who.replace('Harbourlight', `<a href="${href}">Harbourlight</a>`);
  it.each([
    ['where the words stay', first, first, 'who', 'v1'],
    ['where a word is another', who, who.replace('small', 'tiny'), 'who', 'v2'],
    ['where a number is another', retention, retention.replace('six', '6'), 'retention', 'v2'],
    ['where a link leads elsewhere', linked('/a/'), linked('/b/'), 'who', 'v1'],
    ['where words are set in bold', who, who.replace('small', '<b>small</b>'), 'who', 'v1'],
    ['where a comma went', what, what.replace(',', ''), 'what', 'v1'],
    ['where the section moved', first, who + retention + rights + what, 'what', 'v1'],
    ['where the heading is another', what, what.replace('collect', 'hold'), 'what', 'v2'],
    ['where the anchor is another', what, what.replace('"what"', '"data"'), 'data', 'v1'],
    ['where the section is new', who, who + what, 'what', 'v2'],
    ['where only a section within it changed', who + '<h3>A</h3><p>Now.</p>', who, 'who', 'v1'],
    [
      'where a section was split off',
      section('what', 'What we collect', NAMES, SIX_YEARS),
      what + retention,
      'what',
      'v2',
    ],
    [
      'where a section was merged into it',
      what + retention,
      section('what', 'What we collect', NAMES, SIX_YEARS),
      'what',
      'v2',
    ],
  ])('returns the day %s', (_, before, after, anchor, expected) => {
    expect(lineageAt(follow(before, after), 'v2', anchor)?.last.lastChanged).toBe(expected);
  });

  it('returns the day as of each version', () => {
    const edited = who.replace('small', 'tiny');
    const [lineage] = follow(who, who, edited, edited).lineages;
    expect(lineage?.stations.map(({ lastChanged }) => lastChanged)).toEqual([
      'v1',
      'v1',
      'v3',
      'v3',
    ]);
  });
});

describe('a station', () => {
  const bold = NAMES.replace('your name', '<strong>your name</strong>');

  it.each([
    ['of form alone', section('what', 'What we collect', bold), ['format']],
    [
      'of form and words',
      section('what', 'What we collect', bold.replace('note', 'list')),
      undefined,
    ],
    ['of nothing', what, undefined],
  ])('says of changes %s whether nothing else changed', (_, after, apart) => {
    expect(lineageAt(follow(what, after), 'v2', 'what')?.last.apart).toEqual(apart);
  });
});

describe('heirOf', () => {
  const renamed = section('details', 'Your details', NAMES);
  const merged = section('who', 'Who we are', LAMPS, NAMES);

  it('finds a section through renames of heading and anchor', () => {
    const all = follow(who + what, who + renamed, renamed + who);
    expect(heir(all, 'v1', 'what', 'v1')).toBe('v1#what');
    expect(heir(all, 'v1', 'what', 'v3')).toBe('v3#details');
    expect(heir(all, 'v2', 'details', 'v3')).toBe('v3#details');
  });

  it('finds the section that another was merged into, wherever it is now', () => {
    const all = follow(who + what, merged, merged.replace('"who"', '"us"'));
    expect(heir(all, 'v1', 'what', 'v2')).toBe('v2#who');
    expect(heir(all, 'v1', 'what', 'v3')).toBe('v3#us');
  });

  it('finds the part of a split section that continues', () => {
    const both = section('what', 'What we collect', NAMES, COURIER, SIX_YEARS);
    const rest = section('data', 'What we collect', NAMES, COURIER);
    expect(heir(follow(both, rest + retention), 'v1', 'what', 'v2')).toBe('v2#data');
  });

  it('returns when a section was removed and which version had it last', () => {
    const all = follow(who + what, who + renamed, who, who);
    expect(heir(all, 'v1', 'what', 'v4')).toBe('gone v3, last v2#details');
  });

  it('returns when the section that another was merged into was removed', () => {
    const all = follow(sharing + who + what, sharing + merged, sharing);
    expect(heir(all, 'v1', 'what', 'v3')).toBe('gone v3, last v2#who');
  });

  it('finds a restored section, and the time without it', () => {
    const all = follow(who + what, who, who + what, who);
    expect(heir(all, 'v1', 'what', 'v2')).toBe('gone v2, last v1#what');
    expect(heir(all, 'v1', 'what', 'v3')).toBe('v3#what');
    expect(heir(all, 'v1', 'what', 'v4')).toBe('gone v4, last v3#what');
  });

  it('prefers a restored section to the one it had been merged into', () => {
    const all = follow(who + what, merged, who + what);
    expect(heir(all, 'v1', 'what', 'v2')).toBe('v2#who');
    expect(heir(all, 'v1', 'what', 'v3')).toBe('v3#what');
  });

  it('does not return an unrelated section that has the anchor now', () => {
    const all = follow(who + what, who, who + section('what', 'What cookies do', COOKIES));
    expect(heir(all, 'v1', 'what', 'v3')).toBe('gone v2, last v1#what');
    expect(heir(all, 'v3', 'what', 'v3')).toBe('v3#what');
  });

  it('returns undefined for an unknown section and for an earlier version', () => {
    const all = follow(who, who + what);
    expect(heirOf(all, 'v1', 'nowhere', 'v2')).toBeUndefined();
    expect(heirOf(all, 'v2', 'what', 'v1')).toBeUndefined();
    expect(heirOf(all, 'v1', 'who', 'v9')).toBeUndefined();
  });
});

/** The changes that lead from a version back to the one before it. */
const reversed = ({ before, after, states, ...change }: SectionChange): SectionChange => ({
  ...change,
  ...(after && { before: after }),
  ...(before && { after: before }),
  states: states.map((state) => OPPOSITES[state] ?? state),
});

const OPPOSITES: Partial<Record<SectionState, SectionState>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split',
};

/** Each lineage as its stations, with where it came from and where it went. */
const chains = ({ lineages }: Lineages, isReversed: boolean): string[] => {
  const nameOf = (id: string): string => {
    const { stations } = lineages.find((lineage) => lineage.id === id)!;
    const places = stations.map(({ version, anchor }) => `${version}#${anchor}`);
    return (isReversed ? places.toReversed() : places).join(' ');
  };
  return lineages
    .map(({ id, splitFrom, end }) => {
      const into = end?.by === 'merged' ? end.into : undefined;
      const [from, to] = (isReversed ? [into, splitFrom] : [splitFrom, into]).map((kin) =>
        kin ? `${nameOf(kin.lineage)} at #${kin.anchor}` : '',
      );
      return `${nameOf(id)} | ${from} | ${to}`;
    })
    .toSorted();
};

const SENTENCES = [LAMPS, NAMES, SIX_YEARS, COURIER, COPY, COOKIES];
const written = fc
  .uniqueArray(
    fc.record({
      anchor: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      heading: fc.constantFrom('Who we are', 'What we collect', 'Your rights', 'Cookies', 'Links'),
      rank: fc.constantFrom(2, 3),
      paragraphs: fc.subarray(SENTENCES, { maxLength: 4 }),
    }),
    { selector: ({ anchor }) => anchor, maxLength: 5 },
  )
  .map((sections) =>
    sections
      .map(({ anchor, heading, rank, paragraphs }) =>
        section(anchor, heading, ...paragraphs).replaceAll('h2', `h${rank}`),
      )
      .join(''),
  );
const histories = fc
  .array(written, { minLength: 1, maxLength: 5 })
  .map((sources) => versionsOf(...sources));

describe('any history', () => {
  it('has every section of every version in one lineage, in order and without a gap', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        expect(faultsOf(versions, lineagesOf(versions, stepsOf(versions)))).toEqual([]);
      }),
    );
  });

  it('has an answer for every anchor in every later version', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        expect(faultsOfHeirs(lineagesOf(versions, stepsOf(versions)))).toEqual([]);
      }),
    );
  });

  it('has the same lineages read backwards, with splits for merges', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        const steps = stepsOf(versions);
        const backwards = lineagesOf(
          versions.toReversed(),
          steps
            .map(({ sections, changes }) => ({ sections: sections.map(reversed), changes }))
            .toReversed(),
        );
        expect(chains(backwards, true)).toEqual(chains(lineagesOf(versions, steps), false));
      }),
    );
  });

  it('keeps ids and stations of earlier versions when another follows', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        const steps = stepsOf(versions);
        const until = (count: number) =>
          lineagesOf(versions.slice(0, count), steps.slice(0, Math.max(count - 1, 0)));
        const [earlier, all] = [until(versions.length - 1), until(versions.length)];
        const kept = all.lineages
          .map(({ id, stations }) => ({
            id,
            stations: stations.filter(({ version }) => version !== versions.at(-1)?.name),
          }))
          .filter(({ stations }) => stations.length > 0);
        expect(kept).toEqual(earlier.lineages.map(({ id, stations }) => ({ id, stations })));
      }),
    );
  });
});

describe.runIf(services.length > 0)('the real histories', () => testRealHistories(['telegram']));
