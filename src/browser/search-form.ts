/** The form of the search page: filled in from the address, and read. */
import { readAsked, scopeOf, type Asked } from './asked.ts';
import { box, form, keysBox } from './search-page.ts';

/** Puts what the address asks for into the form. */
export function fillIn(asked: Asked): void {
  box.value = asked.q;
  const { notice } = scopeOf(asked);
  setField('in', asked.in === '' ? '' : (notice ?? ''));
  setField('controller', asked.controller);
  setField('audience', asked.audience);
  const past = form.elements.namedItem('past');
  if (past instanceof HTMLInputElement) past.checked = asked.past;
  keysBox.checked = asked.keys;
}

function setField(name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) field.value = value;
}

/** What the form asks for. A version that is searched alone is kept for as long as its notice is. */
export function readForm(): Asked {
  const data = new FormData(form);
  const value = (name: string): string => {
    const given = data.get(name);
    return typeof given === 'string' ? given : '';
  };
  const before = readAsked(location.search);
  const hasNotices = form.elements.namedItem('in') !== null;
  const isSame = !hasNotices || value('in') === (scopeOf(before).notice ?? '');
  return {
    q: value('q'),
    in: isSame ? before.in : value('in'),
    controller: value('controller'),
    audience: value('audience'),
    past: data.has('past'),
    keys: keysBox.checked,
  };
}
