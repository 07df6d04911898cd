import { describe, expect, it } from 'vitest';
import { brandOf, coloursOf, filesOfBrands } from './brand.ts';
import { readSettings } from './settings.ts';

const settings = readSettings({
  name: 'Harbourlight Group',
  accent: { light: '#0b5c8a', dark: '#7cc4f0' },
  logo: '/group.svg',
  organisations: {
    rail: {
      name: 'Harbour Rail',
      logo: { light: '/rail.svg', dark: '/rail-dark.svg' },
      accent: { light: '#5b2a86', dark: '#c9a6ee' },
    },
    ferries: {},
    tours: { name: 'Harbour Tours' },
  },
});
const group = {
  name: 'Harbourlight Group',
  logo: { light: '/group.svg' },
  accent: { light: '#0b5c8a', dark: '#7cc4f0' },
};

describe('the brand of a page', () => {
  it('is that of the organisation in whose folder the notice is', () => {
    expect(brandOf(settings, '/rail/customers/2026-01-01/')).toEqual({
      name: 'Harbour Rail',
      logo: { light: '/rail.svg', dark: '/rail-dark.svg' },
      accent: { light: '#5b2a86', dark: '#c9a6ee' },
      organisation: 'rail',
    });
  });

  it('is that of the site where an organisation has none of its own', () => {
    expect(brandOf(settings, '/ferries/staff/')).toEqual({ ...group, organisation: 'ferries' });
  });

  it('shows no other name’s logo beside the name of an organisation', () => {
    expect(brandOf(settings, '/tours/guests/')).toMatchObject({
      name: 'Harbour Tours',
      logo: undefined,
    });
  });

  it.each(['/', '/search/', '/railway/', '/constructor/', ''])(
    'is that of the site at "%s"',
    (path) => {
      expect(brandOf(settings, path)).toEqual(group);
    },
  );
});

it('the colours of brands are those of the site, and of each organisation that has its own', () => {
  expect(coloursOf(settings)).toBe(
    ':root{--accent:light-dark(#0b5c8a,#7cc4f0);--paper:light-dark(#ffffff,#15181b)}' +
      '[data-organisation="rail"]{--accent:light-dark(#5b2a86,#c9a6ee)}',
  );
});

it('the files of brands are named by their settings', () => {
  expect(filesOfBrands(settings)).toEqual([
    ['logo', '/group.svg'],
    ['organisations.rail.logo', '/rail.svg'],
    ['organisations.rail.logo', '/rail-dark.svg'],
  ]);
});
