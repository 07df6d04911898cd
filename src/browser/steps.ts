/**
 * The way through the changes of a comparison. Buttons and the keys N and P lead to the next change
 * and the previous one; the count in the bar and the list follow the reader. The keys can be turned off
 * where they get in the way of other tools: WCAG 2.2 success criterion 2.1.4.
 */
import { keepPlace } from './place.ts';

/** Shows what the bar has for a script; undefined where nothing in the text has a number. */
function startWalk(): Walk | undefined {
  const steps = document.querySelector<HTMLElement>('.walk .steps');
  return steps ? new Walk(steps) : undefined;
}

interface Change {
  place: HTMLElement;
  item: HTMLAnchorElement;
}

class Walk {
  readonly #steps: HTMLElement;
  readonly #keys: HTMLInputElement;
  readonly #list: HTMLElement | null;
  /** In the order of the text. */
  readonly #changes: readonly Change[];
  #at = -1;
  /** What the bar says before the first one. */
  readonly #atFirst: string;
  /** Whether the reader was led to the current change, and has not yet left it. */
  #isLed = false;
  /** The section of the list that was opened for the reader. */
  #opened: HTMLDetailsElement | undefined;

  constructor(steps: HTMLElement) {
    this.#steps = steps;
    this.#atFirst = steps.querySelector('span')?.textContent ?? '';
    this.#list = document.querySelector('.changes-made');
    this.#changes = changesInText();
    this.#keys = keySwitch(steps);
    for (const button of steps.querySelectorAll('button')) {
      button.addEventListener('click', () => this.step(Number(button.value)));
    }
    // Who goes to the list goes there to see it.
    document.querySelector('.to-list')?.addEventListener('click', () => {
      const list = document.querySelector<HTMLDetailsElement>('.whole');
      if (list) list.open = true;
    });
    steps.hidden = false;
    // At the top there is nothing to look for, and looking would lay out what is far below.
    if (scrollY > 0) this.follow();
    this.arrive(location.hash.slice(1));
  }

  get hasKeys(): boolean {
    return this.#keys.checked;
  }

  /** Leads to a change before or after the current one, if there is one. */
  step(by: number): boolean {
    const next = this.#changes[Math.max(this.#at + by, -1)];
    if (!next) return false;
    // The way back from here is to the page before, not through all changes.
    location.replace(`#${next.place.id}`);
    this.arrive(next.place.id);
    requestAnimationFrame(() => this.arrive(next.place.id));
    const status = this.#steps.querySelector('[aria-live]');
    if (status) status.textContent = `${this.#positionOf(this.#at)}. ${next.item.textContent}`;
    return true;
  }

  /** Takes the change with this id as the current one until it is out of sight. */
  arrive(id: string): void {
    const at = this.#changes.findIndex(({ place }) => place.id === id);
    if (at === -1) return;
    this.#isLed = true;
    this.#show(at);
  }

  /** Takes as the current change the last one in the upper third of the window or above it. */
  follow(): void {
    // Who was led to a change and scrolls a little to read it goes on from there, or changes would be passed over.
    if (this.#isLed && isSeen(this.#changes[this.#at]?.place)) return;
    this.#isLed = false;
    let [low, high] = [0, this.#changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const top = this.#changes[middle]?.place.getBoundingClientRect().top ?? 0;
      if (top <= innerHeight / 3) low = middle + 1;
      else high = middle;
    }
    this.#show(low - 1);
  }

  #show(at: number): void {
    if (at === this.#at) return;
    this.#changes[this.#at]?.item.removeAttribute('aria-current');
    this.#at = at;
    const count = this.#steps.querySelector('span');
    if (count) count.textContent = at === -1 ? this.#atFirst : this.#positionOf(at);
    const item = this.#changes[at]?.item;
    item?.setAttribute('aria-current', 'true');
    // The same place in the other layout.
    const other = document.querySelector<HTMLAnchorElement>('.walk .views a:not([aria-current])');
    if (other) other.hash = item?.hash ?? '';
    // Above the text nothing may move while it is read; beside it, the list has a place of its own.
    const list = this.#list;
    if (!item || !list || getComputedStyle(list).position !== 'sticky') return;
    this.#open(item.closest('details'));
    const [inner, outer] = [item, list].map((each) => each.getBoundingClientRect());
    if (!inner || !outer) return;
    const isSeen = inner.top > outer.top + 48 && inner.bottom < outer.bottom - 72;
    if (!isSeen) list.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  #open(section: HTMLDetailsElement | null): void {
    if (!section || section.open) return;
    if (this.#opened) this.#opened.open = false;
    section.open = true;
    this.#opened = section;
  }

  #positionOf(at: number): string {
    const number = (count: number): string =>
      count.toLocaleString(document.documentElement.lang || 'en');
    return (this.#steps.dataset['position'] ?? '')
      .replace('{place}', number(at + 1))
      .replace('{all}', number(this.#changes.length));
  }
}

function isSeen(place: HTMLElement | undefined): boolean {
  const box = place?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

/** The changes that have a number, by their items in the list and their places in the text. */
function changesInText(): Change[] {
  const listed = [...document.querySelectorAll<HTMLAnchorElement>('.changes-made ol a')];
  const items = new Map(listed.map((item) => [item.hash.slice(1), item]));
  return [...document.querySelectorAll<HTMLElement>('.redline [id]')].flatMap((place) => {
    const item = items.get(place.id);
    return item ? [{ place, item }] : [];
  });
}

/** The switch of the keys stands in the page only where they work; the buttons name them. */
function keySwitch(steps: HTMLElement): HTMLInputElement {
  const label = document.createElement('label');
  label.className = 'keys';
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
  // What it is called is the page's to say, in its own language.
  label.append(box, ` ${steps.dataset['keys'] ?? ''}`);
  const options = steps.parentElement?.querySelector<HTMLElement>('.options');
  options?.querySelector('div')?.append(label);
  if (options) options.hidden = false;
  for (const button of steps.querySelectorAll('button')) {
    const key = button.value === '1' ? 'N' : 'P';
    button.title = `${button.getAttribute('aria-label') ?? ''} (${key})`;
  }
  return box;
}

keepPlace();
let walk = startWalk();
// What the free comparison shows was not there when the page was loaded.
document.addEventListener('compared', () => {
  walk = startWalk();
});
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const isTyping =
    target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), select');
  const by = { n: 1, p: -1 }[key.toLowerCase()];
  if (event.altKey || event.ctrlKey || event.metaKey || isTyping || by === undefined) return;
  if (walk?.hasKeys && walk.step(by)) event.preventDefault();
});
let isWaiting = false;
for (const name of ['scroll', 'resize']) {
  addEventListener(
    name,
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        walk?.follow();
      });
    },
    { passive: true },
  );
}
addEventListener('hashchange', () => walk?.arrive(location.hash.slice(1)));
