import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AstroLoggerMessage } from 'astro';
import type { Version } from '../site/notices.ts';
import {
  beginning,
  isAboutPage,
  isFalseAlarm,
  isProgress,
  leaveOut,
  printSummary,
  watchBuild,
  type Built,
} from './log.ts';

const message = (label: string | null, text: string, level = 'info'): AstroLoggerMessage =>
  ({ label, message: text, level, newLine: true }) as AstroLoggerMessage;

/** What Astro, Vite and integrations print in one build, and what of it remains. */
const PRINTED: [AstroLoggerMessage, remains: boolean][] = [
  [message('content', 'Syncing content'), false],
  [message('vite', '✓ built in 2.93s'), false],
  [message('SKIP_FORMAT', '\n generating static routes '), false],
  [message(null, '  ├─ /shop/index.html'), false],
  [message('build', 'Waiting for integration "noticeboard", hook "astro:build:done"...'), false],
  [message('@acme/sitemap', 'sitemap.xml created'), false],
  [message('noticeboard', 'Building 1 notice with 1 version …'), true],
  [message('noticeboard', '1 warning: npx noticeboard status --all', 'warn'), true],
  [message('@acme/sitemap', 'no pages found', 'warn'), true],
  [message('build', 'Skipping a page', 'warn'), true],
  [message('build', 'Caught error rendering /shop/', 'error'), true],
  [message('noticeboard', 'a hook failed', 'error'), true],
  [
    message(
      'vite',
      "\u{1b}[33m[lightningcss minify] 'target-current' is not recognized as a valid pseudo-class.",
      'warn',
    ),
    false,
  ],
  [
    message(
      'vite',
      "[lightningcss minify] 'hoover' is not recognized as a valid pseudo-class.",
      'warn',
    ),
    true,
  ],
  [
    message(
      'noticeboard:finish',
      'An unhandled error occurred while running the "astro:build:done" hook',
      'error',
    ),
    false,
  ],
  [
    message(
      '@acme/sitemap',
      'An unhandled error occurred while running the "astro:build:done" hook',
      'error',
    ),
    true,
  ],
];

function destination() {
  const written: AstroLoggerMessage[] = [];
  let flushed = 0;
  return {
    written,
    flushes: () => flushed,
    write: (each: AstroLoggerMessage) => void written.push(each),
    flush: () => void (flushed += 1),
  };
}

describe('leaveOut', () => {
  it('leaves out progress and false alarms, and keeps every error and real warning', () => {
    const all = destination();
    const logger = { options: { level: 'info', destination: all } };
    leaveOut(logger, isFalseAlarm);
    leaveOut(logger, isProgress);
    for (const [each] of PRINTED) logger.options.destination.write(each);
    expect(all.written).toEqual(PRINTED.filter(([, remains]) => remains).map(([each]) => each));
    logger.options.destination.flush();
    expect(all.flushes()).toBe(1);
  });

  it.each<[string, boolean]>([
    ['  \u001b[32m├─\u001b[39m \u001b[2m/privacy/feed.json\u001b[22m', true],
    [' \u001b[2m(+17ms)\u001b[22m ', true],
    ['▶ src/pages/index.astro', true],
    ['Completed in 3.2s.', false],
    ['Prerendering pages', false],
  ])('knows what is about one page: %j', (text, isIt) => {
    expect(isAboutPage(message(null, text))).toBe(isIt);
  });

  it('leaves nothing out with --verbose', () => {
    const all = destination();
    const options = { level: 'debug', destination: all };
    leaveOut({ options }, () => true);
    expect(options.destination).toBe(all);
  });

  it('leaves everything as it is where a logger cannot be changed', () => {
    const all = destination();
    const options = Object.freeze({ level: 'info', destination: all });
    leaveOut({ options }, () => true);
    expect(options.destination).toBe(all);
    expect(() => leaveOut({}, () => true)).not.toThrow();
    expect(() => leaveOut({ options: {} }, () => true)).not.toThrow();
  });
});

describe('watchBuild', () => {
  /** What a build of three seconds writes to an output of this kind, and prints through its logger. */
  function watched(isTTY: boolean, level = 'info', hasOwnLogger = false) {
    vi.useFakeTimers();
    const written: string[] = [];
    const all = destination();
    const options = { level, destination: all };
    const info = (text: string): void => options.destination.write(message('noticeboard', text));
    const output = { isTTY, columns: 80, write: (text: string) => written.push(text) > 0 };
    const progress = watchBuild({ options, info }, hasOwnLogger, output);
    progress.step('Building pages', 9);
    vi.advanceTimersByTime(6000);
    options.destination.write(message('build', 'Skipping a page', 'warn'));
    progress.end();
    vi.useRealTimers();
    return { written, printed: all.written.map((each) => each.message) };
  }
  beforeEach(() => vi.stubEnv('TERM', 'xterm'));
  afterEach(() => vi.unstubAllEnvs());

  it('rewrites a line on a terminal, and takes it away before anything is printed', () => {
    const { written, printed } = watched(true);
    expect(written.at(-2)).toContain('Building pages … 0 of 9');
    expect(written.at(-1)).toBe('\r\u001b[2K');
    expect(printed).toEqual(['Skipping a page']);
  });

  it.each([
    ['a pipe', watched(false)],
    ['--verbose', watched(true, 'debug')],
    ["a project's own logger", watched(true, 'info', true)],
  ])('prints plain lines to %s', (_, { written, printed }) => {
    expect(written).toEqual([]);
    expect(printed).toEqual(['Building pages … 0 of 9', 'Skipping a page']);
  });

  it('prints plain lines to a terminal that cannot move', () => {
    vi.stubEnv('TERM', 'dumb');
    expect(watched(true).written).toEqual([]);
  });
});

const noticesWith = (...versions: number[]): Built['notices'] =>
  versions.map((length) => ({ published: Array.from({ length }) }) as Built['notices'][number]);

describe('beginning', () => {
  it('counts notices, versions and drafts', () => {
    expect(beginning(noticesWith(2, 1))).toBe('Building 2 notices with 3 versions …');
    expect(beginning(noticesWith(1))).toBe('Building 1 notice with 1 version …');
    const [preview] = noticesWith(0).map((notice) => ({ ...notice, draft: {} as Version }));
    expect(beginning([...noticesWith(2), preview!])).toBe(
      'Building 2 notices with 2 versions and 1 draft …',
    );
  });
});

describe('printSummary', () => {
  const BUILT: Built = {
    notices: noticesWith(2, 1),
    pages: 31,
    destination: path.resolve('dist'),
    seconds: 12.34,
    warnings: 0,
    settled: 0,
  };

  const printed = (built: Partial<Built> = {}): string[] => {
    const lines: string[] = [];
    printSummary(
      { ...BUILT, ...built },
      {
        info: (line) => void lines.push(line),
        warn: (line) => void lines.push(`WARN ${line}`),
      },
    );
    return lines;
  };

  it('says what was built, where and in what time', () => {
    expect(printed()).toEqual([
      `Built 31 pages of 2 notices with 3 versions in 12 s: dist${path.sep}`,
      'No warnings about notices.',
    ]);
    expect(printed({ notices: noticesWith(1), pages: 1, seconds: 4.27 })[0]).toBe(
      `Built 1 page of 1 notice with 1 version in 4.3 s: dist${path.sep}`,
    );
  });

  it('names a folder elsewhere in full', () => {
    const destination = path.resolve('..', 'elsewhere');
    expect(printed({ destination })[0]).toMatch(`: ${destination}${path.sep}`);
  });

  it.each([
    [1, 0, 'WARN 1 warning: npx noticeboard status --all'],
    [
      5,
      3,
      'WARN 5 warnings, 3 of them about published versions, which cannot change: npx noticeboard status --all',
    ],
    [
      2,
      2,
      '2 warnings about published versions, which cannot change: npx noticeboard status --all',
    ],
  ])('counts %i warnings, %i of them about what cannot change', (warnings, settled, line) => {
    expect(printed({ warnings, settled })[1]).toBe(line);
  });
});
