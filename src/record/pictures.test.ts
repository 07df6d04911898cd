/** What a page draws of records, and what a theme could draw instead. */
import { describe, expect, it } from 'vitest';
import { renderSections } from '../document/print.ts';
import { readVersion } from '../mdx/read.ts';
import { picturesOf } from '../views/record-pictures.ts';
import { en } from '../words/en/index.ts';
import { faultOfPage } from './page.ts';

const SOURCE = `---
title: Notice
published: "2026-12-01"
effective: "2026-12-01"
controller: { name: A Limited, contact: { email: a@a.example } }
processing:
  - id: orders
    purpose: Deliver orders
    recipients: [{ name: couriers, role: processor }, { name: our bank, role: controller }]
    retention: { period: P6Y }
  - id: calls
    purpose: Answer <calls>
    recipients: [{ name: our bank, role: controller }]
    retention: { period: P30D }
  - id: news
    purpose: Send news
    recipients: none
    retention: { criteria: until you leave }
---

## How long {#retention}

<Retention />

## Who {#recipients}

<Recipients />
`;

const read = readVersion({ file: 'a.mdx', bytes: new TextEncoder().encode(SOURCE) });
const [facts, document] = [read.facts!, read.document!()];
const html = renderSections(document.sections, {
  addressOf: String,
  labelOf: String,
  pictureOf: picturesOf(facts, en),
});
const page = `<!doctype html><html lang="en-GB"><body><main><article class="notice"><header class="title"><p class="controller">A Limited</p><h1>Notice</h1></header><section class="card facts-card" aria-labelledby="~facts"><h2 id="~facts">Key facts</h2><dl class="facts"><div><dt>Controller</dt><dd>A Limited</dd></div><div><dt>Contact</dt><dd><a href="mailto:a@a.example">a@a.example</a></dd></div></dl></section><div class="text">${html}</div></article></main></body></html>`;
const fault = (changed: string) => faultOfPage(changed, facts, document, '/');

it('a page of every table, list and sentence of records is its version', () => {
  const names = ['Purposes', 'Sources', 'Provision', 'Retention', 'Recipients', 'Transfers'];
  const all = [...names, 'Automated', 'Storage'].map((name) => `<${name} />`).join('\n\n');
  const more = `automatedDecisions: [{ decision: "Credit  limits", effects: <b>Pay</b> at once }]
storageAccess: [{ name: b, purpose: "Remembers\\nit", ground: consent }]
---

## All {#all}

- In a list:

  <Retention />

${all}
`;
  const [head = ''] = SOURCE.split('---\n\n');
  const source = head
    .replace('purpose: Send news', 'purpose: Send news\n    provision: { status: voluntary }')
    .replace('recipients: none', 'recipients: none\n    sources: [{ type: public }]')
    .replace(
      'role: controller }]',
      'role: controller, country: US }]\n    transfers: [{ recipient: our bank, countries: [US] }]',
    );
  const every = readVersion({ file: 'a.mdx', bytes: new TextEncoder().encode(source + more) });
  expect(every.findings).toEqual([]);
  const printed = renderSections(every.document!().sections, {
    ...{ addressOf: String, labelOf: String, pictureOf: picturesOf(every.facts!, en) },
  });
  expect(printed.match(/<table/g)?.length).toBeGreaterThan(7);
  const whole = page.replace(html, printed);
  expect(faultOfPage(whole, every.facts!, every.document!(), '/')).toBeUndefined();
});

describe('pictures of records', () => {
  it('have a bar for each period, on one scale, and none where no period is named', () => {
    expect(
      [...html.matchAll(/<rect width="([^"]+)" height="1"\/><\/svg>/g)].map(([, w]) => w),
    ).toEqual(['100', '1.4']);
    expect(html).toContain('Until you leave</td>');
  });

  it('have a mark for each purpose that a recipient receives data for', () => {
    const [marks = ''] = /<div class="record-marks">.*?<\/div>/s.exec(html) ?? [];
    const rows = [...marks.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      row
        .replace(/<svg.*?<\/svg>/gs, '●')
        .replaceAll(/<\/t[dh]>/g, ' |')
        .replaceAll(/<[^>]+>/g, ''),
    );
    expect(rows).toEqual([
      ' |Deliver orders |Answer &lt;calls&gt; |Send news |',
      'couriers |● | | |',
      'our bank |● |● | |',
    ]);
  });

  it('pass the check of a built page, and so does a page without them', () => {
    expect(fault(page)).toBeUndefined();
    const bare = renderSections(document.sections, { addressOf: String, labelOf: String });
    expect(fault(page.replace(html, bare))).toBeUndefined();
  });

  it.each<[what: string, from: string | RegExp, to: string]>([
    ['a bar of another length', 'width="1.4"', 'width="50"'],
    [
      'a bar more',
      'Until you leave',
      'Until you leave<svg class="record-bar"><rect width="9"/></svg>',
    ],
    ['a bar less', /<svg class="record-bar".*?<\/svg>/s, ''],
    ['words in a bar', '<rect width="1.4"', '<text>No</text><rect width="1.4"'],
    ['a style in a bar', '<svg class="record-bar"', '<svg class="record-bar" style="width:1px"'],
    ['a script in a bar', '<svg class="record-bar"', '<svg class="record-bar" onload="x()"'],
    ['a bar outside the table', '<h1>', '<svg class="record-bar"><rect width="9"/></svg><h1>'],
    ['another recipient', /(class="record-marks".*)couriers/s, '$1nobody'],
    ['another purpose', '<th scope="col">Send news', '<th scope="col">Sell data'],
    ['a mark more', '<td></td>', '<td><svg class="record-mark"></svg></td>'],
    ['a mark less', /(class="record-marks".*?)<svg.*?<\/svg>/s, '$1'],
    ['words in place of marks', '<td></td>', '<td>No</td>'],
    [
      'words around the marks',
      '<div class="record-marks">',
      '<div class="record-marks">We sell it.',
    ],
    [
      'a paragraph in the marks',
      '<div class="record-marks">',
      '<div class="record-marks"><p>No</p>',
    ],
    ['hidden marks', '<div class="record-marks">', '<div class="record-marks" hidden>'],
    ['marks in a fact', 'A Limited</dd>', 'A Limited<div class="record-marks">B</div></dd>'],
  ])('that have %s are a fault', (_, from, to) => {
    const changed = page.replace(from, to);
    expect(changed).not.toBe(page);
    expect(fault(changed)).toBeDefined();
  });
});
