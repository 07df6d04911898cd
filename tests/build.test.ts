import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { build, buildOrThrow, namesOfFiles, readFiles, type BuildResult } from './setup/build.ts';
import { textOf } from './setup/html.ts';
import { GOOD, version } from './setup/notices.ts';
import { useWorkshop } from './setup/workshop.ts';
import { pagesOf, readPage } from './setup/site.ts';

/** A place of its own for each group: notices in, sites out. */
const { at, noticesOf } = useWorkshop('build');

/** A failed build says what is wrong, without a stack. */
function expectPlainFailure({ code, output }: BuildResult): void {
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  expect(output).not.toMatch(/stack trace/i);
  expect(output).not.toContain('node_modules');
}

describe('a mistake in a notice', () => {
  let site: string;
  let before: Map<string, Buffer>;

  beforeAll(async () => {
    site = at('mistakes', 'out');
    const notices = noticesOf('mistakes-none', { 'shop/2025-01-01.mdx': GOOD });
    await buildOrThrow({ notices, out: path.join(site, 'dist') });
    before = readFiles(site);
    expect(before.has('dist/shop/index.html')).toBe(true);
  });

  const notUtf8 = Buffer.concat([
    Buffer.from(version('## About {#about}\n\nOur caf').trimEnd()),
    Buffer.from([0xe9, 0x0a]),
  ]);

  /** Each in a notice of its own: one build tells all of them. */
  const MISTAKES: [string, string, string | Uint8Array, string][] = [
    ['in its syntax', 'syntax', version('## About {#about}\n\nSee <Controller>.'), ':13:5  error'],
    [
      'in a date',
      'date',
      GOOD.replace('published: "2025-01-01"', 'published: 2025-02-30'),
      ':3:12  error  "2025-02-30" is not a day that exists',
    ],
    [
      'in a link',
      'link',
      version('## About {#about}\n\nSee [there](#abuot).'),
      ':13:5  error  this version has no section "abuot"',
    ],
    [
      'in a key',
      'key',
      GOOD.replace('controller:', 'sumary: Short.\ncontroller:'),
      ':5:1  error  unknown key "sumary". Did you mean "summary"?',
    ],
    ['in the encoding of the file', 'encoding', notUtf8, ':13:8  error  the file is not valid UTF-8'],
    [
      'in an expression',
      'expression',
      version('## About {#about}\n\nWe are {company}.'),
      ':13:8  error  MDX reads {company} as code',
    ],
  ];

  describe('of each kind', () => {
    let result: BuildResult;

    beforeAll(async () => {
      const files = MISTAKES.map(([, notice, text]) => [`${notice}/2025-01-01.mdx`, text] as const);
      const notices = noticesOf('mistakes', Object.fromEntries(files));
      result = await build({ notices, out: path.join(site, 'dist') });
    });

    it.each(MISTAKES)('%s is reported with its place', (_, notice, __, finding) => {
      expect(result.output).toContain(`/notices/${notice}/2025-01-01.mdx${finding}`);
    });

    it('is one error, and the site that was there stays', () => {
      expect(result.output).toContain(`${MISTAKES.length} errors, 0 warnings`);
      expectPlainFailure(result);
      expect(readFiles(site)).toEqual(before);
    });
  });

  it('is shown beside its line on GitHub Actions', async () => {
    const notices = noticesOf('mistakes-github', {
      'shop/2025-01-01.mdx': version('## About {#about}\n\nWe are {company}.'),
    });
    const environment = { GITHUB_ACTIONS: 'true' };
    const result = await build({ notices, out: path.join(site, 'dist'), environment });
    expect(result.output).toMatch(
      /^::error file=.*notices\/shop\/2025-01-01\.mdx,line=13,col=8,title=.*::MDX reads {company}/m,
    );
    expect(result.output).toContain('1 error, 0 warnings');
    expect(readFiles(site)).toEqual(before);
  });

  it('that only shows when the text is rendered names the file, and the site stays', async () => {
    const expression = '{(() => { throw new Error("no such thing") })()}';
    const notices = noticesOf('mistakes-rendered', {
      'shop/2025-01-01.mdx': version(`## About {#about}\n\n${expression}`),
    });
    const result = await build({ notices, out: path.join(site, 'dist') });
    expect(result.output).toContain('notices/shop/2025-01-01.mdx');
    expect(result.output).toContain('no such thing');
    expectPlainFailure(result);
    expect(readFiles(site)).toEqual(before);
  });

  it('in NOTICEBOARD_TODAY is one clear error, and the site stays', async () => {
    const notices = noticesOf('mistakes-today', { 'shop/2025-01-01.mdx': GOOD });
    const result = await build({ notices, out: path.join(site, 'dist'), today: '2026-02-30' });
    expect(result.output).toContain('NOTICEBOARD_TODAY is "2026-02-30"');
    expect(result.output.match(/NOTICEBOARD_TODAY is/g)).toHaveLength(1);
    expectPlainFailure(result);
    expect(readFiles(site)).toEqual(before);
  });

  it('in NOTICES_DIR is one clear error, and the site stays', async () => {
    const notices = at('nowhere');
    const result = await build({ notices, out: path.join(site, 'dist') });
    expect(result.output).toMatch(/there is no folder ".*nowhere"/);
    expect(result.output).toContain('1 error, 0 warnings');
    expectPlainFailure(result);
    expect(readFiles(site)).toEqual(before);
  });
});

describe('a destination that is no place for a site', () => {
  it.each([
    ['the folder of notices', 'notices'],
    ['a folder above it', '.'],
  ])('costs no notice: %s', async (name, destination) => {
    const notices = noticesOf(`destination ${name}`, { 'shop/2025-01-01.mdx': GOOD });
    const out = path.join(notices, '..', destination);
    const result = await build({ notices, out });
    const left = readFiles(path.dirname(notices)).get('notices/shop/2025-01-01.mdx');
    expect(left?.toString()).toBe(GOOD);
    expectPlainFailure(result);
  });
});

describe('a build that is killed', () => {
  it('leaves the last good site, and the next one leaves nothing lying about', async () => {
    const out = at('killed', 'out', 'dist');
    const first = noticesOf('killed', { 'shop/2025-01-01.mdx': GOOD });
    await buildOrThrow({ notices: first, out });
    const before = readFiles(out);

    const second = noticesOf('killed-second', { 'jobs/2025-01-01.mdx': GOOD });
    const killed = await build({ notices: second, out, killAt: 'Building static entrypoints' });
    expect(killed.code).toBeNull();
    expect(readFiles(out)).toEqual(before);

    await buildOrThrow({ notices: second, out });
    const [top] = new Set(namesOfFiles(path.dirname(out)).map((file) => file.split('/')[0]));
    expect(top).toBe('dist');
    const after = namesOfFiles(path.dirname(out));
    expect(after.filter((file) => !file.startsWith('dist/'))).toEqual([]);
    expect(after).toContain('dist/jobs/index.html');
    expect(after).not.toContain('dist/shop/index.html');
  });
});

describe('two builds at the same time', () => {
  it('do not meet', async () => {
    const names = ['shop', 'work'];
    const outs = names.map((name) => at('together', name));
    await Promise.all(
      names.map((name, index) =>
        buildOrThrow({
          notices: noticesOf(`together-${name}`, {
            [`${name}/2025-01-01.mdx`]: GOOD.replace('good words', `words of the ${name}`),
          }),
          out: outs[index]!,
        }),
      ),
    );
    names.forEach((name, index) => {
      const site = { folder: outs[index]! };
      expect(pagesOf(site).map((page) => page.path)).toEqual([
        '/404.html',
        '/',
        '/search/',
        `/${name}/2025-01-01/`,
        `/${name}/history/`,
        `/${name}/`,
        `/${name}/on/`,
        `/${name}/sections/about/`,
      ]);
      expect(textOf(readPage(site, `/${name}/`).document)).toContain(`words of the ${name}`);
    });
  });
});

describe('how a file was saved', () => {
  const text = version(`## About {#about}

One line\\
and another, in one paragraph
of three.

| What | Why |
| --- | --- |
| Name | To answer |

- an item
  of two lines

\`\`\`
code
of two lines
\`\`\`
`);
  const clean = { 'shop/2025-01-01.mdx': text };
  const windows = { 'shop/2025-01-01.mdx': `\uFEFF${text.replaceAll('\n', '\r\n')}` };

  it('makes no difference: a byte-order mark, CRLF and a link to the folder give the same bytes', async () => {
    const out = at('saved', 'clean');
    await buildOrThrow({ notices: noticesOf('saved-clean', clean), out });
    const linked = at('saved', 'linked');
    const link = at('saved', 'link');
    symlinkSync(noticesOf('saved-windows', windows), link, 'junction');
    await buildOrThrow({ notices: link, out: linked });
    expect(readFiles(linked)).toEqual(readFiles(out));
  });
});

// Once, in another zone, folder and home, among the tests of permanence: `npm run test:long`.
describe.runIf(import.meta.env.MODE === 'long')('the same inputs', () => {
  const sites = [inject('languages'), ...inject('samples')];
  const zones = ['Pacific/Kiritimati', 'America/Los_Angeles'];
  const tried = sites.flatMap((site) => zones.map((timeZone) => ({ timeZone, site })));

  it.each(tried)(
    'give the same bytes again, of $site.name in $timeZone as elsewhere',
    async ({ timeZone, site: { name, notices, base, folder } }) => {
      const out = at('again', name, timeZone.replace('/', '-'));
      await buildOrThrow({ notices, out, base, timeZone });
      expect(readFiles(out)).toEqual(readFiles(folder));
    },
  );
});
