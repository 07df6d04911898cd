/** Answers what applied on the day that the address names, from the list on the page. */
import { formatDate, isIsoDate } from '../notices/dates.ts';

const day = new URLSearchParams(location.search).get('date') ?? '';
const input = document.querySelector<HTMLInputElement>('form.on input');
const answer = document.querySelector('.on-answer');
if (input && answer && day) {
  input.value = day;
  const spans = [...document.querySelectorAll<HTMLElement>('.spans li')];
  const found = spans.find(({ dataset: { from = '', to = '9' } }) => from <= day && day <= to);
  found?.setAttribute('aria-current', 'true');
  document.title = `${input.value} · ${document.title}`;
  if (!isIsoDate(day)) {
    answer.textContent = 'This is not a day: choose one above.';
  } else if (!found) {
    const isBefore = spans.every(({ dataset: { from = '' } }) => day < from);
    answer.textContent = isBefore
      ? `On ${formatDate(day)} there was no version yet.`
      : `On ${formatDate(day)} no version applied.`;
  } else {
    const isToCome = found.querySelector('.scheduled') !== null;
    const link = found.querySelector('a')?.cloneNode(true) ?? '';
    answer.replaceChildren(
      `On ${formatDate(day)} the `,
      link,
      isToCome ? ' is to apply.' : ' applied.',
    );
  }
}
