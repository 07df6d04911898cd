/** When a deployed site is said to be as it was published. */
import { expect, it } from 'vitest';
import { isWhole } from './verify.ts';

it('is whole only if nothing differs and nothing was left unread', () => {
  const fault = { kind: 'changed', address: 'a', message: 'b' } as const;
  const whole = { faults: [], unread: 0, weak: [] };
  expect(isWhole(whole, true)).toBe(true);
  expect(isWhole({ ...whole, unread: 1 }, false)).toBe(false);
  expect(isWhole({ ...whole, faults: [fault] }, false)).toBe(false);
});

it('is not whole for want of a header only where that is asked for', () => {
  const weak = [{ header: 'Referrer-Policy', message: 'is missing', addresses: ['a'] }];
  expect(isWhole({ faults: [], unread: 0, weak }, false)).toBe(true);
  expect(isWhole({ faults: [], unread: 0, weak }, true)).toBe(false);
});
