import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { parseVersionName } from '../notices/names.ts';
import { frontmatterSchema } from '../notices/schema.ts';
import { checkFiles } from './check-files.ts';
import { checkLock, type HashedVersion, type LockedFolder } from './check.ts';
import { emptyLock, type Lock, type LockEntry } from './lock.ts';
import { sealed } from './seal.ts';
import { checkBuiltSite } from './site.ts';
import { sha256 } from './source.ts';

const MAP = '/images/map.png';
const [OLD, NEW] = [sha256('old map'), sha256('new map')];

const facts = frontmatterSchema.parse({
  title: 'Notice',
  published: '2024-01-01',
  effective: '2024-01-01',
  controller: { name: 'A Limited', contact: { email: 'a@a.example' } },
});

const version = (name: string, files: string[], draft = false): HashedVersion => ({
  ...(parseVersionName(name) ?? { name, date: facts.effective, sequence: 1 }),
  notice: 'shop',
  file: `shop/${name}.mdx`,
  draft,
  facts,
  document: () => ({ facts, lead: [], sections: [] }),
  source: sha256(name),
  files,
});

const entry = (name: string, files?: Record<string, string>): LockEntry => ({
  published: facts.published,
  source: sha256(name),
  text: sha256('text'),
  anchors: [],
  ...(files && { files }),
  later: {},
  errata: [],
});

const lockOf = (...entries: [name: string, files?: Record<string, string>][]): Lock =>
  sealed(
    emptyLock(),
    Object.fromEntries(entries.map(([name, files]) => [`shop/${name}`, entry(name, files)])),
    '2024-01-01' as IsoDate,
  );

/** A folder in which two versions show the same picture. */
const folder = (more: Partial<LockedFolder> = {}): LockedFolder => {
  const versions = [version('2024-01-01', [MAP]), version('2025-01-01', [MAP])];
  return {
    today: '2025-06-01' as IsoDate,
    folder: 'notices',
    lockFile: 'notices.locks',
    recordFolder: 'notices.record',
    publicFolder: 'public',
    publicFiles: new Map([[MAP, OLD]]),
    unfitFiles: new Map(),
    copies: new Map([[OLD, OLD]]),
    files: new Map(versions.map(({ notice, name, file }) => [`${notice}/${name}`, file])),
    versions,
    lock: lockOf(['2024-01-01', { [MAP]: OLD }], ['2025-01-01', { [MAP]: OLD }]),
    lockFiles: [],
    recorded: [],
    beforeErrata: [],
    ...more,
  };
};

const found = (more: Partial<LockedFolder>): string[] =>
  checkLock(folder(more), true).map(({ code, message, hint }) => `${code}: ${message} → ${hint}`);

describe('a picture of a published version', () => {
  it('is sound as it was recorded', () => {
    expect(found({})).toEqual([]);
  });

  it('that has changed is one finding, with the copy to put back and a new name', () => {
    const [finding, ...others] = found({ publicFiles: new Map([[MAP, NEW]]) });
    expect(others).toEqual([]);
    expect(finding).toContain(
      'file-changed: public/images/map.png, which shop/2024-01-01 and 1 other published version show, has changed',
    );
    expect(finding).toContain(`copy notices.record/~files/${OLD} to public/images/map.png`);
    expect(finding).toContain('such as /images/map-2.png, in a new version');
  });

  it('that is gone is a finding', () => {
    expect(found({ publicFiles: new Map() })[0]).toContain(
      'which shop/2024-01-01 and 1 other published version show, is missing',
    );
  });

  it.each([
    [
      { message: 'public/ has both', hint: 'rename one of them' },
      'rename one of them. public/images/',
    ],
    [
      { message: 'has 26 MB', hint: 'make it smaller', isOfBytes: true as const },
      'put it back: copy',
    ],
  ])('that is there and cannot be used is not called missing: %j', (fault, hint) => {
    const publicFiles = new Map<string, string>();
    const [finding] = found({ publicFiles, unfitFiles: new Map([[MAP, fault]]) });
    expect(finding).toContain(`cannot be used: ${fault.message} → ${hint}`);
    expect(finding).not.toContain('is missing');
  });

  it('that a draft shows with other bytes gets a new name, which is not taken', () => {
    const versions = [...folder().versions, version('draft', [MAP], true)];
    const publicFiles = new Map([
      [MAP, NEW],
      ['/images/map-2.png', NEW],
    ]);
    const [finding] = found({ versions, publicFiles });
    expect(finding).toContain('such as /images/map-3.png');
    expect(finding).toContain('shop/draft.mdx shows it too: give a new picture a new name');
  });

  it.each([
    ['is gone', new Map<string, string>(), `is missing: notices.record/~files/${OLD}`],
    ['was changed', new Map([[OLD, NEW]]), 'is not what was published: notices.record/~files/'],
  ])('whose copy in the record %s is a finding', (_, copies, message) => {
    const [finding, ...others] = found({ copies });
    expect(others).toEqual([]);
    expect(finding).toContain('record-changed: the copy of /images/map.png in the record');
    expect(finding).toContain(message);
    expect(finding).toContain('adopt shop/2024-01-01');
  });

  it('that was not there when the version was recorded is a warning', () => {
    const lock = lockOf(['2024-01-01', { [MAP]: OLD }], ['2025-01-01']);
    expect(found({ lock })[0]).toContain('file-added: public/images/map.png was not there');
  });

  it('was not recorded by a lock of format 1, which one warning says', () => {
    const { versions } = lockOf(['2024-01-01'], ['2025-01-01']);
    const old = Object.entries(versions).map(([id, { after: _, seal: __, ...rest }]) => [id, rest]);
    const lock: Lock = { format: 1, versions: Object.fromEntries(old) };
    expect(found({ lock, copies: new Map() })).toEqual([expect.stringMatching(/^lock-unsealed/)]);
    // The record knows better.
    expect(found({ lock })).toEqual([expect.stringMatching(/^seal-broken: the lock says/)]);
  });

  it('that a correction took out stays in the record', () => {
    const start = lockOf(['2024-01-01', { [MAP]: OLD }]);
    const { files: _, ...rest } = start.versions['shop/2024-01-01']!;
    const erratum = { on: facts.published, by: 'DPO', reason: 'Wrong map.', text: rest.text };
    const errata = [{ ...erratum, source: rest.source, files: { [MAP]: OLD } }];
    const lock = sealed(start, { 'shop/2024-01-01': { ...rest, errata } }, facts.published);
    const versions = [version('2024-01-01', [])];
    const given = folder({ versions, lock, publicFiles: new Map() });
    expect(checkFiles(given, lock)).toEqual([]);
    const lost = { ...given, copies: new Map() };
    const hint = (publicFiles: LockedFolder['publicFiles']): string[] =>
      checkFiles({ ...lost, publicFiles }, lock).map((each) => each.hint);
    expect(hint(new Map())).toEqual([
      expect.stringMatching(/after you put public\/images\/map.png back .*adopt shop\/2024-01-01/),
    ]);
    expect(hint(new Map([[MAP, OLD]]))).toEqual([
      'put it back from version control, or make it again: npx noticeboard adopt shop/2024-01-01',
    ]);
  });

  it('lets no lock be lost beside its copy', () => {
    expect(found({ lock: undefined })[0]).toContain('lock-lost');
  });
});

describe('a built site', () => {
  let site: string;
  beforeEach(() => {
    site = mkdtempSync(path.join(tmpdir(), 'noticeboard-files-'));
    mkdirSync(path.join(site, 'images'));
  });
  afterEach(() => rmSync(site, { recursive: true, force: true }));

  const messages = (): string[] => {
    const given = folder();
    const document = () => ({ facts, lead: [], sections: [] });
    const versions = given.versions.map((each) => ({
      ...each,
      document,
      text: () => '',
      digest: () => '',
      source: () => each.source,
      fingerprint: () => '',
      ids: () => new Set<string>(),
      frontmatter: {},
    }));
    const built = { base: '/', today: '2026-01-01' as IsoDate };
    return checkBuiltSite(site, versions, given, built)
      .map(({ message }) => message)
      .filter((message) => message.includes(MAP));
  };

  it('serves exactly the bytes that were recorded', () => {
    expect(messages()).toContain('the site has no /images/map.png');
    writeFileSync(path.join(site, 'images', 'map.png'), 'new map');
    expect(messages()[0]).toContain('is not the one that was published');
    writeFileSync(path.join(site, 'images', 'map.png'), 'old map');
    expect(messages()).toEqual([]);
  });
});
