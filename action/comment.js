// @ts-check
/**
 * Puts a report into a comment on the pull request: one that is there is updated. Only a comment of a
 * bot that begins with the marker of the report counts, since anybody may write the marker.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** @typedef {{ id: number, body?: string | null, user?: { type?: string } | null }} Comment */

const { COMMENT, GITHUB_API_URL, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_TOKEN, REPORT } =
  process.env;

/** So many pages of a hundred comments are looked through. */
const PAGES = 30;

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Asks the interface of GitHub.
 *
 * @param {string} address from the root of the interface
 * @param {{ method?: string, body?: string }} [options]
 */
const ask = (address, options = {}) =>
  fetch(`${GITHUB_API_URL}${address}`, {
    ...options,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'content-type': 'application/json',
      'user-agent': 'noticeboard',
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(30_000),
  });

/**
 * @param {string} issue the address of the pull request
 * @param {string} marker the first line of the report
 * @returns {Promise<number | undefined>} the comment that an earlier run made
 */
async function earlier(issue, marker) {
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await ask(`${issue}/comments?per_page=100&page=${page}`);
    if (!answer.ok) return undefined;
    const comments = /** @type {Comment[]} */ (await answer.json());
    const found = comments.find(
      ({ body, user }) => user?.type === 'Bot' && body?.split(/\r?\n/)[0] === marker,
    );
    if (found) return found.id;
    if (comments.length < 100) return undefined;
  }
  return undefined;
}

/** @returns {number | undefined} the number of the pull request of this run */
function numberOfPull() {
  const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH ?? '', 'utf8'));
  const number = event?.pull_request?.number;
  return Number.isInteger(number) ? number : undefined;
}

async function run() {
  if (COMMENT !== 'true' || !REPORT) return say('No comment was asked for.');
  const number = numberOfPull();
  if (number === undefined) return say('This is no pull request: the report is in the summary.');
  const body = readFileSync(REPORT, 'utf8');
  const [marker = ''] = body.split('\n');
  const repository = `/repos/${GITHUB_REPOSITORY}`;
  const id = await earlier(`${repository}/issues/${number}`, marker);
  const answer = await ask(
    id === undefined
      ? `${repository}/issues/${number}/comments`
      : `${repository}/issues/comments/${id}`,
    { method: id === undefined ? 'POST' : 'PATCH', body: JSON.stringify({ body }) },
  );
  if (answer.ok) return say(id === undefined ? 'Commented.' : 'Updated the comment.');
  const why =
    answer.status === 403 || answer.status === 404
      ? 'the token may not comment, as for a pull request from a fork'
      : `GitHub answered ${answer.status}`;
  return say(`::notice title=No comment::${why}. The report is in the summary of this run`);
}

try {
  await run();
} catch (error) {
  // A comment is a convenience: the report is in the summary, and the checks decide.
  const why = error instanceof Error ? error.message.replace(/[\r\n%]/g, ' ') : 'unknown';
  say(`::warning title=No comment::${why}. The report is in the summary of this run`);
}
