/**
 * Keeps the place of the reader where rows are laid out late: their guessed heights change while one reads, and a
 * page that is loaded again would be scrolled by them to another place.
 */

interface Place {
  /** The first row in the window, and where it begins. */
  row: number;
  top: number;
}

const rows = document.getElementsByClassName('pair');

function keep(): void {
  // What is folded away has no place.
  const row = [...rows].findIndex((each) => each.getBoundingClientRect().bottom > 0);
  const top = rows[row]?.getBoundingClientRect().top;
  if (top !== undefined) history.replaceState({ row, top } satisfies Place, '');
}

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
  if (rows.length === 0 || !('onscrollend' in window)) return;
  history.scrollRestoration = 'manual';
  addEventListener('scrollend', keep);
  addEventListener('popstate', ({ state }) => {
    if (isPlace(state)) restore(state);
  });
  const state: unknown = history.state;
  if (isPlace(state)) restore(state);
}
