/**
 * Keeps the place of the reader where rows are laid out late: their guessed heights change while one reads, and a
 * page that is loaded again would be scrolled by them to another place.
 */

interface Place {
  /** The first row in the window, of a table or of both versions, and where it begins. */
  row: number;
  top: number;
}

/** What stands below each other in a comparison, in its order. */
let rows: readonly Element[] = [];

/** In so many milliseconds what has come into the window is laid out, and has moved what is below it. */
const SETTLING = 150;

function keep(): void {
  // What is folded away has no place.
  const row = rows.findIndex(isBelowTop);
  const top = rows[row]?.getBoundingClientRect().top;
  if (top !== undefined) history.replaceState({ row, top } satisfies Place, '');
}

/** Whether a row is in the window or below it. Of a table that is above it, no row is asked, or it would be laid out. */
const isBelowTop = (row: Element): boolean =>
  [row.closest('.table'), row].every((each) => !each || each.getBoundingClientRect().bottom > 0);

/** What is now in the window has its true height only after that: a few times, until nothing moves. */
function restore({ row, top }: Place, times = 5): void {
  const by = (rows[row]?.getBoundingClientRect().top ?? top) - top;
  if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
  if (times > 1) requestAnimationFrame(() => restore({ row, top }, times - 1));
}

function isPlace(state: unknown): state is Place {
  return typeof state === 'object' && state !== null && 'row' in state && 'top' in state;
}

export function keepPlace(): void {
  // Inline, long tables alone are laid out late.
  const inline = ['section > :not(section, .table)', 'tr'].map(
    (row) => `.inline .redline:has(.table.long) ${row}`,
  );
  rows = [...document.querySelectorAll(['.pair', ...inline].join())];
  if (rows.length === 0 || !('onscrollend' in window)) return;
  history.scrollRestoration = 'manual';
  let soon: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scrollend', () => {
    clearTimeout(soon);
    soon = setTimeout(keep, SETTLING);
  });
  addEventListener('popstate', ({ state }) => {
    if (isPlace(state)) restore(state);
  });
  const state: unknown = history.state;
  if (isPlace(state)) restore(state);
}
