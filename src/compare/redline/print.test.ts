/** Small redlines, spelled out: what a reader is shown for each sort of change. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../document/index.ts';
import { frontmatterSchema } from '../../notices/schema.ts';
import { compareDocuments, renderRedline, type Comparison } from '../index.ts';
import {
  compareHtml,
  newText,
  oldText,
  plain,
  problemsOf,
  redline,
  textOfDocument,
  withoutSpace,
} from '../testing.ts';

const YEARS = 'We keep your details for six years after your contract with us has ended.';
const COPY = 'You may ask us for a copy of everything that we hold about you.';
const PARCELS = 'Parcels are carried by firms that see your name and your address alone.';
const POST = 'Letters and parcels that come back to us are opened by two people together.';
const SHOPS = 'Our shops in Reigate and Newry are open from nine until five on weekdays.';

const p = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const ul = (...items: string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const h = (id: string, text: string, rank = 2): string => `<h${rank} id="${id}">${text}</h${rank}>`;
const row = (cells: readonly string[], tag: string): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const body = (...rows: string[][]): string =>
  `<table><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
const table = (head: string[], ...rows: string[][]): string =>
  `<table><thead>${row(head, 'th')}</thead>${body(...rows).slice('<table>'.length)}`;
const dl = (...entries: [string, string][]): string =>
  `<dl>${entries.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('')}</dl>`;

interface Case {
  title: string;
  before: string;
  after: string;
  /** What `plain` makes of the redline. */
  shown: string;
  /** The changes, each as "kind: removed > added". */
  changes: string[];
  /** What became of sections, each as "anchor before > anchor after: states". */
  sections?: string[];
}

const changesIn = ({ changes }: Comparison): string[] =>
  changes.map(({ kind, removed, added }) => `${kind}: ${removed} > ${added}`);

const sectionsIn = ({ sections }: Comparison): string[] =>
  sections
    .filter(({ states }) => states.length > 0)
    .map(({ before, after, states }) =>
      [before?.anchor ?? '–', '>', `${after?.anchor ?? '–'}:`, ...states].join(' '),
    );

/** Asserts what is shown and listed, and that both versions can be read out of it. */
function expectCase({ before, after, shown, changes, sections }: Case): void {
  const html = redline(before, after);
  expect(plain(html)).toBe(shown);
  const comparison = compareHtml(before, after);
  expect(changesIn(comparison)).toEqual(changes);
  if (sections) expect(sectionsIn(comparison)).toEqual(sections);
  const words = (source: string): string => withoutSpace(textOfDocument(parseDocument(source)));
  expect(withoutSpace(oldText(html))).toBe(words(before));
  expect(withoutSpace(newText(html))).toBe(words(after));
  expect(problemsOf(html)).toEqual([]);
}

describe('words of a line', () => {
  it.each<Case>([
    {
      title: 'shows a word that was replaced',
      before: p('We keep your orders for tax.'),
      after: p('We keep your invoices for tax.'),
      shown: '<p>We keep your <del>orders</del><ins>invoices</ins> for tax.</p>',
      changes: ['wording: orders > invoices'],
    },
    {
      title: 'shows a word that was added with the space before it',
      before: p('We share data with partners.'),
      after: p('We share data with trusted partners.'),
      shown: '<p>We share data with <ins>trusted</ins> partners.</p>',
      changes: ['wording:  > trusted'],
    },
    {
      title: 'shows a word that was removed',
      before: p('We share data with trusted partners.'),
      after: p('We share data with partners.'),
      shown: '<p>We share data with <del>trusted</del> partners.</p>',
      changes: ['wording: trusted > '],
    },
    {
      title: 'shows a last word that was removed',
      before: p('You can object to this today.'),
      after: p('You can object to this.'),
      shown: '<p>You can object to this<del> today</del>.</p>',
      changes: ['wording: today > '],
    },
    {
      title: 'keeps the space after a first word that was removed',
      before: p('Today you can object to this.'),
      after: p('you can object to this.'),
      shown: '<p><del>Today </del>you can object to this.</p>',
      changes: ['wording: Today > '],
    },
    {
      title: 'keeps two edits apart when much stands between them',
      before: p('We keep orders for tax, letters for service and calls for training.'),
      after: p('We keep invoices for tax, letters for service and chats for training.'),
      shown:
        '<p>We keep <del>orders</del><ins>invoices</ins> for tax, letters for service and <del>calls</del><ins>chats</ins> for training.</p>',
      changes: ['wording: orders > invoices', 'wording: calls > chats'],
    },
    {
      title: 'keeps no lone word between two phrases that were replaced',
      before: p('We send the parcels, and bill customers later.'),
      after: p('We hand the letters, or charge visitors later.'),
      shown:
        '<p>We <del>send the parcels, and bill customers</del><ins>hand the letters, or charge visitors</ins> later.</p>',
      changes: [
        'wording: send the parcels, and bill customers > hand the letters, or charge visitors',
      ],
    },
    {
      title: 'keeps no lone comma between two phrases that were replaced',
      before: p('Our staff may read letters, open parcels and destroy them.'),
      after: p('Our staff will scan postcards, weigh bags and destroy them.'),
      shown:
        '<p>Our staff <del>may read letters, open parcels</del><ins>will scan postcards, weigh bags</ins> and destroy them.</p>',
      changes: ['wording: may read letters, open parcels > will scan postcards, weigh bags'],
    },
    {
      title: 'does not go to and fro between two lists of words',
      before: p('We may collect name, age and job.'),
      after: p('We will gather sex, height and pay.'),
      shown:
        '<p>We <del>may collect name, age and job</del><ins>will gather sex, height and pay</ins>.</p>',
      changes: ['wording: may collect name, age and job > will gather sex, height and pay'],
    },
    {
      title: 'replaces a sentence as a whole when little of it is left',
      before: p('It is safe. We lock every cupboard at night. Ask us.'),
      after: p('It is safe. Nobody but Ann may enter here. Ask us.'),
      shown:
        '<p>It is safe. <del>We lock every cupboard at night</del><ins>Nobody but Ann may enter here</ins>. Ask us.</p>',
      changes: ['wording: We lock every cupboard at night > Nobody but Ann may enter here'],
    },
    {
      title: 'replaces a phrase at the end of a sentence',
      before: p('We use cookies to count visits and to remember your basket.'),
      after: p('We use cookies to count visits and to show advertisements.'),
      shown:
        '<p>We use cookies to count visits and to <del>remember your basket</del><ins>show advertisements</ins>.</p>',
      changes: ['wording: remember your basket > show advertisements'],
    },
    {
      title: 'tells a letter that became small',
      before: p('We ask the Controller first.'),
      after: p('We ask the controller first.'),
      shown: '<p>We ask the <del>Controller</del><ins>controller</ins> first.</p>',
      changes: ['wording: Controller > controller'],
    },
  ])('$title', expectCase);
});

describe('what is one word to a reader', () => {
  it.each<Case>([
    {
      title: 'is an amount',
      before: p('The fine is £35,000 at most.'),
      after: p('The fine is £17,500 at most.'),
      shown: '<p>The fine is <del>£35,000</del><ins>£17,500</ins> at most.</p>',
      changes: ['number: £35,000 > £17,500'],
    },
    {
      title: 'is an amount of millions',
      before: p('The fine is £17.5 million at most.'),
      after: p('The fine is £18.5 million at most.'),
      shown: '<p>The fine is <del>£17.5 million</del><ins>£18.5 million</ins> at most.</p>',
      changes: ['number: £17.5 million > £18.5 million'],
    },
    {
      title: 'is a share',
      before: p('About 4% of it.'),
      after: p('About 5% of it.'),
      shown: '<p>About <del>4%</del><ins>5%</ins> of it.</p>',
      changes: ['number: 4% > 5%'],
    },
    {
      title: 'is a period',
      before: p('We keep it for 36 months.'),
      after: p('We keep it for 24 months.'),
      shown: '<p>We keep it for <del>36 months</del><ins>24 months</ins>.</p>',
      changes: ['number: 36 months > 24 months'],
    },
    {
      title: 'is a period in words',
      before: p('We answer within 30 days of that.'),
      after: p('We answer within one month of that.'),
      shown: '<p>We answer within <del>30 days</del><ins>one month</ins> of that.</p>',
      changes: ['number: 30 days > one month'],
    },
    {
      title: 'is a section of an act',
      before: p('See s. 5(1) of the Act.'),
      after: p('See s. 5(2) of the Act.'),
      shown: '<p>See <del>s. 5(1)</del><ins>s. 5(2)</ins> of the Act.</p>',
      changes: ['number: s. 5(1) > s. 5(2)'],
    },
    {
      title: 'is an article with its letters',
      before: p('We rely on Art. 6(1)(f) for it.'),
      after: p('We rely on Art. 6(1)(b) for it.'),
      shown: '<p>We rely on <del>Art. 6(1)(f)</del><ins>Art. 6(1)(b)</ins> for it.</p>',
      changes: ['number: Art. 6(1)(f) > Art. 6(1)(b)'],
    },
    {
      title: 'is a date',
      before: p('It applies from 1 May 2024 on.'),
      after: p('It applies from 1 June 2024 on.'),
      shown: '<p>It applies from <del>1 May 2024</del><ins>1 June 2024</ins> on.</p>',
      changes: ['number: 1 May 2024 > 1 June 2024'],
    },
    {
      title: 'is a date in figures',
      before: p('Updated 2024-05-01.'),
      after: p('Updated 2024-06-01.'),
      shown: '<p>Updated <del>2024-05-01</del><ins>2024-06-01</ins>.</p>',
      changes: ['number: 2024-05-01 > 2024-06-01'],
    },
    {
      title: 'is an e-mail address',
      before: p('Write to privacy@old.example for help.'),
      after: p('Write to privacy@new.example for help.'),
      shown:
        '<p>Write to <del>privacy@old.example</del><ins>privacy@new.example</ins> for help.</p>',
      changes: ['wording: privacy@old.example > privacy@new.example'],
    },
    {
      title: 'is a web address',
      before: p('See https://a.example/privacy/old for more.'),
      after: p('See https://a.example/privacy/new for more.'),
      shown:
        '<p>See <del>https://a.example/privacy/old</del><ins>https://a.example/privacy/new</ins> for more.</p>',
      changes: ['wording: https://a.example/privacy/old > https://a.example/privacy/new'],
    },
    {
      title: 'is an emoji of several signs',
      before: p('Fine 👍🏽 by us.'),
      after: p('Fine 👍🏿 by us.'),
      shown: '<p>Fine <del>👍🏽</del><ins>👍🏿</ins> by us.</p>',
      changes: ['format: 👍🏽 > 👍🏿'],
    },
    {
      title: 'is an emoji joined of several',
      before: p('For 👨‍👩‍👧 and 🏳️‍🌈, in 🇬🇧.'),
      after: p('For 👨‍👩‍👦 and 🏳️‍🌈, in 🇬🇪.'),
      shown: '<p>For <del>👨‍👩‍👧</del><ins>👨‍👩‍👦</ins> and 🏳️‍🌈, in <del>🇬🇧</del><ins>🇬🇪</ins>.</p>',
      changes: ['wording: 👨‍👩‍👧 > 👨‍👩‍👦', 'wording: 🇬🇧 > 🇬🇪'],
    },
    {
      title: 'is a word whose letters a joiner shapes',
      before: p('ما می‌خواهیم بدانیم.'),
      after: p('ما می‌توانیم بدانیم.'),
      shown: '<p>ما <del>می‌خواهیم</del><ins>می‌توانیم</ins> بدانیم.</p>',
      changes: ['wording: می‌خواهیم > می‌توانیم'],
    },
    {
      title: 'stands before a word that begins with a space of no width',
      before: p('Do we \u200Bkeep it?'),
      after: p('\u200Bkeep it?'),
      shown: '<p><del>Do we </del>\u200Bkeep it?</p>',
      changes: ['wording: Do we > '],
    },
    {
      title: 'stands in code, where every space is seen',
      before: '<pre><code>one two three</code></pre>',
      after: '<pre><code>one three</code></pre>',
      shown: '<pre><code>one<del> two</del> three</code></pre>',
      changes: ['wording: two > '],
    },
    {
      title: 'is a letter with its combining marks',
      before: p('n\u0303a e\u0323 here'),
      after: p('n\u0303a e\u0301 here'),
      shown: '<p>ña <del>ẹ</del><ins>e\u0301</ins> here</p>',
      changes: ['wording: ẹ > e\u0301'],
    },
    {
      title: 'is a word of Chinese, which has no spaces',
      before: p('我们收集您的姓名和地址。'),
      after: p('我们收集您的姓名和电话。'),
      shown: '<p>我们收集您的姓名和<del>地址</del><ins>电话</ins>。</p>',
      changes: ['wording: 地址 > 电话'],
    },
    {
      title: 'is a word of Thai, which has no spaces',
      before: p('เราเก็บข้อมูลส่วนบุคคล'),
      after: p('เราลบข้อมูลส่วนบุคคล'),
      shown: '<p>เรา<del>เก็บ</del><ins>ลบ</ins>ข้อมูลส่วนบุคคล</p>',
      changes: ['wording: เก็บ > ลบ'],
    },
    {
      title: 'is a word that runs from right to left',
      before: p('אנו שומרים את הנתונים שלך'),
      after: p('אנו מוחקים את הנתונים שלך'),
      shown: '<p>אנו <del>שומרים</del><ins>מוחקים</ins> את הנתונים שלך</p>',
      changes: ['wording: שומרים > מוחקים'],
    },
  ])('$title', expectCase);
});

describe('the kind of a change', () => {
  it.each<Case>([
    {
      title: 'is a number when the currency is another',
      before: p('It costs £5 a month.'),
      after: p('It costs €5 a month.'),
      shown: '<p>It costs <del>£5</del><ins>€5</ins> a month.</p>',
      changes: ['number: £5 > €5'],
    },
    {
      title: 'is a number when a decimal point goes',
      before: p('We have 1.5 million readers.'),
      after: p('We have 15 million readers.'),
      shown: '<p>We have <del>1.5</del><ins>15</ins> million readers.</p>',
      changes: ['number: 1.5 > 15'],
    },
    {
      title: 'is the wording when an address loses a sign',
      before: p('Write to a.b@c.example now'),
      after: p('Write to ab@c.example now'),
      shown: '<p>Write to <del>a.b@c.example</del><ins>ab@c.example</ins> now</p>',
      changes: ['wording: a.b@c.example > ab@c.example'],
    },
    {
      title: 'is the wording when a flag is another',
      before: p('Made in 🇬🇧 alone.'),
      after: p('Made in 🇮🇪 alone.'),
      shown: '<p>Made in <del>🇬🇧</del><ins>🇮🇪</ins> alone.</p>',
      changes: ['wording: 🇬🇧 > 🇮🇪'],
    },
    {
      title: 'is the form for a comma',
      before: p('We use names, addresses and ages.'),
      after: p('We use names, addresses, and ages.'),
      shown: '<p>We use names, addresses<ins>,</ins> and ages.</p>',
      changes: ['format:  > ,'],
    },
    {
      title: 'is the form for a full stop',
      before: p('We use names'),
      after: p('We use names.'),
      shown: '<p>We use names<ins>.</ins></p>',
      changes: ['format:  > .'],
    },
    {
      title: 'is the form for a curled apostrophe',
      before: p("You don't pay."),
      after: p('You don’t pay.'),
      shown: "<p>You <del>don't</del><ins>don’t</ins> pay.</p>",
      changes: ["format: don't > don’t"],
    },
    {
      title: 'is the form for letters put together in another way',
      before: p('The cafe\u0301 is shut.'),
      after: p('The caf\u00e9 is shut.'),
      shown: '<p>The <del>cafe\u0301</del><ins>café</ins> is shut.</p>',
      changes: ['format: cafe\u0301 > café'],
    },
    {
      title: 'is none for white space',
      before: p('We  keep\n it.'),
      after: p('We keep it.'),
      shown: '<p>We keep it.</p>',
      changes: [],
    },
    {
      title: 'is none for a space that does not break',
      before: p('It costs £5 each.'),
      after: p('It costs\u00a0£5 each.'),
      shown: '<p>It costs&nbsp;£5 each.</p>',
      changes: [],
    },
    {
      title: 'is none for a soft hyphen',
      before: p('Daten\u00adschutz gilt.'),
      after: p('Datenschutz gilt.'),
      shown: '<p>Datenschutz gilt.</p>',
      changes: [],
    },
  ])('$title', expectCase);
});

describe('marks and links', () => {
  it.each<Case>([
    {
      title: 'tells a link that leads elsewhere, and nothing else',
      before: p('Read <a href="/a/">our terms</a> first.'),
      after: p('Read <a href="/b/">our terms</a> first.'),
      shown: '<p>Read <span data-diff="link"><a href="/b/">our terms</a></span> first.</p>',
      changes: ['link: /a/ > /b/'],
    },
    {
      title: 'tells a link within bold type that leads elsewhere',
      before: p('Read <strong><a href="/a/">our terms</a></strong> first.'),
      after: p('Read <strong><a href="/b/">our terms</a></strong> first.'),
      shown:
        '<p>Read <span data-diff="link"><strong><a href="/b/">our terms</a></strong></span> first.</p>',
      changes: ['link: /a/ > /b/'],
    },
    {
      title: 'tells words that lead somewhere now',
      before: p('Read our terms first.'),
      after: p('Read <a href="/b/">our terms</a> first.'),
      shown: '<p>Read <span data-diff="link"><a href="/b/">our terms</a></span> first.</p>',
      changes: ['link:  > /b/'],
    },
    {
      title: 'tells words that lead nowhere now',
      before: p('Read <a href="/a/">our terms</a> first.'),
      after: p('Read our terms first.'),
      shown: '<p>Read <span data-diff="link">our terms</span> first.</p>',
      changes: ['link: /a/ > '],
    },
    {
      title: 'tells a word within a link',
      before: p('Read <a href="/a/">our old terms</a> first.'),
      after: p('Read <a href="/a/">our new terms</a> first.'),
      shown: '<p>Read <a href="/a/">our <del>old</del><ins>new</ins> terms</a> first.</p>',
      changes: ['wording: old > new'],
    },
    {
      title: 'tells a link and a word within it',
      before: p('Read <a href="/a/">our terms</a> first.'),
      after: p('Read <a href="/b/">our rules</a> first.'),
      shown:
        '<p>Read <a href="/b/"><span data-diff="link">our</span> </a><del><a href="/a/">terms</a></del><ins><a href="/b/">rules</a></ins> first.</p>',
      changes: ['link: /a/ > /b/', 'wording: terms > rules'],
    },
    {
      title: 'tells bold type',
      before: p('You must not share it.'),
      after: p('You must <strong>not</strong> share it.'),
      shown: '<p>You must <span data-diff="format"><strong>not</strong></span> share it.</p>',
      changes: ['format: not > not'],
    },
    {
      title: 'tells bold type that is gone',
      before: p('You must <strong>not</strong> share it.'),
      after: p('You must not share it.'),
      shown: '<p>You must <span data-diff="format">not</span> share it.</p>',
      changes: ['format: not > not'],
    },
    {
      title: 'tells a new word in bold type',
      before: p('You must share it.'),
      after: p('You must <strong>not</strong> share it.'),
      shown: '<p>You must <ins><strong>not</strong></ins> share it.</p>',
      changes: ['wording:  > not'],
    },
    {
      title: 'opens bold type once around a change within it',
      before: p('<strong>We keep your data safely.</strong>'),
      after: p('<strong>We keep your details safely.</strong>'),
      shown: '<p><strong>We keep your <del>data</del><ins>details</ins> safely.</strong></p>',
      changes: ['wording: data > details'],
    },
    {
      title: 'takes two tags of one meaning for one',
      before: p('You must <b>not</b> share it.'),
      after: p('You must <strong>not</strong> share it.'),
      shown: '<p>You must <strong>not</strong> share it.</p>',
      changes: [],
    },
    {
      title: 'tells a figure that was raised',
      before: p('It is 5 km2.'),
      after: p('It is 5 km<sup>2</sup>.'),
      shown: '<p>It is 5 <span data-diff="format">km<sup>2</sup></span>.</p>',
      changes: ['format: km2 > km2'],
    },
    {
      title: 'tells a language that was named',
      before: p('We say bonjour.'),
      after: p('We say <span lang="fr">bonjour</span>.'),
      shown: '<p>We say <span data-diff="format"><span lang="fr">bonjour</span></span>.</p>',
      changes: ['format: bonjour > bonjour'],
    },
    {
      title: 'tells a change before a line break',
      before: p('1 Wharf<br>Reigate'),
      after: p('1 Quay<br>Reigate'),
      shown: '<p>1 <del>Wharf</del><ins>Quay</ins><br>Reigate</p>',
      changes: ['wording: Wharf > Quay'],
    },
    {
      title: 'keeps text that looks like markup as text',
      before: p('Write &lt;b&gt; here &amp;amp; there.'),
      after: p('Write &lt;i&gt; here &amp;amp; there.'),
      shown: '<p>Write &lt;<del>b</del><ins>i</ins>&gt; here &amp;amp; there.</p>',
      changes: ['wording: b > i'],
    },
    {
      title: 'does not take marks of the notice for changes',
      before: p('We <ins>keep</ins> it.'),
      after: p('We <ins>hold</ins> it.'),
      shown: '<p>We <span><del>keep</del><ins>hold</ins></span> it.</p>',
      changes: ['wording: keep > hold'],
    },
  ])('$title', expectCase);
});

describe('paragraphs', () => {
  it.each<Case>([
    {
      title: 'are added whole',
      before: p(YEARS, PARCELS),
      after: p(YEARS, COPY, PARCELS),
      shown: `<p>${YEARS}</p><p data-diff="ins"><ins>${COPY}</ins></p><p>${PARCELS}</p>`,
      changes: [`wording:  > ${COPY}`],
    },
    {
      title: 'are removed whole',
      before: p(YEARS, COPY, PARCELS),
      after: p(YEARS, PARCELS),
      shown: `<p>${YEARS}</p><p data-diff="del"><del>${COPY}</del></p><p>${PARCELS}</p>`,
      changes: [`wording: ${COPY} > `],
    },
    {
      title: 'are told to be split',
      before: h('a', 'Data') + p(`${YEARS} ${COPY}`),
      after: h('a', 'Data') + p(YEARS, COPY),
      shown: `<h2>Data</h2><p data-diff="split">${YEARS}</p><p data-diff="split">${COPY}</p>`,
      changes: [`format: ${YEARS} ${COPY} > ${YEARS} ${COPY}`],
      sections: ['a > a: edited'],
    },
    {
      title: 'are told to be split, as one change, before the first heading too',
      before: p(`${YEARS} ${COPY}`),
      after: p(YEARS, COPY),
      shown: `<p data-diff="split">${YEARS}</p><p data-diff="split">${COPY}</p>`,
      changes: [`format: ${YEARS} ${COPY} > ${YEARS} ${COPY}`],
    },
    {
      title: 'are told to be merged',
      before: p(YEARS, COPY),
      after: p(`${YEARS} ${COPY}`),
      shown: `<p data-diff="merge">${YEARS} ${COPY}</p>`,
      changes: [`format: ${YEARS} ${COPY} > ${YEARS} ${COPY}`],
    },
    {
      title: 'are split and edited',
      before: h('a', 'Data') + p(`${YEARS} ${COPY}`),
      after: h('a', 'Data') + p(YEARS.replace('six', 'two'), COPY),
      shown: `<h2>Data</h2><p data-diff="split">We keep your details for <del>six years</del><ins>two years</ins> after your contract with us has ended.</p><p data-diff="split">${COPY}</p>`,
      changes: [
        `format: ${YEARS} ${COPY} > We keep your details for two years after your contract with us has ended. ${COPY}`,
        'number: six years > two years',
      ],
      sections: ['a > a: edited'],
    },
    {
      title: 'are moved within their section',
      before: h('a', 'Data') + p(YEARS, COPY, PARCELS, SHOPS),
      after: h('a', 'Data') + p(COPY, PARCELS, SHOPS, YEARS),
      shown: `<h2>Data</h2><p data-moved-to="m1"></p><p>${COPY}</p><p>${PARCELS}</p><p>${SHOPS}</p><p data-moved-from="m1">${YEARS}</p>`,
      changes: [`move: ${YEARS} > ${YEARS}`],
      sections: ['a > a: edited'],
    },
    {
      title: 'are moved and edited',
      before: h('a', 'Data') + p(YEARS, COPY, PARCELS, SHOPS),
      after: h('a', 'Data') + p(COPY, PARCELS, SHOPS, YEARS.replace('six', 'two')),
      shown: `<h2>Data</h2><p data-moved-to="m1"></p><p>${COPY}</p><p>${PARCELS}</p><p>${SHOPS}</p><p data-moved-from="m1">We keep your details for <del>six years</del><ins>two years</ins> after your contract with us has ended.</p>`,
      changes: [
        `move: ${YEARS} > We keep your details for two years after your contract with us has ended.`,
        'number: six years > two years',
      ],
      sections: ['a > a: edited'],
    },
    {
      title: 'are moved to another section',
      before: h('a', 'Keeping') + p(YEARS, COPY) + h('b', 'Sharing') + p(PARCELS, SHOPS),
      after: h('a', 'Keeping') + p(COPY) + h('b', 'Sharing') + p(PARCELS, SHOPS, YEARS),
      shown: `<h2>Keeping</h2><p data-moved-to="m1"></p><p>${COPY}</p>\n\n<h2>Sharing</h2><p>${PARCELS}</p><p>${SHOPS}</p><p data-moved-from="m1">${YEARS}</p>`,
      changes: [`move: ${YEARS} > ${YEARS}`],
      sections: ['a > a: edited', 'b > b: edited'],
    },
    {
      title: 'are not told to be moved when they are short',
      before: p('Name', COPY, PARCELS, SHOPS),
      after: p(COPY, PARCELS, SHOPS, 'Name'),
      shown: `<p data-diff="del"><del>Name</del></p><p>${COPY}</p><p>${PARCELS}</p><p>${SHOPS}</p><p data-diff="ins"><ins>Name</ins></p>`,
      changes: ['wording: Name > ', 'wording:  > Name'],
    },
    {
      title: 'are told to have become a quote',
      before: p(YEARS),
      after: `<blockquote>${p(YEARS)}</blockquote>`,
      shown: `<blockquote><p data-diff="structure">${YEARS}</p></blockquote>`,
      changes: [`format: ${YEARS} > ${YEARS}`],
    },
    {
      title: 'are edited within a quote',
      before: '<blockquote><p>We will never sell your data to anybody.</p></blockquote>',
      after: '<blockquote><p>We will never sell your details to anybody.</p></blockquote>',
      shown:
        '<blockquote><p>We will never sell your <del>data</del><ins>details</ins> to anybody.</p></blockquote>',
      changes: ['wording: data > details'],
    },
    {
      title: 'are edited within what can be folded away',
      before: '<details><summary>More</summary><p>We keep it for tax.</p></details>',
      after: '<details><summary>More</summary><p>We hold it for tax.</p></details>',
      shown:
        '<details><summary>More</summary><p>We <del>keep</del><ins>hold</ins> it for tax.</p></details>',
      changes: ['wording: keep > hold'],
    },
    {
      title: 'are told from code',
      before: '<pre><code>ttl = 36\nname = a</code></pre>',
      after: '<pre><code>ttl = 24\nname = a</code></pre>',
      shown: '<pre><code>ttl = <del>36</del><ins>24</ins>\nname = a</code></pre>',
      changes: ['number: 36 > 24'],
    },
    {
      title: 'are all added to nothing',
      before: '',
      after: p('We keep nothing.'),
      shown:
        '<section data-diff="ins"><p data-diff="ins"><ins>We keep nothing.</ins></p></section>',
      changes: ['wording:  > We keep nothing.'],
    },
    {
      title: 'are all removed when nothing is left',
      before: p('We keep nothing.'),
      after: '',
      shown:
        '<section data-diff="del"><p data-diff="del"><del>We keep nothing.</del></p></section>',
      changes: ['wording: We keep nothing. > '],
    },
    {
      title: 'may be none at all',
      before: '',
      after: '',
      shown: '',
      changes: [],
    },
  ])('$title', expectCase);
});

describe('sections', () => {
  it.each<Case>([
    {
      title: 'are renamed',
      before: h('a', 'How long') + p(YEARS),
      after: h('a', 'Retention') + p(YEARS),
      shown: `<h2><del>How long</del><ins>Retention</ins></h2><p>${YEARS}</p>`,
      changes: ['wording: How long > Retention'],
      sections: ['a > a: edited renamed'],
    },
    {
      title: 'are renamed and with that their derived anchors',
      before: `<h2>How long we keep it</h2>${p(YEARS, COPY)}`,
      after: `<h2>Retention</h2>${p(YEARS, COPY)}`,
      shown: `<h2><del>How long we keep it</del><ins>Retention</ins></h2><p>${YEARS}</p><p>${COPY}</p>`,
      changes: ['wording: How long we keep it > Retention'],
      sections: ['how-long-we-keep-it > retention: edited renamed'],
    },
    {
      title: 'are moved whole',
      before:
        h('a', 'Keeping') +
        p(YEARS) +
        h('b', 'Sharing') +
        p(COPY, PARCELS) +
        h('c', 'Shops') +
        p(SHOPS),
      after:
        h('b', 'Sharing') +
        p(COPY, PARCELS) +
        h('c', 'Shops') +
        p(SHOPS) +
        h('a', 'Keeping') +
        p(YEARS),
      shown: `<section data-diff="del"><p data-moved-to="m1"></p></section><h2>Sharing</h2><p>${COPY}</p><p>${PARCELS}</p>\n\n<h2>Shops</h2><p>${SHOPS}</p>\n\n<section data-moved-from="m1"><h2>Keeping</h2><p>${YEARS}</p></section>`,
      changes: [`move: Keeping ${YEARS} > Keeping ${YEARS}`],
      sections: ['a > a: moved'],
    },
    {
      title: 'are moved with an edit in them',
      before:
        h('a', 'Keeping') +
        p(YEARS) +
        h('b', 'Sharing') +
        p(COPY, PARCELS) +
        h('c', 'Shops') +
        p(SHOPS),
      after:
        h('b', 'Sharing') +
        p(COPY, PARCELS) +
        h('c', 'Shops') +
        p(SHOPS) +
        h('a', 'Keeping') +
        p(YEARS.replace('six', 'two')),
      shown: `<section data-diff="del"><p data-moved-to="m1"></p></section><h2>Sharing</h2><p>${COPY}</p><p>${PARCELS}</p>\n\n<h2>Shops</h2><p>${SHOPS}</p>\n\n<section data-moved-from="m1"><h2>Keeping</h2><p>We keep your details for <del>six years</del><ins>two years</ins> after your contract with us has ended.</p></section>`,
      changes: [
        `move: Keeping ${YEARS} > Keeping We keep your details for two years after your contract with us has ended.`,
        'number: six years > two years',
      ],
      sections: ['a > a: edited moved'],
    },
    {
      title: 'are moved with the sections within them',
      before:
        h('a', 'Keeping') +
        p(YEARS) +
        h('a1', 'Copies', 3) +
        p(COPY) +
        h('b', 'Sharing') +
        p(PARCELS, SHOPS, POST),
      after:
        h('b', 'Sharing') +
        p(PARCELS, SHOPS, POST) +
        h('a', 'Keeping') +
        p(YEARS) +
        h('a1', 'Copies', 3) +
        p(COPY),
      shown: `<section data-diff="del"><p data-moved-to="m1"></p></section><h2>Sharing</h2><p>${PARCELS}</p><p>${SHOPS}</p><p>${POST}</p>\n\n<section data-moved-from="m1"><h2>Keeping</h2><p>${YEARS}</p></section><section data-moved-from="m1"><h3>Copies</h3><p>${COPY}</p></section>`,
      changes: [`move: Keeping ${YEARS} Copies ${COPY} > Keeping ${YEARS} Copies ${COPY}`],
      sections: ['a > a: moved', 'a1 > a1: moved'],
    },
    {
      title: 'are moved out of the section they stood in',
      before:
        h('a', 'Keeping') +
        p(YEARS) +
        h('a1', 'Copies', 3) +
        p(COPY) +
        h('b', 'Sharing') +
        p(PARCELS, SHOPS),
      after:
        h('a', 'Keeping') +
        p(YEARS) +
        h('b', 'Sharing') +
        p(PARCELS, SHOPS) +
        h('a1', 'Copies', 3) +
        p(COPY),
      shown: `<h2>Keeping</h2><p>${YEARS}</p><p data-moved-to="m1"></p>\n\n<h2>Sharing</h2><p>${PARCELS}</p><p>${SHOPS}</p>\n\n<section data-moved-from="m1"><h3>Copies</h3><p>${COPY}</p></section>`,
      changes: [`move: Copies ${COPY} > Copies ${COPY}`],
      sections: ['a1 > a1: moved'],
    },
    {
      title: 'are added',
      before: h('a', 'Keeping') + p(YEARS),
      after: h('a', 'Keeping') + p(YEARS) + h('b', 'Sharing') + p(COPY),
      shown: `<h2>Keeping</h2><p>${YEARS}</p>\n\n<section data-diff="ins"><h2 data-diff="ins"><ins>Sharing</ins></h2><p data-diff="ins"><ins>${COPY}</ins></p></section>`,
      changes: [`wording:  > Sharing ${COPY}`],
      sections: ['– > b: added'],
    },
    {
      title: 'are removed',
      before: h('a', 'Keeping') + p(YEARS) + h('b', 'Sharing') + p(COPY),
      after: h('a', 'Keeping') + p(YEARS),
      shown: `<h2>Keeping</h2><p>${YEARS}</p>\n\n<section data-diff="del"><h2 data-diff="del"><del>Sharing</del></h2><p data-diff="del"><del>${COPY}</del></p></section>`,
      changes: [`wording: Sharing ${COPY} > `],
      sections: ['b > –: removed'],
    },
    {
      title: 'are split',
      before: h('a', 'Keeping') + p(YEARS, COPY, PARCELS, SHOPS),
      after: h('a', 'Keeping') + p(YEARS, COPY) + h('b', 'Carriers') + p(PARCELS, SHOPS),
      shown: `<h2>Keeping</h2><p>${YEARS}</p><p>${COPY}</p>\n\n<h2 data-diff="ins"><ins>Carriers</ins></h2><p>${PARCELS}</p><p>${SHOPS}</p>`,
      changes: ['wording:  > Carriers'],
      sections: ['a > a: split', 'a > b: split'],
    },
    {
      title: 'are merged',
      before: h('a', 'Keeping') + p(YEARS, COPY) + h('b', 'Carriers') + p(PARCELS, SHOPS),
      after: h('a', 'Keeping') + p(YEARS, COPY, PARCELS, SHOPS),
      shown: `<h2>Keeping</h2><p>${YEARS}</p><p>${COPY}</p><h2 data-diff="del"><del>Carriers</del></h2><p>${PARCELS}</p><p>${SHOPS}</p>`,
      changes: ['wording: Carriers > '],
      sections: ['a > a: merged', 'b > a: merged'],
    },
    {
      title: 'are put within others',
      before: h('a', 'Keeping') + p(YEARS) + h('b', 'Copies') + p(COPY),
      after: h('a', 'Keeping') + p(YEARS) + h('b', 'Copies', 3) + p(COPY),
      shown: `<h2>Keeping</h2><p>${YEARS}</p>\n\n<h3 data-diff="structure">Copies</h3><p>${COPY}</p>`,
      changes: ['format: Copies > Copies'],
      sections: ['b > b: edited'],
    },
    {
      title: 'are told apart by their text when they have one name',
      before: `<h2>Notes</h2>${p(YEARS)}<h2>Notes</h2>${p(COPY)}`,
      after: `<h2>Notes</h2>${p(YEARS)}<h2>Notes</h2>${p(COPY.replace('copy', 'list'))}`,
      shown: `<h2>Notes</h2><p>${YEARS}</p>\n\n<h2>Notes</h2><p>You may ask us for a <del>copy</del><ins>list</ins> of everything that we hold about you.</p>`,
      changes: ['wording: copy > list'],
      sections: ['notes-1 > notes-1: edited'],
    },
    {
      title: 'may have an anchor that looks like the id of a move',
      before: h('m1-was', 'One') + h('m1', 'Two') + p(YEARS, COPY, PARCELS, SHOPS),
      after: h('m1-was', 'One') + h('m1', 'Two') + p(COPY, PARCELS, SHOPS, YEARS),
      shown: `<h2>One</h2>\n\n<h2>Two</h2><p data-moved-to="m1"></p><p>${COPY}</p><p>${PARCELS}</p><p>${SHOPS}</p><p data-moved-from="m1">${YEARS}</p>`,
      changes: [`move: ${YEARS} > ${YEARS}`],
      sections: ['m1 > m1: edited'],
    },
  ])('$title', expectCase);
});

describe('lists', () => {
  it.each<Case>([
    {
      title: 'gain an item',
      before: ul('Name', 'Age'),
      after: ul('Name', 'Address', 'Age'),
      shown:
        '<ul><li>Name</li><li data-diff="ins"><span data-diff="ins"><ins>Address</ins></span></li><li>Age</li></ul>',
      changes: ['wording:  > Address'],
    },
    {
      title: 'lose an item',
      before: ul('Name', 'Address', 'Age'),
      after: ul('Name', 'Age'),
      shown:
        '<ul><li>Name</li><li data-diff="del"><div data-diff="del"><del>Address</del></div></li><li>Age</li></ul>',
      changes: ['wording: Address > '],
    },
    {
      title: 'have a word of an item replaced',
      before: ul('Your name', 'Your postal address', 'Your age'),
      after: ul('Your name', 'Your home address', 'Your age'),
      shown:
        '<ul><li>Your name</li><li>Your <del>postal</del><ins>home</ins> address</li><li>Your age</li></ul>',
      changes: ['wording: postal > home'],
    },
    {
      title: 'have an item moved',
      before: ul(YEARS, COPY, PARCELS),
      after: ul(COPY, PARCELS, YEARS),
      shown: `<ul><li data-diff="del"><p data-moved-to="m1"></p></li><li>${COPY}</li><li>${PARCELS}</li><li data-moved-from="m1">${YEARS}</li></ul>`,
      changes: [`move: ${YEARS} > ${YEARS}`],
    },
    {
      title: 'have items put within another',
      before: ul('Contact details', 'Post', 'Phone'),
      after: ul('Contact details' + ul('Post', 'Phone')),
      shown:
        '<ul><li>Contact details<ul><li><span data-diff="structure">Post</span></li><li><span data-diff="structure">Phone</span></li></ul></li></ul>',
      changes: ['format: Post Phone > Post Phone'],
    },
    {
      title: 'gain an item in a list within',
      before: ul('Contact details' + ul('Post')),
      after: ul('Contact details' + ul('Post', 'Phone')),
      shown:
        '<ul><li>Contact details<ul><li>Post</li><li data-diff="ins"><span data-diff="ins"><ins>Phone</ins></span></li></ul></li></ul>',
      changes: ['wording:  > Phone'],
    },
    {
      title: 'become paragraphs',
      before: h('a', 'Data') + ul(YEARS, COPY),
      after: h('a', 'Data') + p(YEARS, COPY),
      shown: `<h2>Data</h2><p data-diff="structure">${YEARS}</p><p data-diff="structure">${COPY}</p>`,
      changes: [`format: ${YEARS} ${COPY} > ${YEARS} ${COPY}`],
      sections: ['a > a: edited'],
    },
    {
      title: 'come of paragraphs',
      before: h('a', 'Data') + p(YEARS, COPY),
      after: h('a', 'Data') + ul(YEARS, COPY),
      shown: `<h2>Data</h2><ul><li><span data-diff="structure">${YEARS}</span></li><li><span data-diff="structure">${COPY}</span></li></ul>`,
      changes: [`format: ${YEARS} ${COPY} > ${YEARS} ${COPY}`],
      sections: ['a > a: edited'],
    },
    {
      title: 'are added between paragraphs',
      before: p(YEARS, COPY),
      after: p(YEARS) + ul('Name', 'Age') + p(COPY),
      shown: `<p>${YEARS}</p><ul data-diff="ins"><li data-diff="ins"><span data-diff="ins"><ins>Name</ins></span></li><li data-diff="ins"><span data-diff="ins"><ins>Age</ins></span></li></ul><p>${COPY}</p>`,
      changes: ['wording:  > Name Age'],
    },
    {
      title: 'are removed between paragraphs',
      before: p(YEARS) + ul('Name', 'Age') + p(COPY),
      after: p(YEARS, COPY),
      shown: `<p>${YEARS}</p><ul data-diff="del"><li data-diff="del"><div data-diff="del"><del>Name</del></div></li><li data-diff="del"><div data-diff="del"><del>Age</del></div></li></ul><p>${COPY}</p>`,
      changes: ['wording: Name Age > '],
    },
  ])('$title', expectCase);
});

describe('tables', () => {
  it.each<Case>([
    {
      title: 'have a cell changed',
      before: table(['Data', 'Kept'], ['Orders', '36 months'], ['Letters', 'one year']),
      after: table(['Data', 'Kept'], ['Orders', '24 months'], ['Letters', 'one year']),
      shown:
        '<table><thead><tr><th>Data</th><th>Kept</th></tr></thead><tbody><tr><td>Orders</td><td><del>36 months</del><ins>24 months</ins></td></tr><tr><td>Letters</td><td>one year</td></tr></tbody></table>',
      changes: ['number: 36 months > 24 months'],
    },
    {
      title: 'gain a row',
      before: table(['Data', 'Kept'], ['Orders', '36 months']),
      after: table(['Data', 'Kept'], ['Orders', '36 months'], ['Calls', 'one week']),
      shown:
        '<table><thead><tr><th>Data</th><th>Kept</th></tr></thead><tbody><tr><td>Orders</td><td>36 months</td></tr><tr data-diff="ins"><td><span data-diff="ins"><ins>Calls</ins></span></td><td><span data-diff="ins"><ins>one week</ins></span></td></tr></tbody></table>',
      changes: ['wording:  > Calls one week'],
    },
    {
      title: 'lose a row',
      before: table(['Data', 'Kept'], ['Calls', 'one week'], ['Orders', '36 months']),
      after: table(['Data', 'Kept'], ['Orders', '36 months']),
      shown:
        '<table><thead><tr><th>Data</th><th>Kept</th></tr></thead><tbody><tr data-diff="del"><td><div data-diff="del"><del>Calls</del></div></td><td><div data-diff="del"><del>one week</del></div></td></tr><tr><td>Orders</td><td>36 months</td></tr></tbody></table>',
      changes: ['wording: Calls one week > '],
    },
    {
      title: 'have a row moved',
      before: body(
        ['Orders from our shops', '36 months after the last of them'],
        ['Letters', 'one year'],
        ['Calls', 'one week'],
      ),
      after: body(
        ['Letters', 'one year'],
        ['Calls', 'one week'],
        ['Orders from our shops', '36 months after the last of them'],
      ),
      shown:
        '<table><tbody><tr data-moved-to="m1"></tr><tr><td>Letters</td><td>one year</td></tr><tr><td>Calls</td><td>one week</td></tr><tr data-moved-from="m1"><td>Orders from our shops</td><td>36 months after the last of them</td></tr></tbody></table>',
      changes: [
        'move: Orders from our shops 36 months after the last of them > Orders from our shops 36 months after the last of them',
      ],
    },
    {
      title: 'gain a column',
      before: table(['Data', 'Kept'], ['Orders', '36 months']),
      after: table(['Data', 'Why', 'Kept'], ['Orders', 'Tax', '36 months']),
      shown:
        '<table><thead><tr><th>Data</th><th data-diff="ins"><span data-diff="ins"><ins>Why</ins></span></th><th>Kept</th></tr></thead><tbody><tr><td>Orders</td><td data-diff="ins"><span data-diff="ins"><ins>Tax</ins></span></td><td>36 months</td></tr></tbody></table>',
      changes: ['wording:  > Why Tax'],
    },
    {
      title: 'lose a column',
      before: table(['Data', 'Why', 'Kept'], ['Orders', 'Tax', '36 months']),
      after: table(['Data', 'Kept'], ['Orders', '36 months']),
      shown:
        '<table><thead><tr><th>Data</th><th data-diff="del"><div data-diff="del"><del>Why</del></div></th><th>Kept</th></tr></thead><tbody><tr><td>Orders</td><td data-diff="del"><div data-diff="del"><del>Tax</del></div></td><td>36 months</td></tr></tbody></table>',
      changes: ['wording: Why Tax > '],
    },
    {
      title: 'have a column renamed',
      before: table(['Data', 'Kept'], ['Orders', '36 months']),
      after: table(['Data', 'How long'], ['Orders', '36 months']),
      shown:
        '<table><thead><tr><th>Data</th><th><del>Kept</del><ins>How long</ins></th></tr></thead><tbody><tr><td>Orders</td><td>36 months</td></tr></tbody></table>',
      changes: ['wording: Kept > How long'],
    },
    {
      title: 'gain a row of heads',
      before: body(['Orders', '36 months']),
      after: table(['Data', 'Kept'], ['Orders', '36 months']),
      shown:
        '<table><thead><tr data-diff="ins"><th><span data-diff="ins"><ins>Data</ins></span></th><th><span data-diff="ins"><ins>Kept</ins></span></th></tr></thead><tbody><tr><td>Orders</td><td>36 months</td></tr></tbody></table>',
      changes: ['wording:  > Data Kept'],
    },
    {
      title: 'have a cell changed that reaches over two columns',
      before:
        '<table><tbody><tr><td colspan="2">Orders of ours</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>',
      after:
        '<table><tbody><tr><td colspan="2">Orders of theirs</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>',
      shown:
        '<table><tbody><tr><td colspan="2">Orders of <del>ours</del><ins>theirs</ins></td></tr><tr><td>a</td><td>b</td></tr></tbody></table>',
      changes: ['wording: ours > theirs'],
    },
    {
      title: 'have a caption changed',
      before: '<table><caption>What we keep</caption><tbody><tr><td>a</td></tr></tbody></table>',
      after: '<table><caption>What we hold</caption><tbody><tr><td>a</td></tr></tbody></table>',
      shown:
        '<table><caption>What we <del>keep</del><ins>hold</ins></caption><tbody><tr><td>a</td></tr></tbody></table>',
      changes: ['wording: keep > hold'],
    },
    {
      title: 'gain a caption',
      before: body(['Orders']),
      after: body(['Orders']).replace('<tbody>', '<caption>What we hold</caption><tbody>'),
      shown:
        '<table><caption data-diff="ins"><ins>What we hold</ins></caption><tbody><tr><td>Orders</td></tr></tbody></table>',
      changes: ['wording:  > What we hold'],
    },
    {
      title: 'have a list in a cell changed',
      before: body([ul('Name', 'Age')]),
      after: body([ul('Name', 'Address', 'Age')]),
      shown:
        '<table><tbody><tr><td><ul><li>Name</li><li data-diff="ins"><span data-diff="ins"><ins>Address</ins></span></li><li>Age</li></ul></td></tr></tbody></table>',
      changes: ['wording:  > Address'],
    },
    {
      title: 'are removed',
      before: p(YEARS) + body(['Orders', '36 months']),
      after: p(YEARS),
      shown: `<p>${YEARS}</p><table data-diff="del"><tbody><tr data-diff="del"><td><div data-diff="del"><del>Orders</del></div></td><td><div data-diff="del"><del>36 months</del></div></td></tr></tbody></table>`,
      changes: ['wording: Orders 36 months > '],
    },
    {
      title: 'are moved',
      before: p(YEARS) + body(['Orders from shops', '36 months after']) + p(COPY),
      after: p(YEARS, COPY) + body(['Orders from shops', '36 months after']),
      shown: `<p>${YEARS}</p><p data-moved-to="m1"></p><p>${COPY}</p><table data-moved-from="m1"><tbody><tr><td>Orders from shops</td><td>36 months after</td></tr></tbody></table>`,
      changes: ['move: Orders from shops 36 months after > Orders from shops 36 months after'],
    },
  ])('$title', expectCase);
});

describe('definitions', () => {
  it.each<Case>([
    {
      title: 'have a meaning changed',
      before: dl(['Controller', 'Harbourlight Limited of Reigate']),
      after: dl(['Controller', 'Lantern Limited of Reigate']),
      shown:
        '<dl><dt>Controller</dt><dd><del>Harbourlight</del><ins>Lantern</ins> Limited of Reigate</dd></dl>',
      changes: ['wording: Harbourlight > Lantern'],
    },
    {
      title: 'have a term changed',
      before: dl(['Controller', 'Harbourlight Limited of Reigate']),
      after: dl(['Data controller', 'Harbourlight Limited of Reigate']),
      shown:
        '<dl><dt><del>Controller</del><ins>Data controller</ins></dt><dd>Harbourlight Limited of Reigate</dd></dl>',
      changes: ['wording: Controller > Data controller'],
    },
    {
      title: 'gain an entry',
      before: dl(['Controller', 'Harbourlight Limited']),
      after: dl(['Controller', 'Harbourlight Limited'], ['Processor', 'Lantern Limited']),
      shown:
        '<dl><dt>Controller</dt><dd>Harbourlight Limited</dd><dt data-diff="ins"><ins>Processor</ins></dt><dd data-diff="ins"><span data-diff="ins"><ins>Lantern Limited</ins></span></dd></dl>',
      changes: ['wording:  > Processor Lantern Limited'],
    },
    {
      title: 'lose an entry',
      before: dl(['Controller', 'Harbourlight Limited'], ['Processor', 'Lantern Limited']),
      after: dl(['Controller', 'Harbourlight Limited']),
      shown:
        '<dl><dt>Controller</dt><dd>Harbourlight Limited</dd><dt data-diff="del"><del>Processor</del></dt><dd data-diff="del"><div data-diff="del"><del>Lantern Limited</del></div></dd></dl>',
      changes: ['wording: Processor Lantern Limited > '],
    },
  ])('$title', expectCase);
});

describe('what is not in the words shown', () => {
  it('keeps all of a list that became a table', () => {
    const [before, after] = [ul('Name'), body(['Name'])];
    const html = redline(before, after);
    expect(oldText(html)).toBe('Name');
    expect(newText(html)).toBe('Name');
  });

  it('links both ends of a definition that was moved', () => {
    const keeping: [string, string] = ['How long we keep all your details with us', YEARS];
    const others: [string, string][] = [
      ['How you get copies of all your details', COPY],
      ['Who carries all your parcels to your door', PARCELS],
    ];
    const html = redline(dl(keeping, ...others), dl(...others, keeping));
    expect(problemsOf(html)).toEqual([]);
    expect(oldText(html)).toBe(textOfDocument(parseDocument(dl(keeping, ...others))));
  });

  it('keeps a rule that stands before a section moved away', () => {
    const [one, two] = [`${h('a', 'Keeping')}${p(YEARS)}`, h('b', 'Copies') + p(COPY, PARCELS)];
    expect(redline(`<hr>${one}${two}`, `<hr>${two}${one}`)).not.toMatch(
      /<section data-diff="del"><hr>/,
    );
  });

  it('says of a moved section where it stood and where it stands', () => {
    const sections = [
      h('a', 'Keeping') + p(YEARS),
      h('b', 'Sharing') + p(COPY, PARCELS),
      h('c', 'Shops') + p(SHOPS),
    ];
    const [first = '', ...rest] = sections;
    const { changes } = compareHtml(sections.join(''), [...rest, first].join(''));
    expect(changes).toMatchObject([
      { kind: 'move', before: { anchor: 'a' }, after: { anchor: 'a' } },
    ]);
  });

  it('says of a moved paragraph in which sections it stood and stands', () => {
    const before = h('a', 'Keeping') + p(YEARS, COPY) + h('b', 'Sharing') + p(PARCELS, SHOPS);
    const after = h('a', 'Keeping') + p(COPY) + h('b', 'Sharing') + p(PARCELS, SHOPS, YEARS);
    expect(compareHtml(before, after).changes).toMatchObject([
      { kind: 'move', before: { anchor: 'a' }, after: { anchor: 'b' } },
    ]);
  });

  it('names pictures by what they show', () => {
    const picture = (source: string): string => p(`See <img src="${source}" alt="the map">.`);
    const [change] = compareHtml(picture('/a.png'), picture('/b.png')).changes;
    expect(change?.added).not.toContain('\uFFFC');
  });

  it.each([
    [
      'a box of a task that is ticked',
      '<ul><li><input type="checkbox"> Ask</li></ul>',
      '<ul><li><input type="checkbox" checked> Ask</li></ul>',
    ],
    [
      'a list that counts from another number',
      '<ol><li>Ask us</li></ol>',
      '<ol start="3"><li>Ask us</li></ol>',
    ],
    [
      'a list that counts in letters',
      '<ol><li>Ask us</li></ol>',
      '<ol type="a"><li>Ask us</li></ol>',
    ],
    [
      'a picture told in other words',
      p('See <img src="/a.png" alt="the map">.'),
      p('See <img src="/a.png" alt="the plan">.'),
    ],
    [
      'heads that became cells',
      table(['Data', 'Kept'], ['Orders', 'one year']),
      body(['Data', 'Kept'], ['Orders', 'one year']),
    ],
  ])('tells %s', (_, before, after) => {
    expect(compareHtml(before, after).changes).toHaveLength(1);
  });

  it('gives a change the same id whatever stands around it', () => {
    const idOf = (before: string, after: string): string | undefined =>
      compareHtml(h('a', 'Data') + before, h('a', 'Data') + after).changes.at(-1)?.id;
    const [before, after] = [p('We keep orders for tax.'), p('We keep letters for tax.')];
    expect(idOf(p(COPY) + before, p(COPY.replace('copy', 'list')) + after)).toBe(
      idOf(before, after),
    );
  });
});

describe('facts', () => {
  const facts = (title: string) =>
    frontmatterSchema.parse({
      title,
      published: '2024-11-12',
      effective: '2024-11-12',
      controller: { name: 'Harbourlight', contact: { email: 'a@b.example' } },
    });
  const before = parseDocument(p('We keep it.'), facts('Privacy'));
  const after = parseDocument(p('We hold it.'), facts('Your privacy'));

  it('are listed before what is different in the text', () => {
    const comparison = compareDocuments(before, after);
    expect(changesIn(comparison)).toEqual([
      'facts: Privacy > Your privacy',
      'wording: keep > hold',
    ]);
    expect(comparison.statistics.kinds).toMatchObject({ facts: 1, wording: 1 });
  });

  it('are no words of the redline', () => {
    expect(plain(renderRedline(compareDocuments(before, after)))).toBe(
      '<p>We <del>keep</del><ins>hold</ins> it.</p>',
    );
  });
});
