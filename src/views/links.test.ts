import { describe, expect, it } from 'vitest';
import { apart, linksOfRedline } from './links.ts';

const under = (path: string): string => (path.startsWith('/') ? `/privacy${path}` : path);

describe('links within the text of a comparison', () => {
  const leadTo = linksOfRedline(new Set(['über', 'keeping']), '/privacy/shop/a$&b/', under);

  it('stay on the page when what they lead to stands there', () => {
    expect(leadTo('#keeping')).toBe('#keeping');
    expect(leadTo('#über')).toBe('#über');
    expect(leadTo('#%C3%BCber')).toBe('#%C3%BCber');
  });

  it('lead to the version before when what they lead to left the text', () => {
    expect(leadTo('#gone')).toBe('/privacy/shop/a$&b/#gone');
    expect(leadTo('#%E0%A4%A')).toBe('/privacy/shop/a$&b/#%E0%A4%A');
  });

  it('stay as they are when they are of the display, or lead to the top', () => {
    expect(leadTo('#~m1')).toBe('#~m1');
    expect(leadTo('#')).toBe('#');
  });

  it('lead where the page has what is outside of the text', () => {
    expect(leadTo('/staff/#keeping')).toBe('/privacy/staff/#keeping');
    expect(leadTo('https://company.example/#keeping')).toBe('https://company.example/#keeping');
  });
});

describe('a text that stands on a page with others', () => {
  const { idOf, addressOf } = apart(
    't0-1',
    new Set(['über', 'keeping']),
    (anchor) => (anchor === 'größe' ? '/privacy/shop/2025-01-01/' : '/privacy/shop/'),
    under,
  );

  it('has ids that none of the others has, for its anchors and its changes', () => {
    expect(idOf('keeping')).toBe('~t0-1-keeping');
    expect(idOf('~m1-was')).toBe('~t0-1-m1-was');
  });

  it('is linked to by those ids', () => {
    expect(addressOf('#keeping')).toBe('#~t0-1-keeping');
    expect(addressOf('#%C3%BCber')).toBe('#~t0-1-%C3%BCber');
    expect(addressOf('#~m1-was')).toBe('#~t0-1-m1-was');
  });

  it('links to the page that has what is elsewhere in the notice', () => {
    expect(addressOf('#sharing')).toBe('/privacy/shop/#sharing');
    expect(addressOf('#gr%C3%B6%C3%9Fe')).toBe('/privacy/shop/2025-01-01/#gr%C3%B6%C3%9Fe');
  });

  it('links to other pages as they are linked to there', () => {
    expect(addressOf('/staff/')).toBe('/privacy/staff/');
    expect(addressOf('mailto:a@company.example')).toBe('mailto:a@company.example');
  });
});
