/** What tests of histories are made of: states whose text is their body. */
import { createHash } from 'node:crypto';
import { isIsoDate, type IsoDate } from '../notices/dates.ts';
import type { History, State } from './history-model.ts';
import type { Steps } from './history-read.ts';
import type { Imported, Proposal, Source } from './model.ts';

/** Long enough, and about what notices are about. */
export const NOTICE = `We collect personal data about our customers. ${'We keep it safe and well. '.repeat(30)}

## How long we keep it {#keep}

We keep orders for six years and share your data with third parties. Read about cookies and your rights.
`;

export const sourceOf = (name: string, content: string | Uint8Array): Source => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const text = new TextDecoder().decode(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'markdown', name, bytes, sha256, text };
};

/** Takes a text as it is; `Updated: 2024-01-01` and `Applies: 2024-01-01` in it are stated days. */
export const plainly = (source: Source): Imported => {
  const facts = [
    ...dayIn(source.text, 'Updated', 'date.updated'),
    ...dayIn(source.text, 'Applies', 'effective'),
  ];
  return { source, verdicts: [], body: source.text, facts, changes: [], remarks: [] };
};

function dayIn(text: string, label: string, key: string): Proposal[] {
  const day = new RegExp(`^${label}: (\\d{4}-\\d\\d-\\d\\d)$`, 'm').exec(text)?.[1];
  return day === undefined
    ? []
    : [{ key, value: day, written: day, at: 1, quote: day, isSure: true }];
}

/** The steps of an import that takes texts as they are. */
export const stepsOf = (importer: Steps['importer']): Steps => ({
  judge: ({ text }) => ({
    read: { pieces: [], changes: [], remarks: [] },
    verdicts: [{ piece: { type: 'paragraph', at: 1, runs: [{ text }] }, is: 'keep' }],
  }),
  importer,
});

/** A state by the time it was saved: `2024-05-01 09`. */
export function state(time: string, text: string, more: Partial<State> = {}): State {
  const day = time.slice(0, 10);
  if (!isIsoDate(day)) throw new RangeError(`${time} is no day`);
  return { day: day as IsoDate, name: `${time}.html`, source: () => sourceOf(time, text), ...more };
}

export const historyOf = (states: State[], kind: History['kind'] = 'folder'): History => ({
  kind,
  states,
  others: [],
  remarks: [],
});
