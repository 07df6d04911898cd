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

/** The redline with the steps of a change as its number in square brackets, and without labels. */
function stepped(before: string, after: string, print = renderRedline): string {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    numbers.set(id, numbers.get(id) ?? numbers.size + 1);
    return numbers.get(id) ?? 0;
  };
  const stepsAt = (id: string, place: string): string =>
    `[${numberOf(id)}${place === 'within' ? ' within' : ''}]`;
  return print(compareHtml(before, after), { stepsAt })
    .replaceAll(/<span class="spoken"[^>]*>[^<]*<\/span>/g, '')
    .replaceAll(/ id="~[^"]*"| data-kind="[a-z]+"/g, '')
    .trim();
}

describe('the steps of a change', () => {
  it('stand behind both of its halves', () => {
    expect(stepped(p('We keep orders here.'), p('We keep letters here.'))).toBe(
      '<section><p>We keep <del>orders</del><ins>letters</ins>[1] here.</p>\n</section>',
    );
  });

  it('stand behind each of several changes in a line, at once', () => {
    expect(
      stepped(
        p('We keep orders for tax, letters for service and calls for training.'),
        p('We keep invoices for tax, letters for service and chats for training.'),
      ),
    ).toContain(
      'We keep <del>orders</del><ins>invoices</ins>[1] for tax, letters for service and ' +
        '<del>calls</del><ins>chats</ins>[2] for training.',
    );
  });

  it('stand behind a link whose words changed, never within', () => {
    expect(
      stepped(
        p('Ask for it <a href="/x">at our old desk</a> any day.'),
        p('Ask for it <a href="/x">at our new desk</a> any day.'),
      ),
    ).toContain('<a href="/x">at our <del>old</del><ins>new</ins> desk</a>[1] any day.');
  });

  it('stand behind words added to a link and after it', () => {
    expect(
      stepped(
        p('You can write to <a href="/x">GitHub</a> at once.'),
        p('You can write to <a href="/x">GitHub Support</a>, or a friend, at once.'),
      ),
    ).toContain('<a href="/x">GitHub<ins> Support</ins></a><ins>, or a friend,</ins>[1] at once.');
  });

  it('stand before the address that a link had', () => {
    expect(
      stepped(
        p('See <a href="/old">the list</a> of them.'),
        p('See <a href="/new">the list</a> of them.'),
      ),
    ).toContain(
      '<span data-diff="link"><a href="/new">the list</a></span>[1]' +
        '<span class="was" data-diff-ui> (previously linked to /old)</span> of them.',
    );
  });

  it('are the last thing in a paragraph that changed as a whole', () => {
    expect(stepped(`<h2>Data</h2>${ul(KEEPING)}`, `<h2>Data</h2>${p(KEEPING)}`)).toContain(
      `<p data-diff="structure">${KEEPING}[1 within]</p>`,
    );
  });

  it('stand behind a line that has no paragraph of its own', () => {
    expect(stepped(`<h2>Data</h2>${p(KEEPING)}`, `<h2>Data</h2>${ul(KEEPING)}`)).toContain(
      `<li><span data-diff="structure">${KEEPING}</span>[1]\n</li>`,
    );
  });

  it('stand behind what is said of a heading', () => {
    const h = (rank: number): string =>
      `<h2>Keeping</h2>${p(KEEPING)}<h${rank}>Copies</h${rank}>${p(COPIES)}`;
    expect(stepped(h(2), h(3))).toContain('<h3 id="copies" data-diff="structure">[1]Copies</h3>');
  });

  it('stand behind the note on a move, and not where it moved away from', () => {
    const html = stepped(p(KEEPING, COPIES, PARCELS), p(COPIES, PARCELS, KEEPING));
    expect(html).toContain(`Moved here from another place</a> </span>[1]${KEEPING}`);
    expect(html.match(/\[\d+\]/g)).toHaveLength(1);
    expect(html).toMatch(/<a href="#~m1">[^<]*<\/a><\/p>/);
  });
});

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
  });
});
