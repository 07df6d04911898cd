import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readImport, withHash } from '../record/imports.ts';
import { journalPathOf, originOf } from '../record/journal.ts';
import { docxOf, p } from '../import/docx-testing.ts';
import type { Account } from '../import/model.ts';
import { importNotice, type ImportOptions } from './import.ts';
import type { Person } from './person.ts';
import { run } from './program.ts';

const KEPT = 'We keep your orders for six years, because the law on taxes asks us to.';
const PAGE = `<!doctype html><html lang="en"><head><title>Privacy - Acme</title><script>alert(1)</script></head><body>
<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
<main><h1>Customer privacy notice</h1>
<p>Acme Widgets Limited (company number 01234567) is the controller of your personal data. Write to us at privacy@acme.example.</p>
<h2>How long we keep it</h2><p>${KEPT}</p>
<ul><li>Invoices of your orders, with your name and address</li><li>Letters and emails that you have sent to us</li></ul>
<h2>Your rights</h2><p>You can ask for a copy of your personal data, and complain to us about how we use it.</p></main>
<footer><a href="/terms">Terms and conditions</a></footer></body></html>`;

let folder = '';
let printed = '';
const at = (...parts: string[]): string => path.join(folder, ...parts);
const draft = (): string => at('notices', 'shop', 'draft.mdx');
const account = (): string => at('notices.record', '~imports', 'shop', 'draft.json');
const save = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  printed = '';
  mkdirSync(at('notices'));
  vi.stubEnv('NOTICES_DIR', at('notices'));
  vi.stubEnv('NOTICEBOARD_TODAY', '2026-11-28');
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const importing = (name: string, text: string, options: ImportOptions = {}, person?: Person) =>
  importNotice(
    ['shop', save(name, text)],
    { title: 'Customer privacy notice', ...options },
    person,
  );
const nothing = (): boolean =>
  readdirSync(folder).every((name) => !name.startsWith('notices.')) &&
  readdirSync(at('notices')).length === 0;

describe('an import', () => {
  it('makes a draft of a page, and an account of every sentence', async () => {
    await importing('privacy.html', PAGE);
    const text = readFileSync(draft(), 'utf8');
    expect(text).toContain(KEPT);
    expect(text).toContain('## How long we keep it');
    expect(text).toContain('companyNumber: "01234567"');
    expect(text).toContain('email: privacy@acme.example');
    expect(text).not.toMatch(/alert|Terms and conditions|Shop/);
    const { sentences } = JSON.parse(readFileSync(account(), 'utf8')) as Account;
    expect(sentences.find((each) => each.text === KEPT)?.status).toBe('kept');
    expect(sentences.find((each) => each.text.startsWith('Terms'))?.status).toBe('dropped');
    expect(printed).toMatch(/Read privacy\.html .*web page, English/);
    expect(printed).toContain('npx noticeboard publish shop');
    expect(
      printed
        .split('\n')
        .filter((line) => [...line].length > 80 && !line.includes(path.basename(folder))),
    ).toEqual([]);
  });

  it('prints the account alone for programs, and writes all the same', async () => {
    await importing('privacy.html', PAGE, { json: true });
    expect((JSON.parse(printed) as Account).sentences.length).toBeGreaterThan(5);
    expect(existsSync(draft())).toBe(true);
  });

  it('writes nothing in a dry run', async () => {
    await importing('privacy.html', PAGE, { dryRun: true, dropped: true });
    expect(nothing()).toBe(true);
    expect(printed).toContain('Terms and conditions');
  });

  it('writes over no draft, but over an outline that nobody has written in', async () => {
    expect(
      await run(['new', 'shop', '--title', 'T', '--controller', 'C', '--email', 'a@a.example']),
    ).toBe(0);
    await importing('privacy.html', PAGE);
    const imported = readFileSync(draft(), 'utf8');
    expect(imported).toContain(KEPT);
    await expect(importing('privacy.html', PAGE)).rejects.toThrow('already has a draft');
    expect(readFileSync(draft(), 'utf8')).toBe(imported);
  });

  it('follows a published version, and leaves it as it is', async () => {
    await importing('privacy.html', PAGE);
    expect(await run(['publish', 'shop', '--yes'])).toBe(0);
    const version = at('notices', 'shop', '2026-11-28.mdx');
    const published = readFileSync(version, 'utf8');
    const newer = PAGE.replace('six years', 'four years').replace(
      'How long we keep it',
      'Keeping your data',
    );
    await importing('newer.html', newer);
    expect(readFileSync(version, 'utf8')).toBe(published);
    const text = readFileSync(draft(), 'utf8');
    expect(text).toContain('effective: "2026-11-29"');
    expect(text).toContain('changes: []');
    expect(text).not.toContain('changeType');
    // A section keeps the anchor of the one it descends from.
    expect(text).toMatch(/## Keeping your data \{#how-long-we-keep-it\}/);
    expect(printed).toContain('It follows 2026-11-28');
  });

  it('takes a newer copy with the answers and corrections of before, and says what is new', async () => {
    await importing('privacy.html', PAGE, { title: 'Our own title' });
    const facts = readFileSync(draft(), 'utf8')
      .replace('name: Acme Widgets Limited', 'name: Acme Widgets (Holdings) Limited')
      .replace(/effective: .*/, 'effective: "2026-12-24"');
    writeFileSync(draft(), facts);
    const newer = PAGE.replace('six years', 'four years')
      .replaceAll('privacy@acme.example', 'data@acme.example')
      .replace('01234567', '07654321');
    printed = '';
    await importNotice(['shop', save('newer.html', newer)], { again: true });
    const text = readFileSync(draft(), 'utf8');
    expect(text).toContain('title: Our own title');
    expect(text).toContain('name: Acme Widgets (Holdings) Limited');
    expect(text).toContain('effective: "2026-12-24"');
    expect(text).toContain('email: data@acme.example');
    expect(text).toContain('companyNumber: "07654321"');
    expect(text).toContain('for four years');
    expect(printed).toMatch(
      /Since the last import\n +New +3\n[^]*four years[^]*Gone +3\n[^]*six years/,
    );
    // What somebody wrote into the text is not written over.
    writeFileSync(draft(), text.replace('four years', 'ten years'));
    await expect(importing('newer.html', newer, { again: true })).rejects.toThrow(
      'were edited since',
    );
    expect(readFileSync(draft(), 'utf8')).toContain('ten years');
  });

  it.each([
    ['a word', 'six years', 'ten years', 'the words of'],
    ['headings', /^## /gm, '### ', 'formatting or comments'],
    ['emphasis', 'six years', '**six years**', 'formatting or comments'],
    ['a mark that is decided', /\{\/\* import:.*\n\n?/, '', 'formatting or comments'],
    ['a comment', '## Your rights', '{/* Ask Ann. */}\n\n## Your rights', 'formatting or comments'],
    ['a comment of a fact', 'controller:', '# Ask Ann.\ncontroller:', 'a comment: “Ask Ann.”'],
  ] as const)('keeps an edit of %s', async (_, from, to, why) => {
    const page = PAGE.replace(
      '<footer>',
      '<div><p>Questions about your data? Write to privacy@acme.example.</p><a href="/">Shop</a></div><footer>',
    );
    await importing('privacy.html', page);
    // Without an edit it is replaced, also where git has changed the ends of lines.
    writeFileSync(draft(), readFileSync(draft(), 'utf8').replaceAll('\n', '\r\n'));
    await importing('privacy.html', page, { again: true });
    const text = readFileSync(draft(), 'utf8');
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    writeFileSync(draft(), edited);
    await expect(importing('newer.html', page, { again: true })).rejects.toThrow(why);
    expect(readFileSync(draft(), 'utf8')).toBe(edited);
    printed = '';
    await run(['verify']);
    expect(printed.includes('it still has')).toBe(why !== 'the words of');
  });

  it('replaces no draft of an account that does not say how its text was written', async () => {
    await importing('privacy.html', PAGE);
    const made = readImport(at('notices'), 'shop', 'draft');
    if (!made) throw new Error('no account');
    const { body: _, ...notice } = made.notice;
    writeFileSync(account(), withHash({ ...made, notice }));
    const again = () => importing('privacy.html', PAGE, { again: true });
    await expect(again()).rejects.toThrow('may have been edited: an earlier release');
    rmSync(draft());
    await again();
    expect(readImport(at('notices'), 'shop', 'draft')?.notice.body).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps what somebody writes into the draft while questions are asked', async () => {
    await importing('privacy.html', PAGE);
    const edited = readFileSync(draft(), 'utf8').replace(
      /effective: .*/,
      'effective: "2027-01-31"',
    );
    const person: Person = {
      show: () => undefined,
      type: () => Promise.resolve(''),
      choose: () => {
        writeFileSync(draft(), edited);
        return Promise.resolve('w');
      },
    };
    const again = importing('newer.html', PAGE, { again: true }, person);
    await expect(again).rejects.toThrow('draft.mdx was changed meanwhile');
    expect(readFileSync(draft(), 'utf8')).toBe(edited);
    await importing('newer.html', PAGE, { again: true });
    expect(readFileSync(draft(), 'utf8')).toContain('effective: "2027-01-31"');
  });

  it('says before it is published what is still to decide and to fill in', async () => {
    const undecided = 'Questions about your data? Write to privacy@acme.example.';
    const page = PAGE.replace(
      '<footer>',
      `<div><p>${undecided}</p><a href="/">Shop</a></div><footer>`,
    ).replace('complain to us', 'complain by [DATE] to us');
    await importing('privacy.html', page);
    const lines = readFileSync(draft(), 'utf8').split('\n');
    const mark = lines.findIndex((line) => line.startsWith('{/* import:')) + 1;
    printed = '';
    expect(await run(['publish', 'shop'])).toBe(1);
    expect(printed).toContain(`draft.mdx:${mark}  warning  nobody has decided`);
    expect(printed).toContain('placeholders of a template are still in the text: [DATE]');
    writeFileSync(
      draft(),
      lines
        .filter((line) => !line.startsWith('{/* import:') && line !== undecided)
        .join('\n')
        .replace('\\[DATE\\]', 'letter'),
    );
    expect(await run(['publish', 'shop'])).toBe(0);
  });

  it('moves its account with a draft that is renamed to the day it has applied from', async () => {
    await importing('privacy.html', PAGE);
    const dated = path.join(path.dirname(draft()), '2018-05-25.mdx');
    const text = readFileSync(draft(), 'utf8').replaceAll('2026-11-28', '2018-05-25');
    rmSync(draft());
    writeFileSync(dated, text);
    expect(await run(['adopt', 'shop/2018-05-25']), printed).toBe(0);
    expect(existsSync(account())).toBe(false);
    printed = '';
    expect(await run(['verify'])).toBe(0);
    expect(printed).toContain('Imported shop/2018-05-25 from privacy.html: it still has');
  });

  it('is written once where two of them come at the same time', async () => {
    const all = await Promise.allSettled([
      importing('one.html', PAGE),
      importing('two.html', PAGE.replace('six years', 'four years')),
    ]);
    expect(all.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { source } = JSON.parse(readFileSync(account(), 'utf8')) as Account;
    expect(readFileSync(draft(), 'utf8')).toContain(
      source.name === 'one.html' ? 'for six years' : 'for four years',
    );
  });

  it('is finished by the next command if it was killed half-way', async () => {
    await importing('privacy.html', PAGE);
    const files = [draft(), account()].map((file) => ({
      file: path.relative(folder, file),
      content: readFileSync(file, 'utf8'),
    }));
    rmSync(at('notices.record'), { recursive: true });
    // Killed between its two files: the journal is there.
    const journal = { of: originOf(at('notices')), changes: files, end: true };
    writeFileSync(journalPathOf(at('notices')), JSON.stringify(journal));
    await run(['import', 'shop', at('privacy.html')]);
    expect(existsSync(account())).toBe(true);
    expect(existsSync(journalPathOf(at('notices')))).toBe(false);
    expect(printed).toContain('already has a draft');
  });

  it('asks a person, lets them see what was dropped, and repeats their answers', async () => {
    const asked: string[] = [];
    const personWho = (...answers: string[]): Person => {
      const answer = (message: string): Promise<string> => {
        asked.push(message);
        return Promise.resolve(answers.shift() ?? '');
      };
      return { show: (text) => asked.push(text), choose: answer, type: answer };
    };
    const unnamed = PAGE.replace('Acme Widgets Limited (company number 01234567) is', 'We are');
    await importing('privacy.html', unnamed, {}, personWho('Acme Limited', 'd', 'w'));
    expect(asked[0]).toContain('Which organisation is responsible?');
    expect(asked[2]).toContain('Terms and conditions');
    const first = readFileSync(draft(), 'utf8');
    expect(first).toContain('name: Acme Limited');
    await importing('newer.html', unnamed, { again: true }, personWho('w'));
    expect(readFileSync(draft(), 'utf8')).toBe(first);
    expect(printed).toContain('The source is the same as at the last import.');
    rmSync(draft());
    await expect(importing('a.html', unnamed, {}, personWho('', 'q'))).rejects.toThrow('Nothing');
    expect(existsSync(draft())).toBe(false);
  });
});

it('asks whether to accept tracked changes of Word, or stops', async () => {
  const changed =
    '<w:ins w:id="1"><w:r><w:t>seven</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>six</w:delText></w:r></w:del>';
  const words = `${'We keep personal data about our customers safe, and share it with nobody. '.repeat(9)}`;
  const sentence = (inner: string): string =>
    `<w:p><w:r><w:t xml:space="preserve">We keep it for </w:t></w:r>${inner}<w:r><w:t xml:space="preserve"> years.</w:t></w:r></w:p>`;
  writeFileSync(at('a.docx'), docxOf(p(words) + sentence(changed)));
  const given = { title: 'Privacy', controller: 'Acme Limited', email: 'a@acme.example' };
  const word = (options: ImportOptions) =>
    importNotice(['shop', at('a.docx')], { ...given, ...options });
  await expect(word({})).rejects.toThrow('1 insertion and 1 deletion');
  expect(nothing()).toBe(true);
  await word({ tracked: 'reject' });
  expect(readFileSync(draft(), 'utf8')).toContain('for six years.');
  rmSync(draft());
  await word({ again: true, tracked: 'accept' });
  expect(readFileSync(draft(), 'utf8')).toContain('for seven years.');
});

describe('what is refused, with nothing written', () => {
  it.each([
    [
      'a redirect',
      'a.html',
      '<!doctype html><html><body><p>Redirecting you…</p></body></html>',
      /page/i,
    ],
    ['a PDF', 'a.pdf', '%PDF-1.7 words', /PDF/],
    ['an old Word file', 'a.doc', '\xd0', /./],
    ['nothing', 'a.txt', '', /empty/],
    [
      'another text',
      'a.txt',
      'A recipe. Take two eggs and a cup of flour. '.repeat(20),
      /privacy notice/,
    ],
    [
      'a parked domain',
      'a.html',
      `<!doctype html><html lang="en"><p>${'This domain is for sale. Ask us for a price. '.repeat(20)}</p></html>`,
      /./,
    ],
  ])('%s', async (_, name, text, message) => {
    await expect(importing(name, text)).rejects.toThrow(message);
    expect(nothing()).toBe(true);
  });

  it.each([
    ['search', 'generates'],
    ['a/../b', 'cannot be the path of a notice'],
  ])('the path %s', async (notice, message) => {
    await expect(importNotice([notice, save('a.html', PAGE)], {})).rejects.toThrow(message);
    expect(nothing()).toBe(true);
  });

  it('a notice or source that nobody can be asked for', async () => {
    expect(await run(['import', 'shop'])).toBe(1);
    expect(printed).toContain('the source is missing');
    await expect(importing('a.html', PAGE, { again: true })).rejects.toThrow(
      'nothing was imported',
    );
    await expect(importing('a.html', PAGE, { path: 'b.md' })).rejects.toThrow('one file');
  });
});

it('lets nothing of a source act on the terminal or on the site', async () => {
  const hostile = PAGE.replace(
    KEPT,
    `${KEPT}</p><p onclick="x()">{process.exit()} &lt;script&gt; \x1b[2J\u202e import fs from "fs" <a href="javascript:x()">here you can read more about it</a>`,
  );
  await importing('privacy.html', hostile, { dropped: true });
  expect(printed.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/);
  expect(readFileSync(draft(), 'utf8')).not.toMatch(
    /javascript:|onclick|^import|(?<!\\)\{process/m,
  );
});
