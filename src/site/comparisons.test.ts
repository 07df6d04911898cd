import { describe, expect, it } from 'vitest';
import { isNotedSince } from './comparisons.ts';
import type { Version } from './notices.ts';

/** A version, as far as its days and corrections matter. */
const version = (published: string, effective = published, corrections: unknown[] = []): Version =>
  ({ facts: { published, effective }, corrections }) as unknown as Version;

describe('what an author wrote of changes is held against the version before', () => {
  it('if that was published before', () => {
    expect(isNotedSince(version('2026-05-12'), version('2026-01-10'))).toBe(true);
  });

  it('but not if that was published in between, while this one was scheduled', () => {
    const scheduled = version('2026-04-10', '2026-06-01');
    expect(isNotedSince(scheduled, version('2026-05-12'))).toBe(false);
  });

  it('and against a first version of the same day, before which there was none', () => {
    const { facts, ...rest } = version('2026-05-12');
    const initial = { ...rest, facts: { ...facts, changeType: 'initial' as const } };
    expect(isNotedSince(version('2026-05-12', '2026-06-01'), initial)).toBe(true);
  });

  it('nor if one of them was corrected', () => {
    const corrected = version('2026-05-12', '2026-05-12', [{}]);
    expect(isNotedSince(corrected, version('2026-01-10'))).toBe(false);
    expect(isNotedSince(version('2026-06-12'), corrected)).toBe(false);
  });
});
