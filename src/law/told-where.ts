/** Sentences that say who receives data, where it goes and how long it is kept. */
import { ABOUT_ITSELF } from './told-use.ts';
import type { Told } from './told.ts';

const words = (pattern: string): RegExp => new RegExp(pattern, 'i');

const SHARES = String.raw`(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|pass(?:es|ed|ing)?|giv(?:e|es|en|ing)|sen[dt]s?|sending|provid(?:e|es|ed|ing)|transfer(?:s|red|ring)?|suppl(?:y|ies|ied)|releas(?:e|es|ed)|sell|sold)`;
const WHAT = String.raw`(?:data|information|details|names?|address(?:es)?|e-?mails?|numbers?|records?|messages?|it|them|some of (?:it|this))`;
const FIRM = String.raw`(?:processors?|sub-?processors?|service providers?|third[- ]part(?:y|ies)|suppliers?|sub-?contractors?|contractors?|agents?|partners?|couriers?|carriers?|accountants?|banks?|insurers?|hosts?|providers?|organisations?|companies|company|firms?|authorit(?:y|ies)|police|HMRC|group|advis[eo]rs?|platforms?)`;

/** Who else receives it, or that nobody does: UK GDPR Art 13(1)(e). */
export const RECIPIENTS: Told = {
  topic: 'recipients',
  heading:
    /\b(?:shar(?:e|es|ed|ing)|disclos\w*|recipients?|processors?|third[- ]part(?:y|ies)|who (?:else )?(?:sees?|receives?|gets|has access|we (?:use|work with|give))|pass(?:ing)? (?:it |your \w+ )?(?:on )?to|service providers|our suppliers)\b/i,
  holds: [
    'shar',
    'disclos',
    'pass',
    'give',
    'send',
    'sent',
    'provid',
    'transfer',
    'suppl',
    'process',
    'recipient',
    'host',
    'store',
    'sees',
    ' see ',
    'card',
    'receive',
    'has access',
    'have access',
    'deliver',
    'nobody',
    'no one',
    'sell',
    'release',
    'act for us',
    'behalf',
  ],
  says: [
    words(
      String.raw`\b(?:we|us|our [a-z]+)(?: (?:may|will|can|might|would|do|also|only|never|not|don't|then|sometimes|always|have to|must|need to|shall|ever|routinely|normally|generally|therefore|and|to))*,? ${SHARES}\b.{0,60}\b${WHAT}\b.{0,90}?\b(?:with|to)\b(?! (?:you|help|make|do|allow|protect|the (?:same|public)|us|our (?:service|site|web))\b)`,
    ),
    words(
      String.raw`\b${WHAT}\b.{0,30}\b(?:is|are|be|was|were|been)\b.{0,20}\b(?:shared|disclosed|passed|given|sent|provided|released|supplied)\b.{0,80}\b(?:with|to)\b(?! (?:us|you|our (?:service|site|web))\b)`,
    ),
    words(
      String.raw`\b(?:we|us|our)\b.{0,40}\b(?:shar(?:e|ed|ing)|disclos(?:e|ed|ing)|pass)\b.{0,60}\b(?:with|to)\b.{0,60}\b${FIRM}\b`,
    ),
    words(
      String.raw`\b${FIRM}\b(?: [a-z]+){0,4} (?:(?:who|that|which) )?(?:(?:may|will|can|also|then|only) )*(?:see|receives?|stores?|hosts?|handles?|holds?|sees?|delivers?|process(?:es)? (?:it|your|data|payments|information|personal)|act(?:s|ing)? (?:for|on) (?:us|our)|works? (?:for|on) (?:us|our)|working (?:for|on) (?:us|our)|ha(?:s|ve) access to (?:your|the|this|personal))\b`,
    ),
    words(
      String.raw`\bwe (?:also |only |may )?(?:use|work with|rely on|employ|engage|pay)\b.{0,60}\b${FIRM}\b.{0,80}\b(?:to|who|which|that|for)\b(?! provide us).{0,40}\b(?:stor\w*|host\w*|send\w*|process\w*|deliver\w*|handle\w*|take|tak\w+ payments?|provid\w*|manag\w*|collect\w*|run|help|perform)\b`,
    ),
    words(
      String.raw`\b(?:shares?|disclos(?:e|es)|pass(?:es)?|transfers?|provides?|sends?|gives?)\b.{0,60}\b${WHAT}\b.{0,60}\b(?:with|to)\b.{0,40}\b${FIRM}\b`,
    ),
    // A supplier by its name, and what only another firm does.
    /^(?!(?:It|We|They|This|That|He|She|Our|Your|The|Nobody|Staff)\b)[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3} (?:processes|takes|handles) (?:your |our |all )*(?:card|payment)/,
    // A supplier by its name.
    /\b[Ww]e (?:also |only )?(?:use|work with|rely on|share [a-z]+ with) (?:[a-z]+ ){0,3}[A-Z][\w.]+.{0,80}\b(?:to|who|which|that|for|as)\b.{0,40}\b(?:stor|host|send|process|deliver|handl|take|provid|manag|collect|run|help|count|measur|analys)/u,
    words(
      String.raw`\b(?:nobody|no one|no third part(?:y|ies)|none of (?:it|this)|only (?:we|our (?:staff|team)))\b.{0,60}\b(?:sees?|receives?|gets?|has access|have access|shared|passed|given)\b|\bwith (?:nobody|no one)\b`,
    ),
    /\brecipients? (?:of|is|are|include)\b|\b(?:are|is) (?:our |a |data )*processors?\b/i,
  ],
  here: [
    // An item of a list of them, or a sentence about them.
    /^(?:\S+ ){0,11}\S+$/u,
    words(String.raw`\b${FIRM}\b|\b${SHARES}\b`),
  ],
  best: [
    words(
      String.raw`^(?!.*\b(?:not|never|no longer|don't|won't)\b).*\b(?:${SHARES}|use|work with|engage|rely on)\b.{0,90}\b${FIRM}\b`,
    ),
  ],
  not: [
    /\b(?:ask|rights?|entitled|you can|you may|want)\b.{0,200}\b(?:another|a different|a new) (?:data )?(?:organisation|company|controller|provider|supplier|firm)/i,
    /\b(?:right (?:of|to)|entitled|request(?:ed|ing)?|ask(?:ed|ing)?|copy|copies)\b.{0,160}\b(?:who (?:else )?we share|we (?:have )?shar|disclosed|share it with|transfer)/i,
    /\b(?:ask|tell|allow|right|request|have|require|want)\w* (?:that )?(?:us|we|to have)\b.{0,20}\b(?:to )?(?:transfer|send|give|pass|move|receive)\b/i,
    /\b(?:third[- ]party|other|external) (?:web)?sites?\b|\blinks? to\b/i,
    /\b(?:from|by|of) (?:our |your |other |certain |some )*(?:third[- ]part(?:y|ies)|suppliers?|partners?|service providers?)\b(?!.*\b(?:to|with) (?:our|other|third|a|the)\b)/i,
    /^[^,]{0,40}\byou (?:share|give|send|provide|pass|disclose|supply|choose|post|have (?:given|shared|provided))\b(?!.*\b(?:we|us) (?:may |will |can )?(?:share|disclose|pass|give|send)\b)/i,
    ABOUT_ITSELF,
    /\b(?:send|sent|sending|give|giving|provide|providing|pass|supply)(?:s|ing)? (?:you|news|updates|a (?:newsletter|copy|reply|receipt))\b/i,
  ],
};

const ABROAD = String.raw`(?:outside (?:of )?(?:the )?(?:UK|U\.K\.|United Kingdom|European Economic Area|EEA|EU|European Union|country)|overseas|abroad|(?:an)?other (?:country|countries|jurisdictions?)|internationally|(?:in|to|within|from) (?:the (?:United States|USA|US|U\.S\.|Netherlands|Philippines)|India|Canada|Australia|America|South Africa|(?<!Northern )Ireland|Germany|France|Spain|Poland|Israel|Singapore|Japan|Switzerland|Norway|Sweden|China|Brazil|Mexico)|third countr(?:y|ies))`;

/** Words that send data to another country. */
export const SENT_ABROAD = words(
  String.raw`\b(?:we|may|will|can|be|is|are|to|could|might|been|they|which|who|that|services?|suppliers?|providers?|processors?|compan(?:y|ies)|data|information|backups?)\b.{0,60}\b(?:transfer(?:s|red|ring)?|stor(?:e|es|ed|ing)|process(?:es|ed|ing)?|sen[dt]s?|pass(?:ed|es)?|held|hold|host(?:s|ed)?|shar(?:e|es|ed)|access(?:ed)?|kept|keeps?|based|located|move[ds]?|servers? (?:is|are))\b.{0,90}\b${ABROAD}(?![a-z])|\b(?:servers?|data cent(?:re|er)s?) (?:is|are)\b.{0,20}\b${ABROAD}(?![a-z])`,
);

/** Words that say it stays. */
export const STAYS: Told = {
  holds: ['outside', 'abroad', 'overseas', 'united kingdom', 'uk'],
  heading: /\b(?:transfers?|abroad|overseas|outside|international)\b/i,
  says: [
    words(
      String.raw`\b(?:do not|don't|does not|will not|won't|never|no|none|nothing)\b.{0,60}\b(?:transfer|sen[dt]|stor|process|pass|leav|move|held|kept|goes|go|shar)[a-z]*\b.{0,60}\b(?:${ABROAD}|(?:leaves?|leave) the (?:UK|United Kingdom)|outside(?=[.,;]|$))(?![a-z])`,
    ),
    /\b(?:do not|don't|does not|doesn't|will not|won't|never|nothing|none)\b.{0,40}\bleaves? (?:the )?(?:UK|United Kingdom)\b/i,
    /\b(?:stays?|kept|stored|held|hosted|processed|remains?|keep|store|hold|is|are)\b.{0,30}\b(?:only |always )?(?:with)?in the (?:UK|United Kingdom)\b/i,
  ],
};

/** Words that come near: a contract or safeguards without a name. */
export const SOME_SAFEGUARD: Told = {
  heading: /\b(?:transfers?|abroad|overseas|outside|international)\b/i,
  holds: ['contractual', 'safeguard'],
  says: [],
  here: [
    /\b(?:contractual|contracts?|agreements?)\b.{0,40}\b(?:protections?|safeguards?|clauses|commitments?|obligations?|protects?)\b/i,
    /\b(?:appropriate|suitable|adequate|additional|necessary) safeguards?\b/i,
  ],
  not: [/\b(?:not|no|without|never)\b.{0,40}\b(?:contract\w*|safeguards?)\b/i],
};

/** On what a transfer rests: UK GDPR Arts 45A to 49. */
export const SAFEGUARDS: Told = {
  heading: /\b(?:transfers?|abroad|overseas|outside|international)\b/i,
  holds: [
    'adequa',
    'protect',
    'bridge',
    'idta',
    'transfer agreement',
    'addendum',
    'clauses',
    'binding',
    'government has',
    'approved by',
    'shield',
    'uk law',
    'explicit',
    'derogation',
    'article 49',
  ],
  says: [
    /\badequacy\b|\b(?:considered|recogni[sz]ed|deemed|found|regarded)\b.{0,40}\badequate\b|(?<!without )(?<!not have )(?<!always have )\b(?:an )?adequate (?:level of )?(?:data )?protection\b/i,
    /\bprotects? (?:data|information|personal (?:data|information)) well(?: enough)?\b/i,
    // The test of Article 45B in its own words, and that of the Union.
    /\b(?:standard|level) of (?:data )?protection\b.{0,40}\b(?:not materially lower|(?:essentially |substantially )?equivalent|(?:the )?same)\b/i,
    /\b(?:considered|recogni[sz]ed|deemed|found|regarded|approved)\b.{0,60}\bby the (?:UK|British|UK's)\b.{0,80}\bprotect/i,
    /\bdata bridge\b/i,
    /\bIDTA\b|\binternational data transfer (?:agreement|addendum)/i,
    /\b(?:UK|transfer|ICO|international) addendum\b|\baddendum to (?:the |these )?(?:EU|European|standard|model|clauses|SCC)/i,
    /\b(?:standard|model) (?:contractual |contract |data protection )?clauses\b/i,
    /\bbinding corporate rules\b/i,
    /\b(?:UK )?government has (?:decided|approved|recogni[sz]ed)\b/i,
    /\bapproved by the (?:European Commission|Secretary of State|UK)\b/i,
    /\bprivacy shield\b/i,
    /\bUK law accepts\b/i,
    /\bexplicit(?:ly)? consent(?:ed)?\b.{0,60}\btransfer|\btransfer\b.{0,60}\bexplicit consent\b/i,
  ],
  not: [
    /\b(?:not|no|without|lacks?|never)\b.{0,30}\b(?:adequa\w+|data bridge|IDTA|addendum|clauses|binding corporate)\b(?!.*\b(?:but|so|instead|therefore|unless|we (?:use|rely|sign))\b)/i,
  ],
};

const NUMBER = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|twenty[- ]four|thirty|thirty[- ]six|ninety|an?)`;
const SPAN = String.raw`${NUMBER}(?: \(\d+\))?[- ](?:calendar |working |full |financial |tax |complete |further )*(?:days?|weeks?|months?|years?)`;
const KEEPS = String.raw`(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held|retain(?:s|ed|ing)?|stor(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|destroy(?:s|ed|ing)?|shred(?:ded)?|anonymis(?:e|es|ed)|archiv(?:e|es|ed)|overwrit(?:e|es|ten)|roll(?:s|ed)? over)`;
const UNTIL = String.raw`(?:(?:as|so) long as|until|while(?! you (?:visit|browse))|for (?:the|a|an|up to|at least|no longer|only|any|as)\b|no longer than|once|when (?:you|your|the|it|we)|after|within|every (?:${SPAN})|(?:for )?${SPAN}|according to|in (?:line|accordance) with|(?:on )?the (?:same|next|following) (?:working )?day|straight ?away|immediately|at the end of (?:the|each|every) (?:day|week|month|year|season|term|session))`;

/** How long: UK GDPR Art 13(2)(a). An empty formula is an answer too, and another rule marks it. */
export const RETENTION: Told = {
  topic: 'retention',
  heading:
    /\bhow long\b|\bretention\b|\bretain(?:ing)?\b|\bstorage periods?\b|\bkeeping (?:it|your|the|data|information|records)\b|\bwhen (?:we|do we|is it) (?:will )?delete/i,
  holds: [
    'keep',
    'kept',
    'hold',
    'held',
    'retain',
    'retention',
    'stor',
    'delet',
    'eras',
    'remov',
    'destroy',
    'shred',
    'anonymis',
    'archiv',
    'overwrit',
    'roll',
  ],
  head: /^(?:(?:how long )?(?:we |it is )?(?:keep|kept)(?: (?:it|them))?(?: for)?|how long\b.*|retention(?: periods?)?|(?:kept|held) for)$/i,
  says: [
    words(
      String.raw`\b(?:we|us|it|they|are|is|be|your \w+|data|information|records?)\b.{0,40}\b${KEEPS}\b.{0,120}\b${UNTIL}`,
    ),
    words(String.raw`^(?:[a-z]+ ){0,4}${KEEPS}\b.{0,60}\b${UNTIL}`),
    words(String.raw`\b${UNTIL}.{0,60}\bwe\b.{0,20}\b${KEEPS}\b`),
    words(String.raw`\b(?:retention|storage) periods?\b.{0,60}(?:\b(?:is|are|depends?)\b|:)`),
  ],
  here: [
    words(
      String.raw`\b${SPAN}\b|\b${UNTIL}|\b(?:immediately|indefinitely|permanently|straight away|depends? on)\b`,
    ),
  ],
  best: [words(String.raw`\b${SPAN}\b`)],
  not: [
    /\bcookies?\b|\bbrowser\b|\bpasswords?\b|\bcaches?\b/i,
    /\b(?:child(?:ren)?|under (?:the age of )?1\d)\b.{0,200}\b(?:delet|remov)\w*\b/i,
    /\b(?:right|rights|ask|request|entitled|want)\b.{0,60}\b(?:delet|eras|remov|restrict|stor|keep)[a-z]*\b(?!.*\bwe (?:will )?(?:keep|hold|retain|delete)\b.{0,60}\b(?:\d|six|one|two|three|five|seven|years?|months?)\b)/i,
    /\b(?:keep|kept|hold|held|store[ds]?)\b.{0,40}\b(?:secure|securely|safe|safely|confidential|up to date|accurate|informed|in touch|private)\b(?!.*\b(?:for|until|years?|months?|days?)\b)/i,
    /\byou (?:can|may|should|must) (?:\w+ )?(?:keep|hold|store|retain|delete)\b(?!.*\bwe\b)/i,
    /\bwe (?:regularly |periodically )?review (?:our|the) retention\b|\b(?:earlier|old|previous) versions?\b/i,
    /\b(?:accountable|responsible|keep you|hold you|keep in touch|on hold)\b/i,
    ABOUT_ITSELF,
  ],
};

/** Of whom it is not asked: the person, and what they use. */
const NOT_OTHERS = String.raw`(?:you|your(?! (?:employers?|doctor|GP|school|college|bank|landlord|agents?|advis[eo]rs?|solicitors?|family|parents?|carers?|referees?|insurers?|council|university|suppliers?|company|organisation|colleagues?|friends))|users?|customers|visitors|individuals|data subjects?|children|minors|anyone|anybody|persons?|people|every|cookies?|the (?:website|site|app|data subject)|(?:a|an|each|any|those|these) (?:[a-z]+ )?(?:devices?|browsers?|computers?|sites?|apps?|child|data subject)|time|our|and|us|it|them|this|that|which|within|where|when)`;
/** What is got from them. */
const GOT = String.raw`(?:${WHAT}|lists?|referrals?|references?|reports?|files?|letters?)`;
const OTHERS = String.raw`(?:third[- ]part(?:y|ies)|3rd part(?:y|ies)|others|other (?:[a-z]+ ){0,2}(?:organisations|companies|sources|people|firms|bodies|businesses)|partners|suppliers|(?:credit|fraud)\b[^.]{0,30}\bagencies|public(?:ly)? [a-z]+|social media|referees|employers)`;

/** From whom data comes that people do not give themselves: UK GDPR Art 14(2)(f). */
export const SOURCES: Told = {
  heading:
    /\bwhere (?:do )?(?:we|your (?:data|information)|the (?:data|information)) (?:get|comes?|obtain)\b|\bsources?\b/i,
  holds: ['from', ' us', 'source'],
  says: [
    words(
      String.raw`\b(?:we|us)\b.{0,40}\b(?:get|receive|obtain|collect|buy|take|gather)s?\b.{0,100}\b${GOT}\b.{0,100}\bfrom (?!(?:directly )?${NOT_OTHERS}\b)[a-z]+`,
    ),
    words(
      String.raw`\b(?:${FIRM}|agenc(?:y|ies)|registers?|employers?|schools?|referees?|doctors?|GPs?|hospitals?|councils?|landlords?|agents?|clients?|famil(?:y|ies)|relatives?|friends?|neighbours?|colleagues?)\b.{0,40}\b(?:gives?|sends?|tells?|passes|provides?|supplies) us\b`,
    ),
    words(
      String.raw`^(?:\S+ ){0,8}(?:information|data|details|reports?)\b.{0,40}\bfrom ${OTHERS}\b`,
    ),
    words(String.raw`^(?:directly )?from ${OTHERS}\b`),
  ],
  here: [/\S+ \S/u],
  best: [words(String.raw`\bfrom ${OTHERS}\b`)],
  not: [
    ABOUT_ITSELF,
    /\b(?:do not|don't|does not|never|will not)\b.{0,30}\b(?:collect|obtain|get|receive|buy|take)\b/i,
    /\b(?:you (?:can|may)|right to|entitled to)\b.{0,60}\b(?:request|ask|know|details)\b/i,
  ],
};
