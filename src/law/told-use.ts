/** Sentences that say what data is used for, on which basis and in whose interest. */
import type { Told } from './told.ts';

const DATA = String.raw`(?:data|information|details|names?|address(?:es)?|e-?mails?|numbers?|records?|messages?|photos?|recordings?|images?|histor(?:y|ies)|orders?|applications?|forms?|it|them|this|these|those)`;
const words = (pattern: string): RegExp => new RegExp(pattern, 'i');

/** What a notice says of itself is no answer: "this notice explains how we use it". */
export const ABOUT_ITSELF =
  /\b(?:(?:notice|policy|statement|page|document|section)\b.{0,30}\b(?:explains?|describes?|tells?|sets? out|outlines?|covers?|says?|details)|let(?:ting)? you know|(?:how|where) to find|find out|learn more|read more|more (?:information|details) (?:about|on)|questions? about|ask (?:us )?(?:about|how|why|what)|right to (?:know|be (?:told|informed)))\b/i;

/** Purposes: UK GDPR Art 13(1)(c). */
export const PURPOSES: Told = {
  topic: 'purposes',
  heading:
    /\b(?:how|why|what(?! (?:personal )?(?:data|information)\b(?!.*\b(?:why|how|for|use)\b))|when|ways|reasons?)\b.{0,60}\b(?:us(?:e|es|ed|ing)|process\w*|do with|need|collect)\b|\bpurposes?\b|\bwhat we do\b|\bus(?:e|es|ing) (?:of )?(?:your |the |personal )*(?:data|information)\b/i,
  holds: [
    'use',
    'using',
    'process',
    'collect',
    'need',
    'ask',
    'purpose',
    'so that',
    'so we',
    'lets us',
    'us to',
  ],
  says: [
    words(
      String.raw`\b(?:we|us|our \w+|which we)\b.{0,40}\b(?:us(?:e|es|ed|ing)|process(?:es|ed|ing)?|collect(?:s|ed|ing)?|need(?:s|ed)?|ask (?:you )?for|require|record|take)\b.{0,90}?\b${DATA}\b.{0,160}?(?:\bto (?!(?:us|you|the|our|your|an?|third|any|other|it|this|these|that|which)\b)[a-z]+|\bfor (?!(?:\d|an?\b (?:period|year|month)|as long|up to|at least|one|two|three|six|seven|more|example|instance|this|that|which|it|us|doing)\b)[a-z]+|\b(?:so that|so we|in order|because|as part of|when you)\b|:$)`,
    ),
    words(
      String.raw`\b(?:your|the|this|that|personal|customer)\b.{0,50}\b${DATA}\b.{0,30}\b(?:is|are|will be|may be|can be|was)\b.{0,20}\b(?:used|processed|needed|collected|required)\b.{0,60}\b(?:to|for|so that|when|because)\b`,
    ),
    words(
      String.raw`\b(?:uses|collects|processes|needs)\b.{0,60}\b${DATA}\b.{0,160}?(?:\bto (?!(?:us|you|the|our|your|an?|third|any|other|it)\b)[a-z]+|\b(?:so that|in order|because)\b|:$)`,
    ),
    /\b(?:following|these|main|our) purposes?\b|\bpurposes? (?:is|are|include)\b|\bfor the purposes? of (?!this\b|the (?:data|law|act|uk|gdpr)\b)/i,
    /\bso (?:that )?we (?:can|know|may)\b|\b(?:lets|allows|helps|enables) us\b/i,
    /\b(?:used|needed|processed|collected) (?:to|for) (?!the purposes for which)[a-z]+/i,
  ],
  here: [/\S+ \S/u],
  best: [
    /\b(?:following|main) purposes?\b|\bpurposes? (?:are|include)\b/i,
    words(
      String.raw`\b(?:we|us|our)\b.{0,60}\b(?:use|process|need)s?\b.{0,80}\b${DATA}\b.{0,60}(?:\b(?:to|so that|in order|for)\b|:$)`,
    ),
  ],
  not: [
    ABOUT_ITSELF,
    /\bfor (?:one or more of these reasons|a particular reason)\b|\bopt[- ]out of\b|\blaws that\b|\bthese purposes (?:may|can) be\b|\bonly for the purposes (?:specified|described)\b/i,
    /\b(?:do not|don't|does not|never|not|no longer|won't|cannot) (?:\w+ )?(?:us(?:e|ed|ing)|process(?:ed)?|collect(?:ed)?|need(?:ed)?|require)\b(?!.*\bother\b)/i,
    /\bterms?\b.{0,30}\b(?:we use|means)\b/i,
    /\b(?:encrypt\w*|secur(?:e|ity) (?:measures|technolog\w+))\b/i,
  ],
};

const BASIS = String.raw`(?:consent(?:ed|ing)?|permission|contract(?:s|ual)?|(?:legal|statutory) (?:or regulatory )?(?:obligations?|dut(?:y|ies)|requirements?)|legitimate (?:business )?interests?|public (?:task|interest)|official authority|vital interests?)`;

/** A lawful basis by its name: UK GDPR Art 6(1). */
export const BASES: Told = {
  topic: 'purposes',
  heading:
    /\b(?:lawful|legal) (?:bas[ei]s|grounds?|reasons?)\b|\bwhy we (?:can|may|are allowed)\b|\bgrounds\b/i,
  holds: [
    'consent',
    'permission',
    'contract',
    'legal',
    'lawful',
    'interest',
    'public task',
    'agree',
    'article 6',
    'statutory',
    'regulatory',
    'said yes',
    'the law',
  ],
  says: [
    words(
      String.raw`\b(?:lawful|legal) (?:bas[ei]s|grounds?|reasons?)\b.{0,200}\b${BASIS}\b|\b${BASIS}\b.{0,120}\b(?:lawful|legal) (?:bas[ei]s|grounds?|reasons?)\b`,
    ),
    words(
      String.raw`(?:^|: )\W*(?:to |with |for |on |by |your |our |the |a |performance of (?:a |the )?)*${BASIS}\b(?! forms?)`,
    ),
    words(
      String.raw`\b(?:rel(?:y|ies|ying)|based?|basis|rests?|necessary|need(?:ed)?|required?|process\w*|us(?:e|es|ed|ing)|because|where|under|on|with|perform\w*|fulfil\w*|carry(?:ing)? out|enter(?:ing)? into|comply(?:ing)?|meet|satisfy|pursu\w+|in)\b.{0,80}\b(?:your (?:\w+ )?(?:consent|permission)|(?:you|they|someone) (?:have )?(?:consented|agreed|said yes|(?:given|gave|give) (?:us )?(?:your )?(?:consent|permission))|by consent|(?:the|our|a|any|this|that|of|your) contracts?|(?:legal|statutory) (?:(?:and|or) regulatory )?(?:obligations?|dut(?:y|ies)|requirements?)|legitimate (?:business )?interests?|public task|vital interests?)\b`,
    ),
    /\b(?:you|they) (?:have )?(?:consented|agreed)\b|\b(?:article|art\.?) 6\b/i,
  ],
  here: [
    words(
      String.raw`\b${BASIS}\b|\byou (?:have )?(?:agreed|said yes)\b|\b(?:the|a) law (?:tells|requires|makes|says)\b`,
    ),
  ],
  best: [
    words(
      String.raw`\b(?:lawful|legal) (?:bas[ei]s|grounds?|reasons?)\b.{0,200}\b${BASIS}\b|\b${BASIS}\b.{0,120}\b(?:lawful|legal) (?:bas[ei]s|grounds?|reasons?)\b|\b(?:rel(?:y|ies) on|based on|necessary (?:for|to)|because)\b.{0,60}\b${BASIS}\b`,
    ),
  ],
  not: [
    /\bwithout\b.{0,30}\b(?:consent|permission)\b/i,
    // How long it is kept, to whom it goes and what is asked later is no basis of a use.
    words(
      String.raw`^(?!.*\b(?:bas[ei]s|grounds?|rely)\b).*\b(?:retain|keep|kept|retention|disclose|disclosure|(?:will|do|never) (?:not |never )?(?:sell|share)|notify you|seek your|ask for your)\b`,
    ),
    // What a right depends on is no basis of a use.
    /\b(?:object|machine[- ]readable|portab\w+|another (?:company|organisation))\b/i,
    /\bparent\w*\b.{0,30}\bconsent\b|\bconsent\b.{0,30}\bparent\w*\b/i,
    /\b(?:obligation|duty|required) to (?:let you know|tell you|inform you|respond|protect)\b/i,
    /\b(?:do not|don't|never|no longer) (?:need|rely on|ask for) (?:your )?(?:consent|permission)\b/i,
    /^[^,;:]*\b(?:withdraw|take back|change)\b[^,;:]*\b(?:consent|permission|mind)\b[^,;:]*$/i,
  ],
};

const INTEREST = String.raw`legitimate (?:business |commercial )?interests?`;

/** The interests themselves: UK GDPR Art 13(1)(d). A formula that fits every firm names none. */
export const INTERESTS: Told = {
  next: {
    after: [words(String.raw`\b${INTEREST}\b`)],
    says: [
      /^(?:(?:one|an|some|the main) )?examples? (?:of (?:this|these|such|our|it)(?: \w+)? )?(?:is|are|would be|include)\b|^(?:for (?:example|instance)|these (?:are|include)|they (?:are|include)|such interests (?:are|include))\b/i,
    ],
  },
  holds: ['interest'],
  heading: /\b(?:our|the|which|what|legitimate) (?:business )?interests?\b/i,
  head: /^(?:our|the|which|what) (?:legitimate )?interests?$/i,
  says: [
    words(
      String.raw`\b${INTEREST}[,.]?["'*]*\s*(?:in (?!(?:this|these|that|order|such|relation|doing so|using|processing (?:it|your))\b)[a-z]+|to (?!(?:do|use|process) (?:so|this|it)\b|(?:use|process|collect) (?:your|this|the|personal) (?:\w+ )?(?:data|information)[.,;]?$|the (?:company|business)\b)[a-z]+|(?:may )?include[sd]?\b|because (?!(?:it|this) (?:is|benefits))|such as|for example|for instance|namely|like\b|e\.?g|i\.?e|which (?:is|are)\b)`,
    ),
    words(
      String.raw`\b${INTEREST} (?:as an? [^,.;]{3,40}|of [^,.;]{3,40})? ?(?:is|are)(?: in)? (?!(?:our|the) business or commercial|not\b|over|a (?:lawful|legal)|one of|balanced|where|when|used|pursued|our reasons|the (?:lawful|legal))(?:\S|$)`,
    ),
    words(
      String.raw`\b${INTEREST}\b[^.]{0,12}(?:\((?!(?:(?:or|and) )?(?:those|that|the|of|article|art|ours|as|where|see|gdpr|uk)\b)|[:–—]|\s-\s)(?!\s*we(?:'re| are) (?:collecting|using)|\s*$|\s*(?:where|when|if) (?:it|we|the)\b|\s*(?:it|this) is in our)`,
    ),
    words(
      String.raw`\b(?:to|for|so that|in order to|because)\b.{8,160}\b(?:other|is in our|are in our|as part of our|and (?:it|this|that) is) ${INTEREST}\b`,
    ),
    words(String.raw`\b${INTEREST} (?:is|are|include)\s*:`),
    // A purpose that is an interest, and its basis: "Preventing fraud – legitimate interests".
    words(
      String.raw`^(?!.*\b(?:lawful|legal (?:bas[ei]s|grounds?)|bas[ei]s|grounds?|reasons?|article|rely)\b.*${INTEREST})[^.]{0,80}\b(?:safe(?:ty|guard\w*)|secur(?:e|ity|ing)|fraud|theft|crime|protect\w*|prevent\w*|improv\w*|analytics|research|develop\w*|debts?|claims|marketing|promot\w*|running|training|quality)\b[^.]{0,80}\s(?:-|–|—|:)\s*(?:our )?${INTEREST}\b`,
    ),
    words(
      String.raw`\b(?:an )?examples? of (?:our |such |a |these )*${INTEREST}\b.{0,20}\b(?:is|are|would be|include)\b`,
    ),
    words(
      String.raw`\b${INTEREST}\b.{0,160}\b(?:things like|such as|including|for example|e\.g|which include)\b`,
    ),
    /\b(?:ours|our interests?|the interests?) (?:is|are|in)\b(?! (?:not|over))/i,
    words(String.raw`\b(?:have|has) an? ${INTEREST} (?:in|to)\b`),
    words(String.raw`\b${INTEREST} (?:may|can|could) (?:be|include)\b`),
    // The head of a table that was flattened.
    /\b(?:grounds?|basis|bases|reason)\b.{0,40}\bour (?:legitimate )?interests?$/i,
  ],
  here: [
    /\b(?:protect|prevent|improv|promot|market|secur|understand|develop|running|operat|defend|grow|fraud|analys|debts?|recover|measur|being paid|getting paid)\w*\b/i,
  ],
  not: [
    /\blegitimate (?:business )?interests? (?:of|or|and) (?:a |our |any |the |those |other )*third part/i,
    /\bobject\b/i,
  ],
};
