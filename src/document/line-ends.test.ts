import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, textOf } from './index.ts';

/** The text of a paragraph. */
function textIn(html: string): string {
  const [block] = parseDocument(`<p>${html}</p>`).lead;
  return block?.type === 'paragraph' ? textOf(block.content) : '';
}

describe('the end of a line', () => {
  it.each([
    ['Hiragana', '続きを\nお読み', '続きをお読み'],
    ['Han', '个人\n信息', '个人信息'],
    ['Katakana', 'サー\nビス', 'サービス'],
    ['half-width Katakana', 'ｻｰ\nﾋﾞｽ', 'ｻｰﾋﾞｽ'],
    ['punctuation', '読む。\n次に、\n「これ」', '読む。次に、「これ」'],
    ['full-width letters and signs', 'ＡＢ（\nＣ）', 'ＡＢ（Ｃ）'],
    ['rare ideographs', '\u{20BB7}\n野', '\u{20BB7}野'],
    ['a variant of an ideograph', '葛\u{E0100}\n城', '葛\u{E0100}城'],
    ['spaces around it', '続きを \n  お読み', '続きをお読み'],
    ['an end as Windows writes it', '続きを\r\nお読み', '続きをお読み'],
    ['the end of a mark', '<strong>続き</strong>\nを', '続きを'],
    ['the start of a mark', '続き\n<strong>を</strong>', '続きを'],
    [
      'within marks and links',
      '<em><a href="#a">続き\n</a></em><code>を</code>\n読む',
      '続きを読む',
    ],
    ['a target', '続き\n<span id="a"></span>を', '続きを'],
  ])('is no space beside %s', (_, html, text) => {
    expect(textIn(html)).toBe(text);
  });

  it.each([
    ['Latin before', 'ABC\n続き', 'ABC 続き'],
    ['Latin after', '続き\nABC', '続き ABC'],
    ['figures', '令和\n6年', '令和 6年'],
    ['Hangul', '개인\n정보', '개인 정보'],
    ['Hangul and Han', '개인\n情報', '개인 情報'],
    ['Thai', 'ข้อมูล\nส่วน', 'ข้อมูล ส่วน'],
    ['a picture between', '続き\n<img src="/a.png" alt="x">\nを', '続き x を'],
    ['English', 'one\ntwo', 'one two'],
  ])('is a space with %s', (_, html, text) => {
    expect(textIn(html).replace(/\[?x\]?/, 'x')).toBe(text);
  });

  it('is removed with nothing else: a space within a line stays', () => {
    expect(textIn('氏名 住所')).toBe('氏名 住所');
    expect(textIn('氏名\u{3000}住所')).toBe('氏名\u{3000}住所');
  });

  const wide = fc.constantFrom(...'個人情報を読むサービス。、「」ＡＢ\u{20BB7}');
  const narrow = fc.constantFrom(...'abc 1.,(%é개인');
  const tag = fc.constantFrom('strong', 'em', 'code');

  it('makes no difference anywhere in a text without spaces', () => {
    const piece = fc.tuple(fc.array(wide, { minLength: 1, maxLength: 4 }), fc.option(tag));
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1 }),
        fc.constantFrom('\n', ' \n', '\n\t'),
        (pieces, end) => {
          const htmlWith = (between: string): string =>
            pieces
              .map(([letters, name]) => {
                const text = letters.join(between);
                return name ? `<${name}>${text}</${name}>` : text;
              })
              .join(between);
          expect(textIn(htmlWith(end))).toBe(textIn(htmlWith('')));
        },
      ),
    );
  });

  it('is a space in any other text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(narrow, fc.constant('\n'))), wide, (letters, one) => {
        const html = `a${letters.join('')}${one}`;
        expect(textIn(html)).toBe(textIn(html.replaceAll('\n', ' ')));
      }),
    );
  });
});
