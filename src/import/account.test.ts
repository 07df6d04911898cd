import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Section } from '../document/model.ts';
import { accountOf, isFaulty, type Faults } from './account.ts';
import type { Account, Imported, Piece, SourceKind, Verdict } from './model.ts';

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, value: text }],
});

/** A document of lines; `# Heading` begins a section. */
function documentOf(lines: readonly string[]): Pick<Document, 'lead' | 'sections'> {
  const document: { lead: Document['lead']; sections: Section[] } = { lead: [], sections: [] };
  for (const line of lines) {
    const blocks = document.sections.at(-1)?.blocks ?? document.lead;
    if (!line.startsWith('# ')) blocks.push(paragraph(line));
    else {
      const heading = [{ type: 'text' as const, value: line.slice(2) }];
      const anchor = line.slice(2).toLowerCase();
      document.sections.push({ anchor, level: 1, rank: 2, heading, blocks: [], sections: [] });
    }
  }
  return document;
}

const verdict = (is: Verdict['is'], text: string, at = 1, code?: Verdict['code']): Verdict => ({
  piece: { type: 'paragraph', at, runs: [{ text }] } satisfies Piece,
  is,
  ...(code && { code }),
});

const imported = (text: string, kind: SourceKind = 'text', verdicts: Verdict[] = []): Imported => ({
  source: { kind, name: 'a', bytes: new TextEncoder().encode(text), sha256: '', text },
  verdicts,
  body: '',
  facts: [],
  changes: [],
  remarks: [],
});

function account(what: Imported, lines: readonly string[], title?: string): Account {
  const made = accountOf(what, { file: 'a/draft.mdx', document: documentOf(lines), title });
  if (isFaulty(made)) throw new Error(JSON.stringify(made));
  return made;
}

function faults(what: Imported, lines: readonly string[]): Faults {
  const made = accountOf(what, { file: 'a/draft.mdx', document: documentOf(lines) });
  if (!isFaulty(made)) throw new Error(JSON.stringify(made.sentences));
  return made;
}

const told = ({ sentences }: Account): string[] =>
  sentences.map(({ text, status, code, to }) =>
    [status, code, text, to].filter((each) => each !== undefined).join(' | '),
  );

describe('the account of a text', () => {
  test('says that an entry of the contents is one, although its heading lost a number', () => {
    const what = imported('1. Who we are\n1. Who we are\nWe are Acme.');
    const changes: Imported['changes'] = [
      { code: 'contents', at: 1, from: '1. Who we are', to: '' },
      { code: 'number-typed', at: 2, from: '1. Who we are', to: 'Who we are' },
    ];
    expect(told(account({ ...what, changes }, ['# Who we are', 'We are Acme.']))).toEqual(
      expect.arrayContaining([
        'dropped | contents | 1. Who we are',
        'changed | number-typed | 1. Who we are | Who we are',
      ]),
    );
  });

  test('says what was kept, changed and dropped, with the section', () => {
    const what = imported(
      'Our privacy notice\nWho\n● We are\nAcme Ltd.\n2. Contact\nBack to top',
      'text',
      [verdict('drop', 'Back to top', 6, 'menu')],
    );
    const made = account(what, ['# Who', 'We are Acme Ltd.', '# Contact'], 'Our privacy notice');
    expect(told(made)).toEqual([
      'kept | Our privacy notice',
      'kept | Who',
      'changed | bullet-typed | ● We are | We are',
      'kept | Acme Ltd.',
      'changed | number-typed | 2. Contact | Contact',
      'dropped | menu | Back to top',
    ]);
    expect(made.sentences[3]).toMatchObject({ at: 4, section: 'who' });
  });

  test('gives the stop before a typed number to the sentence that it ends', () => {
    const what = imported('We give it to nobody.\n6. How we ask\nWe ask once.');
    const made = account(what, ['We give it to nobody.', '# How we ask', 'We ask once.']);
    expect(told(made)).toEqual([
      'kept | We give it to nobody.',
      'changed | number-typed | 6. How we ask | How we ask',
      'kept | We ask once.',
    ]);
  });

  test('tells a word that was cut at the end of a line, and is whole again', () => {
    const what = imported('Acme Ltd is the con-\ntroller of it.\nThis is long-term.');
    const made = account(what, ['Acme Ltd is the controller of it.', 'This is long-term.']);
    expect(told(made).filter((each) => each.startsWith('changed'))).toHaveLength(2);
    expect(faults(what, ['Acme Ltd is the controller of it.', 'This is longterm.']).added).toEqual([
      { text: 'longterm' },
    ]);
  });

  test('keeps twice what stands twice, and tells once what is kept once', () => {
    const what = imported('Ask us.\nWe sell shoes.\nAsk us.', 'text', [
      verdict('drop', 'Ask us.', 3, 'footer'),
    ]);
    expect(told(account(what, ['Ask us.', 'We sell shoes.', 'Ask us.']))).not.toContain('dropped');
    expect(told(account(what, ['Ask us.', 'We sell shoes.']))).toEqual([
      'kept | Ask us.',
      'kept | We sell shoes.',
      'dropped | footer | Ask us.',
    ]);
    expect(faults(imported('Ask us.'), ['Ask us.', 'Ask us.']).added).toEqual([
      { text: 'Ask us.' },
    ]);
  });

  test('tells other quotes and capitals, joined words and what moved', () => {
    const what = imported(
      'We say “yes”.\nThe ABC helps.\nData basis it is.\nSo it goes on and on.',
    );
    const lines = ['So it goes on and on.', 'We say "yes".', 'The abc helps.', 'Database it is.'];
    expect(faults(what, lines).added).toEqual([{ text: 'Database' }]);
    lines[3] = 'Databasis it is.';
    expect(told(account(what, lines))).toEqual([
      'changed | characters | We say “yes”. | We say "yes".',
      'changed | characters | The ABC helps. | The abc helps.',
      'changed | spaces | Data basis it is. | Databasis it is.',
      'changed | moved | So it goes on and on. | So it goes on and on.',
    ]);
  });

  test('reads every text of a page, decodes addresses and knows what cannot be seen', () => {
    const html = `<title>Privacy | Acme</title><nav>Home</nav><script>let a</script><h1>Privacy</h1>
      <p>Write to <a data-cfemail="422302236c27">[email&#160;protected]</a>
      now.</p><p hidden>Old</p><img alt="Logo"><p>Is this <b>ours</b>?<br>Yes<footer>Bye`;
    const what = imported(html, 'html', [verdict('ask', 'Is this ours?', 3)]);
    const made = account(what, ['Write to a@a.e now.', 'Is this ours?', 'Yes'], 'Privacy');
    expect(told(made)).toEqual([
      'dropped | title | Privacy | Acme',
      'dropped | menu | Home',
      'dropped | script | let a',
      'kept | Privacy',
      'changed | email-shown | Write to [email protected] now. | Write to a@a.e now.',
      'dropped | hidden | Old',
      'dropped | picture | Logo',
      'asked | unsure | Is this ours?',
      'kept | Yes',
      'dropped | footer | Bye',
    ]);
  });

  test('tells of links that are not in the notice, or lead to another place', () => {
    const html = `<p><a href="javascript:x">One</a> <a href="https://a.example/%C3%A9">two</a>
      <a href="/c?d=1">three</a> <a href="/told">four</a> <a href="#e">five</a><nav><a href=/f>Home</a></nav>`;
    const what = {
      ...imported(html, 'html'),
      remarks: [{ code: 'link-relative', detail: '/told' }],
    };
    const link = (href: string, value: string) => ({
      ...{ type: 'link' as const, href },
      content: [{ type: 'text' as const, value }],
    });
    const text = (value: string) => ({ type: 'text' as const, value });
    const content = [
      ...[text('One '), link('https://a.example/é', 'two'), text(' ')],
      ...[link('https://a.example/c?d=1', 'three'), text(' four five')],
    ];
    const document = { lead: [{ type: 'paragraph' as const, content }], sections: [] };
    const made = accountOf(what, { file: 'a/draft.mdx', document });
    if (isFaulty(made)) throw new Error(JSON.stringify(made));
    expect(made.remarks.slice(1)).toEqual([
      { code: 'link-dropped', detail: 'javascript:x' },
      { code: 'links-resolved', detail: '/c?d=1' },
    ]);
  });

  test('excuses no loss by words of a menu that were left out once, or stand within others', () => {
    const text = 'Contact us\nWe use data.\nContact us\nWrite to us.';
    const menu = verdict('drop', 'Contact us', 1, 'menu');
    const lines = ['We use data.', 'Write to us.'];
    expect(faults(imported(text, 'text', [menu]), lines).lost).toEqual([
      { at: 3, text: 'Contact us' },
    ]);
    const within = verdict('drop', 'Recontact users', 9, 'menu');
    expect(faults(imported(text, 'text', [menu, within]), lines).lost).toHaveLength(1);
    const twice = verdict('drop', 'Help, contact us, or go home.', 9, 'footer');
    expect(faults(imported(text, 'text', [twice]), []).lost).toEqual([
      { at: 2, text: 'We use data.' },
      { at: 4, text: 'Write to us.' },
    ]);
  });

  test('asks about no words that only stand in others that are asked about', () => {
    const asked = verdict('ask', 'Would you like to know what we do with your data?', 9);
    const made = account(imported('What\nWe use data.', 'text', [asked]), ['What', 'We use data.']);
    expect(made.sentences.map(({ status }) => status)).toEqual(['kept', 'kept']);
  });

  test('knows a word that the page strikes through', () => {
    const html = '<p>We keep it for <del>six</del> <ins>seven</ins> years.';
    const what = imported(html, 'html', [verdict('drop', 'six', 1, 'deleted')]);
    expect(told(account(what, ['We keep it for seven years.']))).toEqual([
      'kept | We keep it for',
      'dropped | deleted | six',
      'kept | seven years.',
    ]);
    expect(faults(what, ['We keep it for six years.']).lost).toMatchObject([
      { text: 'seven years.' },
    ]);
  });

  test('reads Markdown by its lines', () => {
    const text = [
      '---\ntitle: Privacy\n---\n## 1. Who {#who}\n\n> We **are** [Acme](https://a.example/x_(y)) \\* co_op.',
      '- One <!-- or two -->\n\n| A | B |\n|---|---|\n| c &amp; d | `e*f` |',
    ].join('\n');
    expect(
      told(
        account(
          imported(
            '[Text (PDF)](/a(07.22)(fr).pdf "so") and [link](add it).\n\n[![](data:image/png;base64,iV+/=)](https://a.example)',
            'markdown',
          ),
          ['Text (PDF) and [link](add it).'],
        ),
      ),
    ).toEqual(['kept | Text (PDF) and [link](add it).']);
    expect(told(account(imported('1. Who\n======\nWe.', 'markdown'), ['# Who', 'We.']))).toContain(
      'changed | number-typed | 1. Who | Who',
    );
    const lines = ['# Who', 'We are Acme * co_op.', 'One', 'A', 'B', 'c & d', 'e*f'];
    expect(
      told(account(imported(text, 'markdown'), lines)).filter((each) => !/^kept/.test(each)),
    ).toEqual([
      'dropped | title | ---',
      'dropped | title | title: Privacy',
      'dropped | title | ---',
      'changed | number-typed | 1. Who | Who',
      'dropped | comment | or two',
    ]);
  });

  test('takes about as long as the text is', () => {
    const lines = Array.from(
      { length: 8_000 },
      (_, index) => `Line ${index} of ${index % 7} says it again.`,
    );
    const what = imported(lines.join('\n'));
    const before = process.threadCpuUsage();
    account(what, lines);
    faults(what, lines.toReversed().slice(0, 4_000));
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(8_000);
  });
});

const WORDS = 'we you keep data name not share with law six years banks ask the of and'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 })
  .map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 2, maxLength: 12 });
const place = fc.nat();

/** The texts of sentences that an account says are kept as they are, in order. */
const kept = (made: Account): string[] =>
  made.sentences.flatMap(({ status, text: words }) => (status === 'kept' ? [words] : []));

describe('no difference is silent', () => {
  const check = (
    change: (lines: string[], at: number) => string[],
    isTold: (made: Account | Faults, lines: string[], changed: string[]) => boolean,
  ): void => {
    fc.assert(
      fc.property(text, place, (lines, at) => {
        const changed = change([...lines], at % lines.length);
        if (changed.join(' ') === lines.join(' ')) return;
        const verdicts = lines.map((line, index) => verdict('keep', line, index + 1));
        const made = accountOf(imported(lines.join('\n'), 'text', verdicts), {
          file: 'a',
          document: documentOf(changed),
        });
        expect(isTold(made, lines, changed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  };
  const isNotAllKept = (made: Account | Faults, lines: string[]): boolean =>
    isFaulty(made) || kept(made).length < lines.length;

  test('a paragraph removed', () => {
    check((lines, at) => lines.toSpliced(at, 1), isNotAllKept);
    const what = imported('We sell shoes.\nAsk us.', 'text', [verdict('keep', 'Ask us.', 2)]);
    expect(faults(what, ['We sell shoes.']).lost).toEqual([{ at: 2, text: 'Ask us.' }]);
  });
  test('a word changed', () => {
    check((lines, at) => lines.with(at, (lines[at] ?? '').replace(/^\w+/, 'never')), isFaulty);
  });
  test('a word put in', () => {
    check((lines, at) => lines.with(at, (lines[at] ?? '').replace(' ', ' never ')), isFaulty);
    check((lines, at) => lines.with(at, (lines[at] ?? '').replace(' ', ' not ')), isFaulty);
  });
  test('a word taken out', () => {
    check((lines, at) => lines.with(at, (lines[at] ?? '').replace(/ \w+/, '')), isNotAllKept);
  });
  test('a paragraph that stands twice', () => {
    check((lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''), isFaulty);
  });
  test('paragraphs that changed places', () => {
    check((lines, at) => {
      const next = (at + 1) % lines.length;
      return lines.with(at, lines[next] ?? '').with(next, lines[at] ?? '');
    }, isNotAllKept);
  });
  test('nothing, where all is the same', () => {
    fc.assert(
      fc.property(text, (lines) => {
        expect(kept(account(imported(lines.join('\n')), [lines.join(' ')]))).toEqual(lines);
      }),
    );
  });
});
