import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress, type Progress } from './progress.ts';

const EMPTIED = '\r\u001b[2K';

let now = 0;
let written: string[] = [];
let printed: string[] = [];

beforeEach(() => {
  now = 0;
  written = [];
  printed = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const start = (terminal?: { columns?: number }): Progress =>
  startProgress(
    (line) => void printed.push(line),
    terminal && { ...terminal, write: (text) => void written.push(text) },
    () => now,
  );

/** Does parts of a step without a pause in which a timer could run. */
function work(progress: Progress, parts: number, millisecondsEach: number): void {
  for (let part = 0; part < parts; part += 1) {
    now += millisecondsEach;
    progress.advance();
  }
}

/** Lets time pass in which the build waits. */
function wait(milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    now += 50;
    vi.advanceTimersByTime(50);
  }
}

describe('on a terminal', () => {
  it('writes nothing in the first two seconds', () => {
    const progress = start({});
    progress.step('Building pages', 1000);
    work(progress, 199, 10);
    progress.end();
    expect(written).toEqual([]);
  });

  it('rewrites one line, ten times a second at most', () => {
    const progress = start({});
    progress.step('Building pages', 1223);
    work(progress, 1223, 10);
    expect(written[0]).toBe(`${EMPTIED}Building pages … 200 of 1,223`);
    expect(written[1]).toBe(`${EMPTIED}Building pages … 210 of 1,223`);
    expect(written).toHaveLength(103);
    expect(written.join('')).not.toContain('\n');
    expect(printed).toEqual([]);
  });

  it('shows a step that waits', () => {
    const progress = start({});
    progress.step('Indexing texts');
    wait(1950);
    expect(written).toEqual([]);
    wait(100);
    expect(written).toEqual([`${EMPTIED}Indexing texts …`]);
  });

  it('takes the line away for other output, and at the end', () => {
    const progress = start({});
    progress.clear();
    progress.step('Checking pages', 2);
    work(progress, 1, 3000);
    progress.clear();
    progress.clear();
    expect(written).toEqual([`${EMPTIED}Checking pages … 1 of 2`, EMPTIED]);
    work(progress, 1, 100);
    progress.end();
    progress.end();
    expect(written.slice(2)).toEqual([`${EMPTIED}Checking pages … 2 of 2`, EMPTIED]);
    progress.advance();
    wait(20_000);
    expect(written).toHaveLength(4);
  });

  it('keeps to the width of the terminal, if that is known', () => {
    const progress = start({ columns: 24 });
    progress.step('Building pages', 3000);
    work(progress, 1, 3000);
    expect(written).toEqual([`${EMPTIED}Building pages … 1 of 3`]);
    const unknown = start({ columns: 0 });
    unknown.step('Building pages');
    work(unknown, 1, 3000);
    expect(written.at(-1)).toBe(`${EMPTIED}Building pages … 1`);
  });
});

describe('elsewhere', () => {
  it('prints nothing of a build of less than five seconds', () => {
    const progress = start();
    progress.step('Building pages', 1000);
    work(progress, 499, 10);
    progress.end();
    expect(printed).toEqual([]);
  });

  it('prints a plain line every ten seconds', () => {
    const progress = start();
    progress.step('Building pages', 3000);
    work(progress, 2000, 10);
    progress.step('Indexing texts');
    wait(10_000);
    progress.clear();
    progress.end();
    expect(printed).toEqual([
      'Building pages … 500 of 3,000',
      'Building pages … 1,500 of 3,000',
      'Indexing texts …',
    ]);
    expect(written).toEqual([]);
  });

  it('counts without a total', () => {
    const progress = start();
    progress.step('Building pages');
    work(progress, 2, 3000);
    expect(printed).toEqual(['Building pages … 2']);
  });
});
