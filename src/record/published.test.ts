import { describe, expect, it } from 'vitest';
import type { CheckedVersion } from '../checks/file.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { LockEntry } from './lock.ts';
import { publishedFiles } from './published.ts';
import { sha256 } from './source.ts';
import { versionText } from './testing.ts';

const versionAt = (day: string): CheckedVersion => {
  const { facts, document } = versionText(`shop/${day}`, '## Where {#where}\n\nHere.');
  const place = { notice: 'shop', name: day, date: day, sequence: 1, file: `shop/${day}.mdx` };
  const fingerprint = () => '';
  return {
    ...place,
    draft: false,
    facts,
    document: () => document,
    fingerprint,
  } as unknown as CheckedVersion;
};

const showing = (files: Record<string, string>): LockEntry => ({
  published: '2024-01-01' as IsoDate,
  source: sha256('source'),
  text: sha256('text'),
  anchors: [],
  files,
  later: {},
  errata: [],
});

describe('the files of a site', () => {
  it('have what several versions show once, and another of that name as well', () => {
    const days = ['2024-01-01', '2025-01-01', '2026-01-01'];
    const [map, other] = [sha256('map'), sha256('another map')];
    const shown = [
      { '/map.png': map },
      { '/map.png': map, '/list.pdf': map },
      { '/map.png': other },
    ];
    const locked = Object.fromEntries(
      days.map((day, index) => [`shop/${day}`, showing(shown[index] ?? {})]),
    );
    const site = { base: '/', today: '2026-01-01' as IsoDate };
    const files = publishedFiles(days.map(versionAt), locked, site).filter(
      ({ kind }) => kind === 'file',
    );
    expect(files.map(({ address, file }) => `${address} ${file}`).toSorted()).toEqual([
      'list.pdf shop/2025-01-01.mdx',
      'map.png shop/2024-01-01.mdx',
      'map.png shop/2026-01-01.mdx',
    ]);
  });
});
