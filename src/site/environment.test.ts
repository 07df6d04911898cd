import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { locksPathOf } from '../record/files.ts';
import { environment } from './environment.ts';
import { SettingsError } from './settings-error.ts';

const ROOT = path.resolve('/project');

/** The environment with these variables and no others. */
function environmentWith(variables: Record<string, string> = {}): ReturnType<typeof environment> {
  const names = ['NOTICES_DIR', 'NOTICEBOARD_TODAY', 'NOTICEBOARD_DRAFTS', 'NOTICEBOARD_SHARD'];
  for (const name of names) {
    vi.stubEnv(name, variables[name]);
  }
  return environment(ROOT);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('NOTICES_DIR', () => {
  it('is the folder that a link leads to, which the record is beside', () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'linked-')));
    mkdirSync(path.join(folder, 'notices'));
    symlinkSync(path.join(folder, 'notices'), path.join(folder, 'link'));
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'broken'));
    const directoryOf = (name: string): string =>
      environmentWith({ NOTICES_DIR: path.join(folder, name) }).noticesDirectory;
    expect(directoryOf('link')).toBe(path.join(folder, 'notices'));
    expect(locksPathOf(path.join(folder, 'link'))).toBe(path.join(folder, 'notices.locks'));
    expect(directoryOf('broken')).toBe(path.join(folder, 'broken'));
    rmSync(folder, { recursive: true });
  });

  it('defaults to the folder of the project', () => {
    expect(environmentWith().noticesDirectory).toBe(path.join(ROOT, 'src', 'content', 'notices'));
  });

  it('defaults to the folder of the project if it is empty', () => {
    expect(environmentWith({ NOTICES_DIR: '' }).noticesDirectory).toBe(
      path.join(ROOT, 'src', 'content', 'notices'),
    );
  });

  it('may be absolute', () => {
    const elsewhere = path.resolve('/elsewhere/notices');
    expect(environmentWith({ NOTICES_DIR: elsewhere }).noticesDirectory).toBe(elsewhere);
  });

  it('is relative to the working directory', () => {
    expect(environmentWith({ NOTICES_DIR: '../notices' }).noticesDirectory).toBe(
      path.resolve(process.cwd(), '../notices'),
    );
  });
});

describe('NOTICEBOARD_TODAY', () => {
  it('sets the day', () => {
    expect(environmentWith({ NOTICEBOARD_TODAY: '2026-01-31' }).today).toBe('2026-01-31');
  });

  it.each([undefined, ''])('defaults to the day in London if it is %j', (written) => {
    vi.useFakeTimers({ now: new Date('2026-06-30T23:30:00Z') });
    expect(environmentWith(written === undefined ? {} : { NOTICEBOARD_TODAY: written }).today).toBe(
      '2026-07-01',
    );
  });

  it.each(['2026-02-30', 'tomorrow', '31/01/2026'])('is rejected if it is "%s"', (written) => {
    expect(() => environmentWith({ NOTICEBOARD_TODAY: written })).toThrow(
      new SettingsError(`NOTICEBOARD_TODAY is "${written}"`, [
        'write a day that exists, such as NOTICEBOARD_TODAY=2026-01-31, or remove it to use today',
      ]),
    );
  });
});

describe('NOTICEBOARD_DRAFTS', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['0', false],
    ['false', false],
    ['no', false],
    ['1', true],
    ['true', true],
  ])('is %j: drafts are shown: %s', (written, shown) => {
    const variables = written === undefined ? {} : { NOTICEBOARD_DRAFTS: written };
    expect(environmentWith(variables).drafts).toBe(shown);
  });
});

describe('NOTICEBOARD_SHARD', () => {
  it('is a part of the site', () => {
    expect(environmentWith({ NOTICEBOARD_SHARD: '2/8' }).shard).toEqual({ number: 2, of: 8 });
  });

  it.each([undefined, ''])('is the whole site if it is %j', (written) => {
    const variables = written === undefined ? {} : { NOTICEBOARD_SHARD: written };
    expect(environmentWith(variables).shard).toBeUndefined();
  });

  it.each(['0', '9'])('is rejected if there is no part %s', (number) => {
    expect(() => environmentWith({ NOTICEBOARD_SHARD: `${number}/8` })).toThrow(
      new SettingsError(`NOTICEBOARD_SHARD is "${number}/8"`, [
        `there is no part ${number} of 8: write NOTICEBOARD_SHARD=1/8 for the first, and up to 8/8 for the last`,
      ]),
    );
  });

  it.each(['1000/2000', 'a', '2'])('is rejected if it is "%s"', (written) => {
    expect(() => environmentWith({ NOTICEBOARD_SHARD: written })).toThrow(
      new SettingsError(`NOTICEBOARD_SHARD is "${written}"`, [
        'write the number of a part and of all parts, such as NOTICEBOARD_SHARD=2/8 for the second of eight, or remove it to build the whole site',
      ]),
    );
  });
});
