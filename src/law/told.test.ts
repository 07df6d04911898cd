import { describe, expect, it } from 'vitest';
import { checklistOf, type DutyLine } from './checklist.ts';
import { readExample } from './testing.ts';
import type { State } from './rule.ts';

const TODAY = '2026-11-27';

const lineOf = (text: string, duty: string): DutyLine => {
  const line = checklistOf(readExample(text), TODAY, TODAY).duties.find(
    (each) => each.duty === duty,
  );
  if (!line) throw new Error(duty);
  return line;
};

interface Words {
  /** Sentences that answer the duty. */
  says: string[];
  /** Sentences that have its words and are about something else. */
  mentions: string[];
  /** Sentences that deny it. */
  denies?: string[];
  /** What raises the question, and answers nothing. */
  raised?: string;
  /** How a text without an answer is. */
  without?: State[];
}

const OPEN: State[] = ['missing', 'unclear'];

const DUTIES: Record<string, Words> = {
  'data protection officer': {
    says: ['You can reach our data protection officer at dpo@acme.example.'],
    mentions: ['Our data protection officer trains our staff each year.'],
    without: ['unclear'],
  },
  purposes: {
    says: [
      'We use your email address to send you receipts.',
      'Your phone number is only needed so that our driver can call you.',
      'We collect your name and postcode in order to work out the cost of delivery.',
      '## How we use your information\n\n- Delivering parcels\n- Answering questions about an order',
      'We process personal data for the following purposes:',
    ],
    mentions: [
      'This notice explains how and why we use your personal data.',
      'We use encryption to keep your information safe.',
      'You have the right to know what we use your information for.',
      '## How we use your information',
    ],
    denies: ['We do not use your information for anything.'],
  },
  'lawful basis for each purpose': {
    says: [
      'Our lawful basis is our contract with you.',
      'We do this because the law requires it: it is a legal obligation.',
      'We send it only with your consent.',
      '## Our lawful basis\n\n| What | Why we may |\n| --- | --- |\n| Orders | Contract |',
      'We rely on our legitimate interest in keeping the shop safe.',
    ],
    mentions: [
      'We must always have a lawful basis for what we do with your information.',
      'We never share it without your consent.',
      'Which rights you have depends on our lawful basis.',
      'We may keep it longer to comply with legal and regulatory obligations.',
      'If we change this notice we will, where required, ask for your consent.',
      'A parent must give consent if you are under 13.',
      'You can withdraw your consent.',
    ],
    denies: ['We do not need your consent.'],
  },
  'legitimate interests': {
    says: [
      '- Safety and fraud prevention – Legitimate interests and legal obligation',
      'We rely on legitimate interests, for example for safeguarding.',
      'It is necessary for our legitimate interests. An example of this would be our work to keep children safe.',
      'We rely on our legitimate interest in preventing theft.',
      'We keep door logs, as it is in our legitimate interests to know who is in the building.',
      'Our legitimate interests are: keeping the network safe and being paid.',
      'We use it to find faults on the line, which is in our legitimate interests.',
      'We have legitimate interests (such as finding out which products sell).',
    ],
    mentions: [
      'We process this where it is necessary for our legitimate interests.',
      'We rely on legitimate interests, where they are not overridden by your rights.',
      'It is necessary for our legitimate interests (or those of a third party).',
      'Legitimate interests – we are using your information because it benefits you, us or somebody else.',
      'It is in our legitimate interests to do so.',
    ],
  },
  recipients: {
    says: [
      'We share your address with our couriers.',
      'Your details are passed to our accountants once a year.',
      'We use Parcelwright to deliver what you order.',
      'Suppliers who host our website can see the messages that you send with the form.',
      'Nobody else receives your data.',
      '## Who we share your information with\n\n- Couriers\n- HM Revenue and Customs',
    ],
    mentions: [
      'You can ask us who we share your information with.',
      'We get personal information from suppliers and service providers.',
      'Our website has links to third-party websites.',
      'You can have us send your data to another company.',
      'We protect the rights of third parties.',
      'We send you news by email and share photographs of our work on social media.',
    ],
  },
  transfers: {
    raised: 'We may store your information outside the UK.',
    says: [
      'They are countries that the UK government considers to give a standard of protection not materially lower than that of the UK.',
      'The UK government has decided that the law there protects personal data well enough.',
      'Our contract with them has the UK Addendum.',
      'It is covered by the UK-US data bridge.',
      'We have signed an international data transfer agreement with them.',
    ],
    mentions: [
      '## Transfers abroad\n\nWe put in place contractual protections which give your data additional safeguards.',
      'We take every reasonable step to keep it secure.',
      'Not every country has adequacy regulations, and some have weaker laws.',
      'These countries may not have adequate data protection laws.',
      'There is an addendum to our terms of sale.',
    ],
    denies: ['We have no IDTA with them.'],
  },
  sources: {
    says: [
      'We get reports about you from credit reference agencies.',
      'Information from other organisations, such as social networks.',
      'Your employer sends us your name and your working hours.',
      '## Where we get your information from\n\n- Suppliers and service providers',
    ],
    mentions: [
      'We collect information directly from you when you are asked for it.',
      'We do not knowingly collect information from children.',
      'We collect information from your browser.',
      'You can ask for details of where we get information from and who sees it.',
    ],
    without: ['not-asked'],
  },
  retention: {
    says: [
      'We keep orders for six years.',
      'Messages are deleted 12 months after the last reply.',
      'We hold your account details until you close your account.',
      '## How long we keep it\n\n| What | How long |\n| --- | --- |\n| Orders | Six years |',
      'After two years we delete your application.',
    ],
    mentions: [
      '## How long we keep your data',
      'We keep your information secure and up to date.',
      'You can ask us to delete your data after you close your account.',
      'This cookie is stored for 30 days.',
      'We review our retention periods on a regular basis.',
      'This notice tells you how long we keep your data for.',
      'You are responsible for keeping your password safe for as long as you have an account.',
      'Other websites may store it in a cache for a time that we cannot know.',
    ],
  },
  rights: {
    says: [
      'You have the right to access, correct, erase, restrict, object to and port your data.',
      '## Your rights\n\n- a copy of your data\n- correction\n- deletion\n- restriction\n- objection\n- portability',
      'You can ask us to see it, put it right, delete it, limit how we use it, or give it to another company. You can object.',
    ],
    mentions: [
      'Only staff have access to your data. We correct mistakes, delete old files, restrict who can see them, send them to another company and object to spam.',
      'Please access your account to update your details. Deleted messages are restricted. Nobody may object. Portable drives are locked.',
    ],
    denies: [
      'You can ask for a copy and for correction. You cannot ask us to erase or restrict it, to object or to move it to another company.',
    ],
  },
  'right to object, by itself': {
    raised: 'We rely on our legitimate interests in being safe.',
    says: [
      '## Your right to object\n\nYou can object to this use.',
      '<aside>\n\nYou can object to this use at any time.\n\n</aside>',
    ],
    mentions: ['You can ask for a copy, for correction, or object.'],
  },
  'taking back consent': {
    raised: 'We send news with your consent.',
    says: [
      'You can withdraw it at any time by writing to us.',
      'You may take back your consent whenever you like.',
      'You can change your mind: each email has a link to unsubscribe.',
    ],
    mentions: [
      'You can withdraw from the prize draw.',
      'Members may withdraw money from the fund.',
      'We may withdraw this notice.',
    ],
    denies: ['You cannot withdraw your consent.'],
  },
  'whether data must be given': {
    raised: 'We use it for our contract with you.',
    says: [
      'If you do not give us an address, we cannot deliver.',
      'If you choose not to provide it, we may be unable to open your account.',
      'You do not have to tell us your date of birth.',
      'Answering these questions is voluntary.',
      'Without a telephone number we cannot book an engineer.',
    ],
    mentions: [
      'If you do not want to receive news, tick the box.',
      'Optional cookies are off.',
      'We are required to provide information to the police.',
      'We do not share it without your consent.',
    ],
  },
  'automated decisions': {
    raised: 'An automated decision is made about each application for credit.',
    says: [
      'Automated decisions that matter to you are subject to human oversight.',
      'The automated decision is based on your payment history.',
      'You can ask a person to look at the decision again.',
      'You may challenge the decision, and somebody will review it.',
    ],
    mentions: [
      'A person will review your complaint.',
      'You can challenge your parking ticket.',
      'You have the right not to be subject to automated decisions.',
      'We do not automatically delete accounts that nobody uses.',
    ],
    denies: ['You will not be able to ask for a review of it.'],
  },
  'complaint to you': {
    says: [
      'You can complain to us by email or post.',
      'If you are unhappy with how we have used your data, please write to us first.',
      'We acknowledge every data protection complaint within 30 days.',
      '## How to complain\n\nUse the form on our website, or call us.',
      'To make a complaint about our use of your data, email privacy@acme.example.',
    ],
    mentions: [
      'We use your data to handle complaints and queries.',
      'You can complain to the ICO at any time.',
      'If you have any questions or concerns about this policy, contact us.',
      'We keep records of complaints for six years.',
      'You have the right to lodge a complaint about our use of your data with a supervisory authority.',
      'We receive information about you from others, for example in a complaint to us.',
    ],
    denies: ['We do not deal with complaints.'],
  },
  'complaint to the regulator': {
    says: [
      'You can complain to the ICO.',
      'You may lodge a complaint with a supervisory authority.',
      'If you remain unhappy, you can take it to the Information Commission.',
      '## How to complain\n\nInformation Commission, ico.org.uk/make-a-complaint',
    ],
    mentions: [
      'We are registered with the ICO and you can contact us at any time.',
      'We report breaches to the ICO within 72 hours.',
      'The ICO has more information about your rights.',
      'If you want to complain, write to us.',
      'We work with the regulator to settle complaints.',
    ],
    denies: ['You cannot complain to the ICO.'],
  },
  'stopping marketing': {
    raised: 'We send you special offers by email.',
    says: [
      'Every one has a link to unsubscribe.',
      'You can opt out at any time.',
      'Tell us if you no longer want our newsletter.',
      'You can object to marketing, and we then stop.',
      'Change your preferences in your account.',
    ],
    mentions: [
      'You can opt out of location services on your phone’s browser.',
      'You can object to some uses of your data.',
      'You can opt out of cookies in your browser.',
      'We stop taking orders at noon.',
      'We keep your address until you unsubscribe.',
    ],
    denies: ['You cannot opt out of these emails.'],
  },
  'cookies and devices': {
    says: [
      'Our website records mouse clicks and page scrolling.',
      'We set cookies for statistics only with your consent.',
      'We use cookies to remember your basket.',
      'Which cookies we set, and for how long, is in our cookie notice: see the cookie list.',
      'Our website does not use cookies.',
    ],
    mentions: [
      'You can refuse cookies by changing the settings of your browser.',
      'We collect device identifiers and your IP address.',
      'We get information from cookies and tags on our pages.',
      'We collect information when you accept our cookies.',
    ],
  },
};

const cases = (kind: 'says' | 'mentions' | 'denies') =>
  Object.entries(DUTIES).flatMap(([duty, words]) =>
    (words[kind] ?? []).map(
      (text) => [duty, words.raised ? `${words.raised}\n\n${text}` : text, words.without] as const,
    ),
  );

describe('a duty', () => {
  it.each(cases('says'))('"%s" is told by %j', (duty, text) => {
    expect(lineOf(text, duty).state).toBe('told');
  });

  it.each(cases('mentions'))(
    '"%s" is not told by %j, which is about something else',
    (duty, text, without) => {
      expect(without ?? OPEN).toContain(lineOf(text, duty).state);
    },
  );

  it.each(cases('denies'))('"%s" is not told by %j, which denies it', (duty, text) => {
    expect(OPEN).toContain(lineOf(text, duty).state);
  });
});
