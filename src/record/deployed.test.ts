/** A deployed site that answers as it should, otherwise, or with whatever a server can send. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckedVersion } from '../checks/file.ts';
import { LARGEST } from '../disk/public.ts';
import { renderBlocks, renderSections } from '../document/print.ts';
import type { IsoDate } from '../notices/dates.ts';
import { checkDeployed, type Published } from './deployed.ts';
import { sha256 } from './source.ts';
import { versionText } from './testing.ts';
import type { LockEntry } from './lock.ts';

const ID = 'shop/2024-01-01';
const { facts, document, text } = versionText(
  ID,
  'Read this.\n\n## Keeping {#keeping}\n\nSix years.\n',
);
const version = {
  ...{ notice: 'shop', name: '2024-01-01', date: '2024-01-01', file: 'shop/2024-01-01.mdx' },
  ...{ draft: false, facts, document: () => document, fingerprint: () => sha256(text) },
} as unknown as CheckedVersion;
const entry: LockEntry = {
  published: '2024-01-01' as IsoDate,
  source: sha256('source'),
  text: sha256(text),
  anchors: ['keeping'],
  later: {},
  errata: [],
};
const published: Published = {
  versions: [version],
  locked: { [ID]: entry },
  today: '2026-01-01' as IsoDate,
};

/** The site, below a base. */
function siteOf(base: string): Map<string, [type: string, content: string | Buffer]> {
  const options = { addressOf: (address: string) => address, labelOf: () => '' };
  const html = renderBlocks(document.lead, options) + renderSections(document.sections, options);
  const page = `<!doctype html><html lang="en-GB"><body><main><article class="notice"><header class="title"><p class="controller">A Limited</p><h1>Notice</h1></header><section class="card facts-card"><dl><dt>Who</dt><dd>A Limited</dd><dt>How</dt><dd><a href="mailto:a@a.example">a@a.example</a></dd></dl></section><div class="text">${html}</div></article></main></body></html>`;
  const listed = {
    version: '2024-01-01',
    published: '2024-01-01',
    notified: [],
    errata: [],
    fingerprint: sha256(text),
  };
  const notice = { notice: 'shop', versions: [listed] };
  const { lead, sections } = document;
  return new Map([
    [`${base}versions.json`, ['application/json', JSON.stringify({ notices: [notice] })]],
    [`${base}shop/versions.json`, ['application/json', JSON.stringify(notice)]],
    [`${base}shop/`, ['text/html; charset=utf-8', page]],
    [`${base}shop/2024-01-01/`, ['text/html', page]],
    [`${base}shop/2024-01-01.txt`, ['text/plain; charset=UTF-8', text]],
    [
      `${base}shop/2024-01-01.json`,
      [
        'application/json',
        JSON.stringify({ text, fingerprint: sha256(text), document: { lead, sections } }),
      ],
    ],
    [
      `${base}shop/parts/keeping.html`,
      [
        'text/html',
        `<html lang="en-GB"><body><main class="privacy-notice-part" data-notice="shop" data-version="2024-01-01" data-fingerprint="${sha256(text)}">${renderSections(document.sections, options)}<p class="source">A</p></main></body></html>`,
      ],
    ],
  ]);
}

let servers: Pick<Server, 'close' | 'closeAllConnections'>[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves a site, changed. */
async function check(
  change: (site: ReturnType<typeof siteOf>) => void = () => undefined,
  { base = '/', of = published }: { base?: string; of?: Published } = {},
) {
  const site = siteOf(base);
  change(site);
  const origin = await serve((request, response) => {
    const [type, content] = site.get(request.url ?? '') ?? ['text/plain', undefined];
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type }).end(content);
  });
  return checkDeployed(new URL(base, origin), of, { fetch });
}

/** Serves the same to every request. */
async function checkAnswer(listener: RequestListener, limits: { time?: number } = {}) {
  const origin = await serve(listener);
  return checkDeployed(new URL(`${origin}/`), published, { fetch, ...limits });
}

const edit =
  (address: string, from: string | RegExp, to: string) =>
  (site: ReturnType<typeof siteOf>): void => {
    const [type, content] = site.get(address)!;
    const changed = String(content).replace(from, to);
    expect(changed).not.toBe(content);
    site.set(address, [type, changed]);
  };

describe('a deployed site', () => {
  it.each(['/', '/legal/privacy/'])(
    'below %s passes, and it is counted what was read',
    async (base) => {
      expect(await check(undefined, { base })).toMatchObject({
        faults: [],
        read: { page: 3, text: 1, record: 3, file: 0, feed: 0 },
        unread: 0,
      });
    },
  );

  it.each<[string, string, string | RegExp, string]>([
    ['a word in a version', '/shop/2024-01-01/', 'Six', 'Five'],
    ['a word in the notice', '/shop/', 'Six', 'Five'],
    ['a paragraph beside it', '/shop/', '<div class="text">', '<p>No.</p><div class="text">'],
    ['hidden words', '/shop/', '<p>Six', '<p hidden>Six'],
    ['a word in a part', '/shop/parts/keeping.html', 'Six', 'Five'],
    ['a word in the text', '/shop/2024-01-01.txt', 'Six', 'Five'],
    ['a word in the data', '/shop/2024-01-01.json', 'Six', 'Five'],
    ['an anchor less', '/shop/', 'id="keeping"', 'id="kept"'],
  ])('with %s changed is a fault at its address', async (_, address, from, to) => {
    const { faults } = await check(edit(address, from, to));
    expect(faults.map(({ kind, address: at }) => [kind, new URL(at).pathname])).toEqual([
      ['changed', address],
    ]);
  });

  it.each(['/shop/', '/shop/2024-01-01/', '/shop/2024-01-01.txt', '/shop/2024-01-01.json'])(
    'without %s is a fault',
    async (address) => {
      const { faults } = await check((site) => site.delete(address));
      expect(faults).toMatchObject([{ kind: 'status', message: /returned 404$/ }]);
    },
  );

  it('with a version that is not in the lock says that the folder is older', async () => {
    const { faults } = await check(
      edit(
        '/versions.json',
        '"versions":[',
        '"versions":[{"version":"2025-01-01","published":"2025-01-01","notified":[],"errata":[],"fingerprint":"x"},',
      ),
    );
    expect(faults).toMatchObject([
      {
        kind: 'record',
        message: /lists shop\/2025-01-01, which is not in the lock: the folder is older/,
      },
    ]);
  });

  it('without a version that is in the lock says that the site is older', async () => {
    const { faults } = await check(undefined, {
      of: { ...published, locked: { ...published.locked, 'shop/2025-01-01': entry } },
    });
    expect(faults.map(({ message }) => message.replace(/^\S+ /, '').slice(0, 45))).toEqual([
      'does not list shop/2025-01-01, which is in th',
      'does not list shop/2025-01-01, which is in th',
    ]);
  });

  it.each<[string, string, string]>([
    ['fingerprint', '"fingerprint":"', '"fingerprint":"0'],
    ['errata', '"errata":[]', '"errata":[{"on":"2025-01-01","by":"A","reason":"B","text":"x"}]'],
    ['withdrawn', '"published"', '"withdrawn":"2025-01-01","published"'],
    ['reviewed', '"published"', '"reviewed":"2025-01-01","published"'],
    ['notified', '"notified":[]', '"notified":[{"by":"post","on":"2025-01-01"}]'],
    ['published', '"published":"2024', '"published":"2023'],
    ['files', '"published"', '"files":{"/a.png":"x"},"published"'],
    ['seal', '"published"', '"seal":"x","published"'],
  ])('with another %s in its list is a fault', async (name, from, to) => {
    const { faults } = await check(edit('/shop/versions.json', from, to));
    expect(faults).toMatchObject([{ kind: 'record' }]);
    expect(faults[0]!.message).toContain(`differs from the lock in ${name} of ${ID}`);
  });

  it('has files as large as can be recorded, and one that is not the list by its name', async () => {
    const large = Buffer.alloc(LARGEST, 'a');
    const files = { '/large.bin': sha256(large), '/data/versions.json': sha256('{}') };
    const of = { ...published, locked: { [ID]: { ...entry, files } } };
    const { faults } = await check(
      (site) => {
        for (const [list, [type, content]] of site) {
          if (!list.endsWith('versions.json')) continue;
          const more = `"files":${JSON.stringify(files)},"published"`;
          site.set(list, [type, String(content).replace('"published"', more)]);
        }
        site.set('/large.bin', ['application/octet-stream', large]);
        site.set('/data/versions.json', ['application/json', '[]']);
      },
      { of },
    );
    expect(faults).toMatchObject([{ kind: 'changed', address: /data\/versions\.json$/ }]);
  });

  it('shows nothing of a page that would act on a terminal', async () => {
    const { faults } = await check(edit('/shop/', 'Six', '\u001b[31mFive\u0007\u202e'));
    expect(faults[0]!.message).toContain('\\x1b[31mFive\\x07\\u202e');
  });
});

describe('a server that answers', () => {
  it.each<[string, RequestListener, string, RegExp]>([
    ['with 500', (_, r) => r.writeHead(500).end(), 'status', /returned 500/],
    [
      'with a redirect to itself',
      (q, r) => r.writeHead(302, { location: `${q.url}x` }).end(),
      'redirect',
      /leads on more than 5 times/,
    ],
    [
      'with a redirect to another site',
      (_, r) => r.writeHead(302, { location: 'https://evil.example/' }).end(),
      'redirect',
      /leads to another site: https:\/\/evil\.example\//,
    ],
    [
      'with a redirect to another protocol',
      (_, r) => r.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'redirect',
      /another site/,
    ],
    [
      'with a redirect to no address',
      (_, r) => r.writeHead(302, { location: 'http://[' }).end(),
      'redirect',
      /no address/,
    ],
    ['without a type', (_, r) => r.writeHead(200).end('x'), 'type', /served without a type/],
    [
      'in another encoding',
      (_, r) => r.writeHead(200, { 'content-type': 'application/json; charset=latin1' }).end('x'),
      'type',
      /charset=latin1, and not as UTF-8/,
    ],
    [
      'in broken packing',
      (_, r) =>
        r
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end('not packed at all'),
      'unreachable',
      /cannot be unpacked/,
    ],
    [
      'by closing the connection',
      (q) => q.socket.destroy(),
      'unreachable',
      /connection was closed/,
    ],
    [
      'with no list',
      (_, r) => r.writeHead(200, { 'content-type': 'application/json' }).end('[[['),
      'record',
      /has no list of versions/,
    ],
  ])('%s is a fault in words', async (_, listener, kind, message) => {
    const { faults } = await checkAnswer(listener);
    const found = faults.filter((each) => each.kind === kind && message.test(each.message));
    expect(found).not.toEqual([]);
    expect(faults.filter((each) => /\n\s+at /.test(each.message))).toEqual([]);
  });

  it('never is a fault in words', async () => {
    const { faults } = await checkAnswer(() => undefined, { time: 50 });
    expect(faults).toMatchObject([{ kind: 'unreachable', message: /takes longer than/ }]);
  });

  it('with far more than a page once it is unpacked is read no further', async () => {
    const bomb = gzipSync(Buffer.alloc(200 << 20), { level: 1 });
    const before = process.memoryUsage().rss;
    const { counts } = await checkAnswer((request, response) => {
      const type = request.url?.endsWith('.json') ? 'application/json' : 'text/html';
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(bomb);
    });
    // The list, and the first page: another site is asked for no more.
    expect(counts).toEqual({ size: 2, site: 1 });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  });

  it('with more elements than a page has is read no further', async () => {
    const html = `<b>${'<b a=1><b a=2><b a=3><p>'.repeat(20_000)}`;
    const { faults } = await checkAnswer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    );
    expect(faults.map(({ message }) => message).join()).toContain('more HTML than can be read');
  });

  it('by a redirect within itself is followed', async () => {
    const site = siteOf('/');
    const origin = await serve((request, response) => {
      const found = site.get(request.url?.replace('/moved', '') ?? '');
      if (!request.url?.startsWith('/moved')) {
        response.writeHead(301, { location: `/moved${request.url}` }).end();
      } else response.writeHead(200, { 'content-type': found![0] }).end(found![1]);
    });
    const { faults } = await checkDeployed(new URL(`${origin}/`), published, { fetch });
    expect(faults).toEqual([]);
  });

  it.each<[string, RequestListener, string]>([
    ['redirects in a circle', (_, r) => r.writeHead(302, { location: '/a' }).end(), 'redirect'],
    [
      'an error page with status 200',
      (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'),
      'type',
    ],
    ['nothing that is known', (_, r) => r.writeHead(404).end(), 'status'],
    ['what is no HTTP', (q) => q.socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'unreachable'],
  ])('with %s is read no further, in a line for each fault', async (_, listener, kind) => {
    let asked = 0;
    const report = await checkAnswer((request, response) => {
      asked += 1;
      listener(request, response);
    });
    expect(report.faults.map((fault) => fault.kind)).toContain(kind);
    expect(report.faults.length).toBeLessThan(4);
    for (const { message } of report.faults) expect(message).not.toMatch(/\n/);
    expect(report.unread).toBeGreaterThan(3);
    expect(asked).toBeLessThan(20);
  });

  it('with another site altogether says so', async () => {
    const { faults } = await checkAnswer((request, response) => {
      if (request.url?.endsWith('.json')) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Shoes</h1>');
    });
    expect(faults.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'site', 'status']);
    expect(faults.find(({ kind }) => kind === 'site')?.message).toContain('base and path');
  });

  it('with another site is not told which headers that should have', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Shoes</h1>');
    });
    const of = { ...published, headersAt: () => ({ 'Referrer-Policy': 'no-referrer' }) };
    const { faults, weak } = await checkDeployed(new URL(`${origin}/`), of, { fetch });
    expect([faults.some(({ kind }) => kind === 'site'), weak]).toEqual([true, []]);
  });

  it.each(['/a', '/b'])('with redirects to %s without end says that', async (location) => {
    const { faults } = await checkAnswer((request, response) => {
      const to = location === '/b' ? `${request.url}b` : location;
      response.writeHead(302, { location: to }).end();
    });
    expect(faults.map(({ kind }) => kind)).toEqual(['site', 'redirect', 'redirect']);
    expect(faults[0]?.message).toMatch(/was not compared: the host redirects without end/);
  });

  it.each<[status: number, advice: RegExp]>([
    [
      503,
      /\/ was not compared: the host answers 503: it cannot serve it now\. Run this again later$/,
    ],
    [502, /answers 502: it cannot serve it now/],
    [429, /answers 429: it was asked too often\. Wait some minutes/],
    [401, /answers 401: it asks for a login/],
    [403, /answers 403: it lets this computer read nothing/],
  ])('with %i to everything says so, and not that it is another site', async (status, advice) => {
    let asked = 0;
    const { faults, unread } = await checkAnswer((_, response) => {
      asked += 1;
      response.writeHead(status).end();
    });
    expect(faults.map(({ kind }) => kind)).toEqual(['site', 'status', 'status']);
    expect(faults[0]?.message).toMatch(advice);
    expect([asked, unread > 3]).toEqual([2, true]);
  });

  it('with 429 from some answer on is left alone', async () => {
    const site = siteOf('/');
    let asked = 0;
    const origin = await serve((request, response) => {
      asked += 1;
      const [type, content] = site.get(request.url ?? '') ?? ['text/plain', ''];
      response.writeHead(asked > 3 ? 429 : 200, { 'content-type': type }).end(content);
    });
    const others = Array.from({ length: 100 }, (_, index) => ({
      ...{ kind: 'page' as const, address: `more/${index}/`, file: '', length: () => 1 },
      faultIn: () => undefined,
    }));
    const report = await checkDeployed(new URL(`${origin}/`), { ...published, others }, { fetch });
    expect(asked).toBeLessThan(3 + 16 + 8);
    expect(report.unread).toBeGreaterThan(70);
    expect(report.faults[0]?.message).toContain('returned 429');
  });

  it('with its pages, and without its list, is compared all the same', async () => {
    const { faults, read } = await check((site) => site.delete('/versions.json'));
    expect(faults).toMatchObject([{ kind: 'status', message: /versions\.json returned 404/ }]);
    expect(read.page).toBe(3);
  });

  it('drop by drop ends with the time of one answer', async () => {
    const started = performance.now();
    const { faults } = await checkAnswer(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drops = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drops));
      },
      { time: 200 },
    );
    expect(faults).toMatchObject([{ kind: 'unreachable', message: /takes longer than/ }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('without end is read as far as one answer may go', async () => {
    const chunk = Buffer.alloc(1 << 20, 32);
    let sent = 0;
    const { faults } = await checkAnswer((request, response) => {
      const isList = request.url?.endsWith('.json');
      response.writeHead(200, { 'content-type': isList ? 'application/json' : 'text/html' });
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        response.once('drain', pour);
      };
      pour();
    });
    expect(faults.filter(({ kind }) => kind === 'size')).toHaveLength(2);
    expect(sent).toBeLessThan(200 << 20);
  });

  it('with more than is read of one site is read no further', async () => {
    const site = siteOf('/');
    const origin = await serve((request, response) => {
      const [type, content] = site.get(request.url ?? '') ?? ['text/plain', ''];
      response.writeHead(200, { 'content-type': type }).end(content);
    });
    const readWith = (wholeBytes: number): ReturnType<typeof checkDeployed> =>
      checkDeployed(new URL(`${origin}/`), published, { fetch, wholeBytes });
    const some = await readWith(1500);
    expect(some.faults.filter(({ kind }) => kind === 'size').length).toBeGreaterThan(0);
    expect(some.faults[0]?.message).toContain('more than is read of one site');
    const none = await readWith(10);
    expect(none.faults).toMatchObject([{ kind: 'size' }]);
    expect(none.unread).toBeGreaterThan(3);
  });

  it('by HTTPS with a certificate that nobody trusts is one fault', async () => {
    const server = createSecureServer({ key: KEY, cert: CERTIFICATE }, (_, response) =>
      response.end(),
    );
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const site = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { faults } = await checkDeployed(site, published, { fetch });
    expect(faults).toMatchObject([
      { kind: 'unreachable', message: /certificate is not from an authority that is trusted/ },
    ]);
  });

  it('by HTTP where HTTPS is asked for is one fault', async () => {
    const origin = await serve((_, response) => response.end());
    const site = new URL(`${origin.replace('http:', 'https:')}/`);
    const { faults } = await checkDeployed(site, published, { fetch });
    expect(faults).toMatchObject([{ kind: 'unreachable', message: /does not answer by HTTPS/ }]);
  });

  it('not at all is one fault', async () => {
    const site = new URL('http://127.0.0.1:9/');
    const { faults, unread } = await checkDeployed(site, published, { fetch });
    expect(faults).toHaveLength(1);
    expect(unread).toBeGreaterThan(3);
  });
});

describe('headers of a deployed site', () => {
  const asked = { 'Referrer-Policy': 'no-referrer' };

  it('are compared where they are sampled, and grouped by what is wrong', async () => {
    const { faults, weak } = await check(undefined, {
      of: { ...published, headersAt: (address) => (address.endsWith('/') ? asked : undefined) },
    });
    expect(faults).toEqual([]);
    expect(
      weak.map(({ header, message, addresses }) => [
        `${header} ${message}`,
        addresses.map((each) => new URL(each).pathname),
      ]),
    ).toEqual([
      ['Referrer-Policy is missing', ['/shop/', '/shop/2024-01-01/']],
      ['Content-Security-Policy of the page is missing', ['/shop/', '/shop/2024-01-01/']],
    ]);
  });

  it('of nothing are asked for where there is no sample', async () => {
    expect((await check()).weak).toEqual([]);
  });
});

/** A key and a certificate for these tests alone: nothing else knows them. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgihFaGsipsWz6Z6je
pT0B1LWbQXKPtSLSiaVevRbTLqShRANCAAQuGQMqcpTKfc8QmTRx3ZSaQBnAdlQg
kSYGMtEVC1JbjhuaHdv/BGs5sj22I2hkXdI5f7uOMf8drkHyuK7A7n6i
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBjjCCATWgAwIBAgIUVTDCHrle7biB3Qc/UxMpJpxZ+0IwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRZWxzZXdoZXJlLmV4YW1wbGUwIBcNMjYxMTI4MDg1NDI0WhgP
MjEyNjExMDQwODU0MjRaMBwxGjAYBgNVBAMMEWVsc2V3aGVyZS5leGFtcGxlMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAELhkDKnKUyn3PEJk0cd2UmkAZwHZUIJEm
BjLRFQtSW44bmh3b/wRrObI9tiNoZF3SOX+7jjH/Ha5B8riuwO5+oqNTMFEwHQYD
VR0OBBYEFGKfu3Hi2Y3lFjB2reUYinzakoO3MB8GA1UdIwQYMBaAFGKfu3Hi2Y3l
FjB2reUYinzakoO3MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIg
ab7WrXII70IysQ+IKL2VOjA93SYNvfGX0ealwOm25tQCIH5koNjiLGrZEhMVrOrh
6G3sYwUB/pBX2Q8GIwezGf/s
-----END CERTIFICATE-----`;
