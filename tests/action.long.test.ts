/**
 * The action for pull requests: its own steps, one after the other as GitHub runs them, in a shallow
 * clone of a project that `npm create noticeboard` writes, with a server in place of GitHub.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageManager } from '../create/package-manager.js';
import { writeProject } from '../create/project.js';
import { ROOT } from './setup/build.ts';
import { onDay, version } from './setup/notices.ts';
import { commitAll, git, write } from './setup/repository.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('action');

const strings = z.record(z.string(), z.string());
const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        shell: z.literal('bash'),
        run: z.string(),
        env: strings.optional(),
        'working-directory': z.string().optional(),
      }),
    ),
  }),
});
const action = actionSchema.parse(
  parse(readFileSync(path.join(ROOT, 'action/action.yml'), 'utf8')),
);

/** What was asked of GitHub, and what it has. */
const asked: { method: string; url: string; body: string; authorization: string }[] = [];
const comments: { id: number; body: string; user: { type: string } }[] = [];
let mayWrite = true;
let server: Server;

const TOKEN = 'token-of-this-run';

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, body: text, authorization: headers.authorization ?? '' });
      const answer = (status: number, body: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (method === 'GET') return answer(200, comments);
      if (!mayWrite) return answer(403, { message: 'Resource not accessible by integration' });
      const { body } = z.object({ body: z.string() }).parse(JSON.parse(text));
      if (method === 'POST')
        comments.push({ id: comments.length + 1, body, user: { type: 'Bot' } });
      else comments.find(({ id }) => url.endsWith(`/${id}`))!.body = body;
      return answer(method === 'POST' ? 201 : 200, {});
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => server.close());

/** The packages of a project: those of this repository, and the repository as `noticeboard`. */
function install(project: string): void {
  const packages = path.join(project, 'node_modules');
  mkdirSync(path.join(packages, 'noticeboard'), { recursive: true });
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(packages, name));
  }
  for (const name of ['action', 'bin', 'src', 'node_modules']) {
    symlinkSync(path.join(ROOT, name), path.join(packages, 'noticeboard', name));
  }
  const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  // What is compiled only when the package is packed is here run from its sources.
  writeFileSync(
    path.join(packages, 'noticeboard', 'package.json'),
    manifest.replace(/"\.\/lib\/([\w/]+)\.js"/g, '"./src/$1.ts"'),
  );
}

interface Run {
  codes: Record<string, number | null>;
  out: string;
  summary: string;
}

/** Runs the steps of the action in a project, until one fails. */
async function runAction(
  project: string,
  given: Record<string, string> = {},
  around: Record<string, string> = {},
): Promise<Run> {
  const temporary = `${project}-temporary`;
  mkdirSync(temporary, { recursive: true });
  const file = (name: string): string => path.join(temporary, name);
  for (const name of ['output', 'summary']) writeFileSync(file(name), '');
  writeFileSync(file('event.json'), JSON.stringify({ pull_request: { number: 7 } }));
  const outputs: Record<string, Record<string, string>> = {};
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
  );
  const filled = (text: string): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => {
      const [room = '', name = '', , output = ''] = expression.split('.');
      if (room === 'inputs') return filled(inputs[name] ?? '');
      if (room === 'steps') return outputs[name]?.[output] ?? '';
      if (expression === 'github.token') return TOKEN;
      throw new Error(`unknown expression ${expression}`);
    });
  const run: Run = { codes: {}, out: '', summary: '' };
  for (const { id, run: script, env = {}, 'working-directory': folder = '.' } of action.runs
    .steps) {
    writeFileSync(file('output'), '');
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: path.resolve(project, filled(folder)),
      env: {
        PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
        HOME: process.env['HOME'],
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        NOTICEBOARD_TODAY: '2026-02-01',
        GITHUB_ACTION_PATH: path.join(project, 'node_modules/noticeboard/action'),
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        GITHUB_BASE_REF: 'main',
        GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_OUTPUT: file('output'),
        GITHUB_REPOSITORY: 'acme/notices',
        GITHUB_STEP_SUMMARY: file('summary'),
        RUNNER_TEMP: temporary,
        ...around,
        ...Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filled(text)])),
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (run.out += chunk.toString()));
    }
    const code = await new Promise<number | null>((done) => child.once('close', done));
    run.codes[id] = code;
    outputs[id] = Object.fromEntries(
      readFileSync(file('output'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    if (code !== 0) break;
  }
  return { ...run, summary: readFileSync(file('summary'), 'utf8') };
}

const years = (number: string): string =>
  `## How long {#keep}\n\nWe keep your orders for ${number} years. Ask @team in #12.`;
const CHANGES = 'changes:\n  - { kind: changed, section: keep, summary: Another time. }\n';

/** A clone as actions/checkout makes it of a pull request: the merge of both branches, and little before it. */
function checkout(name: string, depth: number): string {
  const project = at(name);
  mkdirSync(project);
  git(project, 'init', '--quiet', '--initial-branch=none');
  git(project, 'remote', 'add', 'origin', `file://${at('origin')}`);
  git(project, 'fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', 'refs/pull/7/merge');
  git(project, 'checkout', '--quiet', 'FETCH_HEAD');
  install(project);
  return project;
}

beforeAll(async () => {
  const project = at('origin');
  mkdirSync(project);
  writeProject(
    project,
    { name: 'Notices', site: 'https://notices.example', base: '/' },
    packageManager(undefined),
  );
  const folder = 'src/content/notices/shop';
  write(project, `${folder}/2025-01-01.mdx`, version(years('six')));
  install(project);
  const { notices } = await import('./setup/commands.ts');
  const adopted = await notices(['adopt'], { notices: path.join(project, 'src/content/notices') });
  expect(adopted).toMatchObject({ code: 0 });
  commitAll(project, 'Begin');
  git(project, 'checkout', '--quiet', '-b', 'draft');
  write(
    project,
    `${folder}/draft.mdx`,
    version(years('five'), onDay('2026-03-01')).replace('controller:', `${CHANGES}controller:`),
  );
  commitAll(project, 'Draft');
  // The base has moved on, which is no change of the branch.
  git(project, 'checkout', '--quiet', 'main');
  write(project, 'other.txt', 'x');
  commitAll(project, 'Other');
  git(project, 'checkout', '--quiet', '-b', 'merge');
  git(project, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'draft');
  git(project, 'update-ref', 'refs/pull/7/merge', 'merge');
  git(project, 'config', 'uploadpack.allowReachableSHA1InWant', 'true');
});

describe('the action', () => {
  it('has no expression in the text of a script, and the token in one step alone', () => {
    for (const { id, run, env = {} } of action.runs.steps) {
      expect(run, id).not.toContain('${{');
      const [, script = ''] = /\$GITHUB_ACTION_PATH\/([\w.]+)/.exec(run) ?? [];
      expect(existsSync(path.join(ROOT, 'action', script)), run).toBe(true);
      expect('GITHUB_TOKEN' in env, id).toBe(id === 'comment');
    }
  });

  it('comments once, and then updates its comment', async () => {
    const project = checkout('shallow', 2);
    comments.push({ id: 1, body: '<!-- noticeboard report: . -->\nmine', user: { type: 'User' } });
    const first = await runAction(project, { 'preview-url': 'https://p.example' });
    expect(first.out).toContain('Commented.');
    expect(first.codes, first.out).toEqual({
      base: 0,
      check: 0,
      preview: 0,
      report: 0,
      comment: 0,
      end: 0,
    });
    expect(existsSync(path.join(project, 'preview/shop/draft/index.html'))).toBe(true);
    expect(first.out).toContain('::notice file=src/content/notices/shop/draft.mdx,line=1,');
    const [, comment] = comments;
    expect(comment?.body).toBe(first.summary);
    expect(comment?.body).toMatch(/^<!-- noticeboard report: \. -->\n/);
    expect(comment?.body).toContain('<del>six years</del> <ins>five years</ins>');
    expect(comment?.body).toContain('(https://p.example/shop/compare/2025-01-01/draft/)');
    expect(comment?.body).not.toContain('@team');
    const second = await runAction(project, { 'preview-folder': '' });
    expect(second.out).toContain('Updated the comment.');
    expect(comments.length).toBe(2);
    expect(comments[0]?.body).toContain('mine');
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/acme/notices/issues/7/comments?per_page=100&page=1',
      'POST /repos/acme/notices/issues/7/comments',
      'GET /repos/acme/notices/issues/7/comments?per_page=100&page=1',
      'PATCH /repos/acme/notices/issues/comments/2',
    ]);
    expect(asked.every(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
    expect(first.out + second.out).not.toContain(TOKEN);
  });

  it('has the report in the summary where the token may not comment, as for a fork', async () => {
    mayWrite = false;
    comments.length = 0;
    // A clone of one commit fetches the one before it.
    const project = checkout('fork', 1);
    const run = await runAction(project, { 'preview-folder': '' });
    expect(run.codes['end']).toBe(0);
    expect(run.summary).toContain('<ins>five years</ins>');
    expect(run.out).toContain('the token may not comment');
    expect(comments).toEqual([]);
    mayWrite = true;
  });

  it('comments on errors too, and fails at its end', async () => {
    const project = at('fork');
    const draft = path.join(project, 'src/content/notices/shop/draft.mdx');
    writeFileSync(draft, readFileSync(draft, 'utf8').replace(CHANGES, ''));
    const run = await runAction(project, { 'preview-folder': '' });
    expect(run.codes).toMatchObject({ check: 0, comment: 0, end: 1 });
    expect(run.out).toContain('::error file=src/content/notices/shop/draft.mdx');
    expect(comments[0]?.body).toContain('Stops publishing');
    asked.length = 0;
    const quiet = await runAction(project, { 'preview-folder': '', comment: 'false' });
    expect(quiet.codes['comment']).toBe(0);
    expect(asked).toEqual([]);
  });

  it('takes nothing of its inputs for a command', async () => {
    const project = at('fork');
    const run = await runAction(project, {
      'preview-folder': '',
      since: '$(touch ran); touch ran\nx=y',
      'preview-url': '"; touch ran #',
    });
    expect(run.codes['end']).toBe(1);
    expect(existsSync(path.join(project, 'ran'))).toBe(false);
    const outside = await runAction(project, {}, { GITHUB_BASE_REF: '' });
    expect(outside.codes).toEqual({ base: 1 });
    expect(outside.out).toContain('name a branch or a commit in the input since');
  });
});

it('is what the workflow of a new project uses, without rights for forks', () => {
  const workflow: unknown = parse(
    readFileSync(path.join(ROOT, 'template/.github/workflows/pull-request.yml'), 'utf8'),
  );
  expect(workflow).toMatchObject({
    on: 'pull_request',
    permissions: { contents: 'read', 'pull-requests': 'write' },
  });
  const { jobs } = z
    .object({
      jobs: z.object({
        check: z.object({
          steps: z.array(
            z.object({
              uses: z.string().optional(),
              with: z.record(z.string(), z.unknown()).optional(),
            }),
          ),
        }),
      }),
    })
    .parse(workflow);
  const uses = jobs.check.steps.flatMap((step) => step.uses ?? []);
  expect(uses).toContain('./node_modules/noticeboard/action');
  for (const each of uses) expect(each).toMatch(/^(?:\.\/|[\w-]+\/[\w-]+@v\d+$)/);
  expect(jobs.check.steps[0]?.with).toMatchObject({
    'fetch-depth': 2,
    'persist-credentials': false,
  });
});
