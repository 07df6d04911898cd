import { describe, expect, it } from 'vitest';
import { parseDocument } from './index.ts';
import { answersOf, readTopics, TOPICS } from './topics.ts';

const answers = (html: string) =>
  answersOf(parseDocument(html)).map(({ topic, section }) => `${topic}: ${section.anchor}`);

describe('what a notice answers', () => {
  it('is derived from the anchors of its sections, in the order in which people ask', () => {
    expect(
      answers(
        '<h2 id="complaints">A</h2><h2 id="retention">B</h2><h2 id="who-we-are">C</h2>' +
          '<h2 id="what-we-collect">D</h2><h2 id="how-we-use">E</h2><h2 id="your-rights">F</h2>' +
          '<h2 id="sharing">G</h2>',
      ),
    ).toEqual([
      'controller: who-we-are',
      'data: what-we-collect',
      'purposes: how-we-use',
      'recipients: sharing',
      'retention: retention',
      'rights: your-rights',
      'complaints: complaints',
    ]);
  });

  it.each([
    ['Information we collect', 'data'],
    ['What information do we collect about you?', 'data'],
    ['Why we use your data', 'purposes'],
    ['Who do we share your information with?', 'recipients'],
    ['Third parties', 'recipients'],
    ['How long do we keep your information?', 'retention'],
    ['Data retention', 'retention'],
    ['What are your rights?', 'rights'],
    ['How to complain', 'complaints'],
  ])('“%s” is of %s by its words alone', (heading, topic) => {
    expect(answers(`<h2>${heading}</h2>`)[0]).toMatch(new RegExp(`^${topic}: `));
  });

  it.each([
    'use-of-cookies',
    'why-you-can-trust-us',
    'copyrights',
    'shareholders',
    'how-long-we-take-to-reply',
    'collectors',
    'what-we-are-not',
  ])('“%s” answers nothing that people ask', (anchor) => {
    expect(answers(`<h2 id="${anchor}">A</h2>`)).toEqual([]);
  });

  it('has no answer where there is no such section', () => {
    expect(answers('<h2 id="cookies">Cookies</h2><h2 id="security">Security</h2>')).toEqual([]);
  });

  it('is what the author says, whatever the anchor', () => {
    expect(
      answers(
        '<h2 id="keep" covers="retention rights">Keep</h2><h2 id="retention">Not this</h2><h2 id="rights">Nor this</h2>',
      ),
    ).toEqual(['retention: keep', 'rights: keep']);
  });

  it('is a section of the first level before one within another', () => {
    expect(answers('<h2 id="a">A</h2><h3 id="rights">B</h3><h2 id="your-rights">C</h2>')).toEqual([
      'rights: your-rights',
    ]);
  });

  it('is answered once: no section answers two by its anchor', () => {
    expect(answers('<h2 id="how-we-use-and-share">Use and share</h2>')).toHaveLength(1);
  });
});

describe('the topics that an author names', () => {
  it('are those that are known, and the others apart', () => {
    expect(readTopics('rights, retention  foo')).toEqual({
      topics: ['retention', 'rights'],
      unknown: ['foo'],
    });
    expect(readTopics('')).toEqual({ topics: [], unknown: [] });
    expect(readTopics(TOPICS.join(' ')).topics).toEqual(TOPICS);
  });
});
