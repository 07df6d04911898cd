import { describe, expect, it } from 'vitest';
import type { Answers, Imported, Proposal, Verdict } from '../import/model.ts';
import type { IsoDate } from '../notices/dates.ts';
import { askAbout, type Known } from './import-ask.ts';
import type { Person } from './person.ts';

const KNOWN: Known = { day: '2026-11-28' as IsoDate, isFollowing: false };

const piece = (text: string, is: Verdict['is']): Verdict => ({
  piece: { type: 'paragraph', at: 7, runs: [{ text }] },
  is,
});
const proposal = (key: string, value: string, isSure: boolean): Proposal => ({
  ...{ key, value, isSure },
  ...{ written: value, at: 3, quote: `It says ${value}.` },
});
const SURE = [
  proposal('controller.name', 'Acme Limited', true),
  proposal('controller.contact.email', 'a@acme.example', true),
];
const imported = (verdicts: Verdict[], facts: Proposal[], title = 'Privacy notice'): Imported => ({
  source: { kind: 'text', name: 'a.txt', bytes: new Uint8Array(), sha256: '', text: '' },
  verdicts,
  title: { text: title, at: 1, isSure: true },
  body: '',
  facts,
  changes: [],
  remarks: [],
});

/** A person who gives prepared answers; what was asked and shown is kept. */
function personWho(...answers: string[]): { person: Person; asked: string[] } {
  const asked: string[] = [];
  const answer = (message: string): Promise<string> => {
    asked.push(message);
    const next = answers.shift();
    return next === undefined
      ? Promise.reject(new Error(`unexpected: ${message}`))
      : Promise.resolve(next);
  };
  const choose = (message: string, choices: readonly { value: string; label: string }[]) =>
    answer(`${message} [${choices.map(({ label }) => label).join(' | ')}]`);
  return {
    person: { show: (text) => asked.push(text), choose, type: answer },
    asked,
  };
}

const ask = (made: Imported, person: Person, before: Answers = {}, known = KNOWN) =>
  askAbout(made, before, known, person);

describe('what is asked', () => {
  it('is nothing where everything is sure', async () => {
    const { person, asked } = personWho();
    const day = proposal('date.effective', '2026-12-01', true);
    expect(await ask(imported([piece('We keep it.', 'keep')], [...SURE, day]), person)).toEqual({
      facts: {},
    });
    expect(asked).toEqual([]);
  });

  it('is each unsure piece, with what is round it if a person wants to see that', async () => {
    const { person, asked } = personWho('around', 'drop');
    const verdicts = [
      piece('Home', 'drop'),
      piece('Call us!', 'ask'),
      piece('We keep it.', 'keep'),
    ];
    const answers = await ask(imported(verdicts, SURE), person);
    expect(answers.pieces).toEqual({ 'Call us!': 'drop' });
    expect(asked[1]).toContain('- Home\n? Call us!\n  We keep it.');
    // The next import repeats the answer.
    expect(await ask(imported(verdicts, SURE), personWho().person, answers)).toEqual(answers);
  });

  it('is a fact with rivals, or one that is not sure', async () => {
    const key = 'controller.companyNumber';
    const rivals = [proposal(key, '01234567', true), proposal(key, '07654321', true)];
    const { person, asked } = personWho('1');
    expect((await ask(imported([], [...SURE, ...rivals]), person)).facts).toEqual({
      [key]: '07654321',
    });
    expect(asked[0]).toContain('01234567 | 07654321 | something else | leave out');
    const unsure = imported([], [...SURE, proposal(key, '01234567', false)]);
    expect((await ask(unsure, personWho('out').person)).facts).toEqual({ [key]: null });
    expect((await ask(unsure, personWho('another', '07654321').person)).facts).toEqual({
      [key]: '07654321',
    });
  });

  it('is the day of a month, and of a text that only says when it was changed', async () => {
    const month = imported([], [...SURE, proposal('date.updated', '2026-06', false)]);
    const { person, asked } = personWho('2026-06-01');
    expect((await ask(month, person)).facts).toEqual({ effective: '2026-06-01' });
    expect(asked[0]).toContain('[2026-11-28 | 2026-06-01 | another day]');
    const changed = imported([], [...SURE, proposal('date.updated', '2026-06-05', true)]);
    const another = personWho('another', '2026-07-01');
    expect((await ask(changed, another.person)).facts).toEqual({ effective: '2026-07-01' });
  });

  it('is what no version can be without; an empty answer leaves it out', async () => {
    const nothing = { ...imported([], []), title: undefined };
    const { title, ...untitled } = nothing;
    expect(title).toBeUndefined();
    const { person } = personWho('Customer notice', 'Acme Limited', '');
    expect((await ask(untitled, person)).facts).toEqual({
      title: 'Customer notice',
      'controller.name': 'Acme Limited',
      'controller.contact.email': null,
    });
    // Beside a published version, facts stay as they are there.
    const following = await ask(untitled, personWho().person, {}, { ...KNOWN, isFollowing: true });
    expect(following.facts).toEqual({});
  });

  it('is no fact of which only parts were found', async () => {
    const { person, asked } = personWho();
    const day = proposal('date.effective', '2026-12-01', true);
    const value = { lines: [], town: 'Exampleton' };
    const address = { ...proposal('dpo.address', '', false), value };
    await ask(imported([], [...SURE, day, address]), person);
    expect(asked).toEqual([]);
  });

  it('offers the address of the officer where the organisation has none', async () => {
    const { person, asked } = personWho('0');
    const day = proposal('date.effective', '2026-12-01', true);
    const officer = proposal('dpo.email', 'dpo@acme.example', true);
    const facts = [proposal('controller.name', 'Acme Limited', true), officer, day];
    const answers = await ask(imported([], facts), person);
    expect(asked[0]).toMatch(/The draft needs a way .*\[dpo@acme\.example \| something else\]/);
    expect(answers.facts?.['controller.contact.email']).toBe('dpo@acme.example');
  });
});
