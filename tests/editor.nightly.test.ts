/** The Astro language server, driven as an editor drives it. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frontmatterSchema } from '../src/notices/schema.ts';

const project = path.resolve(import.meta.dirname, '..');
const modules = path.join(project, 'node_modules');

/** A copy of the project: what editors read of it, every build and dev server writes anew. */
function copyProject(): string {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'noticeboard-editor-')));
  for (const part of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src']) {
    cpSync(path.join(project, part), path.join(copy, part), { recursive: true });
  }
  symlinkSync(modules, path.join(copy, 'node_modules'), 'junction');
  return copy;
}

/** As much of the Language Server Protocol as an editor needs to complete and check a file. */
class LanguageServer {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private received = Buffer.alloc(0);
  private lastId = 0;

  constructor(root: string) {
    const server = path.join(modules, '@astrojs/language-server/bin/nodeServer.js');
    this.child = spawn(process.execPath, [server, '--stdio'], { cwd: root });
    this.child.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  request(method: string, params: unknown): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    this.send({ id, method, params });
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  stop(): void {
    this.child.kill();
  }

  private send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(
        this.received.toString('latin1'),
      );
      if (!header) return;
      const end = header[0].length + Number(header[1]);
      if (this.received.length < end) return;
      this.handle(this.received.subarray(header[0].length, end).toString('utf8'));
      this.received = this.received.subarray(end);
    }
  }

  private handle(text: string): void {
    const { id, method, result } = JSON.parse(text) as {
      id?: number;
      method?: string;
      result?: unknown;
    };
    if (id === undefined) return;
    // The server asks for settings and registrations: an editor that has none answers null.
    if (method !== undefined) this.send({ id, result: null });
    else this.waiting.get(id)?.(result);
  }
}

describe('an editor with the recommended extension', () => {
  let server: LanguageServer;
  const root = copyProject();
  const version = path.join(root, 'src/content/notices/copperwake/website/2018-05-01.mdx');
  const uri = pathToFileURL(version).href;
  const text = readFileSync(version, 'utf8')
    .replace('title:', 'titel: A slip\ntitle:')
    .replace('audience:', 'no\naudience:');

  beforeAll(async () => {
    const astro = path.join(modules, 'astro/bin/astro.mjs');
    spawnSync(process.execPath, [astro, 'sync'], { cwd: root });
    server = new LanguageServer(root);
    const folder = pathToFileURL(root).href;
    await server.request('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'noticeboard' }],
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: {
        typescript: { tsdk: path.join(modules, 'typescript/lib') },
        // What "astro.content-intellisense" in .vscode/settings.json turns on.
        contentIntellisense: true,
      },
    });
    server.notify('initialized', {});
    const textDocument = { uri, languageId: 'mdx', version: 1, text };
    server.notify('textDocument/didOpen', { textDocument });
  });
  afterAll(() => {
    server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('completes missing keys of frontmatter', async () => {
    const line = text.split('\n').indexOf('no');
    const completion = await server.request('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: 2 },
    });
    const { items } = completion as { items: { label: string }[] };
    const present = Object.keys(frontmatterSchema.shape).filter((key) =>
      new RegExp(`^${key}:`, 'm').test(text),
    );
    const labels = items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['reviewed', 'withdrawn', 'representatives']));
    expect(labels.filter((label) => present.includes(label) && label !== 'audience')).toEqual([]);
  });

  it('marks an unknown key', async () => {
    const report = await server.request('textDocument/diagnostic', { textDocument: { uri } });
    const { items } = report as { items: { message: string; range: { start: object } }[] };
    expect(items).toContainEqual(
      expect.objectContaining({
        message: 'Property titel is not allowed.',
        range: expect.objectContaining({ start: { line: 1, character: 0 } }) as object,
      }),
    );
  });
});
