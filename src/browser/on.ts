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
  const spoken = (iso: string): string =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(iso),
    );
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !input.value) {
    answer.textContent = 'This is not a day: choose one above.';
  } else if (!found) {
    const isBefore = spans.every(({ dataset: { from = '' } }) => day < from);
    answer.textContent = isBefore
      ? `On ${spoken(day)} there was no version yet.`
      : `On ${spoken(day)} no version applied.`;
  } else {
    const isToCome = found.querySelector('.scheduled') !== null;
    const link = found.querySelector('a')?.cloneNode(true) ?? '';
    answer.replaceChildren(
      `On ${spoken(day)} the `,
      link,
      isToCome ? ' is to apply.' : ' applied.',
    );
  }
}
