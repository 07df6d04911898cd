/**
 * Makes each timeline one stop of the Tab key, whose bars are walked with arrow keys. Without this
 * script every bar is a stop, and a link before them leads past them.
 */
const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

for (const timeline of document.querySelectorAll('.timeline')) {
  const bars = [...timeline.querySelectorAll<SVGAElement>('.life a')];
  const last = bars.length - 1;
  const stopAt = (stop: number): void =>
    bars.forEach((bar, index) => bar.setAttribute('tabindex', index === stop ? '0' : '-1'));
  // The newest version is what most readers are after.
  stopAt(last);
  timeline.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
    const at = bars.findIndex((bar) => bar === document.activeElement);
    const to = STEPS[key]?.(at, last) ?? -1;
    const bar = bars[to];
    if (at < 0 || !bar || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    stopAt(to);
    bar.focus();
  });
  timeline.querySelector('.skip')?.remove();
  timeline.querySelector<HTMLElement>('.keys')?.removeAttribute('hidden');
}
