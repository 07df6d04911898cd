import { expect, it } from 'vitest';
import { law } from './law.ts';

it('says from when, and until when, the law asks for what is not asked', () => {
  expect(law.why({ why: 'before', day: '2026-06-19' })).toBe(
    'The law asks for it from 19 June 2026.',
  );
  expect(law.why({ why: 'until', day: '2026-02-05' })).toBe(
    'The law asked for it until 5 February 2026.',
  );
});
