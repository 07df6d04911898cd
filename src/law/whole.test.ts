/** Notices as different organisations write them, with what a careful officer would mark in each. */
import { describe, expect, it } from 'vitest';
import { checklistOf, toAnswer, type DutyName } from './checklist.ts';
import type { Day, State } from './rule.ts';
import { readExample } from './testing.ts';

const TODAY = '2026-11-27';

interface Whole {
  by: string;
  text: string;
  day?: Day;
  facts?: object;
  /** Rules that find something. */
  finds?: string[];
  /** Rules that could be taken in by its words. */
  leaves?: string[];
  duties?: Partial<Record<DutyName, State>>;
}

const NOTICES: Whole[] = [
  {
    by: 'a charity that asks by letter',
    text: `## Keeping in touch

We would like to tell you about our appeals by post and by email. If you gave to us before, we write to you by post unless you tell us to stop. We email you only if you have said that we may, and every email has a link to unsubscribe.

## Gift Aid

HM Revenue & Customs makes us keep Gift Aid declarations for six years after the last gift.`,
    leaves: ['marketing-opt-out-missing', 'retention-missing', 'soft-opt-in-misused'],
    duties: { 'stopping marketing': 'told', retention: 'told' },
  },
  {
    by: 'a charity that writes to everybody who gave',
    text: `## Fundraising

When you give, we add you to our list and e-mail you about our appeals and other campaigns. We will share your name with partner charities for their own marketing unless you opt out.`,
    finds: ['soft-opt-in-misused'],
  },
  {
    by: 'a clinic',
    text: `## What we hold

We keep your notes, test results and X-rays. We hold data concerning health, which is special category data, so that we can treat you: UK GDPR Article 9(2)(h).

## How long

Adult records: eight years after your last visit. Children: until the 25th birthday.

## Consent

Before an operation we ask you to sign a consent form. This is consent to treatment and no basis for using your data.`,
    leaves: ['dpa-1998', 'retention-empty-formula', 'withdrawal-missing'],
    duties: { retention: 'told', 'taking back consent': 'not-asked' },
  },
  {
    by: 'a dentist with an old text',
    text: `## Your records

We hold sensitive personal data about your health in line with the Data Protection Act 1998. Records are kept for as long as is necessary.

## Copies

You may see your notes on payment of an administration fee of £10. We will answer within 40 days.`,
    finds: ['dpa-1998', 'retention-empty-formula', 'access-fee', 'request-deadline'],
  },
  {
    by: 'a school',
    text: `## Who we share pupil data with

We share data about pupils with:

- the Department for Education, because the law requires it
- our local authority
- the school nurse

## Automated decisions

We make no decisions about pupils by computer alone. Marks are automatically added up, and a teacher decides.`,
    leaves: ['automated-decision-unexplained', 'recipients-missing'],
    duties: { recipients: 'told', 'automated decisions': 'told' },
  },
  {
    by: 'a school whose complaints go round in a circle',
    text: `## Complaints

The school keeps a record of complaints about meals and transport for two years. If you want to complain about how we use data, you can go to the Information Commission at ico.org.uk.`,
    finds: ['complaint-to-controller-missing'],
    leaves: ['complaint-to-regulator-missing', 'information-commissioner'],
  },
  {
    by: 'a shop with a footer',
    text: `## Cookies

We use cookies. You can refuse cookies in your browser, but parts of the shop will not work. By continuing to use our website you agree to our use of cookies.

© 2019 Acme Widgets. All rights reserved.`,
    finds: ['cookies-browser-only', 'implied-consent', 'page-chrome'],
    duties: { 'cookies and devices': 'unclear' },
  },
  {
    by: 'a shop with a cookie table',
    text: `## Cookies

| Name | What for | How long |
| --- | --- | --- |
| basket | Remembers what is in your basket | until you close the browser |
| count | Counts visits, if you agree in the banner | 30 days |

You can also delete cookies in your browser.`,
    leaves: ['cookies-browser-only', 'storage-unexplained', 'retention-empty-formula'],
    duties: { 'cookies and devices': 'told' },
  },
  {
    by: 'a shop that promises too much',
    text: `We never share your information with anyone.

## Delivery

We pass your name and address to couriers and other suppliers.

## Forget me

You can ask us to delete all of your data at any time.`,
    finds: ['sharing-denied-and-made', 'right-overstated'],
  },
  {
    by: 'a software firm',
    text: `## International transfers

Our hosting provider stores backups in the United States. The transfer rests on the UK Extension to the EU–US Data Privacy Framework, known as the UK-US data bridge.

## Sub-processors

Acme Hosting Inc. stores data for us. Acme Mail GmbH sends our messages.`,
    leaves: [
      'transfer-without-safeguard',
      'privacy-shield',
      'eu-transfer-ground',
      'name-not-in-facts',
    ],
    duties: { transfers: 'told', recipients: 'told' },
  },
  {
    by: 'a software firm with a text of 2019',
    text: `## International transfers

We transfer data to the USA. Our provider participates in the EU-U.S. Privacy Shield Framework. If you are outside the EEA, data may move to countries outside the EEA under standard contractual clauses approved by the European Commission.`,
    finds: ['privacy-shield', 'eea-frame', 'eu-transfer-ground'],
  },
  {
    by: 'a software firm that tells its history',
    text: `## Earlier transfers

Until July 2020 we relied on the Privacy Shield, which was then struck down. Before 2021 the border was that of the EEA. The General Data Protection Regulation replaced the Data Protection Act 1998.`,
    leaves: ['privacy-shield', 'dpa-1998', 'gdpr-as-future'],
  },
  {
    by: 'a landlord',
    text: `## Before you move in

We check your right to rent: the law requires us to see your passport or another document from the Home Office's list. If you do not show us one, we cannot let the flat to you.

## References

Referees and your employer tell us whether you paid rent and what you earn.`,
    leaves: ['identity-demand', 'provision-missing', 'source-missing'],
    duties: { sources: 'told', 'whether data must be given': 'told' },
  },
  {
    by: 'a landlord who asks everyone for papers',
    text: `## Requests

To make a request you must send us a certified copy of your passport and two forms of ID. Requests have to be on headed notepaper.`,
    finds: ['identity-demand'],
  },
  {
    by: 'a council',
    facts: { controller: { name: 'Anytown Borough Council', kind: 'public-authority' } },
    text: `## Our lawful basis

Most of what we do is a public task: we collect council tax because the Local Government Finance Act 1992 tells us to.

## Freedom of information

You can ask for records of the council under the Freedom of Information Act. This is another right than that to a copy of your own data.

## You can object

You can object to what we do as a public task. Write to dpo@anytown.example.`,
    leaves: ['lawful-basis-missing', 'object-not-separate', 'lawful-basis-unmapped'],
    duties: { 'lawful basis for each purpose': 'told', 'right to object, by itself': 'told' },
  },
  {
    by: 'a council in Scotland',
    facts: { controller: { name: 'Anyshire Council', kind: 'public-authority' } },
    text: `## Complaints

You can complain to us with the form on our website. If you are not content with our answer, you can go to the Information Commission. About freedom of information you go to the Scottish Information Commissioner instead.`,
    leaves: ['information-commissioner', 'complaint-to-controller-missing'],
    duties: { 'complaint to you': 'told', 'complaint to the regulator': 'told' },
  },
  {
    by: 'a recruiter',
    text: `## How we choose

Software sorts applications. It automatically rejects those without a driving licence. We rely on legitimate interests.`,
    finds: ['automated-decision-unexplained', 'legitimate-interest-unnamed', 'object-not-separate'],
  },
  {
    by: 'a recruiter who explains',
    text: `## How we choose

Software makes an automated decision on each application: it looks at the licences that you name and rejects those without one. A person will look at the decision again if you ask.

## Why we may

We have a legitimate interest in finding drivers who may drive.

## Your right to object

You can object at any time.`,
    leaves: [
      'automated-decision-unexplained',
      'legitimate-interest-unnamed',
      'object-not-separate',
    ],
  },
  {
    by: 'a wholesaler who deals with firms alone',
    text: `## Business contacts

We hold the names, work e-mail addresses and telephone numbers of people at our customers so that we can take orders. Your employer gives us your name. We keep them until your firm has not ordered for three years.

## Marketing

We e-mail limited companies about our range. Anyone may opt out by replying "stop".`,
    leaves: ['marketing-opt-out-missing', 'retention-missing', 'retention-empty-formula'],
    duties: { sources: 'told', retention: 'told', 'stopping marketing': 'told', purposes: 'told' },
  },
  {
    by: 'a wholesaler with American spelling',
    text: `## How long we keep data

Personally identifiable information is retained for so long as reasonably necessary, then anonymized.

## Authorized recipients

We disclose personal information to authorized third-party service providers who process payments.

## Changes

We may modify this policy without prior notice; we encourage you to review it periodically.`,
    finds: ['retention-empty-formula', 'change-unannounced'],
    leaves: ['recipients-missing'],
  },
  {
    by: 'somebody who forgot the template',
    text: `## Contact us

You can email us at or write to us at the address above.

[Insert company name] is the data controller. Contact [NAME OF DPO] with questions. TBC.`,
    finds: ['placeholder', 'contact-blank'],
  },
  {
    by: 'somebody who writes square brackets on purpose',
    text: `## What the law says

The Act speaks of "the [Commission]" in brackets. Ask at office [at] acme.example. The form asks for "Name [optional]".`,
    leaves: ['placeholder'],
  },
  {
    by: 'a club with headings alone',
    text: `## How long we keep your data

## Who we share it with

## Your right to complain to us

We take your privacy seriously.`,
    finds: ['retention-missing', 'recipients-missing', 'complaint-to-controller-missing'],
    duties: { retention: 'missing', recipients: 'missing' },
  },
  {
    by: 'a club that answers in lists',
    text: `## How long we keep your data

- membership forms: until you leave, and one year
- accident book: three years

## Who sees it

- the committee
- our insurers

## How to complain

Write to the secretary, secretary@acme.example, about how we use your data. You can also complain to the ICO.`,
    leaves: ['retention-missing', 'recipients-missing', 'complaint-to-controller-missing'],
    duties: { retention: 'told', recipients: 'told', 'complaint to you': 'told' },
  },
  {
    by: 'a firm that quotes its supplier',
    text: `## Our payment company

Its terms say: "By using the service you agree to our privacy policy." We do not: a notice informs you, and you agree to nothing by reading it.`,
    leaves: ['implied-consent'],
  },
  {
    by: 'a firm that denies things',
    text: `We do not charge an administration fee for a copy of your data. We never ask for two forms of ID. We do not rely on the Privacy Shield. We will not change this notice without notice to you. Using our website does not mean that you consent to anything.`,
    leaves: [
      'access-fee',
      'identity-demand',
      'privacy-shield',
      'change-unannounced',
      'implied-consent',
    ],
  },
  {
    by: 'a firm in Northern Ireland with customers in Ireland',
    text: `## Regulators

In the United Kingdom you can complain to the Information Commission. If you live in Ireland you can complain to the Data Protection Commission.

## Two laws

For people in the United Kingdom the UK GDPR applies, and the EU GDPR for people in Ireland. We send orders outside the UK, to Ireland, which UK adequacy regulations cover.`,
    leaves: ['eu-gdpr-only', 'eea-frame', 'information-commissioner', 'transfer-without-safeguard'],
  },
  {
    by: 'a firm that knows only the Union',
    text: `## The law

We process data under Regulation (EU) 2016/679. You have the right under Article 22 not to be subject to automated decisions, and under Article 77 to lodge a complaint with a supervisory authority. We do not transfer your data outside the European Union.`,
    finds: ['eu-gdpr-only', 'eea-frame', 'article-replaced'],
  },
  {
    by: 'a holding with many companies',
    text: `Acme Widgets Limited and its subsidiaries (together "Acme", "we" or "us") are committed to your privacy.

## Purposes

Our purposes include, but are not limited to, marketing and research.`,
    finds: ['group-unnamed', 'purpose-open-ended'],
  },
  {
    by: 'a bookshop on a day before the Commission',
    day: '2026-09-29',
    text: `You can complain to us by email. You can complain to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, SK9 5AF.`,
    leaves: ['information-commissioner', 'regulator-address'],
  },
  {
    by: 'the same bookshop a day later',
    day: '2026-09-30',
    text: `You can complain to us by email. You can complain to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, SK9 5AF.`,
    finds: ['information-commissioner', 'regulator-address'],
  },
  {
    by: 'a garage with a contract for everything',
    text: `| What we do | Lawful basis |
| --- | --- |
| Service your car | Contract |
| Send you special offers | Performance of a contract |
| Keep invoices | Legal obligation |`,
    finds: ['basis-unfit'],
    leaves: ['lawful-basis-unmapped', 'lawful-basis-missing'],
  },
  {
    by: 'a gym that never lets go',
    text: `We send you our newsletter by email with your consent. Your consent is final and you cannot withdraw it.`,
    finds: ['withdrawal-missing', 'marketing-opt-out-missing'],
  },
  {
    by: 'a bakery',
    text: `We bake cookies to order. We use your telephone number to tell you when they are ready, and delete it the next day.`,
    leaves: ['storage-unexplained', 'cookies-browser-only', 'retention-missing'],
    duties: { 'cookies and devices': 'not-asked', purposes: 'told', retention: 'told' },
  },
];

const codesOf = ({ text, facts, day }: Whole): string[] => {
  const reading = readExample({ text, ...(facts && { facts }), ...(day && { effective: day }) });
  const checklist = checklistOf(reading, day ?? TODAY, TODAY);
  const found = [...toAnswer(checklist), ...checklist.words, ...checklist.info];
  return found.map(({ rule }) => rule.code);
};

const cases = (kind: 'finds' | 'leaves') =>
  NOTICES.flatMap((whole) => (whole[kind] ?? []).map((code) => [whole.by, code, whole] as const));

describe('a notice of', () => {
  it.each(cases('finds'))('%s has the finding %s', (_, code, whole) => {
    expect(codesOf(whole)).toContain(code);
  });

  it.each(cases('leaves'))('%s does not have the finding %s', (_, code, whole) => {
    expect(codesOf(whole)).not.toContain(code);
  });

  it.each(
    NOTICES.flatMap((whole) =>
      Object.entries(whole.duties ?? {}).map(
        ([duty, state]) => [whole.by, duty, state, whole] as const,
      ),
    ),
  )('%s has %s as %s', (_, duty, state, { text, facts, day }) => {
    const reading = readExample({ text, ...(facts && { facts }), ...(day && { effective: day }) });
    const line = checklistOf(reading, day ?? TODAY, TODAY).duties.find(
      (each) => each.duty === duty,
    );
    expect(line?.state).toBe(state);
  });
});
