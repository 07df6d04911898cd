/** What a redline says beside the words of the two versions. */
export interface RedlineLabels {
  /** Spoken before words that were added or removed. */
  added: string;
  removed: string;
  /** Shown above blocks that were added or removed as a whole. */
  addedBlock: string;
  removedBlock: string;
  /** Where something moved away, and where it came to: a heading, if there is one. */
  movedTo: (heading: string) => string;
  movedFrom: (heading: string) => string;
  split: string;
  merge: string;
  structure: string;
  format: string;
  /** Of a link that leads elsewhere now; the address before follows, if there was one. */
  link: string;
  linkBefore: string;
  picture: string;
  /** Over a stretch without changes that is folded away. */
  unchanged: (paragraphs: number) => string;
  /** What a field of facts is called. */
  labelOf: (field: string) => string;
}

export const ENGLISH: RedlineLabels = {
  added: 'added:',
  removed: 'removed:',
  addedBlock: 'Added',
  removedBlock: 'Removed',
  movedTo: (heading) => `Moved from here to ${heading ? `“${heading}”` : 'another place'}`,
  movedFrom: (heading) => `Moved here from ${heading ? `“${heading}”` : 'another place'}`,
  split: 'Previously one paragraph',
  merge: 'Previously several paragraphs',
  structure: 'Previously laid out differently',
  format: 'formatting changed:',
  link: 'link changed:',
  linkBefore: 'previously linked to',
  picture: 'Picture:',
  unchanged: (paragraphs) =>
    paragraphs === 1 ? '1 unchanged paragraph' : `${paragraphs} unchanged paragraphs`,
  labelOf: (field) => field,
};
