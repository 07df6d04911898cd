/** What is asked of the feeds and headers of a deployed site, with the feeds that a build makes. */
import { describe, expect, it } from 'vitest';
import { emptySite, parcels } from '../site/testing.ts';
import { otherFiles, sampledHeaders } from './deployed.ts';
import { respondWithFeed, type FeedFormat } from './feed-formats.ts';
import { feedsOfAll, feedsOfNotice, type FollowedSite } from './feeds.ts';

const url = new URL('https://notices.example');
const notice = parcels({
  '2024-01-01': 'One.\n',
  '2025-01-01': 'Two.\n',
  '2026-01-01': 'Three.\n',
});
const site: FollowedSite = {
  ...emptySite({ notices: [notice], built: [notice] }),
  ...{ url, locate: (path) => new URL(path, url).href },
};

const faultIn = (address: string, content: string): string | undefined =>
  otherFiles(site)
    .find((file) => file.address === address)!
    .faultIn(new TextEncoder().encode(content));

const madeFeed = (address: string): Promise<string> => {
  const feeds = address.startsWith('parcels/') ? feedsOfNotice(site, notice) : feedsOfAll(site);
  return respondWithFeed(feeds.get(''), address.split('.').at(-1) as FeedFormat).text();
};

describe.each(['feed.xml', 'feed.json', 'parcels/feed.xml', 'parcels/feed.json'])(
  '%s',
  (address) => {
    it('is as the build makes it', async () => {
      expect(faultIn(address, await madeFeed(address))).toBeUndefined();
    });

    it('is not that of a site that was built before the newest version', async () => {
      const feed = await madeFeed(address);
      const older = feed.replaceAll('/parcels/2026-01-01/', '/parcels/2023-01-01/');
      expect(older).not.toBe(feed);
      expect(faultIn(address, older)).toMatch(
        /has the entry \S+2023-01-01\/ where https:\/\/notices\.example\/parcels\/2026-01-01\/ belongs/,
      );
    });

    it.each(['', '<', '{', '[]', '<html></html>', '<!doctype html><p>Not found</p>', 'null'])(
      'is not %j',
      (content) => {
        expect(faultIn(address, content)).toBe('is no feed that can be read');
      },
    );
  },
);

it('an Atom feed has no document type, and with it no entities that grow', () => {
  const bomb =
    '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>';
  expect(faultIn('feed.xml', bomb)).toBe('is no feed that can be read');
  const deep = `<feed xmlns="http://www.w3.org/2005/Atom">${'<a>'.repeat(5000)}`;
  expect(faultIn('feed.xml', deep)).toBe('is no feed that can be read');
  const empty = '<feed xmlns="http://www.w3.org/2005/Atom"></feed>';
  expect(faultIn('feed.xml', empty)).toBe('has no entries');
});

it('feeds are asked for only where the site knows its address', () => {
  const kinds = otherFiles({ ...site, url: undefined }).map(({ kind }) => kind);
  expect(kinds).toEqual(['page']);
});

it('headers are asked for at a sample of each kind, as the files for hosts have them', () => {
  const headersAt = sampledHeaders(site);
  expect(headersAt('')).toMatchObject({ 'Referrer-Policy': 'no-referrer' });
  expect(headersAt('parcels/')).toMatchObject({
    'Content-Security-Policy': "frame-ancestors 'none'",
  });
  expect(headersAt('parcels/2026-01-01/')).toMatchObject({
    'Memento-Datetime': 'Thu, 01 Jan 2026 00:00:00 GMT',
  });
  expect(headersAt('parcels/2026-01-01.txt')).not.toHaveProperty('Cache-Control');
  expect(headersAt('parcels/2024-01-01/')).toBeUndefined();
});
