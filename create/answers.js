// @ts-check
/** The answers: given as options, or asked for in a terminal. */
import process from 'node:process';
import { cancel, confirm, isCancel, text } from '@clack/prompts';
import { Refusal } from './refusal.js';

const QUESTIONS = {
  name: {
    message: 'What is the site called?',
    placeholder: 'Acme privacy notices',
    check: (/** @type {string} */ given) => (given === '' ? 'This is required.' : undefined),
  },
  site: {
    message: 'What will its address be?',
    placeholder: 'https://notices.acme.example',
    check: (/** @type {string} */ given) =>
      addressOf(given) ? undefined : 'Write it like https://notices.acme.example',
  },
  controller: {
    message: 'Which organisation is responsible for the data? Its full legal name:',
    placeholder: 'Acme Widgets Limited',
    check: (/** @type {string} */ given) => (given === '' ? 'This is required.' : undefined),
  },
  email: {
    message: 'Which email address is for questions about personal data?',
    placeholder: 'privacy@acme.example',
    check: (/** @type {string} */ given) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given) ? undefined : 'Write it like privacy@acme.example',
  },
  path: {
    message: 'Below which folder of the site?',
    placeholder: '/privacy/',
    initialValue: '/privacy/',
    check: (/** @type {string} */ given) =>
      /^\/([\w~-][\w.~-]*\/)*$/.test(given) ? undefined : 'Write it like /privacy/',
  },
};

/**
 * @param {keyof typeof QUESTIONS} about
 * @param {string | undefined} given as an option
 * @returns {Promise<string>}
 * @throws Refusal if the option is wrong, or missing where nobody can be asked
 */
export async function answer(about, given) {
  const { check, ...question } = QUESTIONS[about];
  if (given !== undefined) {
    const fault = check(given.trim());
    if (fault) throw new Refusal(`--${about} is "${given}". ${fault}`);
    return given.trim();
  }
  if (!isTerminal()) {
    throw new Refusal(`--${about} is missing. ${question.message} --${about} "…"`);
  }
  return kept(await text({ ...question, validate: (typed) => check((typed ?? '').trim()) })).trim();
}

/**
 * @param {string} message
 * @param {string} active the answer yes
 * @param {string} inactive the answer no
 * @returns {Promise<boolean>}
 */
export const agree = async (message, active, inactive) =>
  kept(await confirm({ message, active, inactive }));

export const isTerminal = () => process.stdin.isTTY && process.stdout.isTTY;

/**
 * @template T
 * @param {T} given what was answered
 * @returns {Exclude<T, symbol>}
 */
function kept(given) {
  if (!isCancel(given)) return /** @type {Exclude<T, symbol>} */ (given);
  cancel('Nothing was written.');
  process.exit(1);
}

/**
 * @param {string} written such as `notices.acme.example` or `https://acme.example/privacy/`
 * @returns {{ site: string, base: string } | undefined} the host, and the path on it; undefined if
 *   it is no address
 */
export function addressOf(written) {
  const whole = /^[a-z]+:/i.test(written) ? written : `https://${written}`;
  if (!/^https?:\/\/[^\s/]+(\/\S*)?$/i.test(whole) || !URL.canParse(whole)) return undefined;
  const { origin, hostname, pathname } = new URL(whole);
  if (!hostname.includes('.') && hostname !== 'localhost') return undefined;
  return { site: origin, base: pathname.endsWith('/') ? pathname : `${pathname}/` };
}

/**
 * The address that most organisations have for such questions.
 *
 * @param {string} site
 * @returns {string}
 */
export const likelyEmail = (site) =>
  `privacy@${new URL(site).hostname.replace(/^(?:www|notices|privacy|legal)\.(?=.+\.)/, '')}`;
