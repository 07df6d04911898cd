/** Words of the pages of one notice: its versions, its history, its sections through time. */
export const notice = {
  /** When the words of a section changed; a day follows. */
  changed: {
    unchanged: 'Unchanged since',
    last: 'Last changed',
    coming: 'Changes on',
  },

  /** The two layers of a notice. */
  layers: {
    name: 'How much to read',
    short: 'In short',
    full: 'In full',
    onlyInFull: 'Only in the full notice',
  },

  today: 'today',
  unchanged: 'unchanged',
  absent: 'not there',
};
