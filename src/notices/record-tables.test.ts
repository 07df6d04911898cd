import { describe, expect, it } from 'vitest';
import { RECORD_COMPONENTS, type RecordComponent } from '../document/elements.ts';
import { renderBlocks } from '../document/print.ts';
import { recordBlock } from './record-tables.ts';
import * as codes from './schema-records.ts';
import { frontmatterSchema, type Facts } from './schema.ts';
import { bodyText } from './text.ts';

type Written = Record<string, unknown>;

const facts = (written: Written): Facts =>
  frontmatterSchema.parse({
    title: 'Customer privacy notice',
    published: '2026-12-01',
    effective: '2026-12-01',
    controller: { name: 'Bright Bikes Limited', contact: { email: 'a@brightbikes.example' } },
    ...written,
  });

const linesOf = (component: RecordComponent, given: Facts): string[] => {
  const block = recordBlock(component, given);
  return block
    ? bodyText({ lead: [block], sections: [] })
        .trimEnd()
        .split('\n')
    : [];
};

const record = (id: string, purpose: string, more: Written = {}): Written => ({
  id,
  purpose,
  ...more,
});

const ORDERS = record('orders', 'Deliver what you order', {
  lawfulBasis: ['contract'],
  dataCategories: ['name', 'address'],
  sources: [{ type: 'data-subject' }],
  provision: { status: 'needed-to-enter-contract', consequence: 'We cannot deliver.' },
  recipients: [
    { name: 'Example Pay Inc', role: 'controller', activity: 'Takes payments', country: 'US' },
    { name: 'couriers', role: 'processor', activity: 'Deliver', country: 'GB' },
  ],
  transfers: [{ recipient: 'Example Pay Inc', countries: ['US'], mechanism: 'uk-us-data-bridge' }],
  retention: { period: 'P6Y', startsFrom: 'the end of the financial year', then: 'delete' },
});
const NEWS = record('newsletter', 'Send our newsletter', {
  lawfulBasis: ['consent', 'legitimate-interests'],
  legitimateInterest: 'Telling customers of new bicycles',
  dataCategories: ['name'],
  sources: [{ type: 'data-subject' }, { type: 'public', publiclyAccessible: true }],
  recipients: [{ name: 'couriers', role: 'processor', activity: 'Deliver', country: 'GB' }],
  transfers: 'none',
  retention: { criteria: 'until you unsubscribe', then: 'delete' },
});

describe('tables of records', () => {
  const given = facts({ processing: [ORDERS, NEWS] });
  it.each<[RecordComponent, string[]]>([
    [
      'Purposes',
      [
        '| Purpose | What we use | Lawful basis | Our interest |',
        '| Deliver what you order | Name, address | Contract |  |',
        '| Send our newsletter | Name | Consent; Legitimate interests | Telling customers of new bicycles |',
      ],
    ],
    ['Sources', ['- You', '- Public sources (publicly accessible)']],
    [
      'Provision',
      [
        '| Purpose | Must you give it? | If you do not |',
        '| Deliver what you order | Yes, to make a contract with us | We cannot deliver. |',
      ],
    ],
    [
      'Retention',
      [
        '| Purpose | How long we keep it |',
        '| Deliver what you order | 6 years after the end of the financial year, then deleted |',
        '| Send our newsletter | Until you unsubscribe, then deleted |',
      ],
    ],
    [
      'Recipients',
      [
        '| Who receives it | What they do with it | On whose behalf | Where |',
        '| couriers | Deliver | For us, on our instructions | United Kingdom |',
        '| Example Pay Inc | Takes payments | On its own behalf | United States |',
      ],
    ],
    [
      'Transfers',
      [
        '| Who receives it | Where | What protects it |',
        '| Example Pay Inc | United States | UK–US data bridge |',
      ],
    ],
    ['Automated', []],
    ['Storage', []],
  ])('<%s />', (component, lines) => {
    expect(linesOf(component, given)).toEqual(lines);
  });

  it('say in a sentence that there is none', () => {
    const none = facts({
      processing: [record('a', 'A', { recipients: 'none', transfers: 'none' })],
      automatedDecisions: 'none',
      storageAccess: 'none',
    });
    const components = ['Recipients', 'Transfers', 'Automated', 'Storage'] as const;
    expect(components.flatMap((component) => linesOf(component, none))).toEqual([
      'Nobody else receives it.',
      'We do not send it outside the United Kingdom.',
      'We make no decisions about you by automated means alone.',
      'We store nothing on your device, and read nothing from it.',
    ]);
  });

  it('do not say that nothing goes abroad while a purpose leaves it open', () => {
    const open = facts({ processing: [record('a', 'A', { transfers: 'none' }), record('b', 'B')] });
    expect(linesOf('Transfers', open)).toEqual([]);
  });

  it('print a hostile name as its characters', () => {
    const name = '<img src=x onerror=alert(1)>\n | "{x}" &amp;';
    const block = recordBlock(
      'Recipients',
      facts({ processing: [record('a', 'A', { recipients: [{ name }] })] }),
    );
    const html = renderBlocks([block!], { addressOf: String, labelOf: String });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; | &quot;{x}&quot; &amp;amp;');
    expect(html).not.toContain('<img');
  });

  it('are made of a thousand purposes at once', () => {
    const processing = Array.from({ length: 1000 }, (_, index) => ({
      ...ORDERS,
      id: `orders-${index}`,
    }));
    const before = process.threadCpuUsage();
    const many = facts({ processing });
    expect(linesOf('Purposes', many)).toHaveLength(1001);
    // The same recipients are told once.
    expect(linesOf('Recipients', many)).toHaveLength(3);
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

/** One record for each code, so that a word that changes is seen. */
const withAllCodes = (language: string): Facts =>
  facts({
    language,
    processing: [
      ...codes.BASES.map((basis) =>
        record(basis, basis, {
          lawfulBasis: [basis],
          ...(basis === 'legitimate-interests' && { legitimateInterest: 'x' }),
        }),
      ),
      ...codes.RECOGNISED.map((recognisedCondition) =>
        record(recognisedCondition, recognisedCondition, {
          lawfulBasis: ['recognised-legitimate-interest'],
          recognisedCondition,
        }),
      ),
      ...codes.PROVISIONS.map((status) =>
        record(status, status, { provision: { status, consequence: 'x' } }),
      ),
      record('rest', 'rest', {
        sources: [
          ...codes.SOURCES.map((type) => ({ type })),
          ...[true, false].map((publiclyAccessible) => ({
            ...{ type: 'third-party', name: 'x', publiclyAccessible },
          })),
        ],
        recipients: codes.ROLES.map((role) => ({ name: role, role, activity: 'x' })),
        transfers: codes.MECHANISMS.map((mechanism) => ({
          ...{ recipient: 'joint', countries: ['US'], mechanism, copyFrom: 'x' },
        })),
      }),
      ...['P1Y', 'P2Y3M', 'P5Y', 'P6Y', 'P2M', 'P1M1D', 'P2W2D', 'P7YT8H', 'P1Y2M3D'].map(
        (period, index) =>
          record(`period-${index}`, period, {
            retention: {
              ...{ period, startsFrom: 'x', then: index % 2 ? 'delete' : 'anonymise' },
            },
          }),
      ),
    ],
    automatedDecisions: [{ decision: 'x', logic: 'x', effects: 'x', safeguards: ['x', 'y'] }],
    storageAccess: codes.GROUNDS.map((ground) => ({
      ...{ name: ground, purpose: 'x', lasts: 'x', ground },
    })),
  });

describe('the words of records', () => {
  // Published texts and fingerprints hold them. If this fails, change the words back: docs/decisions/0015.
  it.each(['en-GB', 'cy'])('never change: %s', async (language) => {
    const all = withAllCodes(language);
    const lines = RECORD_COMPONENTS.flatMap((component) => linesOf(component, all));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `../../tests/fixtures/record-words.${language}.txt`,
    );
  });
});

it.each(['https://acme.example/safeguards', 'privacy@acme.example', 'www.acme.example'])(
  'an address at the beginning of a cell stays as it is: %s',
  (copyFrom) => {
    const transfer = { recipient: 'Acme', countries: ['US'], mechanism: 'idta', copyFrom };
    const given = facts({
      processing: [
        record('a', 'Sell', {
          recipients: [{ name: 'Acme', country: 'US' }],
          transfers: [transfer],
        }),
      ],
    });
    expect(linesOf('Transfers', given).join('\n')).toContain(copyFrom);
  },
);
