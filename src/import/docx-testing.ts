/** Word documents for tests, from a few lines of XML. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph of plain text. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A document with this body, and parts such as `footer` or `styles` by what is in their root. */
export function docxOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  const roots: Record<string, string> = { footer: 'ftr', header: 'hdr' };
  const names = Object.keys(parts);
  const relations = names.map(
    (name, index) => `<Relationship Id="r${index}" Type="${TYPES}/${name}" Target="${name}.xml"/>`,
  );
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      names.map((name) => {
        const root = roots[name] ?? name;
        return [`word/${name}.xml`, strToU8(`<w:${root} ${W}>${parts[name] ?? ''}</w:${root}>`)];
      }),
    ),
  });
}
