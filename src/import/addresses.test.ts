import { describe, expect, it } from 'vitest';
import { withoutScheme, withoutTargets } from './addresses.ts';

describe('an address as programs write it', () => {
  it.each([
    ['Write to mailto:a@firm.example now', 'Write to a@firm.example now'],
    ['MAILTO://a.b+c@firm.example', 'a.b+c@firm.example'],
    ['A link with mailto: opens your program', 'A link with mailto: opens your program'],
    ['a.mailto:x', 'a.mailto:x'],
  ])('%s has no scheme', (text, plain) => {
    expect(withoutScheme(text)).toBe(plain);
  });

  it.each([
    ['a@firm.example<mailto:a@firm.example>.', 'a@firm.example.'],
    ['a@firm.example <mailto:A@firm.example?subject=Data>', 'a@firm.example'],
    ['01632 960 123<tel:01632960123>', '01632 960 123'],
    ['www.firm.example<http://www.firm.example/>', 'www.firm.example'],
    // What says more than the words is no repetition.
    ['our site<https://firm.example/>', 'our site<https://firm.example/>'],
    ['b@firm.example<mailto:a@firm.example>', 'b@firm.example<a@firm.example>'],
  ])('%s is said once', (line, plain) => {
    expect(withoutTargets(line)).toBe(plain);
  });
});
