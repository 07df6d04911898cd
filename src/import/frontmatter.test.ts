import { describe, expect, it } from 'vitest';
import { readVersion } from '../mdx/read.ts';
import type { IsoDate } from '../notices/dates.ts';
import { factsTaken, writeFrontmatter } from './frontmatter.ts';
import type { Proposal } from './model.ts';

const DAY = '2026-06-01' as IsoDate;
const proposal = (key: string, value: Proposal['value'], isSure = true): Proposal => ({
  key,
  value,
  written: '',
  at: 1,
  quote: '',
  isSure,
});
const read = (frontmatter: string) =>
  readVersion({
    file: 'draft.mdx',
    bytes: new TextEncoder().encode(`${frontmatter}\n## Who we are {#who}\n\nWe are.\n`),
  });

describe('the frontmatter of an import', () => {
  it('has the facts taken, typed, in the order that people know', () => {
    const facts = new Map<string, Proposal['value']>([
      ['controller.contact.phone', '+441632960123'],
      ['representatives.eu', 'Example Europe BV'],
      ['controller.tradingNames', 'Acme'],
      ['dpo.email', 'dpo@acme.example'],
      ['controller.companyNumber', '09787096'],
      [
        'controller.registeredOffice',
        { lines: ['1 High Street'], town: 'Reigate', postcode: 'RH2 7JN' },
      ],
      ['controller.name', 'Acme: Widgets Limited'],
      ['date.updated', '2025-01-01'],
    ]);
    const text = writeFrontmatter({
      title: 'Notice #1',
      language: 'cy',
      published: DAY,
      effective: DAY,
      isNumbered: true,
      facts,
    });
    expect(text).toBe(`---
title: "Notice #1"
language: cy
published: "2026-06-01"
effective: "2026-06-01"
numbered: true
changeType: initial
controller:
  name: "Acme: Widgets Limited"
  tradingNames:
    - Acme
  companyNumber: "09787096"
  registeredOffice:
    lines:
      - 1 High Street
    town: Reigate
    postcode: RH2 7JN
  contact:
    phone: "+441632960123"
dpo:
  email: dpo@acme.example
representatives:
  - regime: eu
    name: Example Europe BV
---
`);
    expect(read(text).findings).toEqual([]);
  });

  it('leaves places that the checks report, with the edit to make', () => {
    const text = writeFrontmatter({ published: DAY, effective: DAY, facts: new Map() });
    expect(text).toContain('  name: # the full legal name');
    const found = read(text).findings;
    expect(found.map(({ line, hint }) => `${line} ${hint}`)).toEqual([
      '2 write text: title: "…"',
      '7 write text: name: "…"',
      '9 write text: email: "…"',
    ]);
  });

  it('follows a published version: facts that the text does not say stay', () => {
    const before = {
      title: 'Old',
      published: '2025-01-01',
      effective: '2025-01-01',
      changeType: 'initial',
      reviewed: '2026-01-01',
      controller: {
        name: 'Acme Limited',
        contact: { email: 'a@acme.example', phone: '+441632960123' },
      },
    };
    const facts = new Map([['controller.contact.email', 'b@acme.example']]);
    const text = writeFrontmatter({ title: 'New', published: DAY, effective: DAY, before, facts });
    expect(text).toBe(`---
title: New
published: "2026-06-01"
effective: "2026-06-01"
changes: []
controller:
  name: Acme Limited
  contact:
    email: b@acme.example
    phone: "+441632960123"
---
`);
    expect(before.controller.contact.email).toBe('a@acme.example');
  });
});

describe('the facts taken', () => {
  const email = (value: string, isSure = true) =>
    proposal('controller.contact.email', value, isSure);

  it('are the sure ones without a rival, and what a person chose', () => {
    expect([...factsTaken([email('a@x.example'), email('a@x.example', false)], {})]).toHaveLength(
      1,
    );
    expect([...factsTaken([email('a@x.example'), email('b@x.example')], {})]).toEqual([]);
    expect([...factsTaken([email('a@x.example', false)], {})]).toEqual([]);
    const key = 'controller.contact.email';
    const two = [email('a@x.example'), email('b@x.example')];
    expect(factsTaken(two, { facts: { [key]: 'b@x.example' } }).get(key)).toBe('b@x.example');
    expect([...factsTaken([email('a@x.example')], { facts: { [key]: null } })]).toEqual([]);
  });

  it('never are an address that the schema cannot have', () => {
    const address = proposal('controller.registeredOffice', { lines: ['1 High Street'] });
    expect([...factsTaken([address], {})]).toEqual([]);
  });
});
