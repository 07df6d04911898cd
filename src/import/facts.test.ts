import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersion } from '../mdx/read.ts';
import type { IsoDate } from '../notices/dates.ts';
import { missingFacts, proposeFacts } from './facts.ts';
import { factsTaken, writeFrontmatter } from './frontmatter.ts';
import type { Code } from './codes.ts';
import type { Cell, Piece, Proposal, Run, Verdict } from './model.ts';

const paragraph = (text: string | Run[], at: number): Piece => ({
  type: 'paragraph',
  at,
  runs: typeof text === 'string' ? [{ text }] : text,
});

/** Paragraphs of a notice; a line that begins with `#` is a heading. */
const kept = (...lines: (string | Run[])[]): Verdict[] =>
  lines.map((line, index) => ({
    is: 'keep',
    piece:
      typeof line === 'string' && line.startsWith('# ')
        ? { type: 'heading', level: 2, at: index + 1, runs: [{ text: line.slice(2) }] }
        : paragraph(line, index + 1),
  }));

const dropped = (code: Code, ...lines: string[]): Verdict[] =>
  lines.map((line, index) => ({ is: 'drop', code, piece: paragraph(line, 100 + index) }));

const written = ({ value }: Proposal): string =>
  typeof value === 'string'
    ? value
    : [...value.lines, value.town, value.county, value.postcode, value.country]
        .filter((part) => part !== undefined)
        .join(', ');

/** Proposals as `key=value`; `?` for a choice. */
const found = (verdicts: readonly Verdict[], language = 'en'): string[] =>
  proposeFacts(verdicts, { language }).map(
    (each) => `${each.key}=${written(each)}${each.isSure ? '' : ' ?'}`,
  );

describe('a day in a page footer', () => {
  it.each(['February 2026', 'February 2026 Page 1', 'Page 3 of 12 | February 2026'])(
    'is offered: %s',
    (footer) => {
      const words = kept('We are Example Ltd.', 'We use your data.', 'You have rights.');
      expect(found([...words, ...dropped('page-footer', footer)])).toContain(
        'date.updated=2026-02 ?',
      );
    },
  );
});

describe('the mailbox to write to', () => {
  it.each(['Write to data@firm.example.', 'You can write to <data@firm.example> or call.'])(
    'is the controller’s beside that of an officer: %s',
    (line) => {
      const words = ['Our data protection officer is at dpo@firm.example.', line];
      expect(found(kept('We are Firm Ltd.', ...words))).toContain(
        'controller.contact.email=data@firm.example',
      );
    },
  );
});

describe('the controller', () => {
  it.each([
    ['We are Example Widgets Ltd, and we sell widgets.', 'Example Widgets Ltd'],
    ['Example & Sons LLP (“we”, “us”) runs this site.', 'Example & Sons LLP'],
    ['Muster Beispiel GmbH is the controller of your data.', 'Muster Beispiel GmbH'],
    ['The data controller is Exemple S.A.S., of Paris.', 'Exemple S.A.S.'],
    ['Vzor s. r. o. is the data controller.', 'Vzor s. r. o.'],
    ['Ynys Cyf yw’r rheolydd data.', 'Ynys Cyf'],
    ['123 Plumbing Limited ("we") fixes taps.', '123 Plumbing Limited'],
    [
      'Example (Services Holdings) Limited is the controller.',
      'Example (Services Holdings) Limited',
    ],
    ['The Example Charity (the “Charity”) is committed to you.', 'The Example Charity'],
    ['Exampleton Parish Council is the ‘data controller’.', 'Exampleton Parish Council'],
    ['The Example Group, LLC (“Company” or “We”) respects you.', 'The Example Group, LLC'],
    ['The University of Exampleton is the data controller.', 'The University of Exampleton'],
    ['Exampleton Borough Council is the controller.', 'Exampleton Borough Council'],
    [
      'The Exampleton NHS Foundation Trust is the data controller.',
      'The Exampleton NHS Foundation Trust',
    ],
    [
      'The Department for Example and Practice is the controller.',
      'The Department for Example and Practice',
    ],
  ])('of "%s" is %s', (line, name) => {
    expect(found(kept(line))).toContain(`controller.name=${name}`);
  });

  it('is a choice where only a brand is named', () => {
    expect(found(kept('Examplify is the data controller.'))).toEqual([
      'controller.name=Examplify ?',
    ]);
  });

  it('is a choice of two that are called so', () => {
    const line = 'First Example Ltd and Second Example Ltd are joint controllers of your data.';
    expect(found(kept(line))).toEqual([
      'controller.name=First Example Ltd ?',
      'controller.name=Second Example Ltd ?',
    ]);
  });

  it.each([
    'We use Example Payments Ltd, a payment processor.',
    'Our processors are Example Hosting Inc. and Example Mail LLC.',
    'The app is licensed from Example App Ltd.',
    'Limited information is kept. It is limited to your name.',
    'Organisations are the data controllers. The data controller must tell you.',
  ])('is nobody in "%s"', (line) => {
    expect(found(kept(line))).toEqual([]);
  });

  it('trades under the names that it says', () => {
    expect(
      found(kept('We are Example Ltd. Good Widgets is a trading name of Example Ltd.')),
    ).toEqual(['controller.name=Example Ltd.', 'controller.tradingNames=Good Widgets']);
  });
});

describe('numbers', () => {
  const lead = 'We are Example Ltd,';

  it.each([
    ['company number 1234567', 'controller.companyNumber=01234567'],
    ['registered in Scotland (No. SC123456)', 'controller.companyNumber=SC123456'],
    ['registered in Scotland (No. SC123456)', 'controller.registeredIn=scotland'],
    ['incorporated in England & Wales', 'controller.registeredIn=england-and-wales'],
    ['registered charity number 1234567', 'controller.charityNumber=1234567'],
    ['a Scottish charity (SC012345)', 'controller.charityNumber=SC012345'],
    ['VAT number GB 000 0000 42', 'controller.vatNumber=000000042'],
    ['ICO registration number ZA000000', 'controller.icoRegistration=ZA000000'],
    ['rhif cwmni 01234567', 'controller.companyNumber=01234567'],
  ])('are read of "%s": %s', (words, fact) => {
    expect(found(kept(`${lead} ${words}.`))).toContain(fact);
  });

  it('say as they are printed what was written', () => {
    const [, number] = proposeFacts(kept(`${lead} company no. 1234567.`));
    expect(number).toMatchObject({ value: '01234567', written: '1234567', at: 1 });
  });

  it.each([
    'authorised by the Financial Conduct Authority, FRN 123456',
    'founded with 1234567 customers',
    'supplied by Other Example Ltd (company number 07654321)',
  ])('are none of "%s"', (words) => {
    expect(found(kept(`${lead} ${words}.`))).toEqual(['controller.name=Example Ltd']);
  });

  it('of a footer are the controller’s where its name stands before them', () => {
    const footer = 'Example Ltd. Registered in England and Wales, company number 01234567.';
    expect(
      found([...kept('Example Ltd is the controller.'), ...dropped('footer', footer)]),
    ).toEqual([
      'controller.name=Example Ltd',
      'controller.companyNumber=01234567',
      'controller.registeredIn=england-and-wales',
    ]);
  });

  it('are not read of what nobody sees', () => {
    expect(found(dropped('hidden', 'We are Example Ltd, company number 01234567.'))).toEqual([]);
  });
});

describe('mailboxes and telephones', () => {
  it.each([
    ['Email us at Hello@Example.EXAMPLE.', 'controller.contact.email=Hello@example.example'],
    ['Contact us on 01632 960123.', 'controller.contact.phone=+441632960123'],
    ['Call us on +44 (0)1632 960123.', 'controller.contact.phone=+441632960123'],
    ['Call us on 07700 900123 ext. 4.', 'controller.contact.phone=+447700900123 ?'],
    ['Email us: privacy [at] firm dot example', 'controller.contact.email=privacy@firm.example ?'],
    ['Contact our data protection officer at dp@firm.example.', 'dpo.email=dp@firm.example'],
    ['Cysylltwch â ni: helo@firm.example', 'controller.contact.email=helo@firm.example'],
    ['Call our Data Protection Officer on 01632 960001.', 'dpo.phone=+441632960001'],
    ['You can contact our DPO by email at dp@firm.example.', 'dpo.email=dp@firm.example'],
    ['You can text 07700 900123.', 'controller.contact.phone=+447700900123 ?'],
  ])('of "%s" are %s', (line, fact) => {
    expect(found(kept(line))).toEqual([fact]);
  });

  it.each([
    'Complain to the ICO: 0303 123 1113, casework@ico.org.uk, Wycliffe House, Wilmslow SK9 5AF.',
    'The Information Commissioner can be reached on 01632 960999.',
    'Write to the CNIL, 3 Place de Fontenoy, 75007 Paris, France.',
    'To opt out of marketing emails, write to stop@firm.example.',
    'Fax us on: fax 01632 960123.',
    'We paid on 01-02-2026 and 0123456789012345 times.',
    'Our processor can be reached at help@processor.example.',
    'Our DPO is provided by Compliance Example Ltd.',
    'We share data with Example Credit AG, tel.: 01632 960123.',
    'Contact us: Agents GmbH, Attn: Example Ltd, 1 Example Street, Exampleton RH2 7JN',
  ])('are nobody’s of "%s"', (line) => {
    expect(found(kept(line))).toEqual([]);
  });

  it('of another organisation that a sentence names are not ours', () => {
    const lines = [
      'Example Ltd is the data controller.',
      'NHS England can be reached on 01632 960123.',
    ];
    expect(found(kept(...lines))).toEqual(['controller.name=Example Ltd']);
  });

  it('for whoever writes are the controller’s, also below the officer', () => {
    const lines = [
      '# Data Protection Officer',
      'Our Data Protection Officer is the manager: dp@firm.example.',
      'General enquiries: info@firm.example',
    ];
    expect(found(kept(...lines))).toEqual([
      'controller.contact.email=info@firm.example',
      'dpo.email=dp@firm.example',
    ]);
  });

  it('below a name are that person’s', () => {
    const lines = [
      '# Contact',
      'Data Protection Officer',
      'Example Ltd',
      'dp@firm.example',
      '01632 960001',
    ];
    expect(found(kept(...lines))).toEqual(
      expect.arrayContaining(['dpo.email=dp@firm.example', 'dpo.phone=+441632960001']),
    );
  });

  it('are read of a link that hides them behind words', () => {
    const runs = [
      { text: 'Please ' },
      { text: 'email us', href: 'mailto:us@firm.example?subject=x' },
    ];
    const [email] = proposeFacts(kept(runs));
    expect(email).toMatchObject({
      value: 'us@firm.example',
      quote: 'Please email us <us@firm.example>',
    });
  });

  it('of a link whose words are the number stand once', () => {
    const runs = [{ text: 'Call us on ' }, { text: '01632 960123', href: 'tel:+441632960123' }];
    expect(proposeFacts(kept(runs))).toMatchObject([{ quote: 'Call us on 01632 960123' }]);
  });

  it('are a choice where two are as likely', () => {
    const lines = ['Contact us at one@firm.example.', 'Contact us at two@firm.example.'];
    expect(found(kept(...lines))).toEqual([
      'controller.contact.email=one@firm.example ?',
      'controller.contact.email=two@firm.example ?',
    ]);
  });

  it('for complaints are told apart from those for all', () => {
    const lines = [
      'Contact us at us@firm.example.',
      'To make a complaint, email us at wrong@firm.example.',
    ];
    expect(found(kept(...lines))).toEqual([
      'controller.contact.email=us@firm.example',
      'complaints.email=wrong@firm.example',
    ]);
  });
});

describe('addresses', () => {
  it.each([
    [
      'Our registered office is at 1 Example Street, Exampleton, Surrey RH2 7JN.',
      'controller.registeredOffice=1 Example Street, Exampleton, Surrey, RH2 7JN',
    ],
    [
      'Write to us at Example House, 2 Park Lane, London, SW1A 1AA, United Kingdom.',
      'controller.contact.address=Example House, 2 Park Lane, London, SW1A 1AA',
    ],
    [
      'Contact us:\n\nExample Ltd\n1 Example Street\nExampleton\nRH2 7JN',
      'controller.contact.address=1 Example Street, Exampleton, RH2 7JN ?',
    ],
    [
      'Write to us at 5 rue Exemple, 75009 Paris, France.',
      'controller.contact.address=5 rue Exemple, Paris, 75009, FR ?',
    ],
    [
      'Write to our Data Protection Officer at 1 Example Street, Exampleton RH2 7JN.',
      'dpo.address=1 Example Street, Exampleton, RH2 7JN',
    ],
  ])('of "%s" are %s', (line, fact) => {
    const plain = fact.replace(/ \?$/, '');
    expect(found(kept(...line.split('\n\n'))).map((each) => each.replace(/ \?$/, ''))).toContain(
      plain,
    );
  });

  it.each([
    'Example Ltd (company number 01234567), 1 Example Street, Exampleton, RH2 7JN',
    'Example Ltd - 1 Example Street, Exampleton RH2 7JN (UK)',
  ])('right behind the name of the controller are its own: "%s"', (line) => {
    const lines = ['Example Ltd is the data controller.', line];
    expect(found(kept(...lines)).filter((each) => each.includes('address'))).toEqual([
      'controller.contact.address=1 Example Street, Exampleton, RH2 7JN',
    ]);
  });

  it('below a bold line are those that it speaks of, where that is a heading', () => {
    const lines = kept('Our contact details', 'The Old Kiln\nBack Lane\nExampleton\nRH2 7JN');
    const proposals = proposeFacts(lines, { headings: ['Our contact details'] });
    expect(proposals.map(({ value }) => value)).toMatchObject([
      { lines: ['The Old Kiln', 'Back Lane'] },
    ]);
  });

  it('without a town are a choice, and the town is not guessed', () => {
    const [address] = proposeFacts(kept('Write to us at Example Lodge, RH2 7JN.'));
    expect(address).toMatchObject({
      value: { lines: ['Example Lodge'], postcode: 'RH2 7JN' },
      isSure: false,
    });
  });
});

describe('dates', () => {
  it.each([
    ['Last updated: 12 May 2024', 'date.updated=2024-05-12'],
    ['This notice was last updated on May 3rd, 2024.', 'date.updated=2024-05-03'],
    ['Version 3.1, 12 May 2024', 'date.updated=2024-05-12'],
    ['Effective as of 1st May 2018, we changed it.', 'effective=2018-05-01'],
    ['Last reviewed 2024-05-12', 'reviewed=2024-05-12'],
    ['Updated 21.08.25', 'date.updated=2025-08-21'],
    ['Last updated 01/02/2026', 'date.updated=2026-02-01 ?'],
    ['Last updated: June 2026', 'date.updated=2026-06 ?'],
    ['Diweddarwyd ddiwethaf: 3 Mawrth 2024', 'date.updated=2024-03-03'],
  ])('of "%s" are %s', (line, fact) => {
    expect(found(kept(line))).toEqual([fact]);
  });

  it('of another kind settle which number is the day', () => {
    const lines = ['Last updated 01/02/2026', 'The first text was of 25/12/2020.'];
    expect(found(kept(...lines))).toEqual(['date.updated=2026-02-01']);
  });

  it('of a list of changes are the newest of it', () => {
    const lines = [
      '# Change log',
      '2 May 2023: first text',
      '3 June 2025: more',
      '1 January 2024: less',
    ];
    expect(found(kept(...lines))).toEqual(['date.updated=2025-06-03']);
  });

  it('of the footer of a document are a choice', () => {
    const lines = kept('Privacy notice', 'Words.');
    expect(found([...lines, ...dropped('page-footer', 'February 2026')])).toEqual([
      'date.updated=2026-02 ?',
    ]);
  });

  it.each([
    'The GDPR came into force on 25 May 2018.',
    'It entered into force in the UK on 25 May 2018.',
    'Published 1 May 2024.',
    'Last updated 30 February 2024.',
    'You may write to us in 2024.',
  ])('are none of "%s"', (line) => {
    expect(found(kept(line))).toEqual([]);
  });
});

describe('names', () => {
  it('are without the notice that is named for them', () => {
    const line =
      'This Privacy Notice for Example Software Ltd (“we”, “us”) describes how we use data.';
    expect(found(kept(line))).toEqual(['controller.name=Example Software Ltd']);
  });

  it('at the head of the address to write to are a candidate', () => {
    const lines = ['Contact us by mail:', 'Example Ltd, 1 Example Street, Exampleton, RH2 7JN'];
    expect(found(kept(...lines))).toContain('controller.name=Example Ltd ?');
  });
});

describe('contact details in columns', () => {
  it('are told apart by the heads of the columns', () => {
    const row = (...texts: string[]): Cell[] =>
      texts.map((text) => ({ pieces: [{ type: 'paragraph', at: 1, runs: [{ text }] }] }));
    const rows = [
      row('Our contact details', 'Our Data Protection Officer’s contact details'),
      row('info@firm.example', 'dp@firm.example'),
      row('01632 960900', '01632 960910'),
    ];
    expect(found([{ piece: { type: 'table', at: 1, rows }, is: 'keep' }])).toEqual([
      'controller.contact.email=info@firm.example',
      'controller.contact.phone=+441632960900',
      'dpo.email=dp@firm.example',
      'dpo.phone=+441632960910',
    ]);
  });
});

describe('representatives', () => {
  it('are named for their regime', () => {
    const line =
      'Example Agents Ltd is our representative in the EU. We appointed Other Agents Ltd as our UK representative.';
    expect(found(kept(line))).toEqual(
      expect.arrayContaining([
        'representatives.uk=Other Agents Ltd',
        'representatives.eu=Example Agents Ltd',
      ]),
    );
  });
});

describe('another language', () => {
  it('leaves mailboxes and dates, to be asked', () => {
    const line =
      'Beispiel GmbH is the controller. Email us at post@firm.example. Last updated 2024-05-12';
    expect(found(kept(line), 'de')).toEqual([
      'controller.contact.email=post@firm.example ?',
      'date.updated=2024-05-12 ?',
    ]);
  });
});

describe('every proposal', () => {
  const words = fc.constantFrom(
    ...[
      'Example Ltd',
      'is the data controller',
      'Contact us',
      'at',
      'a@firm.example',
      '01632 960123',
      '\n',
    ],
    ...[
      'company number',
      '01234567',
      'registered office',
      '1 Example Street,',
      'Exampleton',
      'RH2 7JN',
      '.',
    ],
    ...[
      'Last updated',
      '12 May 2024',
      '01/02/2026',
      'ZA000000',
      'ICO',
      'DPO',
      'complaint',
      ',',
      '(',
      ')',
      '“we”',
    ],
  );
  const line = fc.array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 12 });
  const lines = fc.array(
    line.map((parts) => parts.join(' ')),
    { maxLength: 8 },
  );

  it('has a line of the source and a quote in which its words stand', () => {
    fc.assert(
      fc.property(lines, (texts) => {
        for (const { at, quote, written: words, value } of proposeFacts(kept(...texts))) {
          expect(at).toBeGreaterThanOrEqual(1);
          expect(at).toBeLessThanOrEqual(texts.length);
          expect(words).not.toBe('');
          expect(quote).toContain(words);
          expect(value).not.toBe('');
        }
      }),
    );
  });
});

it('takes time in proportion to the length of a text', () => {
  const hostile = [
    'a@'.repeat(100_000),
    '1 '.repeat(100_000),
    'Aa '.repeat(100_000),
    '(0'.repeat(100_000),
    ','.repeat(200_000),
  ];
  const before = process.threadCpuUsage();
  proposeFacts(kept(...hostile));
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(3000);
});

it('of what is sure make a frontmatter that the checks take', () => {
  const proposals = proposeFacts(
    kept(
      'Example Ltd, trading as Widgets, is the data controller. Last updated 12 May 2024.',
      'Example Ltd is registered in Scotland, company number SC12345. VAT number GB 000000042.',
      'Our registered office is at 1 Example Street, Exampleton, Surrey RH2 7JN.',
      'Contact us at us@firm.example or on +44 (0)1632 960123.',
      'Our Data Protection Officer is at officer@firm.example.',
      'Example Agents GmbH is our representative in the EU.',
    ),
  );
  const facts = factsTaken(proposals, {});
  const day = '2026-06-01' as IsoDate;
  const frontmatter = writeFrontmatter({ title: 'Notice', published: day, effective: day, facts });
  const { facts: read, findings } = readVersion({
    file: 'draft.mdx',
    bytes: new TextEncoder().encode(`${frontmatter}\n## Who we are {#who}\n\nWe are.\n`),
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read).toMatchObject({
    controller: {
      name: 'Example Ltd',
      tradingNames: ['Widgets'],
      companyNumber: 'SC012345',
      registeredIn: 'scotland',
      vatNumber: '000000042',
    },
    dpo: { email: 'officer@firm.example' },
    representatives: [{ regime: 'eu', name: 'Example Agents GmbH' }],
  });
});

describe('what is missing', () => {
  it('is told with what the law needs', () => {
    const proposals = proposeFacts(
      kept('Example Ltd is the data controller, company number 01234567.'),
    );
    expect(
      missingFacts(proposals).map(({ key, isNeeded }) => `${key}${isNeeded ? '!' : ''}`),
    ).toEqual([
      'controller.contact!',
      'controller.icoRegistration',
      'dpo',
      'complaints',
      'effective',
    ]);
  });
});

describe('a name that goes on', () => {
  const name = (...lines: string[]): string | undefined =>
    found(kept(...lines)).find((each) => each.startsWith('controller.name'));

  it('is taken in the longest form that the text repeats', () => {
    expect(
      name(
        '# Christ Church Exampleton General Privacy Notice',
        'This tells how we, Christ Church Exampleton (“CCE”), as a controller use your data.',
      ),
    ).toBe('controller.name=Christ Church Exampleton');
  });

  it('is never sure where the text has the longer form once', () => {
    expect(
      name('We, Christ Church Exampleton (“CCE”), are the data controller.', 'Come to church.'),
    ).toBe('controller.name=Christ Church Exampleton ?');
  });

  it('does not go on into a title, or behind a legal form', () => {
    expect(name('We, Example Council Privacy Team, are the data controller.')).toContain(
      'controller.name=Example Council',
    );
    expect(name('We, Example Services Limited Exampleton, are the data controller.')).toBe(
      'controller.name=Example Services Limited',
    );
  });
});

it('takes time in proportion to the length of a page footer', () => {
  const before = process.threadCpuUsage();
  proposeFacts(dropped('page-footer', `February 2026 ${'|'.repeat(100_000)}x`));
  proposeFacts(dropped('page-footer', 'February 2026 x '.repeat(10_000)));
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(3000);
}, 120_000);
