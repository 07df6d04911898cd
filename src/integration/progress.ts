/** What a long build is doing, and how far it is. A short one prints nothing of it. */

/** What of a terminal is used here, such as `process.stdout`. */
export interface Terminal {
  columns?: number;
  write: (text: string) => unknown;
}

export interface Progress {
  /**
   * Begins a step, which ends the one before.
   *
   * @param doing what is done: `Building pages`
   * @param total of how many, where that is known
   */
  step: (doing: string, total?: number) => void;
  /** Counts what is done of the step. */
  advance: (by?: number) => void;
  /** Takes the line off the terminal, so that something else can be printed. It comes back by itself. */
  clear: () => void;
  /** Takes the line off the terminal, and prints nothing from now on. */
  end: () => void;
}

/** After how many milliseconds the first line is printed, and how many there are between two. */
const ON_TERMINAL = { first: 2000, between: 100 };
const ELSEWHERE = { first: 5000, between: 10_000 };

/** Moves to the beginning of the terminal's line, and empties it. */
const EMPTIED = '\r\u001b[2K';

/**
 * Starts to watch a build.
 *
 * @param print prints a plain line: for a log, a pipe, or a logger of the project's own
 * @param terminal where one line is rewritten in place instead
 * @param clock the time in milliseconds
 */
export function startProgress(
  print: (line: string) => void,
  terminal?: Terminal,
  clock = (): number => performance.now(),
): Progress {
  const { first, between } = terminal ? ON_TERMINAL : ELSEWHERE;
  let due = clock() + first;
  let step: Step | undefined;
  let isShown = false;
  const show = (): void => {
    if (step === undefined || clock() < due) return;
    due = clock() + between;
    const line = lineOf(step);
    if (terminal === undefined) print(line);
    else {
      // A line that is wrapped could not be taken off again.
      const columns = Math.max(terminal.columns ?? 80, 20);
      terminal.write(EMPTIED + line.slice(0, columns - 1));
      isShown = true;
    }
  };
  const clear = (): void => {
    if (isShown) terminal?.write(EMPTIED);
    isShown = false;
  };
  // For steps that wait: those that keep the processor busy show themselves as they advance.
  const timer = setInterval(show, Math.min(between, first)).unref();
  return {
    step: (doing, total) => {
      step = { doing, done: 0, total };
      show();
    },
    advance: (by = 1) => {
      if (step) step.done += by;
      show();
    },
    clear,
    end: () => {
      step = undefined;
      clearInterval(timer);
      clear();
    },
  };
}

interface Step {
  doing: string;
  done: number;
  total: number | undefined;
}

function lineOf({ doing, done, total }: Step): string {
  const count = (number: number): string => number.toLocaleString('en-GB');
  if (total !== undefined) return `${doing} … ${count(done)} of ${count(total)}`;
  return done === 0 ? `${doing} …` : `${doing} … ${count(done)}`;
}
