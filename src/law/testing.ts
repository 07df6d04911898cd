/** Readings for tests: a body with whatever facts and day a case needs. */
import { stringify } from 'yaml';
import { readVersion } from '../mdx/read.ts';
import { readingOfFile, type Reading } from './reading.ts';
import type { Example } from './rule.ts';

const FACTS = {
  title: 'Customer privacy notice',
  published: '2026-11-01',
  effective: '2026-11-01',
  changeType: 'initial',
  controller: {
    name: 'Acme Widgets Limited',
    kind: 'company',
    companyNumber: '99999995',
    registeredIn: 'england-and-wales',
    contact: { email: 'privacy@acme.example' },
  },
};

/** Reads an example of a rule, or any body, with the facts of an invented company. */
export function readExample(example: Example): Reading {
  const {
    effective,
    facts,
    text = 'Text.',
  } = typeof example === 'string' ? { text: example } : example;
  const given = (facts ?? {}) as { controller?: object };
  const all = {
    ...FACTS,
    ...given,
    ...(given.controller && {
      controller: { contact: FACTS.controller.contact, ...given.controller },
    }),
    ...(effective !== undefined && { effective, published: effective }),
  };
  const bytes = new TextEncoder().encode(`---\n${stringify(all)}---\n\n${text}\n`);
  const source = { file: 'customers/draft.mdx', bytes };
  const version = readVersion(source);
  if (!version.facts) throw new Error(JSON.stringify(version.findings, null, 1));
  const reading = readingOfFile(source, version.facts);
  if (!reading) throw new Error(`cannot be read: ${text}`);
  return reading;
}
