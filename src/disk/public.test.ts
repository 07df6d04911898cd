import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicFault, publicFile, readPublicFile, type Listings } from './public.ts';

describe('a file of the public folder', () => {
  let place: string;
  let directory: string;
  const at = (...parts: string[]): string => path.join(directory, ...parts);

  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), 'noticeboard-public-'));
    directory = path.join(place, 'public');
    mkdirSync(at('images', 'old'), { recursive: true });
    writeFileSync(path.join(place, 'secret.txt'), 'secret');
    for (const name of ['map.png', 'a plan.png', '100%.png', 'café.png', 'a#b.png', 'a?b.png']) {
      writeFileSync(at('images', name), name);
    }
    writeFileSync(at('large.pdf'), '');
    truncateSync(at('large.pdf'), 25 * 1024 * 1024 + 1);
    symlinkSync(path.join(place, 'secret.txt'), at('leak.txt'));
    symlinkSync(place, at('up'), 'junction');
    symlinkSync(at('images', 'map.png'), at('alias.png'));
    symlinkSync(at('circle'), at('circle'));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it.each([
    ['/images/map.png', '/images/map.png'],
    ['/images/map.png?v=2', '/images/map.png'],
    ['/images/map.png#part', '/images/map.png'],
    ['/images/a%20plan.png', '/images/a plan.png'],
    ['/images/a plan.png', '/images/a plan.png'],
    ['/images/caf%C3%A9.png', '/images/café.png'],
    ['/%69mages/map.png', '/images/map.png'],
    ['/images/100%.png', '/images/100%.png'],
    ['/images/100%25.png', '/images/100%.png'],
    ['/alias.png', '/alias.png'],
  ])('has one name: %s', (address, name) => {
    expect(publicFile(directory, address)).toEqual({ name });
    expect(readPublicFile(directory, name)).toBeInstanceOf(Uint8Array);
  });

  it.each([
    '/images/none.png',
    // A host on Linux does not find it, though macOS and Windows do.
    '/images/MAP.png',
    '/Images/map.png',
    '/images',
    '/images/',
    '/images/map.png/',
    '/images%2Fmap.png',
    '/images\\map.png',
    '/../secret.txt',
    '/circle',
    '/',
  ])('is none at %s', (address) => {
    expect(publicFile(directory, address)).toBeUndefined();
  });

  it.each([
    ['/images/../images/map.png', 'goes through other folders', 'write /images/map.png'],
    ['/images/./map.png', 'goes through other folders', 'write /images/map.png'],
    ['/images//a%20plan.png', 'goes through other folders', 'write /images/a%20plan.png'],
    ['/%2e%2e/images/map.png', 'goes through other folders', 'write /images/map.png'],
    ['/images//a%23b.png', 'goes through other folders', 'write /images/a%23b.png'],
    ['/images//a%3Fb.png', 'goes through other folders', 'write /images/a%3Fb.png'],
    ['/leak.txt', 'is a link to a file outside of public/', 'put the file itself'],
    ['/up/secret.txt', 'is a link to a file outside of public/', 'put the file itself'],
    ['/large.pdf', 'has 26 MB', 'make it smaller'],
  ])('that is %s cannot be shown', (address, message, hint) => {
    const { fault } = publicFile(directory, address)!;
    expect(fault?.message).toContain(message);
    expect(fault?.hint).toContain(hint);
  });

  it.each(['/leak.txt', '/up/secret.txt', '/large.pdf', '/../secret.txt', '/images', '/none'])(
    'is not read by the name %s',
    (name) => {
      expect(readPublicFile(directory, name)).toBeUndefined();
    },
  );

  it('that is there and unfit is not the same as one that is not there', () => {
    expect(publicFault(directory, '/large.pdf')).toMatchObject({ isOfBytes: true });
    expect(publicFault(directory, '/leak.txt')?.message).toContain('is a link to a file outside');
    expect(publicFault(directory, '/images/map.png')).toBeUndefined();
    expect(publicFault(directory, '/none')).toBeUndefined();
  });

  it('has a name that no other has on another file system', ({ skip }) => {
    writeFileSync(at('images', 'Map.PNG'), 'other');
    const fault = publicFile(directory, '/images/map.png')?.fault;
    rmSync(at('images', 'Map.PNG'));
    // Here the two were one.
    if (publicFile(directory, '/images/map.png') === undefined) skip();
    expect(fault?.message).toContain('has both "map.png" and "Map.PNG"');
  });

  it('is looked up among thousands in no time: a folder is listed once', () => {
    mkdirSync(at('many'));
    const names = Array.from({ length: 1000 }, (_, index) => `/many/${index}.png`);
    for (const name of names) writeFileSync(at(name), '');
    const listings: Listings = new Map();
    const { user } = process.threadCpuUsage();
    for (const name of names) expect(publicFile(directory, name, listings)).toEqual({ name });
    expect((process.threadCpuUsage().user - user) / 1000).toBeLessThan(1000);
    writeFileSync(at('many', 'new.png'), '');
    expect(publicFile(directory, '/many/new.png')).toBeDefined();
  });
});
