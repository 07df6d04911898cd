import { describe, expect, it } from 'vitest';
import { keepLinksAlive } from './links.ts';

describe('links within the text of a comparison', () => {
  const before = '/shop/2025-01-01/';

  it('lead on when what they lead to stands on the page', () => {
    const html = '<h2 id="über">Über</h2><a href="#%C3%BCber">there</a><a href="#über">here</a>';
    expect(keepLinksAlive(html, before)).toBe(html);
  });

  it('lead to the version before when what they lead to left the text', () => {
    expect(keepLinksAlive('<del><a href="#gone">it</a></del>', before)).toBe(
      '<del><a href="/shop/2025-01-01/#gone">it</a></del>',
    );
  });

  it('are left alone when they are of the display, or lead elsewhere', () => {
    const html = '<a href="#~m1">moved</a><a href="https://company.example/#x">out</a>';
    expect(keepLinksAlive(html, before)).toBe(html);
  });

  it('may be encoded wrongly, and hold signs that a replacement would read', () => {
    expect(keepLinksAlive('<a href="#%E0%A4%A">it</a>', '/a$&b/')).toBe(
      '<a href="/a$&b/#%E0%A4%A">it</a>',
    );
  });
});
