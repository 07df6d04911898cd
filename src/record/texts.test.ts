/** Texts against the record, where a release reads them in another way than the one before. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { releaseOfPackage } from '../disk/package.ts';
import type { Finding } from '../findings/catalogue.ts';
import type { IsoDate } from '../notices/dates.ts';
import { readAndCheckFolder } from '../site/folder.ts';
import { GOOD } from '../checks/testing.ts';
import { anchorsOf } from '../document/walk.ts';
import { lockPathOf, readLockedFolder, textPathOf } from './files.ts';
import { emptyLock, writeLock } from './lock.ts';
import { sealed } from './seal.ts';
import { hashOfSource, sha256 } from './source.ts';
import { checkRecord, textOf } from './texts.ts';

const TODAY = '2026-11-27' as IsoDate;
const ID = 'customers/2024-11-12';

let root = '';
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'noticeboard-texts-'))));
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, content: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
};

interface Before {
  /** What an earlier release made of the text that this one reads; undefined if it is not kept. */
  text?: (text: string) => string | undefined;
  anchors?: (anchors: string[]) => string[];
  /** The file that was published. */
  source?: string;
  /** The file now, of that. */
  file?: (source: string) => string;
}

/** What is found of a version that an earlier release published. */
async function found({
  text = (now) => now,
  anchors = (now) => now,
  source = GOOD,
  file,
}: Before): Promise<Finding[]> {
  const directory = path.join(root, 'notices');
  const options = {
    directory,
    root,
    publicDirectory: root,
    pages: [],
    today: TODAY,
    drafts: false,
  };
  const version = path.join(directory, `${ID}.mdx`);
  put(version, source);
  const [published] = (await readAndCheckFolder(options)).versions;
  const now = textOf(published!);
  const before = text(now.text);
  if (before !== undefined) put(textPathOf(directory, ID), before);
  const entry = {
    published: now.facts.published,
    source: hashOfSource(source),
    text: sha256(before ?? 'gone'),
    anchors: anchors([...anchorsOf(now.document)].toSorted()),
    later: {},
    errata: [],
  };
  put(lockPathOf(directory, 'customers'), writeLock(sealed(emptyLock(), { [ID]: entry }, TODAY)));
  if (file) put(version, file(source));
  const { versions } = await readAndCheckFolder(options);
  const findings = checkRecord(
    readLockedFolder(directory, versions, options),
    versions,
    directory,
    true,
  );
  return findings.filter(({ code }) => code !== 'record-changed');
}

it('finds nothing in a version that reads as it was published', async () => {
  expect(await found({})).toEqual([]);
});

it('finds the ids of footnotes, which links may lead to', async () => {
  const source = `${GOOD.trimEnd()}[^1] Twice.[^1]\n\n[^1]: The words of the note.\n`;
  const published: string[] = [];
  const findings = await found({
    source,
    anchors: (now) => {
      published.push(...now);
      return now;
    },
  });
  expect(published).toContain('user-content-fnref-1-2');
  expect(findings).toEqual([]);
});

it('says that the release reads a text differently, and how to stay', async () => {
  const release = releaseOfPackage();
  expect(
    await found({ text: (now) => now.replace('We are Harbourlight', 'We were Harbourlight') }),
  ).toEqual([
    {
      code: 'version-reread',
      severity: 'error',
      file: `notices/${ID}.mdx`,
      line: 11,
      column: 1,
      message: `Noticeboard ${release} reads this published version differently, although its file is unchanged:\n    in “Who we are”: “were” became “are”`,
      hint: `stay with the release that you built with before: npm install --save-exact noticeboard@<the version before ${release}>\nWhich one that was: git log -p package.json package-lock.json`,
    },
  ]);
});

it.each<[what: string, before: Before, code: string, message: string]>([
  [
    'another form of a line',
    { text: (now) => now.replace('\n\n', '\n') },
    'version-reread',
    'became',
  ],
  [
    'a text that is not kept',
    { text: () => undefined },
    'version-reread',
    'it is not in the record',
  ],
  [
    'an anchor that is gone',
    { anchors: (now) => ['old', ...now] },
    'version-reread',
    `/${ID}/#old would break`,
  ],
  [
    'words that an author changed',
    { file: (source) => source.replace('We are', 'We were') },
    'version-changed',
    'the text of this published version has changed',
  ],
])('reports %s', async (_, before, code, message) => {
  const findings = await found(before);
  expect(findings.map((each) => each.code)).toEqual([code]);
  expect(findings[0]?.message).toContain(message);
});

it('calls an anchor lost that an author took away', async () => {
  const findings = await found({
    anchors: (now) => ['old', ...now],
    file: (source) => `${source}\n`,
  });
  expect(findings.map(({ code }) => code)).toEqual(['version-changed', 'anchor-lost']);
});
