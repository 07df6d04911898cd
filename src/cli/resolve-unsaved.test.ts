/** Whether a file in conflict is as git left it. */
import { describe, expect, it } from 'vitest';
import { isByHand } from './resolve-unsaved.ts';

const conflict = (ours = 'HEAD', theirs = 'two'): string =>
  `a\n<<<<<<< ${ours}\nb\n=======\nc\n>>>>>>> ${theirs}\nd\n`;
const bytes = (text: string | undefined): Buffer | undefined =>
  text === undefined ? undefined : Buffer.from(text);
const [OURS, THEIRS] = ['a\nb\nd\n', 'a\nc\nd\n'];
const isEdited = (now: string | undefined, automatic?: string): boolean =>
  isByHand(bytes(now), ['a\nd\n', OURS, THEIRS].map(bytes), bytes(automatic));

describe('a file in conflict', () => {
  it.each<[what: string, now: string]>([
    ['with its markers', conflict()],
    ['with its markers and line ends of Windows', conflict().replaceAll('\n', '\r\n')],
    ['that git has written once more, with other names of the sides', conflict('ours', 'theirs')],
    ['as ours has it', OURS],
    ['as theirs has it, with line ends of Windows', THEIRS.replaceAll('\n', '\r\n')],
  ])('is as git left it: %s', (_, now) => {
    expect(isEdited(now, conflict())).toBe(false);
    expect(isEdited(now)).toBe(false);
  });

  it.each<[what: string, now: string | undefined]>([
    ['both lines are taken', 'a\nb\nc\nd\n'],
    ['a word is added', `${OURS}e\n`],
    ['a mark is forgotten', 'a\n<<<<<<< HEAD\nb\nc\nd\n'],
    ['it is removed', undefined],
    ['nothing is left of it', ''],
  ])('is as a person left it: %s', (_, now) => {
    expect(isEdited(now, conflict())).toBe(true);
    expect(isEdited(now)).toBe(true);
  });

  it('is as a person left it if a word is added beside the markers, where git keeps what it wrote', () => {
    expect(isEdited(`${conflict()}e\n`, conflict())).toBe(true);
    expect(isEdited(`${conflict()}e\n`)).toBe(false);
  });
});
