/** Answers what applied on the day that the address names, from the list on the page. */
const day = new URLSearchParams(location.search).get('date') ?? '';
const input = document.querySelector<HTMLInputElement>('form.on input');
const answer = document.querySelector('.on-answer');
if (input && answer && day) {
  input.value = day;
  const spans = [...document.querySelectorAll<HTMLElement>('.spans li')];
  const found = spans.find(({ dataset: { from = '', to = '9' } }) => from <= day && day <= to);
  found?.setAttribute('aria-current', 'true');
  document.title = `${input.value} · ${document.title}`;
  answer.textContent =
    !/^\d{4}-\d\d-\d\d$/.test(day) || !input.value
      ? 'This is not a day: choose one above.'
      : found
        ? `On this day the ${found.querySelector('a')?.textContent} applied.`
        : 'On this day no version applied.';
}
