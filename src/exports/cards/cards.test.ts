import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut, type Card } from './card.ts';
import { drawCard } from './draw.ts';
import { drawable } from './letters.ts';
import { logoFault, logoForCards } from './logo.ts';
import { cardOfCompared, cardOfVersion, pageCard } from './site-cards.ts';
import { cardFrom } from './store.ts';
import { missingCardPackages } from '../../site/card-packages.ts';
import type { Version } from '../../site/notices.ts';
import { readSettings } from '../../site/settings.ts';
import type { Site } from '../../site/site.ts';
import { parcels } from '../../site/testing.ts';

const card: Card = {
  site: 'Acme',
  accent: '#0b5c75',
  title: 'Customer privacy notice',
  by: 'Acme Limited',
  lines: ['In force since 1 May 2026', 'acme.example'],
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const at = (...parts: string[]): string => path.join(folder, ...parts);
const fileAt = (name: string): string => pathToFileURL(path.join(import.meta.dirname, name)).href;

describe('a text on a card', () => {
  it.each([
    ['Hysbysiad ŵyl a thŷ', 'Hysbysiad ŵyl a thŷ'],
    ['Zażółć gęślą, Straße', 'Zażółć gęślą, Straße'],
    ['Политика · Πολιτική', 'Политика · Πολιτική'],
    ['w\u0302 on two\n lines', 'ŵ on two lines'],
    ['Privacy 🔒 notice', 'Privacy notice'],
    ['For 👨‍👩‍👧 all ☎️\u202E', 'For all'],
  ])('%j is drawn as %j', (text, shown) => {
    expect(drawable(text)).toBe(shown);
  });

  it.each(['隐私声明', 'إشعار الخصوصية', 'x\u0327y', 'Notice of 某某公司', '🔒', ''])(
    '%j is not drawn, since the font lacks its letters',
    (text) => {
      expect(drawable(text)).toBeUndefined();
    },
  );
});

/** How many pixels differ from white in a part of a picture. */
async function inkIn(png: Buffer, left: number, top: number, width: number, height: number) {
  const { data } = await sharp(png)
    .extract({ left, top, width, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((shade) => shade < 200).length;
}

describe('a card', () => {
  it('is a picture of 1200 × 630 with the same bytes every time', async () => {
    const [one, other] = [await drawCard(card), await drawCard({ ...card })];
    expect(one.equals(other)).toBe(true);
    const { format, width, height } = await sharp(one).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect(await inkIn(one, 60, 200, 1080, 200)).toBeGreaterThan(5000);
  });

  it('is small, with an even bar of the accent', async () => {
    const png = await drawCard(card);
    expect(png.length).toBeLessThan(20_000);
    const bar = sharp(png).extract({ left: 0, top: 0, width: 1200, height: 16 });
    // One colour, which may be rounded.
    const { channels } = await sharp(await bar.removeAlpha().toBuffer()).stats();
    expect(channels.map(({ min, max }) => max - min)).toEqual([0, 0, 0]);
    expect(channels.map(({ mean }) => Math.round(mean / 4))).toEqual([3, 23, 29]);
  });

  it('keeps the colours of a logo that has many', async () => {
    const circles = ['#e00020', '#00a030', '#ffcc00', '#0050f0', '#ff6600', '#9900cc', '#00cccc']
      .map((colour, at) => `<path d="M${at} 0h1v9h-1z" fill="${colour}"/>`)
      .join('');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 7">${circles}</svg>`;
    writeFileSync(at('colours.svg'), svg);
    const png = await drawCard({ ...card, logo: await logoForCards(at('colours.svg')) });
    const pixel = async (left: number) => {
      const place = { left, top: 104, width: 1, height: 1 };
      const bytes = await sharp(png).extract(place).removeAlpha().raw().toBuffer();
      return [...bytes].map((value) => Math.round(value / 16));
    };
    // The middle of the first strip, the second and the last.
    expect(await pixel(72 + 4)).toEqual([14, 0, 2]);
    expect(await pixel(72 + 13)).toEqual([0, 10, 3]);
    expect(await pixel(72 + 59)).toEqual([0, 13, 13]);
  });

  it.each([
    [
      'a title of 300 characters',
      'A privacy notice for every one of you. '.repeat(8).slice(0, 300),
    ],
    ['one word of 300 characters', 'Datenschutzerklärung'.repeat(15)],
    ['a title of one letter', 'A'],
  ])('keeps %s within its margins', async (_, title) => {
    const change = { added: 1, removed: 1, kept: 9, label: '1 word added · 1 word removed' };
    const png = await drawCard({ ...card, title, by: 'A company with a name '.repeat(10), change });
    expect(await inkIn(png, 0, 20, 60, 610)).toBe(0);
    expect(await inkIn(png, 1140, 20, 60, 610)).toBe(0);
    expect(await inkIn(png, 0, 600, 1200, 30)).toBe(0);
    // The foot stands below the rest.
    expect(await inkIn(png, 60, 545, 500, 40)).toBeGreaterThan(500);
  });

  it('is drawn without characters that the font lacks', async () => {
    const png = await drawCard({
      ...card,
      title: '隐私声明',
      site: '某',
      by: '某某公司',
      lines: [],
    });
    expect(await inkIn(png, 0, 20, 1200, 610)).toBe(0);
  });

  it('has the logo and the colour of the site', async () => {
    writeFileSync(
      at('logo.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z" fill="#f00"/></svg>',
    );
    const logo = await logoForCards(at('logo.svg'));
    const png = await drawCard({ ...card, accent: '#00ff00', logo });
    const pixel = async (left: number, top: number) => [
      ...(await sharp(png)
        .extract({ left, top, width: 1, height: 1 })
        .removeAlpha()
        .raw()
        .toBuffer()),
    ];
    expect(await pixel(600, 4)).toEqual([0, 255, 0]);
    expect(await pixel(100, 100)).toEqual([255, 0, 0]);
  });
});

it('the card of a version draws how much changed since the one before, in the colours of changes', async () => {
  const png = await drawCard({
    ...card,
    change: { added: 50, removed: 25, kept: 25, label: '50 words added · 25 words removed' },
  });
  const pixel = async (left: number) => {
    const place = { left, top: 502, width: 1, height: 1 };
    const bytes = await sharp(png).extract(place).removeAlpha().raw().toBuffer();
    return [...bytes].map((value) => Math.round(value / 16));
  };
  // Half, a quarter and a quarter of 264 pixels, from the margin on.
  const [added, removed, kept] = [
    [1, 7, 4],
    [10, 3, 3],
    [14, 14, 14],
  ];
  expect([await pixel(74), await pixel(196)]).toEqual([added, added]);
  expect([await pixel(214), await pixel(268)]).toEqual([removed, removed]);
  expect([await pixel(284), await pixel(330)]).toEqual([kept, kept]);
  expect(await inkIn(png, 360, 480, 500, 40)).toBeGreaterThan(500);
  expect(await inkIn(png, 0, 600, 1200, 30)).toBe(0);
});

describe('the card of a comparison', () => {
  const notice = parcels({ '2024-01-01': '## Ask', '2025-01-01': '## Ask us' });
  const [before, after] = notice.versions as [Version, Version];
  const settings = readSettings({
    name: 'Acme',
    accent: { light: '#0b5c75', dark: '#7cc7de' },
    cards: true,
  });
  const site = { settings, url: new URL('https://acme.example') } as Site;

  it('is that of the version it leads to', () => {
    const path = cardOfCompared(site, { notice, before, after })?.path;
    expect(path).toBe('/parcels/2025-01-01/card.png');
    const back = cardOfCompared(site, { notice, before: after, after: before })?.path;
    expect(back).toBe('/parcels/2024-01-01/card.png');
  });

  it('says in words what the drawing shows, and nothing of a first version', () => {
    expect(cardOfVersion(site, notice, after).change).toEqual({
      added: 1,
      removed: 0,
      kept: 1,
      label: '1 word added',
    });
    expect(cardOfCompared(site, { notice, before, after })?.alt).toContain('. 1 word added. ');
    expect(cardOfVersion(site, notice, before).change).toBeUndefined();
  });

  it('is that of the notice where it leads to whichever is current', () => {
    const path = cardOfCompared(site, { notice, before, after, withCurrent: before })?.path;
    expect(path).toBe('/parcels/card.png');
  });
});

describe('the store of cards', () => {
  const drawn: Card[] = [];
  const draw = (each: Card) => {
    drawn.push(each);
    return Promise.resolve(Buffer.from(JSON.stringify(layOut(each))));
  };

  it('draws a card again only if something on it changed', async () => {
    const first = await cardFrom(at('kept'), card, draw);
    expect(await cardFrom(at('kept'), { ...card }, draw)).toEqual(first);
    expect(drawn).toHaveLength(1);
    const other = { ...card, lines: ['In force since 2 May 2026'] };
    expect(await cardFrom(at('kept'), other, draw)).not.toEqual(first);
    await cardFrom(at('kept'), { ...card, accent: '#000000' }, draw);
    expect(drawn).toHaveLength(3);
    expect(readdirSync(at('kept'))).toHaveLength(3);
  });
});

describe('without the packages that draw cards', () => {
  const load = (name: string): never => {
    throw new Error(`Cannot find module '${name}'`);
  };

  it('names those that are missing', () => {
    expect(missingCardPackages(load)).toEqual(['satori', 'sharp', '@fontsource/inter']);
    expect(missingCardPackages((name) => name.startsWith('satori') && load(name))).toEqual([
      'satori',
    ]);
    expect(missingCardPackages()).toEqual([]);
    // Every build asks, and satori takes a tenth of a second to load.
    expect(missingCardPackages((name) => name === 'satori' && load(name))).toEqual([]);
  });

  it('looks at the size of a logo only', async () => {
    writeFileSync(at('unread.svg'), 'hello');
    expect(await logoFault(at('unread.svg'), load)).toBeUndefined();
    writeFileSync(at('unread.svg'), ' '.repeat(300_000));
    expect(await logoFault(at('unread.svg'), load)).toMatch(/has 293 KB/);
  });

  it.each([
    ['without cards', { cards: false }, true],
    ['with cards but without an address', { cards: true }, false],
  ])('leaves cards out of a site %s', (_, settings, hasUrl) => {
    const url = hasUrl ? new URL('https://acme.example') : undefined;
    const site = { settings, url } as Site;
    expect(pageCard(site, { path: '/staff/' }, () => load('the font'), [])).toBeUndefined();
  });

  // Whatever loads at the top of a module would stop a build.
  it('loads every module that pages import', () => {
    const hook =
      "import { registerHooks } from 'node:module';" +
      'registerHooks({ resolve(name, context, next) {' +
      '  if (/^(satori|sharp|@fontsource)/.test(name)) throw new Error(`no ${name}`);' +
      '  return next(name, context);' +
      '} });';
    const modules = ['site-cards.ts', 'card.ts', 'logo.ts', '../../site/settings.ts'];
    const script = modules.map((name) => `await import(${JSON.stringify(fileAt(name))});`).join('');
    const flags = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
    const run = (code: string) =>
      spawnSync(process.execPath, [...flags, '--input-type=module', '-e', code]).stderr.toString();
    expect(run(script)).toBe('');
    expect(run("await import('satori')")).toContain('no satori');
  });
});

describe('a logo', () => {
  it('is accepted if it is a picture', async () => {
    expect(await logoFault(path.resolve('public/logo.svg'))).toBeUndefined();
  });

  it.each([
    ['no picture', 'hello', /not a picture/],
    ['half a picture', '\u0089PNG\r\n\u001a\n', /not a picture/],
    ['empty', '', /not a picture/],
    ['broken SVG', '<svg xmlns="http://www.w3.org/2000/svg"><path', /not a picture/],
    ['huge', `<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(300_000)}</svg>`, /has 294 KB/],
    [
      'larger than any screen',
      '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>',
      /not a picture/,
    ],
  ])('that is %s is reported', async (_, content, message) => {
    writeFileSync(at('bad.svg'), content, 'latin1');
    expect(await logoFault(at('bad.svg'))).toMatch(message);
  });
});
