import { describe, expect, it } from 'vitest';
import { digestsOf } from './digests.ts';
import type { Notice, Version } from './notices.ts';
import type { Site } from './site.ts';

const versionOf = (change: Partial<Version> = {}): Version =>
  ({
    name: '2026-06-01',
    label: '1 June',
    digest: 'text',
    status: 'in-force',
    ...change,
  }) as Version;

const noticeOf = (id: string, version: Version, more: Partial<Notice> = {}): Notice =>
  ({ id, published: [version], translations: [], ...more }) as Notice;

const siteOf = (notices: Notice[], change: Partial<Site> = {}): Site =>
  ({ settings: { name: 'Larkrise' }, base: '/', today: '2026-06-02', notices, ...change }) as Site;

const staff = noticeOf('staff', versionOf());
const digests = (version: Version, change: Partial<Site> = {}, code = 'code') =>
  digestsOf(siteOf([noticeOf('customers', version), staff], change), code);

describe('the digest of what the pages of a notice show', () => {
  const before = digests(versionOf());

  it.each<[string, Partial<Version>]>([
    ['the text', { digest: 'other' }],
    ['the status', { status: 'superseded' }],
    ['the seal', { seal: 'other' }],
    ['a correction', { corrections: [{ on: '2026-06-03' }] as Version['corrections'] }],
  ])('changes with %s of a version, and that of another notice does not', (_, change) => {
    const after = digests(versionOf(change));
    expect(after.notices.get('customers')).not.toBe(before.notices.get('customers'));
    expect(after.notices.get('staff')).toBe(before.notices.get('staff'));
    expect(after.site).not.toBe(before.site);
  });

  it.each<[string, Partial<Site>, string]>([
    ['the base', { base: '/privacy/' }, 'code'],
    ['a setting', { settings: { name: 'Other' } as Site['settings'] }, 'code'],
    ['the day', { today: '2026-06-03' as Site['today'] }, 'code'],
    ['the code that reads', {}, 'other'],
  ])('changes with %s of the site', (_, change, code) => {
    const after = digests(versionOf(), change, code);
    expect(after.notices.get('staff')).not.toBe(before.notices.get('staff'));
  });

  it('changes with a translation, and that with its original', () => {
    const family = (source: string, translated: string) => {
      const original = noticeOf('customers', versionOf({ digest: source }));
      const translation = noticeOf('cy/customers', versionOf({ digest: translated }), { original });
      original.translations.push(translation);
      return [...digestsOf(siteOf([original, translation]), 'code').notices.values()];
    };
    const [original, translation] = family('text', 'testun');
    expect(family('text', 'arall')[0]).not.toBe(original);
    expect(family('other', 'testun')[1]).not.toBe(translation);
    expect(translation).not.toBe(original);
  });
});
