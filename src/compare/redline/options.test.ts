/** What a page decides about a redline: where its links lead, what it adds to changes. */
import { describe, expect, it } from 'vitest';
import { anchorsIn, renderRedline, renderSideBySide, type RedlineOptions } from '../index.ts';
import { compareHtml } from '../testing.ts';

const KEEPING = 'We keep your details for six years after your contract with us has ended.';
const COPIES = 'You may ask us for a copy of everything that we hold about you.';
const PARCELS = 'Parcels are carried by firms that see your name and your address alone.';

const p = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const ul = (...items: string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

describe('addresses and ids of a redline', () => {
  const before = `<h2 id="a">Keeping</h2>${p(KEEPING, COPIES, `${PARCELS} <span id="x"></span>`)}`;
  const after = `<h2 id="a">Keeping</h2>${p(COPIES, `${PARCELS} See <a href="#a">this</a>.`, KEEPING)}<p><a href="/b/"><img src="/c.png" alt="C"></a></p><aside id="d">${p('Besides.')}</aside>`;
  const print = (options: RedlineOptions): string =>
    renderRedline(compareHtml(before, after), options);

  it('are as the page has them', () => {
    const html = print({
      addressOf: (address) => `/at?to=${address}&on`,
      idOf: (id) => `~t1-${id}`,
    });
    const plain = print({});
    const all = (name: string, text: string): string[] =>
      [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
    expect(all('href', plain)).toEqual(expect.arrayContaining(['#a', '/b/', '#~m1', '#~m1-was']));
    expect(all('href', html)).toEqual(all('href', plain).map((it) => `/at?to=${it}&amp;on`));
    expect(all('src', html)).toEqual(['/at?to=/c.png&amp;on']);
    expect(all('id', plain)).toEqual(expect.arrayContaining(['a', 'd', '~m1', '~m1-was']));
    expect(all('id', html)).toEqual(all('id', plain).map((id) => `~t1-${id}`));
  });

  it('are known before it is printed', () => {
    expect(anchorsIn(compareHtml(before, after).redline)).toEqual(new Set(['a', 'd']));
    expect(anchorsIn(compareHtml(after, before).redline)).toEqual(new Set(['a', 'x']));
  });
});

describe('words of the display', () => {
  it('all say in which language they are', () => {
    const before = `<h2>Keeping</h2>${p(KEEPING, COPIES, PARCELS)}${ul('One <a href="/x">of all</a>', 'Two')}<p><img src="https://b.example/c.png" alt="C"></p>${p(PARCELS)}`;
    const after = `<h2>Keeping</h2>${p(COPIES, PARCELS, KEEPING)}${ul('One <a href="/y">of all</a>')}${p('Two')}<p><img src="https://b.example/c.png" alt="C"></p>${p(PARCELS)}`;
    const comparison = compareHtml(before, after);
    for (const print of [renderRedline, renderSideBySide]) {
      const html = print(comparison, { labelSpeech: ' lang="cy"', fold: true });
      expect(html).toContain('<span class="moved"');
      expect(html).toContain('<summary data-diff-ui lang="cy">');
      expect(html.match(/ data-diff-ui(?! lang="cy")/g)).toBeNull();
      expect(html.replaceAll(' lang="cy"', '')).toBe(print(comparison, { fold: true }));
    }
  });

  it('are in shorter elements where the page asks for it, and the same', () => {
    const before = `<h2>Keeping</h2>${p(KEEPING, 'Ask us any day.')}${ul('One <a href="/x">of all</a>')}`;
    const after = `<h2>Holding</h2>${p(KEEPING.replace('six', 'two'), 'Ask us, any hour.')}${ul('One <a href="/y">of all</a>')}`;
    const comparison = compareHtml(before, after);
    for (const print of [renderRedline, renderSideBySide]) {
      const lean = print(comparison, { lean: true });
      expect(lean).toContain('<i data-diff-ui>added: </i>');
      expect(lean).toMatch(/data-kind="number".*data-kind="link"/s);
      const full = print(comparison)
        .replaceAll(/<span class="spoken"( data-diff-ui>[^<]*<\/)span>/g, '<i$1i>')
        .replaceAll(' data-kind="wording"', '');
      expect(lean).toBe(full);
    }
  });

  it('name every run of rows that came, also after a column that came', () => {
    const row = (...cells: string[]): string =>
      `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const table = (...rows: string[]): string => `<table><tbody>${rows.join('')}</tbody></table>`;
    const html = renderRedline(
      compareHtml(
        table(row('Orders', 'six years'), row('Letters', 'two years')),
        table(
          row('Orders', 'six years', 'for tax'),
          row('Parcels that came back', 'one year', 'for claims'),
          row('Pictures of the shop', 'a week', 'for safety'),
          row('Letters', 'two years', 'for claims'),
        ),
      ),
    );
    const rows = html.match(/<tr.*?<\/tr>/gs) ?? [];
    expect(rows.map((each) => each.includes('Added'))).toEqual([false, true, false, false]);
  });

  it('say which tables are long, for a page that lays them out late', () => {
    const table = (rows: number): string =>
      `<table><tbody>${Array.from({ length: rows }, (_, row) => `<tr><td>Kind ${row}</td><td>${KEEPING}</td></tr>`).join('')}</tbody></table>`;
    const classOf = (rows: number): string | undefined =>
      /<div class="(table[^"]*)"/.exec(renderRedline(compareHtml(table(rows), table(rows))))?.[1];
    expect([3, 60].map(classOf)).toEqual(['table', 'table long']);
  });

  it('name the two columns where the page asks for it', () => {
    const comparison = compareHtml(p('One thing.'), p('One word.'));
    expect(renderSideBySide(comparison)).toContain('<div class="pair"><div class="before"><p>');
    const named = renderSideBySide(comparison, { columns: { before: 'Before', after: '"After"' } });
    expect(named).toContain('<div class="before" data-label="Before"><p>');
    expect(named).toContain('<div class="after" data-label="&quot;After&quot;"><p>');
    // Nothing changed in this row, and one side of that is empty.
    const same = renderSideBySide(compareHtml(p(KEEPING), p(KEEPING, COPIES)), {
      columns: { before: 'Before', after: 'After' },
    });
    expect(same.match(/data-label="\w+"/g)).toEqual(['data-label="After"']);
    // An id is in one column alone; what it is of is the same in both.
    const heading = renderSideBySide(
      compareHtml(`<h2>Keeping</h2>${p(KEEPING)}`, `<h2>Keeping</h2>${p(COPIES)}`),
      {
        columns: { before: 'Before', after: 'After' },
      },
    );
    expect(heading).toMatch(/<div class="before"><h\d>.*<div class="after"><h\d id=/s);
  });
});
