/** Wording of real kinds that no example of a rule has: faults in other words, and what comes near. */
import { describe, expect, it } from 'vitest';
import { faultsOn } from './ask.ts';
import { readExample } from './testing.ts';

const DAY = '2026-11-27';

/** For each rule, texts that it finds, and texts that it leaves. */
const PHRASES: Readonly<
  Record<string, readonly [found: readonly string[], left: readonly string[]]>
> = {
  'privacy-shield': [
    [
      'Our US supplier is self-certified to the Privacy-Shield Framework.',
      'Transfers to Parcelwright take place under the EU–U.S. Privacy Shield.',
      'Parcelwright complies with the US Safe Harbor Framework as set forth by the US Department of Commerce.',
    ],
    [
      'Since the Privacy Shield was struck down, we use the UK Addendum.',
      'The Privacy Shield is not valid any more and we do not use it.',
      'Our car park in Safe Harbour Road has cameras.',
    ],
  ],
  'dpa-1998': [
    [
      'We are registered under the Data Protection Act 1998 as a data controller.',
      'Under the DPA 1998 you can request details of personal information which we hold about you.',
      'Acme complies with its obligations under the 1998 Data Protection Act.',
    ],
    [
      'Until May 2018 the Data Protection Act 1998 applied.',
      'The Data Protection Act 2018 and the Access to Health Records Act 1990 apply.',
    ],
  ],
  'principles-1998': [
    [
      'We will process data fairly and lawfully, and only for specified and lawful purposes.',
      'Personal data shall be adequate, relevant and not excessive, and shall not be transferred to a country or territory outside the European Economic Area.',
    ],
    [
      'Data is processed lawfully, fairly and in a transparent manner.',
      'What you pay is fair and the fee is not excessive.',
    ],
  ],
  'gdpr-as-future': [
    [
      'When the General Data Protection Regulation comes into force in May 2018 you will have more rights.',
      'We are working towards compliance with the new GDPR.',
      'We are getting ready for GDPR.',
    ],
    [
      'The GDPR came into force in 2018.',
      'When the Data (Use and Access) Act came into effect we changed this notice.',
      'New starters are trained in the GDPR.',
    ],
  ],
  'eu-gdpr-only': [
    [
      'We comply with the EU General Data Protection Regulation (2016/679).',
      'Your rights are set out in the General Data Protection Regulation (Regulation (EU) 2016/679).',
    ],
    [
      'The UK GDPR is the retained EU law version of the General Data Protection Regulation (EU) 2016/679.',
      'We follow the General Data Protection Regulation as it applies in the UK.',
    ],
  ],
  'eea-frame': [
    [
      'We do not transfer your data outside the EEA.',
      'Some of our suppliers are based outside of the European Union.',
      'Data may be sent to countries that are not in the EEA.',
    ],
    ['Data may go outside the UK or the EEA.', 'We deliver parcels outside the EU.'],
  ],
  'eu-transfer-ground': [
    [
      'We only send it to countries which the European Commission has deemed to provide adequate protection.',
      'We use model contracts approved by the European Commission.',
      'We use Standard Contractual Clauses issued by the EU.',
    ],
    [
      'We use the EU standard contractual clauses with the UK Addendum.',
      'We answer to the European Commission for a research grant.',
    ],
  ],
  'information-commissioner': [
    [
      'You have the right to complain to the Information Commissioners Office.',
      'Contact the UK Information Commissioner.',
      'We are registered with the Information Commissioner\u2019s Office under number ZA000000.',
    ],
    [
      'The Information Commission replaced the Information Commissioner.',
      'For Jersey, write to the Jersey Office of the Information Commissioner.',
    ],
  ],
  'regulator-address': [
    ['ICO, Water Lane, Wilmslow, Cheshire', 'Write to Wycliffe House, Wilmslow.'],
    ['Our shop is at 3 Water Lane, Leeds.', 'Our office is in Wilmslow.'],
  ],
  'article-replaced': [
    [
      'You have a right under Article 22 of the UK GDPR not to be subject to automated decisions.',
      'You may lodge a complaint under Art. 77 GDPR.',
      'Transfers rest on Article 45 of the UK GDPR.',
    ],
    ['See Article 15 of the UK GDPR.', 'Article 220 of our statutes.'],
  ],
  'retired-name': [
    ['Follow us on Twitter.', 'We use Universal Analytics to count visits.'],
    ['Follow us on X (formerly Twitter).', 'We use Google Analytics 4.'],
  ],
  'implied-consent': [
    [
      'By continuing to use our site you are agreeing to our use of cookies.',
      'Your use of our website means that you consent to the collection of your data.',
      'If you carry on using this site we take it that you are happy with this.',
      'By giving us your details you consent to being contacted by us and our partners.',
      'By entering the shop you accept that we film you.',
    ],
    [
      'By ticking this box, you consent to receive our newsletter.',
      'If you continue, we ask you for your consent on the next page.',
      'By placing an order you agree to our terms and conditions of sale.',
    ],
  ],
  'access-fee': [
    [
      'There is a \u00a310 charge for each subject access request.',
      'We may charge an administration fee to cover the cost of copying your records.',
      'You may be asked to pay a small fee for a copy of your data.',
    ],
    [
      'There is no fee for making a request.',
      'We charge a fee of \u00a325 to change the name on a booking.',
      'We may charge a reasonable fee if a request is clearly excessive or unfounded.',
    ],
  ],
  'identity-demand': [
    [
      '## Your rights\n\nTo make a request please send us two forms of identification.',
      '## Subject access requests\n\nAll requests must be accompanied by a certified copy of your passport.',
      '## Making a request\n\nYou must enclose a copy of your driving licence with your request.',
    ],
    [
      '## Your rights\n\nIf we are not sure who you are, we may ask for a copy of your passport.',
      '## Opening an account\n\nYou must send a copy of your passport, because of money laundering rules.',
    ],
  ],
  'request-deadline': [
    [
      'We will reply to a subject access request within forty days.',
      'We aim to answer all requests within 60 days.',
      '## People in the UK and in California\n\nWe answer a request within 45 days.',
      'We will provide the information within 40 days of receiving your request.',
    ],
    [
      'We answer within one month, which may be extended by two further months.',
      'You can return goods within 40 days.',
      '## Rights of California residents\n\nWe answer a request within 45 days.',
      '## Notice for people in Brazil\n\n### Your rights\n\nWe answer a request within 60 days.',
      'We acknowledge complaints within 30 days.',
    ],
  ],
  'right-overstated': [
    [
      'You can ask us to erase all of your data at any time.',
      'You have an absolute right to have your information deleted.',
      'We will delete everything we hold about you if you ask.',
    ],
    [
      'You can ask us to delete all your data, although we may have to keep invoices.',
      'We delete all data after six years.',
    ],
  ],
  'change-unannounced': [
    [
      'We may amend this policy at any time without notice to you.',
      'You should check this page from time to time to make sure that you are happy with any changes.',
      'Please revisit this page periodically to stay aware of any changes.',
      'It is your responsibility to check this notice for updates.',
    ],
    [
      'We review this policy from time to time.',
      'Please check your account regularly for messages.',
      'If we change this policy we will email you; please check your spam folder regularly.',
    ],
  ],
  'purpose-open-ended': [
    [
      'We use your information for purposes including, but not limited to, marketing.',
      'We may process your data for any other purpose we see fit.',
      'Purposes include without limitation research and advertising.',
    ],
    [
      'We do not use it for any other purpose.',
      'The data we collect includes, but is not limited to, your name.',
    ],
  ],
  'contact-blank': [
    [
      'To make a request, email us at or call us on 01632 960123.',
      'You can contact us by email at .',
    ],
    ['Email us at privacy@acme.example or call us.', 'You can contact us at the address below.'],
  ],
  placeholder: [
    [
      '[Company Name] is the data controller.',
      'We are registered with the ICO under number XXXXXXX.',
      'Contact our DPO at [email address].',
      'Last updated: DD/MM/YYYY',
      'Our motto is "better". Write to [our company].',
    ],
    [
      'The rule says "a holder [of a card] may ask" and "as [they] wish".',
      'You can write to us [by post or email](#contact).',
      'It is one of our most popular T-shirts in size XL.',
    ],
  ],
  'page-chrome': [
    [
      'Skip to content',
      '\u00a9 2024 Acme Widgets Limited. All rights reserved.',
      'Powered by WordPress',
      'Leave a comment',
      'Share on Facebook',
    ],
    ['You can search the site.', 'Read more about cookies in our list.'],
  ],
  'link-lost': [
    [
      'To see our cookie policy, click here.',
      'You can find out more here.',
      'Visit the ICO website for more information.',
    ],
    [
      'You can find out more on [the page of the ICO](https://ico.org.uk).',
      'Come and see us here in Reigate.',
    ],
  ],
  'reference-by-place': [
    [
      'Use the contact details at the end of this notice.',
      'See the details at the top of this document.',
    ],
    [
      'The table below shows how long we keep it.\n\n| What | How long |\n| --- | --- |\n| Orders | Six years |',
      'At the end of this contract we delete it.',
    ],
  ],
  'cookies-browser-only': [
    [
      'Most web browsers allow you to refuse cookies through their settings.',
      'If you do not want cookies, you can set your browser to reject them.',
      'You can disable cookies by adjusting the settings on your browser.',
    ],
    [
      'We ask before we set any cookie. You can also delete cookies in your browser.',
      'Your browser sends us its version.',
    ],
  ],
  'soft-opt-in-misused': [
    [
      'We may share your details with carefully selected third parties who may send you marketing unless you tell us not to.',
      'If you would prefer not to receive emails from our partners, please tick this box.',
    ],
    [
      'We never share your details with third parties for marketing.',
      'Tick the box if you would like to hear from our partners.',
    ],
  ],
  'sharing-denied-and-made': [
    [
      'We never share your personal data with anyone. Payments are handled by our payment provider, to whom we pass your card details.',
      'Your information will not be shared with third parties.\n\nWe share your address with delivery companies.',
      'We will not pass your details to anyone else.\n\nWe use service providers who store your data.',
    ],
    [
      'We do not sell your data. We share your address with couriers.',
      'We will not share your data with other companies for their marketing. Our couriers get your address.',
    ],
  ],
  'transfers-denied-and-made': [
    [
      'Your data never leaves the UK.\n\nOur email provider stores your data in the United States.',
      'All data is stored in the UK.\n\nSome data may be transferred outside the UK to our suppliers.',
    ],
    [
      'Your data is kept in the UK. We do not send anything overseas.',
      'We do not transfer your data outside the UK unless you ask us to. If you do, we may send it abroad.',
    ],
  ],
  'lawful-basis-unmapped': [
    [
      'We process your data on one or more of these legal bases: consent, contract, legitimate interests.',
      'Under the UK GDPR, the lawful bases we rely on for processing this information are:\n\n- Your consent\n- We have a contractual obligation\n- We have a legitimate interest',
      'The legal basis for processing your data will be one of: consent; contract; legal obligation.',
      'Depending on the circumstances, we rely on consent, contract or legitimate interests.',
    ],
    [
      'Our lawful basis for sending parcels is contract.',
      'Consent: we send the newsletter. Contract: we deliver orders.',
    ],
  ],
  'group-unnamed': [
    [
      'In this policy "we", "us" and "our" means Acme plc and its subsidiaries.',
      'Acme Limited and its group companies ("we") process your data.',
    ],
    ['"We" means Acme Widgets Limited.', 'We share it with companies in our group.'],
  ],
  'retention-empty-formula': [
    [
      'We retain personal data for no longer than is necessary.',
      'We will keep your data for as long as reasonably necessary to fulfil the purposes we collected it for.',
      '## Retention\n\nYour information is kept only for as long as required by law.',
    ],
    [
      'We keep it for as long as you have an account.',
      'We keep it as long as necessary, which is six years for invoices.',
    ],
  ],
  'recognised-interest': [
    [],
    ['We disclose it to the police under a recognised legitimate interest (crime).'],
  ],
  'withdrawal-missing': [
    [
      'We rely on your consent to send you text messages.',
      'You have given us consent to use your photograph.',
    ],
    [
      'We rely on consent. You may revoke your consent whenever you like.',
      'We will not share it without your consent.',
    ],
  ],
  'jargon-unexplained': [
    ['Send a DSAR to our office.', 'We carry out a DPIA.'],
    ['Send a subject access request (DSAR).', 'We use SCCs (standard contractual clauses).'],
  ],
  'numbers-missing': [
    ['## 1. A\n\nText.\n\n## 2. B\n\nText.\n\n## 4. D\n\nText.'],
    ['## 1. A\n\nText.\n\n## 2. B\n\nText.\n\n## 3. C\n\nText.'],
  ],
};

const findsIn = (text: string, code: string): boolean =>
  faultsOn(readExample(text), DAY).some(({ rule }) => rule.code === code);

const cases = (which: 0 | 1): [string, string][] =>
  Object.entries(PHRASES).flatMap(([code, texts]) =>
    texts[which].map((text): [string, string] => [code, text]),
  );

describe('in other words', () => {
  it.each(cases(0))('%s finds %j', (code, text) => {
    expect(findsIn(text, code)).toBe(true);
  });

  it.each(cases(1))('%s leaves %j', (code, text) => {
    expect(findsIn(text, code)).toBe(false);
  });
});
