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
      'How long we keep it for “Support messages”: 12 months (before: 2 years)',
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

  describe('purpose by purpose', () => {
    const orders = (more: string): string =>
      `  - id: orders\n    purpose: Deliver orders\n    lawfulBasis: [contract]\n${more}`;
    const pair = (before: string, after: string, isComing = true): News => {
      const day = isComing ? '2027-01-11' : '2026-01-01';
      const facts = (records: string): string => `title: T\nprocessing:\n${records}`;
      return told(
        parcels(
          { '2024-01-01': 'One.\n', [day]: 'One.\n' },
          { '2024-01-01': facts(before), [day]: facts(after) },
        ),
      );
    };
    const post = (news: News): string => fileOf(news, 'post-long.txt');
    const email = (news: News): string => fileOf(news, 'email.txt');
    const field = (before: string, after: string, isComing = true): string[] =>
      pair(orders(`    ${before}`), orders(`    ${after}`), isComing).figures;

    it.each<[what: string, before: string, after: string, sentence: string]>([
      [
        'what is used',
        'dataCategories: [name, phone]',
        'dataCategories: [name, email]',
        '“Deliver orders”: we will also use email, and no longer use phone',
      ],
      [
        'who receives it, by name',
        'recipients: [{ name: A Limited, role: processor, activity: Delivers, country: GB }]',
        'recipients: [{ name: B Limited, role: processor, activity: Sends }]',
        '“Deliver orders”: we will also share your information with B Limited (Sends), and no longer with A Limited',
      ],
      [
        'that a recipient does something else',
        'recipients: [{ name: A Limited, role: processor, activity: Delivers }]',
        'recipients: [{ name: A Limited, role: controller, activity: Delivers }]',
        '“Deliver orders”: A Limited receives your information in another way: Delivers; On its own behalf (until then: Delivers; For us, on our instructions)',
      ],
      [
        'that nobody receives it any more',
        'recipients: [{ name: A Limited }]',
        'recipients: none',
        '“Deliver orders”: we will no longer share your information with anybody',
      ],
      [
        'where it is sent, for the first time',
        'recipients: [{ name: B Limited }]\n    transfers: none',
        'recipients: [{ name: B Limited }]\n    transfers: [{ recipient: B Limited, countries: [IE], mechanism: adequacy-regulations, copyFrom: us }]',
        '“Deliver orders”: we will send your information abroad to B Limited (Ireland; UK adequacy regulations)',
      ],
      [
        'how long it is kept',
        'retention: { period: P2Y }',
        'retention: { period: P12M }',
        'How long we keep it for “Deliver orders”: 12 months (until then: 2 years)',
      ],
      [
        'what was said and is no longer',
        'retention: { period: P2Y }',
        'kind: service',
        'How long we keep it for “Deliver orders”: no longer stated (until then: 2 years)',
      ],
      [
        'what is said for the first time',
        'kind: service',
        'transfers: none',
        'Transfers abroad for “Deliver orders”: none',
      ],
    ])('says %s', (_, before, after, sentence) => {
      expect(field(before, after)).toEqual([sentence]);
    });

    it('says what has changed as it is, once it has', () => {
      expect(field('dataCategories: [name]', 'dataCategories: [name, email]', false)).toEqual([
        '“Deliver orders”: we now also use email',
      ]);
    });

    it('says all of a new purpose below its name, and its name alone in a post', () => {
      const fraud =
        '  - id: fraud\n    purpose: Stop fraud\n    kind: security\n    lawfulBasis: [contract]\n    dataCategories: [name, device]\n    recipients: [{ name: A Limited, activity: Scores, country: GB }]\n    retention: { period: P1Y }';
      const base = orders('    dataCategories: [name]');
      const news = pair(base, `${base}\n${fraud}`);
      expect(email(news)).toContain(
        [
          'What changes\n\nNew: “Stop fraud”',
          '- What we use: name and device',
          '- Who receives it: A Limited (Scores; United Kingdom)',
          '- How long we keep it: 1 year',
          '- Lawful basis: Contract\n\n',
        ].join('\n'),
      );
      expect(fileOf(news, 'email.html')).toContain(
        '<h2>What changes</h2>\n<h3>New: “Stop fraud”</h3>\n<ul>\n<li>What we use',
      );
      expect(post(news)).toContain(
        '- We will use your information for a new purpose: “Stop fraud”',
      );
      expect(post(news)).not.toContain('What we use');
      const ended = pair(`${base}\n${fraud}`, base);
      expect(email(ended)).toContain(
        'What changes\n- We will no longer use your information for “Stop fraud”\n\n',
      );
    });

    it('tells how to stop messages where that alone changed', () => {
      const by = (way: string): string =>
        orders(`    kind: direct-marketing\n    pecr: { basis: consent, optOut: ${way} }`);
      expect(pair(by('a link'), by('a link or a reply')).figures).toEqual([
        'How to stop our messages for “Deliver orders”: a link or a reply (until then: a link)',
      ]);
    });

    it('puts what people look for first before a new address', () => {
      const facts = (period: string, email: string): string =>
        `title: T\nprocessing:\n${orders(`    retention: { period: ${period} }`)}\ncomplaints: { email: ${email} }`;
      const news = told(
        parcels(
          { '2024-01-01': 'One.\n', '2027-01-11': 'One.\n' },
          { '2024-01-01': facts('P1Y', 'a@a.example'), '2027-01-11': facts('P2Y', 'b@a.example') },
        ),
      );
      expect(news.main).toContain('How long we keep it');
      expect(news.figures.at(-1)).toBe('Complaints email: b@a.example (until then: a@a.example)');
    });
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
      'You can withdraw your consent at any time, for “Send news”: Write to us.',
      'You can stop the messages at any time, for “Send news”: the link in every email.',
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
