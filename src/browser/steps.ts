/**
 * Keys that step through the changes of a comparison: n to the next, p to the one before. They can be
 * turned off where they get in the way of other tools: WCAG 2.2 success criterion 2.1.4.
 */
let keys = makeSwitch();
// What the free comparison shows was not there when the page was loaded.
document.addEventListener('compared', () => {
  keys = makeSwitch();
});
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const isTyping =
    target instanceof Element && target.matches('input:not([type=checkbox]), select');
  const step = { n: 1, p: -1 }[key];
  if (event.altKey || event.ctrlKey || event.metaKey || isTyping || !keys?.checked || !step) return;
  const places = placesInText();
  const next = places[nowAt(places) + step];
  if (next === undefined) return;
  event.preventDefault();
  location.hash = next;
});

/** The ids of changes in the text, in its order. No sign of theirs is written otherwise in an address. */
function placesInText(): string[] {
  const listed = [...document.querySelectorAll<HTMLAnchorElement>('.changes-made a[href^="#~"]')];
  const ids = new Set(listed.map((link) => link.hash.slice(1)));
  return [...document.querySelectorAll<HTMLElement>('.redline [id]')]
    .map(({ id }) => id)
    .filter((id) => ids.has(id));
}

/** Which of them the reader was led to; none at first. */
const nowAt = (places: readonly string[]): number => places.indexOf(location.hash.slice(1));

/** The switch stands in the page only where the keys work. */
function makeSwitch(): HTMLInputElement | undefined {
  const bar = document.querySelector<HTMLElement>('.bar');
  if (!bar) return undefined;
  const label = document.createElement('label');
  label.className = 'keys';
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
  // What it is called is the page's to say, in its own language.
  label.append(box, ` ${bar.dataset['keys'] ?? ''}`);
  bar.append(label);
  return box;
}
