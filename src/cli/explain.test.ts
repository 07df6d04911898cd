import { describe, expect, it, vi } from 'vitest';
import { explain } from './explain.ts';

function printed(codes: readonly string[]): string {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text.toString();
    return true;
  });
  try {
    explain(codes);
  } finally {
    write.mockRestore();
  }
  return out;
}

describe('noticeboard explain', () => {
  it('explains what a report named', () => {
    const out = printed(['date-unquoted', 'folder-missing']);
    expect(out).toMatch(/^date-unquoted \(error\)$/m);
    expect(out).toMatch(/^folder-missing \(error\)$/m);
  });

  it('lists all findings if none is named', () => {
    expect(printed([])).toMatch(/^ {2}date-unquoted +A date is not in quotes$/m);
  });

  it('explains and lists the rules of the law', () => {
    const out = printed(['information-commissioner']);
    expect(out).toMatch(/^information-commissioner \(warning\)$/m);
    expect(out).toContain('It holds from 30 September 2026.');
    expect(out).not.toMatch(/[{}]/);
    expect(printed([])).toMatch(/^ {2}eea-frame +\S/m);
    expect(() => printed(['eea-fram'])).toThrow('Did you mean "eea-frame"?');
  });

  it.each([
    ['date-unqoted', 'there is no finding "date-unqoted". Did you mean "date-unquoted"?'],
    ['constructor', 'there is no finding "constructor".'],
  ])('names the code that %s may have been', (code, message) => {
    expect(() => printed([code])).toThrow(message);
  });
});
