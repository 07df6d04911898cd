/** Answers what applied on the day that the address names, in words that the page has ready. */
import { spokenDay } from '../views/dated-address.ts';
import { carryQuestion } from './languages.ts';

carryQuestion();
const day = new URLSearchParams(location.search).get('date') ?? '';
const input = document.querySelector<HTMLInputElement>('form.on input');
const answer = document.querySelector<HTMLElement>('.on-answer');

/** The answer that the page has ready, of the version that applied or of none. */
function wordsFor(isDay: boolean, found: HTMLElement | undefined): HTMLTemplateElement | null {
  const named = (name: string) => document.querySelector<HTMLTemplateElement>(`template.${name}`);
  if (!isDay) return named('no-day');
  const isToCome = day > (answer?.dataset.today ?? '');
  if (found)
    return (isToCome && found.querySelector('template.later')) || found.querySelector('template');
  const tooEarly = named('too-early');
  if (day < (tooEarly?.dataset.until ?? '')) return tooEarly;
  return spans.every(({ dataset: { from = '' } }) => day < from)
    ? named('not-yet')
    : named('nothing');
}

const spans = [...document.querySelectorAll<HTMLElement>('.spans li')];
if (input && answer && day) {
  input.value = day;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && input.value !== '';
  const found = spans.find(({ dataset: { from = '', to = '9' } }) => from <= day && day <= to);
  const words = wordsFor(isDay, found);
  if (words) answer.replaceChildren(words.content.cloneNode(true));
  const asked = Object.assign(document.createElement('time'), {
    dateTime: day,
    textContent: isDay ? spokenDay(day, answer.dataset.days?.split('|') ?? []) : '',
  });
  if (isDay) document.title = `${asked.textContent} · ${document.title}`;
  answer.querySelector('time')?.replaceWith(asked.cloneNode(true));
  if (isDay && found) {
    found.setAttribute('aria-current', 'true');
    asked.className = 'asked';
    found.append(asked);
  }
}
