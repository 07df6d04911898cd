/** Marketing and cookies: PECR 2003. */
import type { Rule } from '../rule.ts';
import { optOutInRecords, softOptInInRecords, storageInFacts } from '../records.ts';
import { words, factsOr } from '../signals.ts';
import { COOKIES, ON_DEVICES, OPT_OUT } from '../told-pecr.ts';
import { missing } from '../told.ts';

const NOT_BY_USING = String.raw`(?<!\bby (?:using|continuing|browsing|visiting|accessing)\b[^.\n]{0,120})`;

export const pecr: readonly Rule[] = [
  {
    code: 'cookies-browser-only',
    family: 'pecr',
    title: 'Browser settings as the only control of cookies',
    law: {
      act: 'PECR 2003',
      section: 'reg 6 (consent from 26 May 2011); Sch A1 exceptions from 5 Feb 2026',
      note: 'ICO: browser settings do not amount to consent.',
    },
    from: '2011-05-26',
    severity: 'warning',
    ask: words({
      bad: [
        /\b(?:switch|turn|block|disabl\w*|refus\w*|delet\w*|control|manag\w*|reject|prevent|set|chang\w*)\b.{0,60}\bcookies?\b.{0,80}\bbrowsers?\b/i,
        /\bbrowsers?\b.{0,80}\b(?:refuse|reject|block|disable|delete|turn off|switch off|not accept)\b.{0,30}\bcookies?\b/i,
        /\bcookies?\b.{0,80}\bbrowsers?\b.{0,60}\b(?:refuse|reject|block|disable|delete|turn|switch)\b/i,
      ],
      unlessText: [
        /\b(?:cookie|consent) (?:banner|settings|preferences|tool|choices|control|notice|management|pop-?up)\b/i,
        /\baccept(?:ed)? (?:our |all |the )?(?:\w+ )?cookies\b|\breject\w* (?:all )?cookies\b/i,
        // To use a website is no consent.
        new RegExp(
          String.raw`${NOT_BY_USING}\bcookies?\b[^.\n]{0,80}\b(?:consent|permission|ask (?:you|first|before)|agree)\b|\bask (?:you |first )?(?:before|first)\b.{0,60}\bcookies?\b|${NOT_BY_USING}\b(?:consent|permission|agree)\b[^.\n]{0,80}\bcookies?\b`,
          'i',
        ),
        /\bin (?:the|our|a) banner\b/i,
        /\bonly (?:strictly necessary|essential) cookies\b/i,
        /\b(?:link|button)\b.{0,40}\bcookies\b/i,
      ],
    }),
    message: '"{found}": browser settings alone are no consent to cookies that need it.',
    fix: 'Say which cookies need consent and how people give and refuse it; list name, purpose and time of each.',
    // Sites that set exempt cookies only. The consent tool may be described in a linked cookie notice: waive with the link.
    fail: ['It is possible to switch off cookies by setting your browser preferences.'],
    pass: [
      'You can block cookies in your browser. We ask for your consent before we set any cookie that is not needed.',
    ],
  },
  {
    code: 'storage-unexplained',
    family: 'pecr',
    title: 'What is kept on devices is explained',
    law: {
      act: 'PECR 2003',
      section: 'reg 6(2)(a), and from 5 Feb 2026 Sch A1',
      note: 'Clear and comprehensive information on what it is for. Words cannot show whether one of the five exceptions applies, so it is for information.',
    },
    from: '2003-12-11',
    severity: 'info',
    readsFacts: true,
    ask: missing({
      told: COOKIES,
      when: ON_DEVICES,
      // What other rules mark raises no second question.
      whenNot: [
        /\b(?:not|never|don't|doesn't|no|without)\b/i,
        /\bbrowsers?\b|\bby (?:using|continuing|visiting)\b|\b(?:assume|happy with)\b/i,
      ],
      denied: COOKIES,
      facts: storageInFacts,
    }),
    message:
      'The notice speaks of "{found}" and does not say what for, or that people are asked first.',
    fix: 'Fill storageAccess with name, purpose, time and ground and print it with <Storage />; or link to the notice that does.',
    // A cookie notice elsewhere without a link. A bakery's cookies.
    fail: [
      'We get information from cookies and tags.',
      'When you accept our cookies we learn which pages you read.',
      'We collect your device identifier.',
    ],
    pass: [
      'We use one cookie to remember your basket.',
      'We set no cookies.',
      'Our website records mouse clicks and page scrolling to find faults.',
      { facts: { storageAccess: [{ name: 'basket', purpose: 'Remembers your basket' }] } },
    ],
  },
  {
    code: 'marketing-opt-out-missing',
    family: 'pecr',
    title: 'E-mail marketing without a way out',
    law: {
      act: 'PECR 2003',
      section: 'regs 22(3)(c), 23; UK GDPR Art 21(2)-(3)',
      note: 'Error when a record of kind direct-marketing has pecr without optOut. reg 22(3A), the charity soft opt-in, from 5 Feb 2026: earlier use of charity-soft-opt-in, or by a controller that is no charity, is an error.',
    },
    from: '2003-12-11',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: missing({
      told: OPT_OUT,
      when: [
        /\b(?:marketing|newsletters?|promotion(?:s|al)?|special offers?|offers)\b.{0,100}\b(?:e-?mails?|texts?|SMS|phone|telephone|WhatsApp)\b/i,
        /\b(?:send|contact|e-?mail|text|write to|notify|inform|tell) you\b.{0,100}\b(?:(?:may|might|could|we think (?:may|might|will)) (?:be of )?interest (?:to )?you|of interest to you|appeals|campaigns|fundraising)\b/i,
        /\b(?:e-?mails?|texts?|SMS|phone|WhatsApp)\b.{0,100}\b(?:marketing|newsletters?|promotion(?:s|al)?|special offers?|offers)\b/i,
        /\b(?:e-?mail|text|phone|call|write to)\b.{0,60}\babout (?:our|new|the latest) (?:range|products?|services?|offers?|events?|courses?|collections?|deals?|sales?|news)\b/i,
        /\b(?:for|our) (?:\w+ ){0,4}marketing purposes\b|\b(?:our|for) (?:own )?direct marketing\b/i,
      ],
      whenNot: [
        /\b(?:not|never|don't|no)\b/i,
        /\b(?:their|third[- ]part(?:y|ies)'?) (?:own )?(?:direct )?marketing\b/i,
      ],
      facts: optOutInRecords,
    }),
    message: 'The notice tells of marketing ("{found}") and not how to stop it.',
    fix: 'Say that every message has a link to stop, and that people can object at any time.',
    // The way out is told in words the signals do not know.
    fail: [
      'We send you special offers by email.',
      'We send you communications that may be of interest to you.',
      'We may contact you about our appeals and campaigns.',
    ],
    pass: [
      'We send you special offers by email. Every one has a link to unsubscribe.',
      'We do no marketing.',
    ],
  },
  {
    code: 'soft-opt-in-misused',
    family: 'pecr',
    title: 'The soft opt-in where it does not reach',
    law: {
      act: 'PECR 2003',
      section: 'reg 22(2)-(3A)',
      note: 'Soft opt-in covers the firm’s own similar goods and services only, asked at collection. Charities: reg 22(3A) from 5 Feb 2026 (DUAA 2025 s.114).',
    },
    from: '2003-12-11',
    severity: 'error',
    inProse: 'warning',
    readsFacts: true,
    ask: factsOr(
      softOptInInRecords,
      words({
        bad: [
          /\b(?:share|pass|give|provide|disclose)\b.{0,100}\b(?:third[- ]part(?:y|ies)|partners?|other (?:companies|organisations|charities|brands)|selected)\b.{0,100}\bmarketing\b.{0,100}\b(?:unless|if you do not (?:want|wish)|opt(?:ed)? out)\b/i,
          /\b(?:prefer|rather|wish|want) not to (?:receive|hear|get)\b.{0,80}\b(?:tick|untick|check)\b.{0,40}\bbox\b|\b(?:un)?tick\b.{0,30}\bbox\b.{0,40}\bif you (?:do not|don't|would rather not|prefer not)\b/i,
          /\btick(?:ing)? (?:here|this|below)\b.{0,20}\bif you (?:do not|don't|would rather not|prefer not)\b/i,
          /\b(?:do not|don't) (?:want|wish) to receive\b.{0,80}\b(?:tick(?:ing)?|untick|check)\b.{0,40}\bbox(?:es)?\b/i,
        ],
        // Consent is asked for first: the box is one more way out.
        unlessText: [
          /\b(?:e-?mail|texts?|SMS|text messages?)\b.{0,80}\b(?:unless|only if|only where|only with|without)\b.{0,40}\b(?:prior consent|your consent|you (?:have )?(?:agreed|consented|opted in|given))/i,
        ],
        unless: [
          /\bpost\b/i,
          /(?<!\b(?:un)?tick\w*\b.{0,60})\b(?:never|not|expressly|permission|consent)\b(?!.*\b(?:tick|untick|unless you tell))(?<!unless you .{0,30}\b(?:not))(?! to (?:receive|hear|get)\b)/i,
        ],
      }),
    ),
    message:
      '"{found}": electronic marketing needs consent first; silence or an opt-out box is enough only for your own similar products to your customers.',
    fix: 'Ask with an unticked box, or limit it to your own similar products and offer the opt-out when you collect the address and in each message.',
    // Marketing by post; the opt-out box of a true soft opt-in (existing customers, own products).
    fail: [
      'If you do not want to receive direct marketing you can select your choices by ticking the relevant boxes.',
      {
        effective: '2025-01-01',
        facts: {
          processing: [{ id: 'one', purpose: 'One', pecr: { basis: 'charity-soft-opt-in' } }],
        },
      },
    ],
    pass: [
      'If you want our newsletter, tick the box.',
      'If you do not want to receive marketing, tick the box. We will not contact you by email unless you have given your prior consent.',
      {
        effective: '2026-06-19',
        facts: {
          controller: { name: 'Acme Trust', kind: 'charity' },
          processing: [
            {
              id: 'one',
              purpose: 'One',
              pecr: { basis: 'charity-soft-opt-in', optOut: 'link in each email' },
            },
          ],
        },
      },
    ],
  },
];
