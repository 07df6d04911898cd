/** Sentences that say how marketing stops, and what is kept on devices: PECR 2003. */
import { CANNOT } from './told-rights.ts';
import type { Told } from './told.ts';

const words = (pattern: string): RegExp => new RegExp(pattern, 'i');

const MARKETING = String.raw`(?:marketing|newsletters?|promotion(?:s|al)?|offers?|e-?mails?|texts?|messages?|mailings?|mailing list|communications?|news|updates|calls?|contacting you)`;

/** How to stop marketing: UK GDPR Art 21(2) and (3), PECR reg 22(3)(c). */
export const OPT_OUT: Told = {
  heading: /\b(?:marketing|newsletters?|opt(?:ing)?[- ]out|unsubscrib\w*|preferences)\b/i,
  holds: [
    'unsubscrib',
    'opt',
    'stop',
    'withdraw',
    'back',
    'change your mind',
    'object',
    'prefer',
    'rather not',
    'reply',
    'remove',
    'no longer',
    'off the list',
    'say no',
  ],
  says: [
    /\bunsubscrib\w*\b/i,
    /\b(?:reply|text|answer)(?:ing)? (?:with )?(?:the word )?["']?stop\b/i,
    /\bopt(?:ing|ed)?[- ](?:in and )?out\b/i,
    words(
      String.raw`\bstop\w*\b.{0,50}\b${MARKETING}\b|\b${MARKETING}\b.{0,80}\b(?:can|may|to|we|will|then) (?:\w+ )?stop\b|\b${MARKETING}\b.{0,80}\bstop (?:them|these|it)\b`,
    ),
    words(
      String.raw`\b(?:object\w*|say(?:ing)? no)\b.{0,80}\b${MARKETING}\b|\b${MARKETING}\b.{0,80}\b(?:object|say no)\b`,
    ),
    words(
      String.raw`\b(?:withdraw|take|change)\b.{0,30}\b(?:consent|permission|it back|your mind)\b`,
    ),
    /\b(?:chang\w+|updat\w+|manag\w+|edit\w*|adjust\w*|set)\b.{0,30}\bpreferences\b/i,
    words(
      String.raw`\b(?:remove|take) (?:you|your \w+|yourself)\b.{0,20}\b(?:from|off)\b.{0,20}\blist\b`,
    ),
    words(
      String.raw`\b(?:tell|ask|let|e-?mail|write to|contact) us\b.{0,60}\b(?:not (?:want|wish)|no longer|don't want|do not want|(?:prefer|rather|like) not)\b.{0,60}\b(?:${MARKETING}|hear from us)\b`,
    ),
  ],
  here: [/\b(?:object|stop|say no|at any time)\b/i],
  best: [
    words(
      String.raw`\bunsubscrib\w*\b|\b${MARKETING}\b.{0,80}\bopt(?:ing)?[- ](?:in and )?out\b|\bopt(?:ing)?[- ](?:in and )?out\b.{0,60}\b${MARKETING}\b`,
    ),
  ],
  not: [
    words(String.raw`${CANNOT.source}.{0,30}\b(?:unsubscribe|opt[- ]out|stop|object)`),
    /\b(?:sale|selling|sell)\b.{0,40}\b(?:data|information)\b|\btargeted advertis\w+\b(?!.*\bunsubscribe)/i,
    /\bcookies?\b|\b(?:google|analytics|browser|interest-based|personalised advert\w*)\b/i,
    /\buntil you unsubscribe\b(?!.*\b(?:link|click|can)\b)/i,
  ],
};

/** What raises the question: something is kept on a device, or read from it. */
export const ON_DEVICES = [
  /\b(?<!\bbak\w{1,3} )cookies?\b(?! (?:recipes?|dough|jars?))/i,
  /\b(?:pixel tags?|tracking pixels?|web beacons?|local storage)\b/i,
  /\bdevice (?:identifiers?|ids?|fingerprint\w*)\b|\badvertising (?:ids?|identifiers?)\b/i,
  /\b(?:session (?:replays?|recordings?)|website recording)\b|\brecord\w*\b.{0,40}\b(?:mouse|clicks|scroll\w*|keystrokes?)\b/i,
];

const STORED = String.raw`(?:cookies?|pixels?|pixel tags?|web beacons?|local storage|device (?:identifiers?|ids?)|advertising (?:ids?|identifiers?)|session (?:replays?|recordings?))`;

/** What is kept on devices, what for, and who agrees to it: PECR reg 6(2). */
export const COOKIES: Told = {
  heading: /\b(?:cookies?|devices?|local storage|pixels?)\b/i,
  holds: [
    'cookie',
    'device',
    'local storage',
    'pixel',
    'beacon',
    'advertising id',
    'record',
    'session',
  ],
  says: [
    words(
      String.raw`\b${STORED}\b.{0,120}\b(?:consent|permission|ask (?:you|first)|banner|settings|choose|choice|(?:if|unless|until|once|when) you (?:have )?(?:accept|agree)\w*|only (?:if|when|with|strictly|essential)|strictly necessary)\b`,
    ),
    words(
      String.raw`\b(?:consent|permission|(?:if|unless|until|once) you (?:have )?(?:accept|agree)\w*|ask (?:you|first)|choose|strictly necessary|essential)\b.{0,120}\b${STORED}\b`,
    ),
    words(String.raw`\b(?:do not|don't|does not|doesn't|never|no)\b.{0,30}\b${STORED}\b`),
    words(String.raw`\b${STORED}\b.{0,20}\b(?:off|blocked|not set)\b.{0,20}\b(?:until|unless)\b`),
    // What for.
    words(
      String.raw`\b(?:us(?:e|es|ed|ing)|sets?|places?|stores?|collects?|reads?)\b.{0,60}\b${STORED}\b.{0,60}\b(?:to (?!(?:the|our|your|us|you|this|these|any)\b)[a-z]|so that|in order|for (?!more|example|instance|further|details)[a-z])`,
    ),
    words(
      String.raw`\b${STORED}\b (?:[a-z]+ ){0,3}(?:(?:is|are) (?:only )?(?:used|needed|set|there) (?:to|for|so)|lets? us|helps? us|remembers?|counts?|keeps? (?:you|your|the)|records?|tells? us|shows? us)\b`,
    ),
    /\b(?:record|track|log|captur|monitor)\w*\b.{0,40}\b(?:mouse|clicks?|scroll\w*|keystrokes?|taps?)\b/i,
    // Another page tells.
    words(
      String.raw`\b(?:see|read|find|view|in|on|visit|refer to|consult|at)\b.{0,60}\bcookies? (?:policy|notice|statement|page|information|list)\b`,
    ),
  ],
  here: [/\b(?:remembers?|counts?|keeps?|until|expires?|days?|months?|session)\b/i],
  not: [
    /\bby (?:using|continuing|visiting|browsing|accessing)\b/i,
    /\b(?:disable|refuse|reject|block|delete|switch off|turn off)\w*\b.{0,80}\b(?:browsers?|some (?:parts|features)|may not)\b|\bbrowsers?\b.{0,80}\b(?:refuse|reject|block|disable|delete|settings?)\b/i,
    /\bwhen you (?:accept|visit|use)\b(?!.*\bwe (?:ask|use|set)\b)/i,
  ],
};
