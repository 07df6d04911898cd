/** A translation from its draft to the record, by the commands. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isError } from '../src/findings/catalogue.ts';
import { terminalReporter } from '../src/findings/report.ts';
import { readFiles } from './setup/build.ts';
import { notices, type CommandResult } from './setup/commands.ts';
import { findingsOf } from './setup/record.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('translations');

const ENGLISH = `---
title: Shop notice
published: "2026-01-31"
effective: "2026-01-31"
changeType: initial
reviewDue: "2027-01-31"
controller:
  name: Example Limited
  contact: { email: a@a.example }
---

## About us {#about}

These are good words of ours.

## How long {#retention}

For six years.
`;

describe('a translation', () => {
  const folder = (): string => at('shop', 'notices');
  const file = (name: string): string => path.join(folder(), 'shop', name);
  const read = (name: string): string => readFileSync(file(name), 'utf8');
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(file(name), change(read(name)));
  const run = (words: string, today = '2026-02-10'): Promise<CommandResult> =>
    notices(words.split(' '), { notices: folder(), today });

  beforeAll(async () => {
    noticesOf('shop', { 'shop/2026-01-31.mdx': ENGLISH });
    expect((await run('adopt')).code).toBe(0);
  });

  it('is refused for a missing notice or language', async () => {
    expect((await run('translate shop welsh')).err).toContain('"welsh" is not a language tag');
    expect((await run('translate shop en-GB')).err).toContain('is already in "en-GB"');
    expect((await run('translate shop cy 2020-01-01')).err).toContain('no public version');
    expect((await run('translate stop cy')).err).toContain('there is no notice "stop"');
  });

  it('starts as a copy of the current version, without facts added later', async () => {
    expect(await run('translate shop cy')).toMatchObject({ code: 0, err: '' });
    const draft = read('draft.cy.mdx');
    expect(draft).toContain('language: cy');
    expect(draft).toContain('published: "2026-02-10"');
    expect(draft).toContain('## About us {#about}');
    expect(draft).not.toContain('reviewDue');
    expect((await run('translate shop cy')).err).toContain('already has a draft');
  });

  it('is published under the date of its original and added to the lock', async () => {
    const untranslated = await run('publish shop/cy');
    expect(untranslated.err).toContain('these sections are not translated: “About us”');
    edit('draft.cy.mdx', (text) =>
      text
        .replace('Shop notice', 'Hysbysiad y siop')
        .replace('About us', 'Amdanom ni')
        .replace('These are good words of ours', 'Geiriau da yw’r rhain')
        .replace('How long', 'Am ba hyd')
        .replace('For six years', 'Am chwe blynedd'),
    );
    expect((await run('publish shop/cy --effective 2026-03-01')).err).toContain(
      'a translation applies from the same day as its original',
    );
    const published = await run('publish shop/cy');
    expect(published).toMatchObject({ code: 0, err: '' });
    expect(published.out).toContain('Published shop/cy/2026-01-31');
    expect([...readFiles(at('shop')).keys()]).toEqual([
      'notices.locks/shop.json',
      'notices.locks/shop/cy.json',
      'notices.record/shop/2026-01-31.txt',
      'notices.record/shop/cy/2026-01-31.txt',
      'notices/shop/2026-01-31.cy.mdx',
      'notices/shop/2026-01-31.mdx',
    ]);
    expect(await run('verify')).toMatchObject({ code: 0 });
    expect((await run('status')).out).toMatch(/shop\/cy\s+2026-01-31\s+In force/);
  });

  it('cannot change before its original does', async () => {
    expect((await run('revise shop/cy')).err).toContain('it changes when its original does');
    expect((await run('publish shop/cy')).err).toContain('npx noticeboard translate shop cy');
    expect((await run('translate shop/cy pl')).err).toContain('shop/cy is a translation');
    expect((await run('translate shop cy')).err).toContain('is already translated');
    expect((await run('translate shop cy 2026-01-31')).err).toContain('is already translated');
  });

  it('is outdated by a new version, and is restarted from its own words', async () => {
    expect((await run('revise shop', '2026-03-01')).code).toBe(0);
    edit('draft.mdx', (text) =>
      text
        .replace('six years', 'seven years')
        .replace(
          'changes: []',
          'changes:\n  - { kind: changed, section: retention, summary: Seven years. }',
        ),
    );
    // Its translation cannot be there before it is.
    edit('draft.mdx', (text) => text.replace(/effective: .*/, 'effective: "2026-03-01"'));
    writeFileSync(
      file('draft.cy.mdx'),
      read('draft.mdx').replace('published:', 'language: cy\npublished:'),
    );
    expect((await run('publish shop/cy', '2026-03-01')).err).toContain(
      'the original is still a draft',
    );
    rmSync(file('draft.cy.mdx'));
    expect((await run('publish shop', '2026-03-01')).code).toBe(0);
    expect((await run('status', '2026-03-01')).out).toContain('translation-behind');
    expect((await run('translate shop cy', '2026-03-02')).code).toBe(0);
    const draft = read('draft.cy.mdx');
    expect(draft).toContain('title: Hysbysiad y siop');
    expect(draft).toContain('Am chwe blynedd');
    expect(draft).toContain('effective: "2026-03-01"');
    expect(draft).toContain('summary: Seven years.');
  });

  it('is refused with other sections or other changes than its original', async () => {
    edit('draft.cy.mdx', (text) => text.replace('{#retention}', '{#cadw}'));
    expect((await run('publish shop/cy', '2026-03-02')).err).toContain('it has no #retention');
    edit('draft.cy.mdx', (text) => text.replace('{#cadw}', '{#retention}'));
    expect((await run('publish shop/cy', '2026-02-28')).err).toContain(
      'today is 2026-02-28 by the clock',
    );
    expect((await run('publish shop/cy', '2026-03-02')).err).toContain(
      'these sections changed in the original',
    );
    edit('draft.cy.mdx', (text) => text.replace('chwe blynedd', 'saith mlynedd'));
    expect(await run('publish shop/cy', '2026-03-02')).toMatchObject({ code: 0, err: '' });
    expect((await run('verify', '2026-03-02')).code).toBe(0);
  });

  it('is part of the record: a build refuses one that was changed or renamed', async () => {
    const today = '2026-03-02';
    const errors = async (): Promise<string> =>
      terminalReporter({ colours: false })((await findingsOf(folder(), today)).filter(isError));
    expect(await errors()).toBe('0 errors, 0 warnings');
    const before = read('2026-01-31.cy.mdx');
    edit('2026-01-31.cy.mdx', (text) => text.replace('Geiriau da', 'Geiriau eraill'));
    expect(await errors()).toMatch(
      /2026-01-31\.cy\.mdx:\d+:1 .*the text of this published version has changed/,
    );
    writeFileSync(file('2026-01-31.cy.mdx'), before);
    renameSync(file('2026-01-31.cy.mdx'), file('2026-01-31.pl.mdx'));
    expect(await errors()).toContain('shop/cy/2026-01-31');
    expect(await errors()).toContain('version-removed');
  });
});

describe('a translation of a version that replaces one that was called off', () => {
  const folder = (): string => at('stopped', 'notices');
  const file = (name: string): string => path.join(folder(), 'shop', name);
  const write = (name: string, text: string): void => writeFileSync(file(name), text);
  const run = async (words: readonly string[]): Promise<void> => {
    const { code, err } = await notices(words, { notices: folder(), today: '2026-02-10' });
    expect([err, code]).toEqual(['', 0]);
  };
  const welsh = (words: string): string =>
    ENGLISH.replace('title: Shop notice', 'title: Hysbysiad\nlanguage: cy')
      .replace('About us', 'Amdanom ni')
      .replace('These are good words of ours', words)
      .replace('How long', 'Am ba hyd')
      .replace('For six years', 'Am chwe blynedd');
  const later = (text: string): string =>
    text
      .replaceAll('2026-01-31', '2026-06-01')
      .replace('published: "2026-06-01"', 'published: "2026-02-10"')
      .replace('good words', 'better words');

  it('starts from the words that apply', async () => {
    noticesOf('stopped', {
      'shop/2026-01-31.mdx': ENGLISH,
      'shop/2026-01-31.cy.mdx': welsh('Geiriau da'),
      'shop/2026-06-01.mdx': later(ENGLISH),
      'shop/2026-06-01.cy.mdx': later(welsh('Geiriau gwell')),
    });
    await run(['adopt']);
    await run(['call-off', 'shop/2026-06-01', '--by', 'Owner', '--reason', 'Too early.']);
    write('2026-06-01-2.mdx', later(ENGLISH).replace('better words', 'the best words'));
    await run(['adopt', 'shop/2026-06-01-2']);
    await run(['translate', 'shop', 'cy', '2026-06-01-2']);
    const draft = readFileSync(file('draft.cy.mdx'), 'utf8');
    expect(draft).toContain('Geiriau da');
    expect(draft).not.toContain('Geiriau gwell');
  });
});
