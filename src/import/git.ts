/**
 * Runs git on a repository that nobody has vouched for. Only commands that read are run, and none of
 * what a repository can configure: no hook, no filter, no helper, no program for differences or
 * signatures, no monitor, no fetch of what is missing. The settings of the user are not read either.
 */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Refusal } from './model.ts';

/** What a command may take and give: a hostile repository must not fill the memory. */
const LONGEST_RUN = 120_000;
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** Settings that win over those of the repository. */
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.attributesFile=/dev/null',
  'core.pager=cat',
  'diff.external=',
  'diff.orderFile=/dev/null',
  'log.showSignature=false',
  'log.mailmap=false',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
  'credential.helper=',
].flatMap((setting) => ['-c', setting]);

/** Nothing of the environment but what is needed to find git. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, PATHEXT, TEMP } = process.env;
  return {
    ...(PATH !== undefined && { PATH }),
    ...(SystemRoot !== undefined && { SystemRoot }),
    ...(PATHEXT !== undefined && { PATHEXT }),
    ...(TEMP !== undefined && { TEMP }),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    // Wins over protocol.ext.allow, with which a repository could have a program run to fetch objects.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // On Windows a program named git.exe in the current folder is none that was asked for.
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}

/**
 * Runs git in a folder, without a shell.
 *
 * @param words the command and its arguments, each a word
 * @param input what it reads
 * @returns what it wrote, or why it could not
 */
export function git(
  folder: string,
  words: readonly string[],
  input: string | Uint8Array = '',
): Buffer | Refusal {
  const { stdout, stderr, status, error } = spawnSync(
    'git',
    ['--no-pager', '--literal-pathspecs', '-C', path.resolve(folder), ...SETTINGS, ...words],
    {
      cwd: tmpdir(),
      env: environment(),
      input,
      maxBuffer: LARGEST_OUTPUT,
      timeout: LONGEST_RUN,
      windowsHide: true,
    },
  );
  if (error) return { refused: faultOf(error as NodeJS.ErrnoException) };
  if (status !== 0) return { refused: reasonOf(stderr.toString()) };
  return stdout;
}

/** Why git cannot be run where it is not there. */
export const NOT_INSTALLED = 'git is not installed: install it, or save the versions as files';

/** Whether git gave no answer. */
export const isRefused = (answer: object): answer is Refusal => 'refused' in answer;

function faultOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return NOT_INSTALLED;
  if (code === 'ETIMEDOUT') return 'git took more than two minutes';
  if (code === 'ENOBUFS') return 'its history is larger than can be read';
  return `git could not be run: ${message}`;
}

/** The last line of what git says, in words that say what to do where it is known. */
function reasonOf(said: string): string {
  if (said.includes('dubious ownership')) {
    return 'the repository belongs to another user, so git does not open it: clone it, and give the clone';
  }
  if (said.includes('not a git repository')) return 'it is not a git repository';
  if (/lacks these prerequisite|prerequisite commits/.test(said)) {
    return 'the bundle holds a part of a history: make a whole one with: git bundle create notice.bundle --all';
  }
  if (said.includes('promisor remote')) {
    return 'the repository is a partial clone, which lacks texts: clone all of it, without --filter';
  }
  const line = said.trim().split('\n').at(-1) ?? '';
  return `git says: ${line.replace(/^(?:fatal|error): /, '').slice(0, 200)}`;
}
