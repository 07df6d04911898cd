/** Words that promise, ask or presume what the law does not allow. */
import type { Rule } from '../rule.ts';
import { isAboutRequests } from '../ask-places.ts';
import { ofOurLaw, words } from '../signals.ts';

export const wording: readonly Rule[] = [
  {
    code: 'implied-consent',
    family: 'wording',
    title: 'Consent that nobody gave',
    law: {
      act: 'UK GDPR',
      section: 'Art 4(11), 7, 49(1)(a); PECR reg 6',
      note: 'Consent is a clear affirmative act, specific and informed; a notice informs, it is no contract. For transfers it must be explicit.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\bby (?:using|accessing|visiting|browsing|continuing(?: to (?:use|browse|access))?|submitting|providing|giving|sending|entering|disclosing|supplying|contacting|registering|creating)\b.{0,120}?\b(?:you|user)(?:'re| are)?(?: hereby| also| explicitly| expressly| thereby| will| confirm that you)* (?:agree(?:ing)?|consent(?:ing)?|accept(?:ing)?)\b(?: to| that)?/i,
        /\b(?:continued )?use of (?:this|our|the|its) (?:web ?sites?|sites?|apps?|services?|platform)\b.{0,60}\b(?:constitutes?|means|implies|signifies|indicates|amounts to)\b.{0,60}\b(?:consent|agree\w*|accept\w*)/i,
        /\bif you (?:continue|carry on|keep)\b.{0,80}\b(?:we(?:'ll| will)? (?:assume|take it|deem)|you (?:agree|consent|accept))\b/i,
        /\byou (?:are|will be|shall be) deemed to (?:have )?(?:consent|agree|accept)\w*/i,
      ],
      unless: [
        /\bread and underst(?:and|ood)\b/i,
        // Somebody else's words.
        /\b(?:its|their|whose|[a-z]+'s?) (?:own )?(?:terms|conditions|policy|notice)\b.{0,30}\b(?:say|state|read)s?\b/i,
        /\b(?:tick(?:ing)?|opt(?:ing)?[- ]in|subscrib\w+|not mean|does not)\b/i,
        /\bterms (?:of (?:use|service)|and conditions)\b(?!.*\b(?:privacy|personal|data)\b)/i,
      ],
      where: ofOurLaw,
    }),
    message: '"{found}" is not consent: it must be a clear act of its own.',
    fix: 'Delete the sentence. Say instead what you do and on which lawful basis; ask for consent with an unticked box where you need it.',
    // Agreement to terms of use, not to data use; signing up for exactly the thing consented to.
    fail: [
      'By submitting your personal data, you agree to this transfer.',
      'If you continue to browse we will assume that you are happy with cookies.',
    ],
    pass: [
      'By ticking the box you agree to receive our newsletter.',
      'By using our shop you accept our terms and conditions.',
      'By signing in you confirm that you have read and understood this notice.',
    ],
  },
  {
    code: 'access-fee',
    family: 'wording',
    title: 'A fee for using a right',
    law: { act: 'UK GDPR', section: 'Art 12(5), 15(3)', note: '£10 was the fee of the 1998 Act.' },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\badmin(?:istration|istrative)? (?:fee|charge)s?\b/i,
        /\b(?:fee|charge|pay)\b.{0,30}£ ?10\b|£ ?10\b.{0,30}\b(?:fee|charge)\b/i,
        /\b(?:we |to )(?:may |will |can |reserve the right to )?(?:charge|ask (?:you )?for|require)(?: you)? (?:a|an) (?:small |nominal |reasonable |modest )?fee\b/i,
        /\b(?:charge|fee) (?:may|will|can|is) (?:be )?(?:made|payable|charged|levied)\b/i,
        /\b(?:asked|required|have|need) to pay (?:a |an )?(?:small |nominal |modest |reasonable )?(?:fee|charge)\b/i,
      ],
      unless: [
        /\bmanifestly\b|\bunfounded\b/i,
        /\b(?:fee|charge)s? for (?:a |an |the )?(?:late|chang\w+|cancel\w+|missed|mov\w+|rent|bookings?|delivery|returns?|replac\w+)\b/i,
        /\b(?:where|if|when|only|unless)\b.{0,60}\b(?:clearly |obviously )?(?:unreasonable|excessive|repetitive|vexatious)\b/i,
        /\b(?:further|additional|extra|second|more) cop(?:y|ies)\b|\b(?:further|additional|repeat(?:ed)?) requests? for the same\b/i,
        /\b(?:no|not|never|without|free|neither)\b.{0,40}\b(?:fee|charge)\b(?!.*\b(?:but|however|admin)\b)/i,
      ],
      needs: [
        /\b(?:request\w*|cop(?:y|ies|ying)|access|data|information|see (?:your|the|what))\b/i,
      ],
      where: ofOurLaw,
    }),
    message: '"{found}": requests are free, unless manifestly unfounded or excessive.',
    fix: 'Write "It is free" or "We may charge a reasonable fee only if a request is manifestly unfounded or excessive, or for further copies."',
    // Fees for services ("an administration fee for changing a booking"): the sentence must speak of requests or copies.
    fail: [
      'We may ask you to pay a reasonable admin fee if you ask us for a significant amount of data.',
      'A fee of £10 is payable for a copy of your information.',
    ],
    pass: [
      'You will not have to pay a fee.',
      'We may charge an admin fee where requests are clearly unreasonable or excessive.',
      'We may charge a reasonable fee if your request is manifestly unfounded or excessive.',
    ],
  },
  {
    code: 'identity-demand',
    family: 'wording',
    title: 'Identity papers demanded from everyone',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(6), 5(1)(c)',
      note: 'Only where there are reasonable doubts, and no more than needed.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\bcolou?r (?:photo)?cop(?:y|ies) of (?:your |a )?(?:passport|driving|identity|id)\b/i,
        /\bcertified cop(?:y|ies) of (?:your |a )?(?:passport|identity|driving|photo)/i,
        /\bplease (?:enclose|send|attach|provide|include|upload)\b.{0,40}\b(?:cop(?:y|ies) of (?:your )?(?:passport|driving licen[cs]e|birth certificate|utility bill)|proof of (?:your )?(?:identity|id)|photo(?:graphic)? id)\b/i,
        /\b(?:two|2) forms of (?:id|identification|identity)\b/i,
        /\bon (?:company |your |headed )?(?:letter ?head(?:ed)?|headed) ?(?:paper|notepaper)?\b/i,
        /\b(?:you )?(?:must|will need to|need to|are required to|have to)\b.{0,80}\b(?:cop(?:y|ies) of (?:your )?(?:passport|driving licen[cs]e|birth certificate|utility bill)|proof of (?:your )?(?:identity|id)|photo(?:graphic)? id)\b/i,
      ],
      unless: [
        /\b(?:never|do not|don't|no need to|need not)\b.{0,30}\b(?:ask|require|need|demand|want|have to|send)\b.{0,60}\b(?:forms of|cop(?:y|ies)|proof|photo)/i,
        /\b(?:doubt|unsure|not sure|cannot be sure|only if|in some cases|right to work|money laundering|to (?:collect|enter|rent|buy|hire|board|vote)|open(?:ing)? an account|checks? on you)\b/i,
      ],
      within: 'block',
      where: isAboutRequests,
    }),
    message:
      '"{found}" is asked of everyone: you may ask for proof only where you have reasonable doubts.',
    fix: 'Write "We ask who you are only if we cannot be sure, and for no more than we need."',
    // Identity checks of customers for other laws (money laundering, right to work): unless-words and the section keep them out.
    fail: [
      'You will need to provide a colour copy of your passport, driving licence or utility bill.',
      'The request will be required on company letter head.',
    ],
    pass: [
      'If we have reasonable doubts we may ask for a copy of your passport.',
      'We may need to check who you are.',
    ],
  },
  {
    code: 'request-deadline',
    family: 'wording',
    title: 'A wrong deadline for answering',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(3); from 5 Feb 2026 Art 12A',
      note: 'One month; two further months for complex or numerous requests, told with reasons within the first month. "Within two months" is not itself too long for a complex request: what is missing is the duty to say so in the first month.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\bwithin (?:40|forty) (?:calendar |working )?days\b/i,
        /\brequests?\b.{0,60}\bwithin (?:45|60|sixty|90|ninety) (?:calendar |working )?days\b/i,
        /\bwithin (?:two|2|three|3) (?:calendar )?months\b/i,
        /\b(?:where|wherever|if) possible,? within (?:one|a|1) (?:calendar )?month\b/i,
      ],
      unless: [
        /\b(?:further|additional|extend\w*|extension|extra|more months|in total|first month|appeal\w*|complain\w*|return\w*|refund\w*|delet\w+|eras\w+|unsubscrib\w*)\b/i,
      ],
      needs: [
        /\b(?:request\w*|respon[ds]\w*|repl(?:y|ies)|answer\w*|come back|get back|comply|provide you)\b/i,
      ],
      where: ofOurLaw,
    }),
    message:
      '"{found}": the limit is one month, with two further months only for complex or numerous requests, told within the first month.',
    fix: 'Write "We answer within one month. If your request is complex we can take up to two more, and tell you why within the first."',
    // Periods of retention or of appeals in the same sentence.
    fail: [
      'We will respond to your request within 40 days.',
      'It may take longer, but we will come back to you within two months of your request.',
    ],
    pass: [
      'We answer within one month, and may extend this by two further months.',
      'We delete applications within three months.',
      'You can answer our decision on your request by an appeal within 60 days.',
    ],
  },
  {
    code: 'right-overstated',
    family: 'wording',
    title: 'A right that reaches too far',
    law: {
      act: 'UK GDPR',
      section: 'Art 17(1), (3)',
      note: 'A promise that cannot be kept (tax, claims) misleads: Art 5(1)(a).',
    },
    from: '2018-05-25',
    severity: 'info',
    ask: words({
      bad: [
        /\b(?:right|entitled|can|may)\b.{0,80}\b(?:delete|remove|erase|destroy)\b.{0,15}\b(?:all (?:of )?(?:your|the) (?:personal )?(?:data|information)|everything)\b/i,
        /\bright\b.{0,60}\ball (?:of )?your (?:personal )?(?:data|information) (?:deleted|erased|removed|destroyed)\b/i,
        /\bentitled to\b.{0,100}\ball (?:of )?(?:your )?personal (?:data|information)\b.{0,60}\bdelete\b/i,
        /\b(?:unconditional|unlimited|absolute) right to (?:have|ask|erasure|deletion|be forgotten)\b/i,
        /\bwe (?:will|'ll) (?:always )?(?:delete|erase|remove) (?:everything|all (?:of )?(?:your|the) (?:personal )?(?:data|information))\b.{0,60}\b(?:ask|request)/i,
      ],
      unless: [
        /\b(?:in (?:some|certain|limited)|circumstances|unless|except|although|however|exempt\w*|sometimes|if (?:we|there|it)|where|subject to|reason|but|some or all)\b/i,
      ],
      where: ofOurLaw,
    }),
    message:
      '"{found}" promises more than the law gives, and more than you can keep if tax law makes you hold records.',
    fix: 'Add the limit: "unless we must keep it, such as for tax or a legal claim".',
    // Firms that do delete everything on request, by choice.
    fail: ['You have the right at any time to ask us to remove all your data.'],
    pass: [
      'You can ask us to delete your data, unless we must keep it for tax.',
      'You have the right to ask for erasure in certain circumstances.',
    ],
  },
  {
    code: 'change-unannounced',
    family: 'wording',
    title: 'Changes that people must find themselves',
    law: {
      act: 'UK GDPR',
      section: 'Art 13(3), 14(4), 5(1)(a)',
      note: 'A new purpose must be told before it starts. WP260 rev.01 para 29 names "check back" wording as insufficient.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\b(?:check(?:ing)?|review(?:ing)?|visit(?:ing)?|revisit(?:ing)?|look at)\b(?: back)?.{0,50}\b(?:frequently|regularly|periodically|from time to time|often|occasionally|for (?:any )?(?:updates|changes))\b/i,
        /\b(?:change|amend|update|modify|revise)\w*\b.{0,60}\bwithout (?:prior |further |giving )?(?:you )?notice\b/i,
        /\bcheck (?:back )?(?:frequently|regularly|often)\b/i,
      ],
      unless: [
        /\bwe (?:will )?(?:check|review)\b/i,
        /\b(?:not|never) (?:change|amend|update|modify|revise)\b/i,
        /\b(?:passwords?|statements?|accounts?|settings)\b/i,
      ],
      unlessBlock: [
        /\bwe(?:'ll| will| may| shall)? (?:also |always )*(?:notify|e-?mail|tell|inform|let you know|contact) you\b/i,
        /\bchanges? (?:will|are|is) (?:always |also )?(?:be )?(?:communicated|announced|notified|sent) \b/i,
      ],
      needs: [
        /\b(?:please|you should|you to|encourage|advise|recommend|your responsibility|without)\b/i,
      ],
      where: ofOurLaw,
    }),
    message:
      '"{found}": people cannot be expected to look for changes; you must tell them of new uses before they start.',
    fix: 'Write how you tell people: "If a change matters to you, we email you before it starts. Earlier versions are kept here."',
    // Advice to check something else (account settings, other sites’ policies): unless-words. Notices that also say that people are told of changes: unlessBlock (without it 4 of 7 findings on real policies were of this kind).
    fail: [
      'We will post changes on this page, so please check back frequently.',
      'We may change this policy without notice.',
    ],
    pass: [
      'If a change matters to you we email you before it starts.',
      'We review this notice regularly.',
    ],
  },
  {
    code: 'purpose-open-ended',
    family: 'wording',
    title: 'A list of purposes without an end',
    law: {
      act: 'UK GDPR',
      section: 'Art 5(1)(b), 13(1)(c), 12(1)',
      note: 'Purposes must be specified and explicit.',
    },
    from: '2018-05-25',
    severity: 'warning',
    ask: words({
      bad: [
        /\bnot (?:be )?limited to\b.{0,60}\bpurposes?\b/i,
        /\bpurposes?\b.{0,60}\bnot (?:be )?limited to\b/i,
        /\bpurposes?\b.{0,30}\bwithout limitation\b|\bwithout limitation\b.{0,60}\bpurposes?\b/i,
        /\b(?:for )?any (?:other )?(?:purposes?|reasons?) (?:that )?we (?:see fit|choose|think fit|wish|deem)\b/i,
      ],
      unless: [/\b(?:do not|will not|never) (?:use|process)\b/i],
      where: ofOurLaw,
    }),
    message: '"{found}" leaves the purposes open: people must be told all of them.',
    fix: 'List every purpose and delete the words.',
    // "Including but not limited to" about data or sources: "purpose" must stand within 60 characters. "Any other purpose" was tried and taken out: on real policies it was negated or limited in nearly all cases read.
    fail: [
      'We may use information in connection with, but not limited to, the following purposes:',
      'Our purposes include, but are not limited to, billing and support.',
    ],
    pass: [
      'We do not use it for any other purpose.',
      'We will tell you before we use it for another purpose.',
    ],
  },
];
