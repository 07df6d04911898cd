import { expect, it } from 'vitest';
import { cy } from './cy/index.ts';
import { en } from './en/index.ts';

it.each([
  ['en', en],
  ['cy', cy],
])('names the account of a long import in a folder of notices of any name: %s', (_, words) => {
  const said = words.imports.tooMany('2,000', 'customers/draft.mdx');
  expect(said).toMatch(/ ~imports\/customers\/draft\.json\.$/);
  expect(said).not.toContain('notices.record');
});
