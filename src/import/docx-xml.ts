/** The XML of a Word document as a tree. No entities, no DTD; broken XML is an error. */
import { SaxesParser } from 'saxes';

/** An element. Its name and its attributes' have the prefix of `PREFIXES`, whatever the file uses. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Why a part cannot be read; `message` is for people. */
export class XmlError extends Error {}

/** Elements in elements. Word itself stops at tables in twenty tables. */
const MAX_DEPTH = 400;

/** Namespaces of ECMA-376, transitional and strict, and the prefix that each usually has. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct:',
};

/**
 * The root of an XML file.
 *
 * @throws XmlError if it is not well-formed, declares a document type, or nests too deep
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw new XmlError('its XML is broken');
  });
  parser.on('doctype', () => {
    throw new XmlError('it declares a document type, which no Word document does');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > MAX_DEPTH) throw new XmlError('its elements are nested too deep');
    const element: XmlElement = {
      name: (PREFIXES[uri] ?? '?:') + local,
      attributes: new Map(
        Object.values(attributes).map((one) => [(PREFIXES[one.uri] ?? '') + one.local, one.value]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string) => open.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decoded(bytes)).close();
  const found = root.children.find((node) => typeof node !== 'string');
  if (!found) throw new XmlError('it is empty');
  return found;
}

/** XML of a Word document is UTF-8 or UTF-16, ISO/IEC 29500-2. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('its letters are not UTF-8');
  }
}

/** The elements in an element. */
export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  element?.children.filter((node) => typeof node !== 'string') ?? [];

/** The first element of a name in an element, or further down a path of names. */
export function find(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => elementsOf(at).find((one) => one.name === name),
    element,
  );
}

/** The elements of a name in an element. */
export const findAll = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((one) => one.name === name);

/** An attribute of `w:`, which most elements have as `w:val`. */
export const valueOf = (element: XmlElement | undefined, name = 'val'): string | undefined =>
  element?.attributes.get(`w:${name}`);

/** Whether a property is there and not switched off: `<w:b/>`, `<w:b w:val="false"/>`. */
export const isOn = (element: XmlElement | undefined): boolean | undefined =>
  element && !['0', 'false', 'off', 'none'].includes(valueOf(element) ?? 'true');

/** The text in an element and in all that it holds. */
export const textIn = (element: XmlElement | undefined): string =>
  (element?.children ?? [])
    .map((node) => (typeof node === 'string' ? node : textIn(node)))
    .join('');
