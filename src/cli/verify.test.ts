/** When a deployed site is said to be as it was published. */
import { expect, it } from 'vitest';
import { isWhole } from './verify.ts';

it('is whole only if nothing differs and nothing was left unread', () => {
  const fault = { kind: 'changed', address: 'a', message: 'b' } as const;
  expect(isWhole({ faults: [], unread: 0 })).toBe(true);
  expect(isWhole({ faults: [], unread: 1 })).toBe(false);
  expect(isWhole({ faults: [fault], unread: 0 })).toBe(false);
});
