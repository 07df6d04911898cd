/** The home page: keeps the list of notices to those whose organisation or title has what one types. */
export {};

const filter = document.querySelector<HTMLElement>('.filter');
const input = filter?.querySelector('input');
const status = filter?.querySelector('[role="status"]');
const letters = document.querySelector<HTMLElement>('.letters');
const groups = [...document.querySelectorAll<HTMLElement>('.controller-group')].map((group) => {
  const organisation = fold(group.querySelector('h3')?.textContent);
  const rows = [...group.querySelectorAll('li')].map((row) => ({
    row,
    words: `${organisation} ${fold(row.querySelector('.name')?.textContent)}`,
  }));
  return { group, rows };
});

/** Letters without their accents: what is typed is found however it is written. */
function fold(words = ''): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function show(query: string): void {
  const asked = fold(query).split(/\s+/);
  for (const { group, rows } of groups) {
    for (const { row, words } of rows) row.hidden = !asked.every((word) => words.includes(word));
    group.hidden = rows.every(({ row }) => row.hidden);
  }
  if (letters) letters.hidden = query.trim() !== '';
  tell(query);
}

/** Says how many are shown, of those for the audience that may be chosen. */
function tell(query: string): void {
  if (!filter || !status) return;
  const shown = groups
    .flatMap(({ rows }) => rows)
    .filter(({ row }) => row.checkVisibility()).length;
  const { none = '', some = '' } = filter.dataset;
  status.textContent =
    query.trim() === '' ? '' : shown === 0 ? none : some.replace('0', String(shown));
}

if (filter && input) {
  filter.hidden = false;
  input.addEventListener('input', () => show(input.value));
  addEventListener('hashchange', () => tell(input.value));
  // A browser that comes back to the page may have kept what was typed.
  if (input.value !== '') show(input.value);
}
