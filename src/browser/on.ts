/** Answers what applied on the day that the address names, in words that the page has ready. */
import { carryQuestion } from './languages.ts';

carryQuestion();
const day = new URLSearchParams(location.search).get('date') ?? '';
const input = document.querySelector<HTMLInputElement>('form.on input');
const answer = document.querySelector<HTMLElement>('.on-answer');

/** As the page writes a day of that month: the 11th, in the year 2000. */
function spoken(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number);
  const pattern = answer?.dataset.days?.split('|')[Number(month) - 1] ?? iso;
  return pattern.replace('11', String(date)).replace('2000', String(year));
}

if (input && answer && day) {
  input.value = day;
  const spans = [...document.querySelectorAll<HTMLElement>('.spans li')];
  const found = spans.find(({ dataset: { from = '', to = '9' } }) => from <= day && day <= to);
  found?.setAttribute('aria-current', 'true');
  document.title = `${input.value} · ${document.title}`;

  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && input.value !== '';
  const isBefore = spans.every(({ dataset: { from = '' } }) => day < from);
  const name = !isDay ? 'no-day' : isBefore ? 'too-early' : 'nothing';
  const words =
    (isDay && found?.querySelector('template')) ||
    document.querySelector<HTMLTemplateElement>(`template.${name}`);
  if (words) answer.replaceChildren(words.content.cloneNode(true));
  const time = answer.querySelector('time');
  if (time) {
    time.dateTime = day;
    time.textContent = spoken(day);
  }
}
