/** Texts that say something and its contrary. */
import type { Rule } from '../rule.ts';
import { firstRecipient, firstTransfer } from '../records.ts';
import { askBases } from '../ask-bases.ts';
import { conflict } from '../signals.ts';

export const contradiction: readonly Rule[] = [
  {
    code: 'sharing-denied-and-made',
    family: 'contradiction',
    title: 'Never shared, and shared',
    law: {
      act: 'UK GDPR',
      section: 'Art 5(1)(a), 13(1)(e)',
      note: 'Processors are recipients (Art 4(9)).',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    readsFacts: true,
    ask: conflict({
      a: [
        /\b(?!(?:you|they|who|that|people|customers) )\w+ (?:do not|does not|don't|will not|won't|never|will never) (?:ever )?(?:share|disclose|pass(?: on)?|give)\b.{0,60}\b(?:data|information|details)\b/i,
        /\b(?:data|information|details)\b.{0,20}\b(?:will not|won't|will never|is never|are never|is not|are not) (?:be )?(?:shared|disclosed|passed|given)\b/i,
        /\b(?:only|would only|will only) (?:ever )?(?:share|disclose)\b.{0,60}\b(?:when|where|if)\b.{0,40}\b(?:required|by law|Government|police|permission)\b/i,
      ],
      aUnless: [
        /\b(?:right to receive|entitled to|unauthori[sz]ed|law enforcement|security)\b/i,
        // A list follows, or only one kind of data is meant.
        /\bfor:?$|:$|\b(?:this|that|such) (?:kind|type|sort)s?\b/i,
        /\b(?:marketing|advertis\w*|sell|rent|their own|commercial|other than|purposes|following|below|listed|described|set out|as follows|circumstances|situations)\b/i,
        /\b(?:unless|except|without)\b(?!.{0,80}\b(?:law|legal|legally|government|police|permission|consent|regulatory)\b)/i,
      ],
      b: [
        /\bwe (?:may |will |can |do |also |only )*(?:share|pass|disclose|give|send)\b.{0,90}\b(?:with|to)\b.{0,50}\b(?:third[- ]part(?:y|ies)|suppliers?|service providers?|processors?|partners?|agents?|subcontractors?|someone else|brands|couriers?|carriers?|delivery (?:companies|firms)|accountants?|banks?|(?:payment|email|hosting) providers?)\b/i,
        /\b(?:suppliers?|(?:payment|email|hosting|service) providers?|processors?)\b.{0,20}\bto whom we (?:pass|give|send|disclose)\b/i,
        /\bwork with (?:other )?(?:well-known )?(?:brands|partners|suppliers)\b/i,
        /\bgive (?:give )?information to someone else\b/i,
        /\b(?:suppliers?|service providers?|companies) (?:who|that|which) (?:work|act|process|store|host)\b/i,
      ],
      bUnless: [/\b(?:do not|don't|will not|won't|never)\b/i],
      facts: firstRecipient,
    }),
    message: '"{found}" denies what "{other}" says.',
    fix: 'Keep one: say with whom you share and why, and limit the denial, such as "We do not sell your data".',
    // A denial limited by words the signals do not know ("except as explained here").
    fail: [
      'We do not share your information with any other party. We pass your address to suppliers.',
    ],
    pass: [
      'We do not sell your information. We pass your address to couriers who act for us as suppliers.',
      'We will not share your information with third parties for marketing purposes. We pass it to service providers.',
      'We check who you are, so that your data is not disclosed to anybody who has no right to receive it. We pass your address to suppliers.',
      'We do not share this kind of data. We pass your address to suppliers.',
      'We will not share your information with other firms for:\n\n- their own offers\n\nWe pass it to suppliers.',
    ],
  },
  {
    code: 'transfers-denied-and-made',
    family: 'contradiction',
    title: 'Never abroad, and abroad',
    law: {
      act: 'UK GDPR',
      section: 'Art 5(1)(a), 13(1)(f)',
      note: 'Facts against prose: warning. Recipients with a country other than GB and transfers: none is an error, since facts decide.',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    readsFacts: true,
    ask: conflict({
      a: [
        /\b(?:do not|don't|does not|doesn't|will not|won't|never)\b.{0,20}\b(?:transfer|send|store|process|move|share|keep)\b.{0,80}\b(?:outside|abroad|overseas|anywhere)\b/i,
        /\b(?:never|does not|doesn't|do not|will not) leaves? the (?:UK|United Kingdom)\b/i,
        /\b(?:stays?|kept|stored|held|remains?) (?:only )?(?:with)?in the (?:UK|United Kingdom)\b(?! and)/i,
      ],
      aUnless: [/\b(?:unless|except|without|other than|apart from|but|everything else|rest)\b/i],
      b: [
        /\b(?:services?|suppliers?|providers?|processors?)\b.{0,30}\b(?:stores?|keeps?|holds?|hosts?|process(?:es)?)\b.{0,60}\b(?:outside the UK|overseas|abroad|in the (?:United States|USA|US))\b/i,
        /\b(?:may|will|is|are|we)\b.{0,30}\b(?:transfer(?:red)?|stored?|process(?:ed)?|sent|passed|hosted)\b.{0,90}\b(?:outside|overseas|abroad|in the (?:United States|USA|US)\b)/i,
      ],
      bUnless: [/\b(?:not|never|don't|won't|if|unless)\b/i],
      facts: firstTransfer,
    }),
    message: '"{found}" denies what "{other}" says.',
    fix: 'List each transfer with its country and ground, and delete the denial or limit it.',
    // A denial about one kind of data and a transfer of another.
    fail: [
      'We do not transfer your information outside the UK. Our newsletter tool is hosted and data is stored in the United States.',
    ],
    pass: [
      'We do not transfer your information outside the UK, except for the newsletter, which is stored in the United States.',
    ],
  },
  {
    code: 'basis-unfit',
    family: 'contradiction',
    title: 'A basis that does not fit its purpose',
    law: {
      act: 'UK GDPR',
      section: 'Art 6(1)(b), (c), (f), 5(1)(a); Art 22B(4) for (ea)',
      note: 'In prose the lists of the ICO’s generator are read, tables with a basis in a row, and sentences that rest marketing on a contract.',
    },
    from: '2018-05-25',
    severity: 'warning',
    readsFacts: true,
    ask: askBases,
    message: '"{found}" rests on {now}, which does not fit it.',
    fix: 'Choose one basis for each purpose; for marketing by e-mail, consent or the soft opt-in with legitimate interests; for legal duties, legal obligation.',
    // Marketing by post on legitimate interests and by e-mail on consent: make them two records. Prose in other layouts is not read: "consent for texts, legitimate interests for post" in one paragraph is lawful.
    fail: [
      {
        facts: {
          processing: [
            {
              id: 'one',
              purpose: 'Send offers',
              kind: 'direct-marketing',
              lawfulBasis: ['consent', 'contract'],
            },
          ],
        },
      },
      'Our lawful bases for collecting or using personal information for legal requirements are:\n- Consent\n- Contract',
      'Our lawful bases for collecting or using personal information for marketing purposes are:\n- Consent\n- Contract',
      '| What we do | Lawful basis |\n| --- | --- |\n| Send you our newsletter | Contract |',
      'We send you marketing about our range because it is necessary for our contract with you.',
      'The lawful basis for our newsletter is the performance of a contract.',
    ],
    pass: [
      'Our lawful bases for collecting or using personal information for legal requirements are:\n- Legal obligation',
      '| What we do | Lawful basis |\n| --- | --- |\n| Send you our newsletter | Consent |\n| Deliver orders | Contract |',
      '| What we do | Lawful basis |\n| --- | --- |\n| Tell buyers of offers | Contract for orders, consent for marketing |',
      'We send marketing only with your consent, and parcels because of our contract with you.',
      'Marketing is not necessary for our contract with you.',
      {
        facts: {
          processing: [
            {
              id: 'one',
              purpose: 'Send offers',
              kind: 'direct-marketing',
              lawfulBasis: ['consent'],
            },
          ],
        },
      },
      {
        facts: {
          processing: [
            {
              id: 'one',
              purpose: 'Keep accounts',
              kind: 'legal',
              lawfulBasis: ['legal-obligation'],
            },
          ],
        },
      },
    ],
  },
];
