/** Sentences that tell people what they can ask for, stop and complain about. */
import type { Told } from './told.ts';

const words = (pattern: string): RegExp => new RegExp(pattern, 'i');

/** Words that deny that people can do a thing. */
export const CANNOT =
  /\b(?:cannot|can't|can not|may not|not (?:possible|able|allowed|entitled)|no (?:right|way))\b/i;

/** That consent can be withdrawn: UK GDPR Art 13(2)(c). */
export const WITHDRAWAL: Told = {
  topic: 'rights',
  heading: /\b(?:withdraw\w*|rights?|consent|choices?|marketing|unsubscribe)\b/i,
  holds: [
    'withdraw',
    'back',
    'change your mind',
    'unsubscrib',
    'revok',
    'revoc',
    'opt',
    'stop',
    'permission',
  ],
  says: [
    /\bwithdraw(?:n|s|al|ing)?\b.{0,60}\b(?:consent|permission|agreement|it|this|that)\b|\b(?:consent|permission|agreement|it)\b.{0,60}\bwithdraw(?:n|s|al|ing)?\b/i,
    /\b(?:take|taking|taken) (?:it|your consent|your permission|that|this|consent)\b.{0,12}\bback\b|\btak(?:e|ing) back (?:your )?(?:consent|permission)\b/i,
    /\b(?:change|changed) your mind\b/i,
    /\b(?:revok(?:e|ed|ing)|cancel)\b.{0,30}\b(?:consent|permission)\b|\bconsent\b.{0,40}\brevok/i,
  ],
  best: [/\bwithdraw\w*\b.{0,60}\bconsent\b|\bconsent\b.{0,60}\bwithdraw\w*\b|\bat any time\b/i],
  not: [
    words(String.raw`${CANNOT.source}.{0,60}\b(?:withdraw|revoke|take)`),
    /\b(?:child(?:ren)?|parent\w*|guardian\w*)\b.{0,80}\bconsent\b/i,
    /\bwithdraw\w* (?:from|this (?:notice|policy|offer)|the (?:notice|policy|offer)|cash|money|funds)\b/i,
    /\bif you (?:withdraw|have withdrawn)\b(?!.*\byou can\b).{0,200}\b(?:we (?:may|can|will) (?:still|not|continue|no longer)|you (?:may|will) (?:not|no longer))\b/i,
  ],
};

/** That people can leave a list, which takes back consent to marketing alone. */
export const UNSUBSCRIBING: Told = {
  heading: /\b(?:marketing|unsubscribe|preferences)\b/i,
  holds: ['unsubscrib', 'opt', 'stop'],
  says: [
    /\bunsubscrib\w*\b/i,
    /\bopt(?:ing|ed)?[- ](?:in and )?out\b/i,
    /\bstop (?:these|our|the|getting|receiving)\b.{0,20}\b(?:e-?mails?|messages?|newsletters?|marketing|texts?)\b/i,
  ],
  not: [words(String.raw`${CANNOT.source}.{0,60}\b(?:unsubscribe|opt|stop)`)],
};

const GIVE = String.raw`(?:provid(?:e|ing)|giv(?:e|ing)|suppl(?:y|ying)|shar(?:e|ing)|tell(?:ing)?|disclos(?:e|ing)|hand over|let us have|complete|fill in|show(?:ing)?|bring(?:ing)?)`;

/** Whether people must give data, and what happens if they do not: UK GDPR Art 13(2)(e). */
export const PROVISION: Told = {
  heading:
    /\b(?:if you (?:do not|don't|choose not|decide not|prefer not|fail|would rather not)|(?:do|must|have) (?:you|I) (?:have to )?(?:give|provide)|whether you (?:must|have)|not give|not provid\w*|fail\w* to provide|your choice|what we need from you)\b/i,
  holds: [
    'give',
    'giving',
    'provid',
    'suppl',
    'shar',
    'tell',
    'disclos',
    'hand over',
    'let us have',
    'show',
    'bring',
    'complete',
    'fill in',
    'without',
    'voluntary',
    'optional',
    'mandatory',
    'compulsory',
    'oblig',
  ],
  says: [
    words(
      String.raw`\b(?:if|where|should|when) you (?:do not|don't|choose not|fail|decide not|cannot|can't|are unable|refuse|prefer not|would rather not|decline)(?: (?:want|wish))?(?: to)?(?: us)? ${GIVE}\b|\bunless you ${GIVE}\b`,
    ),
    words(String.raw`\byou (?:must|need to|have to|are required to) ${GIVE} us\b`),
    words(String.raw`\b(?:do not|don't|need not|never) have to ${GIVE}\b|\byou need not ${GIVE}\b`),
    words(
      String.raw`\byou\b.{0,40}\b(?:not |no )?(?:obliged|required|obligation|asked by law|have|free (?:to refuse|not))\b.{0,12}\b(?:to )?${GIVE}\b.{0,60}\b(?:data|information|details|it|us|anything|name|address)\b`,
    ),
    /\bobliges? you to\b|\bfree to refuse\b|\bnot to give (?:it|us)\b/i,
    /\b(?:giving|providing|supplying|sharing|it|this|information|data|details|fields?|answers?|questions?)\b.{0,50}\b(?:is|are)\b.{0,20}\b(?:voluntary|optional|mandatory|compulsory|your choice|up to you)\b/i,
    /\b(?:failure|failing) to (?:provide|give|supply)\b/i,
    /\bwithout (?:it|this|them|these|those|that|an? \w+|your \w+|your \w+ \w+)\b.{0,60}\bwe (?:cannot|can't|may not|could not|will not|won't|are unable)\b|\bwe (?:cannot|can't|may not|could not|will not|won't|are unable)\b.{0,80}\bwithout (?:it|this|them|these|those|that|an? \w+|your \w+)\b/i,
  ],
  here: [
    /\b(?:we (?:cannot|can't|may|might|will|could)|you (?:cannot|can|may|might|need|must|do not|don't))\b/i,
  ],
  not: [
    /\bcookies?\b|\bnewsletters?\b(?!.*\b(?:provide|give)\b)/i,
    /\bwithout (?:your )?(?:consent|permission|telling|notice|asking)\b/i,
    /\b(?:marketing|consent|access) (?:is|are) (?:entirely |wholly )?(?:optional|voluntary)\b/i,
    /\b(?:provide|give) (?:us )?(?:with )?(?:your )?(?:consent|permission)\b|\bsharing your (?:\w+ )?location\b|\bwe (?:will|do) not (?:collect|ask)\b/i,
  ],
};

const BY_MACHINE = String.raw`(?:automated[- ](?:individual )?(?:decisions?|decision[- ]making|processing|tools?|means|profiling)|(?:solely|fully|purely|only) automated|profiling|by (?:a |the )?(?:computer|machine|algorithm|software)|(?:a|any|no) (?:computer|algorithm)|decid(?:e|es|ed) (?:anything )?automatically|decisions? (?:[a-z]+ ){0,6}automatically)`;

/** Sentences that an automated decision is not made, wherever they stand. */
const NOT_AUTOMATED = [
  words(
    String.raw`\b(?:makes? none|makes? no|do(?:es)? not|don't|never|no|not|nor|none|nothing|without|neither)\b.{0,80}\b${BY_MACHINE}\b`,
  ),
  words(String.raw`\b${BY_MACHINE}\b.{0,80}\b(?:is|are|do(?:es)?) (?:not|never)\b`),
  /\bno computer\b/i,
];
const OF_DECISIONS =
  /\bautomat\w+ (?:\w+ )?(?:decisions?|decision-making|processing|profiling)\b|\bdecisions?\b|\bprofiling\b|\bcomputer\b/i;
/** What is a right, what happens automatically, and what users may not do. */
const NO_DECISION = [
  /\bright (?:not to be|to not be) subject(?:ed)?\b|\bnot (?:to )?be subject\b|\brights? (?:in relation|related|with respect|concerning)\b/i,
  /\bnot (?:be able|able|possible) to (?:ask|have|request)\b/i,
  /\bwhether or not\b|\b(?:you|users) (?:may|must|can) not use\b|\bcookies?\b.{0,40}\bprofiling\b/i,
];

/** That there are no automated decisions, in a text that nothing else raises the question in. */
export const NO_AUTOMATED: Told = {
  heading: OF_DECISIONS,
  holds: ['automat', 'computer', 'algorithm', 'profil', 'software', 'machine'],
  says: [
    ...NOT_AUTOMATED,
    /\b(?:subject to|with|has|have|under|involves?|by) (?:meaningful )?human (?:oversight|review|involvement)\b.{0,60}\bautomat/i,
  ],
  not: NO_DECISION,
};

/** What an automated decision is, or that there are none: UK GDPR Art 13(2)(f), 22A to 22D. */
export const AUTOMATED: Told = {
  next: {
    after: [words(BY_MACHINE)],
    says: [
      /^(?:it|this|the (?:system|computer|software|decision|score))\b.{0,60}\b(?:based on|takes? into account|looks? at|uses?|considers?|depends? on)\b/i,
    ],
  },
  heading: OF_DECISIONS,
  holds: ['automat', 'computer', 'algorithm', 'profil', 'human', 'decision', 'decid', 'a person'],
  says: [
    ...NOT_AUTOMATED,
    /\bwe make (?:none|no (?:such )?decisions?)\b|\bask for (?:a )?human (?:review|intervention)\b/i,
    /\b(?:automat\w+|computer|algorithm|decisions?|credit score)\b.{0,120}\b(?:based on|takes? into account|looks? at|works? by|uses? (?:your|information|data|factors)|considers?|compar\w+|depends? on|weighs?)\b/i,
    /\b(?:human|a person|someone|somebody|staff member|one of our (?:staff|team)|people)\b.{0,60}\b(?:review|look|check|decide|intervene|intervention|reconsider|explain)\w*\b.{0,60}\b(?:decision|automat\w+|result|outcome|it again)\b/i,
    /\b(?:subject to|with|has|have|under|involves?|by) (?:meaningful |a )?human (?:oversight|review|supervision|involvement|intervention|control|check(?:s|ing)?)\b/i,
    /\b(?:automat\w+|decisions?)\b.{0,100}\b(?:human (?:review|intervention)|reviewed by (?:a|one|some)|contest|challenge|appeal|ask (?:for )?(?:a (?:person|human)|someone|us to look))\b|\b(?:contest|challenge|appeal|review)\b.{0,30}\b(?:the|a|any|that|such) (?:automated )?decision\b/i,
  ],
  here: [
    /\bautomat\w+ (?:systems?|tools?|checks?|software|decisions?|process\w*)\b.{0,40}\b(?:used|use|for|to|help)\b/i,
    /\b(?:based on|takes? into account|looks? at|works? by|uses? (?:your|information|data|factors)|considers?)\b|\b(?:human|a person|someone|somebody|staff)\b.{0,60}\b(?:review|look|check|decide|intervene|reconsider|explain)\w*\b|\b(?:none|not|never|no)\b/i,
  ],
  not: NO_DECISION,
};

/** A mention among rights says only that the right exists. */
export const AUTOMATED_RIGHT =
  /\b(?:rights?|to (?:review|challenge|request|object|ask|be)|you (?:can|may) (?:ask|object|request|challenge))\b/i;

const COMPLAINT = String.raw`(?:complain(?:t|ts|ing|s)?|grievances?|unhappy|dissatisfied|not (?:happy|satisfied)|something (?:has gone|is|goes) wrong|concern(?:s|ed)? (?:about|with|over|regarding) (?:how|the way|our (?:use|handling|processing)|what we do|your (?:data|information|privacy)))`;
const REACHES = String.raw`(?:contact us|write to us|e-?mail us|call us|phone us|ring us|let us know|tell us|to us|with us|come to us|speak to us|get in touch|(?:contact|write to|e-?mail) (?:our|the) (?:data protection|DPO|privacy|customer|complaints?|office)|(?:contact|write to|e-?mail|send|use)\b.{0,60}(?:@|\b(?:form|address|details|officer|manager|team)\b))`;

/** That people can complain to the controller: DPA 2018 s.164A, UK GDPR Art 13(2)(ca). */
export const TO_CONTROLLER: Told = {
  topic: 'complaints',
  heading: /\bcomplain\w*\b|\bunhappy\b/i,
  holds: [
    'complain',
    'concern',
    'unhappy',
    'dissatisfied',
    'not happy',
    'not satisfied',
    'grievance',
    'wrong',
  ],
  says: [
    words(
      String.raw`\bcomplain(?:t|ts|ing)?\b.{0,80}\b(?:to|with|before|against) us\b|\bcomplain(?:t|ts|ing)?\b.{0,60}\b(?:us first|us directly|our (?:complaints?|privacy|data protection|office|website|web ?form|form|contact|customer|team|helpline))\b`,
    ),
    words(
      String.raw`\b(?:contact|write to|e-?mail|tell|call|phone|ring|let|ask|speak to|talk to|raise (?:it|this|them) with|come to|get in touch with|get back to) us\b.{0,100}\b${COMPLAINT}`,
    ),
    words(String.raw`\b${COMPLAINT}\b.{0,160}\b${REACHES}`),
    words(
      String.raw`\b(?:our|the) (?:data protection )?complaints? (?:form|procedure|process|team|address|officer|manager)\b`,
    ),
    words(
      String.raw`\bwe\b.{0,60}\b(?:acknowledge|look into|investigate|handle|deal with|respond to|answer|reply to|resolve)\b.{0,40}\b(?:your |a |any |all |data protection )*complaints?\b`,
    ),
    words(
      String.raw`\bcomplain\b.{0,30}\b(?:by|using|via|through|in)\b.{0,30}\b(?:e-?mail|post|phone|form|writing|letter)\b|\bcomplain\w*\b.{0,40}\S@\S|\b(?:make|send|raise) (?:a |your |any )?complaints?\b.{0,40}\b(?:by|using|via|through|in)\b.{0,20}\b(?:e-?mail|post|phone|form|writing|letter)\b`,
    ),
  ],
  here: [
    /\b(?:contact|write to|e-?mail|call|phone|tell|ring|send|use|let)\b.{0,40}\b(?:us|our|below|above|form|address)\b|\b(?:write to|contact|e-?mail)\b(?! ?:).{0,40}\S@\S|\bto us\b/i,
  ],
  best: [/\bcomplain\w* to us\b|\bcomplain\w*\b.{0,60}(?:@|\bform\b)/i],
  not: [
    /\b(?:cannot|can't|do not|don't|does not|will not|never|no longer|not)\b.{0,30}\b(?:accept|handle|take|deal with|receive|answer|send|investigate|complain to us)\b.{0,30}(?:\bcomplaints?\b|$)/i,
    /\b(?:purposes?|reasons?|use (?:it|your|this|the)|used|process\w*|collect\w*|receive|keep|kept|retains?|records?|forward)\b.{0,90}\b(?:complain\w*|queries)\b(?!.*\b(?:you can|please|should|may) (?:contact|write to|tell|e-?mail|complain))/i,
    /\b(?:when|if) you (?:contact|write to|have (?:raised|made)|reach out)\b|\bhow you (?:can|may|could)\b.{0,120}\bcomplain/i,
    /\b(?:write to|contact|call|e-?mail|phone) the (?:ICO|Information Commission|regulator)\b|casework@/i,
    /\b(?:supervisory|data protection) authorit|\bcomplain\w*\b.{0,60}\b(?:to|with) (?:the )?(?:ICO|Information Commission|regulator)\b(?!.*\b(?:us|our)\b)/i,
    /\bwe (?:may |will |can )?(?:receive|get|collect)\b.{0,60}\b(?:information|data)\b.{0,60}\bfrom\b/i,
    /\bcomplain(?:t|ts|ing)? about (?!(?:how|the way|what|our (?:use|handling|processing|data)|(?:your|the|any) (?:\w+ )?(?:use|data|information|privacy)|data|privacy|personal|us\b|this|it\b))/i,
    /\b(?:when|where|if) (?:a user|someone|somebody|another)\b|\babout (?:our|a|the) (?:services?|products?|goods|deliver\w+)\b/i,
  ],
};

/** Words for questions, which do not say that people can complain. */
export const ANY_CONCERNS: Told = {
  holds: ['concern', 'worr'],
  says: [
    words(
      String.raw`\b(?:concerns?|worried|worries)\b.{0,160}\b${REACHES}|\b(?:contact|write to|e-?mail|tell|call) us\b.{0,100}\b(?:concerns?|worried|worries)\b`,
    ),
  ],
};

const REGULATOR = String.raw`(?:ICO|Information Commission(?:er)?(?:'s)?(?: Office)?|supervisory authorit(?:y|ies)|data protection (?:authority|authorities|regulator|commissioner|commission)|regulator|casework@ico|ico\.org\.uk)`;

/** That people can complain to the regulator: UK GDPR Art 13(2)(d). */
export const TO_REGULATOR: Told = {
  topic: 'complaints',
  heading: /\bcomplain\w*\b|\bregulator\b|\bICO\b|\bconcerns?\b/i,
  holds: ['ico', 'information commission', 'supervisory', 'data protection', 'regulator'],
  says: [
    words(
      String.raw`\b(?:complain\w*|lodge|refer|report|raise|concerns?|unhappy|dissatisfied|not (?:happy|satisfied)|take (?:it|this|your)|go|appeal|escalate|grievances?)\b.{0,160}\b${REGULATOR}`,
    ),
    words(
      String.raw`\b${REGULATOR}\b.{0,160}\b(?:complain\w*|lodge|concerns?|unhappy|dissatisfied|not (?:happy|satisfied))`,
    ),
    words(String.raw`\b(?:contact|write to|call|e-?mail|get in touch with)\b.{0,30}\b${REGULATOR}`),
  ],
  here: [words(String.raw`\b${REGULATOR}`)],
  best: [/\bcomplain\w*\b/i],
  not: [
    /\b(?:registered|registration|registers?|fee)\b.{0,60}\b(?:ICO|Information Commission)/i,
    /\b(?:breach\w*|incidents?)\b.{0,120}\b(?:ICO|Information Commission|regulator|authority)/i,
    /\bwe (?:will |must |may |also )*(?:work|co-?operate)\b.{0,60}\b(?:with|together)\b/i,
    /\bwe (?:will |must |may |have to |shall |also )*(?:report|notify|tell|inform|share|disclose|give|pass|refer)\b.{0,80}\b(?:ICO|Information Commission|regulator|authorit)/i,
    /\b(?:cannot|can't|may not|must not|no right to|not entitled to) (?:complain|go|refer|lodge)\b/i,
    /\b(?:guidance|guide|find out more|read more|more about|learn more|list of|information about)\b.{0,80}\b(?:ICO|Information Commission)(?!.*\bcomplain)/i,
  ],
};
