/** What people are told of a version, whatever its facts hold. */
import { parse as parseHtml } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../notices/dates.ts';
import type { Notice, Version } from '../../site/notices.ts';
import { emptySite, parcels } from '../../site/testing.ts';
import { cy } from '../../words/cy/index.ts';
import { announcementFiles } from './index.ts';
import { lengthOf, oneLine, shortenedTo } from './line.ts';
import { newsOf, type News } from './news.ts';
import { SHORT_POST } from './text.ts';

const url = new URL('https://notices.example');
const site = { ...emptySite(), url, locate: (path: string) => new URL(path, url).href };

const keeping = (time: string): string =>
  `## Keeping {#keeping}\n\nMessages are kept for ${time}.\n`;

const record = (retention: string, more = ''): string =>
  [
    'title: Parcel notice',
    'processing:',
    '  - id: support',
    '    purpose: Support messages',
    '    lawfulBasis: [legitimate-interests]',
    '    legitimateInterest: Helping you',
    `    retention: { period: ${retention} }`,
    ...(more === '' ? [] : [more]),
  ].join('\n');

function told(notice: Notice, version = notice.scheduled[0] ?? notice.inForce): News {
  return newsOf(notice, version!, site);
}

const fileOf = (news: News, name: string): string => announcementFiles(news).get(name)!;

describe('people are told', () => {
  it('what the publisher wrote of a change, before and after its day', () => {
    const changes =
      'title: Parcel notice\nchanges:\n  - { kind: clarified, summary: One table. }\n  - { kind: changed, section: keeping, summary: A year less., reason: It is enough. }';
    const texts = { '2024-01-01': keeping('two years'), '2027-01-11': keeping('one year') };
    const coming = told(parcels(texts, { '2027-01-11': changes }));
    expect(coming.notes).toEqual([
      'Clarified: One table.',
      'Changed in “Keeping”: A year less. Why: It is enough.',
    ]);
    // What was explained is not what changed.
    expect(coming.main).toBe('A year less.');
    expect(coming.figures).toEqual([]);
    const [subject, empty, lead] = fileOf(coming, 'email.txt').split('\n');
    expect([subject, empty]).toEqual([
      'Parcel notice, Parcels Limited: what changes on 11 January 2027',
      '',
    ]);
    expect(lead).toContain('will apply from 11 January 2027');
    const then = newsOf(parcels(texts, { '2027-01-11': changes }), coming0(texts, changes), {
      ...site,
      today: '2027-01-11' as IsoDate,
    });
    expect(then.subject).toContain('what changed on');
    expect(then.lead).toContain('has applied since 11 January 2027');
  });

  it('the figures of the text, where the publisher wrote nothing', () => {
    const news = told(
      parcels({ '2024-01-01': keeping('two years'), '2026-01-01': keeping('12 months') }),
    );
    expect(news.figures).toEqual(['Keeping: two years, now 12 months']);
    expect(news.main).toBe('Keeping: two years, now 12 months');
    expect(news.todo).toEqual([]);
  });

  it('the facts that changed, in words, and that they can object to what rests on interests', () => {
    const texts = { '2024-01-01': 'One.\n', '2026-01-01': 'One.\n' };
    const news = told(
      parcels(texts, { '2024-01-01': record('P2Y'), '2026-01-01': record('P12M') }),
    );
    expect(news.figures).toEqual([
      'How long we keep it for “Support messages”: 2 years; now 12 months',
    ]);
    expect(news.todo).toEqual([
      'You can object to this use of your personal data: “Support messages”.',
    ]);
  });

  it('of records only what changed, and not that there are any now', () => {
    const texts = { '2024-01-01': keeping('a year'), '2026-01-01': keeping('a year') };
    const news = told(parcels(texts, { '2026-01-01': record('P1Y') }));
    expect([news.figures, news.todo]).toEqual([[], []]);
    expect(news.instead).toBe('The text stays the same.');
  });

  it('how to withdraw consent and to stop messages, as the facts say it', () => {
    const marketing = (category: string): string =>
      `${record('P1Y')}\n  - id: news\n    purpose: Send news\n    kind: direct-marketing\n    lawfulBasis: [consent]\n    dataCategories: [${category}]\n    pecr: { basis: consent, optOut: the link in every email }\nwithdrawal: { how: Write to us. }`;
    const texts = { '2024-01-01': 'One.\n', '2026-01-01': 'One.\n' };
    const news = told(
      parcels(texts, { '2024-01-01': marketing('name'), '2026-01-01': marketing('name, email') }),
    );
    expect(news.todo).toEqual([
      'You can object to this use of your personal data: “Send news”.',
      '“Send news” rests on your consent. You can withdraw it: Write to us.',
      '“Send news”: you can stop the messages: the link in every email.',
    ]);
  });

  it('that they need do nothing only where all was explained or moved, and no figure changed', () => {
    const only =
      'title: Parcel notice\nchanges:\n  - { kind: clarified, summary: In fewer words. }';
    const told1 = (text: string): string[] =>
      told(
        parcels({ '2024-01-01': keeping('two years'), '2026-01-01': text }, { '2026-01-01': only }),
      ).todo;
    expect(told1('## Keeping {#keeping}\n\nWe keep messages for two years.\n')).toEqual([
      expect.stringMatching(/^You do not need to do anything/),
    ]);
    expect(told1(keeping('three years'))).toEqual([]);
    expect(
      told(
        parcels(
          { '2024-01-01': keeping('a year'), '2026-01-01': 'Other.\n' },
          { '2026-01-01': `${only}\nchangeType: major` },
        ),
      ).todo,
    ).toEqual([]);
  });

  it('of a first version that it is the first, and what it is about', () => {
    const news = told(
      parcels({ '2024-01-01': 'One.\n' }, { '2024-01-01': 'title: T\nsummary: About parcels.' }),
    );
    expect([news.occasion, news.notes, news.figures]).toEqual(['first', [], []]);
    expect(fileOf(news, 'email.txt')).toContain('It is the first version.\n\nAbout parcels.');
    expect(news.links.map(({ address }) => address)).toEqual([
      'https://notices.example/parcels/2024-01-01/',
    ]);
  });

  it('of a version that was called off that it never applies, why, and what stays', () => {
    const notice = parcels({ '2024-01-01': 'One.\n', '2027-01-11': 'Two.\n' });
    const calledOff = { on: '2026-11-20' as IsoDate, by: 'A', reason: 'No need' };
    const version: Version = { ...notice.scheduled[0]!, status: 'called-off', calledOff };
    const news = newsOf({ ...notice, scheduled: [] }, version, site);
    expect(news.lead).toContain(
      'was to apply from 11 January 2027. It was called off on 20 November 2026 and will never apply. Reason: No need. The notice in force since 1 January 2024 stays as it is.',
    );
    expect(news.see.address).toBe('https://notices.example/parcels/');
    expect(news.todo).toEqual([]);
  });

  it('of a notice that ends from when on, and that nothing takes its place', () => {
    const notice = parcels({ '2024-01-01': 'One.\n', '2026-01-01': 'Two.\n' });
    const ending = (withdrawn: string): string =>
      newsOf(notice, { ...notice.inForce!, withdrawn: withdrawn as IsoDate }, site).lead;
    expect(ending('2026-12-31')).toContain('will be withdrawn on 31 December 2026');
    expect(ending('2026-02-01')).toContain('was withdrawn on 1 February 2026');
  });

  it('in the words of the notice', () => {
    const notice = parcels({ '2024-01-01': 'Un.\n', '2026-01-01': 'Dau.\n' });
    const news = newsOf({ ...notice, words: cy }, notice.inForce!, site);
    const email = fileOf(news, 'email.txt');
    expect(email).toContain('beth newidiodd ar 1 Ionawr 2026');
    expect(email).not.toMatch(/\b(?:the|version|changed|Questions)\b/);
    expect(fileOf(news, 'email.html')).toContain('<html lang="cy">');
  });
});

function coming0(texts: Record<string, string>, changes: string): Version {
  return parcels(texts, { '2027-01-11': changes }).scheduled[0]!;
}

describe('hostile facts', () => {
  const HOSTILE = '</title><script>alert(1)</script>"><img src=x onerror=alert(2)> & co';
  const facts = `title: ${JSON.stringify(HOSTILE)}\nsummary: ${JSON.stringify(HOSTILE)}\nchanges:\n  - kind: changed\n    summary: ${JSON.stringify(HOSTILE)}\n    reason: ${JSON.stringify(HOSTILE)}`;
  const news = told(
    parcels({ '2024-01-01': 'One.\n', '2026-01-01': 'Two.\n' }, { '2026-01-01': facts }),
  );

  /** The names of all elements and attributes of a page. */
  function namesIn(html: string): Set<string> {
    const names = new Set<string>();
    const visit = (node: {
      nodeName: string;
      attrs?: { name: string }[];
      childNodes?: unknown[];
    }): void => {
      names.add(node.nodeName);
      node.attrs?.forEach(({ name }) => names.add(`@${name}`));
      (node.childNodes as Parameters<typeof visit>[0][] | undefined)?.forEach(visit);
    };
    visit(parseHtml(html) as unknown as Parameters<typeof visit>[0]);
    return names;
  }

  it.each(['email.html', 'banner.html'])('make no element and no attribute in %s', (name) => {
    const names = namesIn(fileOf(news, name));
    for (const each of ['script', 'img', 'style', 'iframe', '@onerror', '@style', '@src']) {
      expect(names).not.toContain(each);
    }
    expect(fileOf(news, name)).toContain('&lt;script&gt;');
  });

  it('begin no header after the subject, and turn no words round', () => {
    const bad = 'Hello\r\nBcc: all@example.example\n\n\u2028\u202Eevil\u2066 \u0000\u0007x\ud800';
    expect(oneLine(bad)).toBe('Hello Bcc: all@example.example evil x');
    const changed: News = { ...news, subject: bad, lead: bad, notes: [bad], controller: bad };
    const [subject, empty] = fileOf(changed, 'email.txt').split('\n');
    expect([subject, empty]).toEqual(['Hello Bcc: all@example.example evil x', '']);
    for (const content of announcementFiles(changed).values()) {
      expect(content).not.toMatch(/[\r\u2028\u202e\u2066\0\x07]|^Bcc/m);
    }
  });

  it('leave a short post as long as it may be, with its whole address', () => {
    const long = 'word '.repeat(400);
    for (const subject of ['Short', long, 'x'.repeat(2000), '例'.repeat(500)]) {
      const see = { label: 'Read', address: `https://notices.example/${'a'.repeat(120)}/` };
      const post = fileOf({ ...news, subject, main: long, see }, 'post.txt').trimEnd();
      expect(lengthOf(post)).toBeLessThanOrEqual(SHORT_POST);
      expect(post.split('\n').at(-1)).toBe(see.address);
    }
    const see = { label: 'Read', address: `https://notices.example/${'a'.repeat(400)}/` };
    const without = fileOf({ ...news, see }, 'post.txt');
    expect(without).not.toContain('https://');
    expect(lengthOf(without)).toBeLessThanOrEqual(SHORT_POST);
  });

  it('leave out of a longer post what there is no room for, and count it', () => {
    const notes = Array.from({ length: 30 }, (_, index) => `Note ${index} ${'word '.repeat(20)}`);
    const post = fileOf({ ...news, notes, figures: [] }, 'post-long.txt');
    const kept = post.match(/^- Note/gm)!.length;
    expect(kept).toBeGreaterThan(5);
    expect(post).toContain(`And ${30 - kept} more changes`);
    expect(lengthOf(post)).toBeLessThanOrEqual(1500);
  });

  it('cut a line at a word', () => {
    expect(shortenedTo('We keep messages, for a year', 18)).toBe('We keep messages…');
    expect(shortenedTo('short', 5)).toBe('short');
  });
});
