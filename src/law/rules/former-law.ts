/** Laws and schemes that have ended. */
import type { Rule } from '../rule.ts';
import { ofOurLaw, words } from '../signals.ts';

export const formerLaw: readonly Rule[] = [
  {
    code: 'privacy-shield',
    family: 'stale-law',
    title: 'A transfer scheme that is invalid',
    law: {
      act: 'CJEU C-311/18 (Schrems II), 16 July 2020; C-362/14 (Schrems I), 6 October 2015',
      section: 'now Arts 45A-46; UK-US data bridge SI 2023/1028 from 12 Oct 2023',
      note: 'Binding in the UK during the transition period and retained afterwards.',
    },
    from: '2015-10-06',
    severity: 'warning',
    ask: words({
      terms: [
        {
          bad: /\bprivacy[- ]shield\b/i,
          from: '2020-07-16',
          now: 'the UK-US data bridge (from 2023-10-12) or the UK Addendum',
        },
        {
          bad: /\bsafe[- ]harbou?r\b(?! (?:road|street|lane|way|close|house|marina))/i,
          from: '2015-10-06',
          now: 'the UK-US data bridge (from 2023-10-12) or the UK Addendum',
        },
      ],
      unless: [
        /\b(?:no longer|invalid(?:ated|ity)?|struck down|replaced?|former(?:ly)?|used to|until|do(?:es)? not rely|did not|ended|annulled|ceased|stopped|not valid|do not use)\b/i,
      ],
      where: ofOurLaw,
    }),
    message: '"{found}" has been no ground for transfers since {from}.',
    fix: 'Say on what the transfer rests today: for certified US recipients the UK-US data bridge, else the IDTA or the UK Addendum.',
    // A supplier that is still certified under the old name and says so; history told in the past tense (unless-words). "Safe harbour" as a place name or in US copyright (DMCA) text.
    fail: [
      {
        effective: '2020-11-16',
        text: 'The recipient is a certified member of the EU-US Privacy Shield scheme.',
      },
    ],
    pass: [
      {
        effective: '2019-05-01',
        text: 'The recipient is certified under the EU-US Privacy Shield.',
      },
      {
        effective: '2024-01-01',
        text: 'We no longer rely on the Privacy Shield, which was struck down in 2020.',
      },
    ],
  },
  {
    code: 'dpa-1998',
    family: 'stale-law',
    title: 'The 1998 Act cited as law',
    law: {
      act: 'DPA 2018',
      section: 'Sch 19 para 44 (repeal); term: Art 9 "special categories"',
      note: 'Term alone is told as info.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      terms: [
        {
          bad: /\bdata protection act,? (?:of )?1998\b|\bDPA 1998\b|\b1998 (?:data protection )?act\b/i,
          from: '2018-05-25',
          now: 'the UK GDPR and the Data Protection Act 2018',
        },
        {
          bad: /\bsensitive personal data\b/i,
          from: '2018-05-25',
          now: 'special category data',
          severity: 'info',
        },
      ],
      unless: [
        /\bCalifornia\w*|\bCCPA\b|\bU\.S\.|\bstate (?:privacy )?laws?\b/i,
        /\b(?:replac\w*|repeal\w*|supersed\w*|former(?:ly)?|previous(?:ly)?|until|was in force|used to|also (?:known|called)|sometimes called|special categor(?:y|ies))\b/i,
      ],
      where: ofOurLaw,
    }),
    message: '"{found}" belongs to the Act of 1998, which ended on 25 May 2018.',
    fix: 'Write {now}.',
    // History; claims about events before 2018; texts that explain "special category (sensitive) data" (unless-words). The term is loose English and a term of US state laws too: info only, and about 6 in 10 right.
    fail: [
      'We comply with the Data Protection Act 1998.',
      'We do not collect sensitive personal data.',
    ],
    pass: [
      'California law calls this sensitive personal data.',
      'The Data Protection Act 2018 replaced the Data Protection Act 1998.',
      { effective: '2017-03-01', text: 'We comply with the Data Protection Act 1998.' },
    ],
  },
  {
    code: 'principles-1998',
    family: 'stale-law',
    title: 'The eight principles of 1998',
    law: {
      act: 'UK GDPR',
      section: 'Art 5(1), in place of DPA 1998 Sch 1',
      note: 'GDPR: seven principles with accountability; "limited to what is necessary", no transfer principle.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\b(?:processed )?fairly and lawfully\b/i,
        /\badequate,? relevant and not excessive\b/i,
        /\bspecified and lawful purposes\b/i,
        /\bnot (?:be )?transferred to (?:other |a )?(?:countr(?:y|ies)|territor(?:y|ies))\b.{0,20}\b(?:outside|without)\b/i,
        /\bin accordance with (?:an |the )?(?:individual'?s?'?|data subject'?s?'?)\b.{0,20}\brights\b/i,
      ],
      atLeast: 2,
      where: ofOurLaw,
    }),
    message: 'These are the principles of the 1998 Act ("{found}"), not those of the UK GDPR.',
    fix: 'Delete the list: a notice need not recite principles. If you keep it, use the seven of Article 5.',
    // Law-enforcement processing: DPA 2018 s.37 still says "adequate, relevant and not excessive".
    fail: ['Data is processed fairly and lawfully. It is adequate, relevant and not excessive.'],
    pass: [
      'Data is processed lawfully, fairly and transparently, and is adequate, relevant and limited to what is necessary.',
    ],
  },
  {
    code: 'gdpr-as-future',
    family: 'stale-law',
    title: 'The GDPR told as something to come',
    law: {
      act: 'GDPR Art 99(2)',
      section: 'applied from 25 May 2018',
      note: 'Before that day the words were right.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\bwill be (?:complying|compliant) with (?:the )?(?:EU |UK )?(?:GDPR|General Data Protection)/i,
        /\b(?:preparing|getting ready|prepare|ready) for (?:the )?(?:arrival of |introduction of )?(?:the )?(?:new )?(?:EU )?(?:GDPR|General Data Protection)/i,
        /\b(?:GDPR|General Data Protection Regulation)\b.{0,60}\b(?:comes?|coming|will come) into (?:force|effect)\b/i,
        /\breplaces? the (?:existing|current) (?:1995 )?(?:EU )?(?:Data Protection Directive|Data Protection Act)/i,
        /\breplaces the existing 1995\b/i,
        /\b(?:forthcoming|upcoming|new|incoming) (?:GDPR|General Data Protection Regulation)\b/i,
        /\bdata protection bill\b/i,
      ],
      unless: [/\b(?:replaced|came into (?:force|effect))\b/i],
      where: ofOurLaw,
    }),
    message: '"{found}": the GDPR has applied since 25 May 2018.',
    fix: 'Delete the sentence, or write what you do now: "We follow the UK GDPR and the Data Protection Act 2018."',
    // A bill of another country; a version that applied before 25 May 2018 (out of the interval). "New GDPR" in reform news.
    fail: [
      'Acme will be complying with the GDPR as a controller.',
      { effective: '2019-01-01', text: 'We are preparing for the GDPR.' },
    ],
    pass: [
      { effective: '2018-05-01', text: 'Acme will be complying with the GDPR.' },
      'We comply with the UK GDPR.',
    ],
  },
  {
    code: 'eu-gdpr-only',
    family: 'stale-law',
    title: 'The EU’s GDPR as the only regime',
    law: {
      act: 'European Union (Withdrawal) Act 2018 s.3; DPPEC Regulations 2019 (SI 2019/419)',
      section: 'UK GDPR from 11pm on 31 Dec 2020',
    },
    from: '2021-01-01',
    severity: 'warning',
    isSilencedByEu: true,
    ask: words({
      bad: [
        /\b(?:European Union(?:'s)?|EU|EU's) General Data Protection Regulation\b/i,
        /\bEU GDPR\b/i,
        /\bRegulation \(EU\) 2016\/679\b/i,
        /\bGeneral Data Protection Regulation \(EU\) 2016\/679\b/i,
      ],
      unless: [/\b(?:forms part of|retained|domestic law|as it applies in the UK)\b/i],
      unlessText: [
        /\bUK (?:GDPR|General Data Protection Regulation|data protection law)\b/i,
        /\bunited kingdom general data protection\b/i,
      ],
      where: ofOurLaw,
    }),
    message:
      '"{found}" is the European Union’s law; for a UK controller it is the UK GDPR since 1 January 2021.',
    fix: 'Write "the UK GDPR and the Data Protection Act 2018"; name the EU’s law beside it only if it applies to you too (Art 3(2)).',
    // Controllers with an EU establishment or targeting people in the EU: a representative of regime eu in the facts silences it.
    fail: ['The European Union’s General Data Protection Regulation gives you rights.'],
    pass: [
      'The UK GDPR gives you rights.',
      {
        effective: '2019-03-01',
        text: 'The EU General Data Protection Regulation gives you rights.',
      },
    ],
  },
  {
    code: 'eea-frame',
    family: 'stale-law',
    title: '"Outside the EEA" as the border',
    law: {
      act: 'UK GDPR',
      section: 'Arts 44A-49 (Arts 44-49 to 4 Feb 2026); DPA 2018 Sch 21',
      note: 'A transfer from the UK to the EEA is a restricted transfer, though the EEA counts as adequate.',
    },
    from: '2021-01-01',
    severity: 'warning',
    isSilencedByEu: true,
    ask: words({
      bad: [
        /\b(?:outside|outwith|beyond) (?:of )?(?:the )?(?:European Economic Area|EEA|E\.E\.A\.|EU|European Union)\b/i,
        /\bnon-(?:EEA|EU) (?:use|countr(?:y|ies)|transfers?)\b/i,
        /\bcountr(?:y|ies)\b.{0,20}\bnot (?:in|part of|within) the (?:EEA|EU|European (?:Economic Area|Union))\b/i,
      ],
      unless: [
        /\b(?:UK|U\.K\.|United Kingdom|Great Britain)\b/i,
        /\b(?:deliver|ship|sell|travel|orders?|goods|parcels?)\b/i,
      ],
      where: ofOurLaw,
    }),
    message: '"{found}": for a UK controller the border is that of the UK since 1 January 2021.',
    fix: 'Write "outside the UK", and say where data goes and on what ground.',
    // Groups with EU companies; text about an EU supplier’s own onward transfers.
    fail: [
      {
        effective: '2022-01-01',
        text: 'Your data may be passed to countries outside the European Economic Area.',
      },
    ],
    pass: [
      { effective: '2022-01-01', text: 'Your data may be stored outside the UK.' },
      { effective: '2020-11-16', text: 'Your data may be stored outside the EEA.' },
      'Data does not leave the UK or the EEA: nothing is kept outside the EEA and the UK.',
    ],
  },
  {
    code: 'eu-transfer-ground',
    family: 'stale-law',
    title: 'The Commission of the EU as judge of UK transfers',
    law: {
      act: 'UK GDPR',
      section: 'Arts 45A, 46; DPA 2018 s.119A and Sch 21',
      note: 'UK adequacy regulations count since 1 Jan 2021 (EU decisions of before were carried over). EU clauses alone ended for old contracts on 21 Mar 2024.',
    },
    from: '2021-01-01',
    severity: 'warning',
    isSilencedByEu: true,
    ask: words({
      terms: [
        {
          bad: /\b(?:approved|recogni[sz]ed|deemed|found|determined|decided|decisions?)\b.{0,60}\bEuropean Commission\b/i,
          from: '2021-01-01',
          now: 'UK adequacy regulations',
          unlessBlock: [/\bclauses?\b|\baddendum\b/i],
        },
        {
          bad: /\bEuropean Commission\b.{0,60}\b(?:adequa\w+|approved countr\w+|has (?:approved|decided|recogni[sz]ed))\b/i,
          from: '2021-01-01',
          now: 'UK adequacy regulations',
          unlessBlock: [/\bclauses?\b|\baddendum\b/i],
        },
        {
          bad: /\b(?:European Commission|EU|EC)(?:'s)?\b.{0,40}\b(?:standard|model) (?:contractual |contract )?clauses\b|\b(?:standard|model) (?:contractual |contract )?(?:clauses|contracts?)\b.{0,60}\b(?:European Commission|EU Commission|by the EU)\b/i,
          from: '2024-03-21',
          now: 'the IDTA or the UK Addendum to the clauses',
          unlessText: [/\baddendum\b|\bIDTA\b|\binternational data transfer agreement\b/i],
        },
      ],
      unless: [/\b(?:UK (?:government|adequacy|regulations)|Secretary of State|data bridge)\b/i],
      where: ofOurLaw,
    }),
    message: '"{found}": for transfers from the UK it is UK law that decides.',
    fix: 'Name the UK adequacy regulations, the IDTA or the UK Addendum.',
    // A group with EU companies that explains both regimes; a statement about data that comes from the EU to the UK.
    fail: [
      {
        effective: '2022-06-01',
        text: 'The country might be approved by the European Commission.',
      },
    ],
    pass: [
      {
        effective: '2020-11-16',
        text: 'The country might be approved by the European Commission.',
      },
      {
        effective: '2025-01-01',
        text: 'We use the UK Addendum to the standard contractual clauses of the European Commission.',
      },
    ],
  },
];
