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

  it.each([
    ['§ 1 Verantwortlicher', '1-verantwortlicher'],
    ['§§ 3–5 Fristen', '35-fristen'],
    ['🎉 Party', 'party'],
    ['⚖️ Your rights', 'your-rights'],
    ['🅱️ Blood groups', 'blood-groups'],
    ['« Été »', 'été'],
    ['† A note', 'a-note'],
    ['– a dash', 'a-dash'],
    ['_x', 'x'],
    ['½ price', 'price'],
  ])('takes the words of a heading that begins with a sign: %s', (text, anchor) => {
    expect(assignAnchors([{ text }])).toEqual([anchor]);
    expect(isAnchor(anchor)).toBe(true);
  });

  it('keeps what GitHub makes of any other heading', () => {
    expect(assignAnchors([{ text: 'Été »' }, { text: 'Done ✔️' }])).toEqual([
      'été-',
      'done-\uFE0F',
    ]);
  });

  it('numbers headings that are the same without their signs', () => {
    expect(assignAnchors([{ text: '§ 1 A' }, { text: '1 A' }, { text: '# 1 A' }])).toEqual([
      '1-a',
      '1-a-1',
      '1-a-2',
    ]);
  });

  it('calls a heading without letters and digits a section', () => {
    expect(assignAnchors([{ text: '§' }, { text: '🎉' }])).toEqual(['section', 'section-1']);
  });

  it('keeps anchors in one normal form', () => {
    const apart = 'Cafe\u0301';
    expect(
      assignAnchors([{ text: 'Caf\u00e9' }, { text: apart }, { text: 'x', explicit: apart }]),
    ).toEqual(['caf\u00e9', 'caf\u00e9-1', 'Caf\u00e9']);
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
