import { describe, expect, it } from 'vitest';
import { startRecords, type StartAnswers } from '../law/start/draft.ts';
import type { IsoDate } from '../notices/dates.ts';
import { countryMeant } from '../notices/places.ts';
import { addressIn, askActivities, askAnswers } from './new-ask.ts';
import type { PersonWhoPicks } from './person.ts';

const DAY = '2026-11-28' as IsoDate;
const BASICS = {
  name: 'Bright Bikes Limited',
  email: 'a@brightbikes.example',
  today: DAY,
  effective: DAY,
};

/** Somebody who takes what is offered, but for questions that hold one of these words. */
function personWho(answers: Readonly<Record<string, string | string[]>> = {}) {
  const asked: string[] = [];
  const answerTo = (message: string): string | string[] | undefined => {
    asked.push(message);
    return Object.entries(answers).find(([words]) => message.includes(words))?.[1];
  };
  const person: PersonWhoPicks = {
    show: () => undefined,
    choose: (message, [first]) => Promise.resolve((answerTo(message) as string) ?? first!.value),
    pick: (message, _choices, chosen) =>
      Promise.resolve((answerTo(message) as string[]) ?? [...chosen]),
    type: (message, { check }) => {
      const typed = (answerTo(message) as string) ?? '';
      expect(check?.(typed), message).toBeUndefined();
      return Promise.resolve(typed);
    },
  };
  return { person, asked };
}

const recordIn = (answers: StartAnswers, id: string) =>
  startRecords(answers).find((record) => record.id === id);

describe('a guided start', () => {
  it('offers all activities, with none chosen', async () => {
    expect(await askActivities(personWho().person)).toEqual([]);
    const { person } = personWho({ 'personal data': ['cctv', 'orders'] });
    expect(await askActivities(person)).toEqual(['cctv', 'orders']);
  });

  it('takes what is usual from somebody who presses Enter', async () => {
    const answers = await askAnswers(BASICS, ['enquiries', 'marketing'], personWho().person);
    const usual = { ...BASICS, activities: ['enquiries', 'marketing'] } as StartAnswers;
    expect(startRecords(answers)).toEqual(startRecords(usual));
    expect(answers).toMatchObject({ kind: 'company', dpo: 'none' });
    expect(answers).not.toHaveProperty('phone');
  });

  it('asks only about the activities that were chosen', async () => {
    const { person, asked } = personWho();
    await askAnswers(BASICS, ['cctv'], person);
    expect(asked.filter((each) => each.startsWith('CCTV'))).toHaveLength(3);
    expect(asked.some((each) => /^(?:Orders|Marketing|Website)/.test(each))).toBe(false);
  });

  it('writes down what was answered', async () => {
    const { person } = personWho({
      'Company number': '1234567',
      Telephone: '01632 960123',
      'Postal address': '1 Example Wharf, Unit 2, Reigate, rh2 9zz',
      'as long as that': 'no',
      'Answer questions': '18 months',
      'and who else?': 'Example Desk Inc, Example Desk Inc',
      'outside the United Kingdom': ['Example Desk Inc'],
      'In which country': 'United States',
      'What protects it': 'uk-us-data-bridge',
    });
    const answers = await askAnswers(BASICS, ['enquiries'], person);
    expect(answers).toMatchObject({
      companyNumber: '01234567',
      phone: '+441632960123',
      address: { lines: ['1 Example Wharf', 'Unit 2'], town: 'Reigate', postcode: 'RH2 9ZZ' },
    });
    expect(recordIn(answers, 'enquiries')).toMatchObject({
      retention: { period: 'P18M', startsFrom: 'the last message' },
      recipients: [{ name: 'Our email supplier' }, { name: 'Example Desk Inc', country: 'US' }],
      transfers: [{ recipient: 'Example Desk Inc', mechanism: 'uk-us-data-bridge' }],
    });
  });

  it('leaves out what nobody knows, and who receives nothing', async () => {
    const { person } = personWho({
      'who else receives': [],
      'and who else?': 'Example Desk Inc',
      'outside the United Kingdom': ['Example Desk Inc'],
      'In which country': 'US',
      'What protects it': 'unknown',
    });
    const answers = await askAnswers(BASICS, ['enquiries'], person);
    const transfers = [{ recipient: 'Example Desk Inc', countries: ['US'] }];
    expect(recordIn(answers, 'enquiries')?.transfers).toEqual(transfers);
    expect(recordIn(answers, 'complaints')?.recipients).toBe('none');
  });
});

describe('what is typed', () => {
  it.each([
    ['1 Example Wharf, Reigate, RH2 9ZZ', 'RH2 9ZZ'],
    ['Reigate, RH2 9ZZ', undefined],
    ['1 Example Wharf, Reigate', undefined],
    ['', undefined],
  ])('as the address %j', (written, postcode) => {
    expect(addressIn(written)?.postcode).toBe(postcode);
  });

  it.each([
    ['ie', 'IE'],
    ['Ireland', 'IE'],
    ['united states', 'US'],
    ['USA', 'US'],
    ['UK', 'GB'],
    ['Narnia', undefined],
    ['ZZ', undefined],
  ])('as the country %j', (written, code) => {
    expect(countryMeant(written)).toBe(code);
  });
});
