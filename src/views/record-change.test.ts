import { expect, it } from 'vitest';
import { compareRecords } from '../compare/records.ts';
import { frontmatterSchema, type Facts } from '../notices/schema.ts';
import { cy } from '../words/cy/index.ts';
import { en } from '../words/en/index.ts';
import { describeFactChange } from './fact-change.ts';

type Written = Record<string, unknown>;

const facts = (written: Written): Facts =>
  frontmatterSchema.parse({
    title: 'Customer privacy notice',
    published: '2026-12-01',
    effective: '2026-12-01',
    controller: { name: 'Bright Bikes Limited', contact: { email: 'a@brightbikes.example' } },
    ...written,
  });

const orders = (more: Written, purpose = 'Deliver orders'): Written => ({
  processing: [{ id: 'orders', purpose, ...more }],
});

const PAY = { name: 'Example Pay Inc', role: 'controller', country: 'US' };
const COURIERS = { name: 'couriers', role: 'processor' };
const SENT = { recipient: 'Example Pay Inc', countries: ['US'], mechanism: 'uk-us-data-bridge' };

it.each<[what: string, before: Written, after: Written, sentences: string[]]>([
  [
    'a period',
    orders({ retention: { period: 'P6Y', startsFrom: 'the end of the year', then: 'delete' } }),
    orders({ retention: { period: 'P7Y', startsFrom: 'the end of the year', then: 'delete' } }),
    [
      'How long we keep it for “Deliver orders”: 6 years after the end of the year, then deleted; now 7 years after the end of the year, then deleted',
    ],
  ],
  [
    'a period that is new',
    orders({}),
    orders({ retention: { period: 'P60D' } }),
    ['How long we keep it for “Deliver orders”: now 60 days'],
  ],
  [
    'recipients, and a transfer where there was none',
    orders({ recipients: [COURIERS], transfers: 'none' }),
    orders({ recipients: [COURIERS, PAY], transfers: [SENT] }),
    [
      'Who receives it for “Deliver orders”: Example Pay Inc (On its own behalf; United States) added',
      'Transfers abroad for “Deliver orders”: none; now Example Pay Inc (United States; UK–US data bridge)',
    ],
  ],
  [
    'the law that a basis rests on, with its basis',
    orders({ lawfulBasis: ['contract', 'legal-obligation'], legalObligation: 'one Act' }),
    orders({ lawfulBasis: ['contract', 'legal-obligation'], legalObligation: 'another Act' }),
    [
      'Lawful basis for “Deliver orders”: Legal obligation: one Act removed, Legal obligation: another Act added',
    ],
  ],
  [
    'codes in words',
    orders({ kind: 'marketing', pecr: { basis: 'consent', optOut: 'the link in each email' } }),
    orders({ kind: 'legal', pecr: { basis: 'soft-opt-in', optOut: 'the link in each email' } }),
    [
      'Kind of purpose for “Deliver orders”: marketing; now legal duties and claims',
      'Electronic marketing for “Deliver orders”: consent, the link in each email; now existing customers who have not opted out (soft opt-in), the link in each email',
    ],
  ],
  [
    'the words for a purpose that keeps its id',
    orders({}),
    orders({}, 'Deliver and repair'),
    ['Purpose: “Deliver orders”; now “Deliver and repair”'],
  ],
  [
    'purposes that came and went, and nothing of what they say',
    { processing: [{ id: 'a', purpose: 'Call you', retention: { period: 'P1Y' } }] },
    { processing: [{ id: 'b', purpose: 'Write to you', retention: { period: 'P2Y' } }] },
    ['Purposes: “Call you” removed, “Write to you” added'],
  ],
  [
    'the first records of a notice, in one sentence',
    {},
    { ...orders({ retention: { period: 'P1Y' } }), automatedDecisions: 'none' },
    ['Records of purposes: “Deliver orders” added', 'Automated decisions added: none'],
  ],
  [
    'nothing where records stand in another order',
    {
      processing: [
        { id: 'a', purpose: 'A' },
        { id: 'b', purpose: 'B' },
      ],
    },
    {
      processing: [
        { id: 'b', purpose: 'B' },
        { id: 'a', purpose: 'A' },
      ],
    },
    [],
  ],
])('tells of %s', (_, before, after, sentences) => {
  const changes = compareRecords(facts(before), facts(after));
  expect(changes.map((change) => describeFactChange(change, en))).toEqual(sentences);
});

it('tells it in Welsh', () => {
  const [before, after] = ['P6Y', 'P7Y'].map((period) =>
    facts({ language: 'cy', ...orders({ retention: { period } }, 'Danfon archebion') }),
  );
  const changes = compareRecords(before!, after!);
  expect(changes.map((change) => describeFactChange(change, cy))).toEqual([
    'Am ba hyd rydym yn ei gadw ar gyfer “Danfon archebion”: 6 blynedd; bellach 7 mlynedd',
  ]);
});

it('tells codes in Welsh words', () => {
  const [before, after] = ['charity-soft-opt-in', 'not-electronic'].map((basis) =>
    facts({ language: 'cy', ...orders({ pecr: { basis } }, 'Codi arian') }),
  );
  const changes = compareRecords(before!, after!);
  const [sentence] = changes.map((change) => describeFactChange(change, cy));
  expect(sentence).toMatch(/cefnogwyr presennol .*; bellach dim negeseuon electronig$/);
});

it('compares a thousand purposes in time', () => {
  const many = (period: string): Facts =>
    facts({
      processing: Array.from({ length: 1000 }, (_, index) => ({
        ...{ id: `orders-${index}`, purpose: `Deliver ${index}`, retention: { period } },
      })),
    });
  const [before, after] = [many('P1Y'), many('P2Y')];
  const started = process.threadCpuUsage();
  expect(compareRecords(before, after)).toHaveLength(1000);
  expect(process.threadCpuUsage(started).user / 1000).toBeLessThan(2000);
});
