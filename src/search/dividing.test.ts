import { describe, expect, it } from 'vitest';
import { memo } from '../notices/memo.ts';
import { contentOf, wordInIndex, linesOf, textOfWords, wordsOf } from './content.ts';
import { excerptOf } from './excerpt.ts';
import { find, type Ask, type Hit } from './finder.ts';
import { otherForms } from './forms.ts';
import { hasPhrase, parseQuery, plainWords } from './query.ts';

/** An index that finds words where they begin alike, without signs, as the real one does. */
function indexOf(lines: readonly string[]): Ask {
  const contents = lines.map((line) => contentOf({ heading: 'T', lines: [line] }));
  const bare = (word: string): string =>
    word
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return (term) => {
    const asked = term.replaceAll('"', '').split(' ').map(bare);
    return Promise.resolve(
      contents.flatMap((content, number): Hit[] => {
        const words = content.split(' ').map(bare);
        const places = words.flatMap((word, place) => (asked.includes(word) ? [place] : []));
        const hasAll = asked.every((word) => words.includes(word));
        return hasAll ? [{ id: String(number), score: 1, words: places }] : [];
      }),
    );
  };
}

/** What is marked in the texts that a query finds. */
async function marked(typed: string, ...lines: string[]): Promise<string[]> {
  const { hits } = await find(parseQuery(typed), indexOf(lines));
  return hits.map(({ id, words }) => {
    const content = contentOf({ heading: 'T', lines: [lines[Number(id)] ?? ''] });
    const { stretches } = excerptOf(wordsOf(content, words));
    return stretches.flatMap(({ text, isFound }) => (isFound ? [text] : [])).join('|');
  });
}

const JAPANESE = '当社は、お客様の個人情報（氏名、住所）を新幹線で配送します。';

describe('a text without spaces', () => {
  it.each(['個人情報', '情報', '人情', '新幹線', '配送', '住所', '氏', 'お客様', '配送します'])(
    'is found by what stands within it: %s',
    async (asked) => {
      expect(await marked(asked, JAPANESE, '何もありません。')).toEqual([asked]);
    },
  );

  it.each([
    ['Chinese', '我们如何使用您的个人信息', '个人信息'],
    ['Thai', 'เราเก็บข้อมูลส่วนบุคคลของคุณ', 'ข้อมูลส่วนบุคคล'],
    ['Katakana with a long vowel', 'このサービスとサーバーを', 'サーバー'],
    ['half-width Katakana', 'このｻｰﾊﾞｰを', 'ｻｰﾊﾞｰ'],
    ['Latin words', 'GDPRに基づく', 'GDPR'],
    ['full-width figures', '第１０条', '１０'],
  ])('is found in %s', async (_, text, asked) => {
    expect(await marked(asked, text)).toEqual([asked]);
  });

  it('is found in another width', async () => {
    expect(await marked('サーバー', 'このｻｰﾊﾞｰを')).toEqual(['ｻｰﾊﾞｰ']);
    expect(await marked('10', '第１０条')).toEqual(['１０']);
    expect(await marked('第10条', '第１０条')).toEqual(['第１０条']);
  });

  it('is not found if the letters stand elsewhere or in another order', async () => {
    expect(await marked('報情', JAPANESE)).toEqual([]);
    expect(await marked('個情', JAPANESE)).toEqual([]);
    expect(await marked('人人', JAPANESE)).toEqual([]);
    expect(await marked('日日', '日日の')).toEqual(['日日']);
    expect(await marked('氏住', JAPANESE)).toEqual([]);
  });

  it('is found by several words, and by a phrase', async () => {
    expect(await marked('住所 配送', JAPANESE)).toEqual(['住所|配送']);
    expect(hasPhrase(JAPANESE, '個人情報')).toBe(true);
    expect(hasPhrase(JAPANESE, '報情')).toBe(false);
    expect(plainWords('個人 info')).toEqual(['個', '人', 'info']);
  });
});

describe('a word in another spelling', () => {
  it.each([
    ['strasse', 'Die Straße hier', 'Straße'],
    ['Straße', 'Die Strasse hier', 'Strasse'],
    ['ABC', 'der ＡＢＣ Verein', 'ＡＢＣ'],
    ['ﬁnden', 'zu finden ist', 'finden'],
    ['بيانات', 'نحن نجمع البيانات هنا', 'البيانات'],
    ['بيانات', 'نحن نجمع والبيانات هنا', 'والبيانات'],
    ['بيانات', 'نحن نجمع وبيانات هنا', 'وبيانات'],
    ['بيانات', 'نحن نجمع بالبيانات هنا', 'بالبيانات'],
    ['البيانات', 'نحن نجمع بيانات هنا', 'بيانات'],
    ['البيانات', 'نحن نجمع للبيانات هنا', 'للبيانات'],
  ])('is found by %s in “%s”', async (asked, text, found) => {
    expect(await marked(asked, text)).toEqual([found]);
  });

  it.each(['word', 'Café', 'Dŵr', 'e-mail', '6(1)(f)', 'Ω', '', '…', '“x”', 'ICO’s', 'Foo™'])(
    'has no other form if it needs none: %s',
    (word) => {
      expect(otherForms(word)).toEqual([]);
    },
  );
});

describe('a content', () => {
  it.each([
    JAPANESE,
    '個人 情報　「名」 A社のB',
    'เราเก็บ ข้อมูล 12 เดือน',
    'Die Straße, die ﬁnster ist',
    'والبيانات بها',
    'plain words only.',
  ])('gives its lines back as they were: %s', (line) => {
    const content = contentOf({ heading: line, lines: [line, line] });
    const said = line.replace(/\s+/g, ' ');
    expect(linesOf(content)).toEqual([said, said, said]);
    const words = wordsOf(content, []);
    expect(textOfWords(words.filter((word) => word.line === 1))).toBe(said);
  });

  it('is the same where what was made of a word is kept', () => {
    const line = `${JAPANESE} Straße, Straße: ${JAPANESE} strasse`;
    const record = { heading: line, lines: [line, 'Straße'] };
    const wordOf = memo(wordInIndex);
    expect([contentOf(record, wordOf), contentOf(record, wordOf)]).toEqual(
      [record, record].map((each) => contentOf(each)),
    );
  });

  it('is the text alone where nothing is divided', () => {
    expect(contentOf({ heading: 'Café', lines: ['We keep it.'] })).toBe('Café\\ We keep it.\\');
  });
});
