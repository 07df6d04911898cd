/** The regulator, articles and firms that have another name today. */
import type { Rule } from '../rule.ts';
import { notInShort, ofOurLaw, words } from '../signals.ts';

export const formerNames: readonly Rule[] = [
  {
    code: 'information-commissioner',
    family: 'stale-law',
    title: 'The regulator’s former name',
    law: {
      act: 'DUAA 2025 ss.117-120; SI 2026/1015',
      section: 'Information Commission from 30 Sep 2026',
      note: 'Date from secondary sources that agree (domain.md 1.1). "ICO" and ico.org.uk stay.',
    },
    from: '2026-09-30',
    severity: 'warning',
    ask: words({
      bad: [
        /(?<!Scottish |Jersey |Man |Manx |Cayman |Bermuda |Irish |Australian |Queensland |Data Protection and )\bInformation Commissioner(?:'s|s'|s)?(?: Office)?\b/i,
      ],
      unless: [
        /\b(?:took over from|replac\w+|former(?:ly)?|previous(?:ly)?|used to be|was called|were called|until|before 30 September 2026|abolished|predecessor)\b/i,
        /\b(?:Scottish|Jersey|Isle of Man|Scotland)\b/i,
      ],
      where: ofOurLaw,
    }),
    message: '"{found}" was replaced by the Information Commission on 30 September 2026.',
    fix: 'Write "the Information Commission (ICO)". The website and the abbreviation stay.',
    // The Scottish Information Commissioner, Jersey, the Isle of Man, the Swiss Federal Data Protection and Information Commissioner (other bodies); a notice that tells of the change; the title of a document or a link to an old page.
    fail: [
      {
        effective: '2026-10-01',
        text: 'You can complain to the Information Commissioner’s Office (ICO).',
      },
    ],
    pass: [
      {
        effective: '2026-09-01',
        text: 'You can complain to the Information Commissioner’s Office.',
      },
      {
        effective: '2026-10-01',
        text: 'The Information Commission took over from the Information Commissioner.',
      },
      {
        effective: '2026-10-01',
        text: 'For freedom of information you can go to the Scottish Information Commissioner.',
      },
    ],
  },
  {
    code: 'regulator-address',
    family: 'stale-law',
    title: 'The regulator’s former address',
    law: {
      act: 'ICO announcement',
      section: 'move to Circle Square, Manchester, autumn 2026',
      note: 'LOW certainty about the day and about how long Wilmslow receives post: keep as data that a site can override.',
    },
    from: '2026-09-30',
    severity: 'warning',
    ask: words({
      bad: [/\bWycliffe House\b|\bSK9 ?5AF\b|\bWater Lane,? Wilmslow\b/i],
      within: 'block',
      where: ofOurLaw,
    }),
    message: '"{found}" is the regulator’s address before its move to Manchester in autumn 2026.',
    fix: 'Link to https://ico.org.uk/make-a-complaint/ and leave the postal address out, or check it at ico.org.uk/global/contact-us.',
    // Post may still be forwarded; some other firm in Wilmslow (the postcode is the ICO’s own).
    fail: [
      { effective: '2026-10-01', text: 'Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF' },
    ],
    pass: [
      { effective: '2024-11-12', text: 'Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF' },
      { effective: '2026-10-01', text: 'https://ico.org.uk/make-a-complaint/' },
    ],
  },
  {
    code: 'article-replaced',
    family: 'stale-law',
    title: 'Articles that were replaced',
    law: {
      act: 'UK GDPR',
      section:
        'Arts 22A-22D (DUAA 2025 s.80); Arts 45A-45C (s.85, Sch 7); Art 77 omitted (s.103, Sch 10), now DPA 2018 s.165',
      note: 'SI 2026/82 regs 2 and 3. Article 77: from one secondary source, medium certainty.',
    },
    from: '2026-02-05',
    severity: 'warning',
    isSilencedByEu: true,
    ask: words({
      terms: [
        {
          bad: /\bArt(?:icle|\.)? ?22(?![A-D0-9])\b/i,
          from: '2026-02-05',
          now: 'Articles 22A to 22D',
        },
        {
          bad: /\bArt(?:icle|\.)? ?45(?![A-C0-9])\b/i,
          from: '2026-02-05',
          now: 'Articles 45A to 45C',
        },
        {
          bad: /\bArt(?:icle|\.)? ?77\b/i,
          from: '2026-06-19',
          now: 'section 165 of the Data Protection Act 2018',
        },
      ],
      unless: [/\b(?:EU GDPR|EU's|European Commission|Regulation \(EU\)|replaced|formerly)\b/i],
      where: ofOurLaw,
    }),
    message: '"{found}" of the UK GDPR was replaced on {from} by {now}.',
    fix: 'Write "{now}", or better no article number at all: people do not need it.',
    // The EU’s article where both laws apply; articles of another law (a lease, a treaty). "Articles 15 to 22" is not matched, nor is regulation 22 of PECR.
    fail: [
      {
        effective: '2026-06-19',
        text: 'Under Article 22 you have the right not to be subject to automated decisions.',
      },
      { effective: '2026-07-01', text: 'You can complain under Article 77.' },
    ],
    pass: [
      { effective: '2025-06-19', text: 'Under Article 22 you have rights.' },
      { effective: '2026-06-19', text: 'Under Article 22C you can ask for a human.' },
      { effective: '2026-06-19', text: 'We follow regulation 22 of PECR.' },
    ],
  },
  {
    code: 'retired-name',
    family: 'stale-law',
    title: 'Names of things that are gone',
    law: {
      act: 'none',
      section: 'accuracy; Art 12(1)',
      note: 'A dated table, extended as names change.',
    },
    from: '2018-05-25',
    severity: 'info',
    ask: words({
      terms: [
        { bad: /\bTwitter\b(?!\.com)/i, from: '2023-07-24', now: 'X', unless: [/\bX\b/i] },
        { bad: /\bInternet Explorer\b/i, from: '2022-06-15', now: 'Microsoft Edge' },
        { bad: /\bGoogle ?(?:\+|Plus\b)/i, from: '2019-04-02', now: '(closed)' },
        { bad: /\bUniversal Analytics\b/i, from: '2023-07-01', now: 'Google Analytics 4' },
        { bad: /\bFacebook (?:Inc|Ireland)\b/i, from: '2022-01-04', now: 'Meta Platforms' },
        {
          bad: /\b(?:Adobe )?Flash cookies\b|\bFlash Player\b/i,
          from: '2020-12-31',
          now: '(ended)',
        },
        {
          bad: /\bArticle 29 Working Party\b/i,
          from: '2018-05-25',
          now: 'European Data Protection Board',
        },
        {
          bad: /\b128[- ]?bit\b.{0,30}\bSSL\b|\bSSL\b.{0,30}\b128[- ]?bit\b/i,
          from: '2015-06-25',
          now: 'TLS',
        },
      ],
      unless: [/\b(?:formerly|previously|used to|former|known as|renamed)\b/i],
      where: notInShort,
    }),
    message: '"{found}" has had another name or has ended since {from}; today {now}.',
    fix: 'Write {now}, or leave the name out if you do not use it any more.',
    // "X (formerly Twitter)" is right; help for people with old browsers; the word as a verb or bird.
    fail: [{ effective: '2024-01-01', text: 'We receive data from Facebook, Google and Twitter.' }],
    pass: [
      { effective: '2024-01-01', text: 'We receive data from X (formerly Twitter).' },
      { effective: '2022-01-01', text: 'We use Twitter.' },
    ],
  },
];
