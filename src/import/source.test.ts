import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSource } from './source.ts';

const NOTICE =
  'We are Acme Widgets Ltd. We process your personal data to send what you order. You have the right to a copy of it. ' +
  'Our privacy team answers questions about cookies and your rights at privacy@acme.example.';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (input: Uint8Array | string, name = 'notice') =>
  readSource(typeof input === 'string' ? bytes(input) : input, name);

const kindOf = (input: Uint8Array | string, name?: string): string => {
  const source = read(input, name);
  return 'refused' in source ? source.refused : source.kind;
};

describe('kinds', () => {
  test.each([
    ['a page', `<!doctype html><p>${NOTICE}`, 'notice', 'html'],
    ['a paste of HTML', `<p>${NOTICE}</p>`, '-', 'html'],
    ['a page with an old name', `<center><p>${NOTICE}</p></center>`, 'privacy.aspx', 'html'],
    ['Markdown by its name', `# Privacy\n\n${NOTICE}`, 'privacy.md', 'markdown'],
    ['text', `${NOTICE} A <p> is an element.`, '-', 'text'],
    ['text by its name', `<p> stands for a paragraph. ${NOTICE}`, 'a.txt', 'text'],
    ['Word by its content', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'a.zip', 'docx'],
  ])('%s', (_, input, name, kind) => expect(kindOf(input, name)).toBe(kind));
});

describe('refused, with what to do', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['PDF', `%PDF-1.7 ${NOTICE}`, 'Copy its text into a .txt'],
    ['RTF', `{\\rtf1 ${NOTICE}`, 'save it as .docx'],
    [
      'OpenDocument',
      zipSync({ 'content.xml': strToU8('<a/>'), 'META-INF/manifest.xml': strToU8('<a/>') }),
      'save it as .docx',
    ],
    ['other archives', zipSync({ 'a.txt': strToU8('a') }), 'Unpack it'],
    ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), 'broken'],
    ['no text', Uint8Array.from({ length: 500 }, (_, index) => index % 8), 'not a text'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'the most is 20 MB'],
    [
      'a redirect',
      '<!doctype html><p>Redirecting to <a href=/privacy>/privacy</a></p>',
      'a redirect',
    ],
    [
      'a captcha',
      '<html><meta http-equiv=refresh content="0;/.well-known/sgcaptcha/"></html>',
      'captcha',
    ],
    [
      'a parked domain',
      '<html><p>acme.example is for sale. Buy this domain.</p></html>',
      'a parked domain',
    ],
    [
      'an empty shell',
      '<!doctype html><noscript>You need scripts</noscript><div id=root></div><script src=/a.js></script>',
      'scripts put the rest there',
    ],
    [
      'an embedded notice',
      '<!doctype html><div name="termly-embed" data-id=a></div><script src="https://app.termly.io/embed.min.js"></script>',
      'comes from Termly',
    ],
  ])('%s', (_, input, says) => expect(kindOf(input)).toContain(says));

  test('a short notice is none of these', () => {
    const page = `<!doctype html><script>location.href</script><p>${NOTICE}</p>`;
    expect(kindOf(page)).toBe('html');
  });
});

describe('encodings', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
  const page = (charset: string): string =>
    `<!doctype html><meta charset="${charset}"><p>Café ${NOTICE}`;
  const told = (input: Uint8Array): unknown => {
    const source = read(input);
    return 'refused' in source
      ? source.refused
      : [source.text.includes('Café'), source.remarks?.[0]?.detail];
  };
  test.each([
    ['as the page says', latin(page('iso-8859-1')), undefined],
    ['UTF-8 that a page calls something else', bytes(page('iso-8859-1')), 'utf-8'],
    ['no UTF-8, though the page says so', latin(page('utf-8')), 'windows-1252'],
    [
      'a byte order mark',
      Uint8Array.of(
        0xff,
        0xfe,
        ...[...`Café ${NOTICE}`].flatMap((each) => [each.charCodeAt(0), 0]),
      ),
      undefined,
    ],
    [
      'a file that was cut in a character',
      bytes(`${'Café '.repeat(30)}${NOTICE}é`).slice(0, -1),
      'utf-8',
    ],
  ])('%s', (_, input, detail) => expect(told(input)).toEqual([true, detail]));
});
