import { describe, expect, it } from 'vitest';
import { assignAnchors, isAnchor } from './anchors.ts';

describe('assignAnchors', () => {
  it('derives an anchor from the words of a heading', () => {
    expect(assignAnchors([{ text: 'Who we share with' }])).toEqual(['who-we-share-with']);
  });

  it('keeps the anchor that the author wrote', () => {
    expect(assignAnchors([{ text: 'Who we share with', explicit: 'sharing' }])).toEqual([
      'sharing',
    ]);
  });

  it('drops punctuation and keeps letters of any language', () => {
    expect(assignAnchors([{ text: 'What’s kept, & for how long?' }, { text: 'Câu hỏi' }])).toEqual([
      'whats-kept--for-how-long',
      'câu-hỏi',
    ]);
  });

  it('numbers headings whose words repeat, in reading order', () => {
    expect(assignAnchors([{ text: 'Cookies' }, { text: 'Cookies' }, { text: 'cookies' }])).toEqual([
      'cookies',
      'cookies-1',
      'cookies-2',
    ]);
  });

  it('does not count a heading whose anchor was written as one that repeats', () => {
    expect(assignAnchors([{ text: 'Cookies', explicit: 'biscuits' }, { text: 'Cookies' }])).toEqual(
      ['biscuits', 'cookies'],
    );
  });

  it('does not number a heading as another heading is written', () => {
    expect(
      assignAnchors([{ text: 'Cookies' }, { text: 'Cookies 1' }, { text: 'Cookies' }]),
    ).toEqual(['cookies', 'cookies-1', 'cookies-2']);
  });
});

describe('isAnchor', () => {
  it.each(['sharing', 'how-long-we-keep-it', 's.5', 'a_b', '4-your-rights', 'kündigung', 'A1'])(
    'accepts %s',
    (text) => {
      expect(isAnchor(text)).toBe(true);
    },
  );

  it.each(['', 'how long', '#sharing', '-sharing', 'a/b', 'a"b', 'a&b', 'a?b', 'a%20b', 'a:b'])(
    'rejects %j',
    (text) => {
      expect(isAnchor(text)).toBe(false);
    },
  );
});
