/** The parts of a Word document: which of its files holds what. */
import {
  elementsOf,
  find,
  findAll,
  parseXml,
  textIn,
  XmlError,
  type XmlElement,
} from './docx-xml.ts';
import { Zip, ZipError } from './docx-zip.ts';
import type { Refusal } from './model.ts';

/** A part with the addresses that its links and other parts have. */
export interface Part {
  root: XmlElement;
  links: ReadonlyMap<string, string>;
}

export interface Package {
  document: Part;
  styles?: XmlElement;
  numbering?: XmlElement;
  footnotes?: Part;
  endnotes?: Part;
  comments?: XmlElement;
  headers: XmlElement[];
  footers: XmlElement[];
  title?: string;
  hasMacros: boolean;
}

interface Relation {
  id: string;
  type: string;
  target: string;
  isExternal: boolean;
}

/** The parts of a Word document, or why they cannot be read. */
export function openPackage(bytes: Uint8Array): Package | Refusal {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refuse(
      'it has a password, or is a .doc of Word 97 to 2003: open it in Word, take the password away, and save it as .docx',
    );
  }
  try {
    return partsOf(new Zip(bytes));
  } catch (error) {
    if (!(error instanceof ZipError) && !(error instanceof XmlError)) throw error;
    return refuse(`${error.message}: open it in Word and save it again as .docx`);
  }
}

const refuse = (why: string): Refusal => ({
  refused: `This Word document cannot be read, because ${why}.`,
});

function partsOf(zip: Zip): Package | Refusal {
  const main = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target;
  const path = main ?? 'word/document.xml';
  if (!zip.has(path)) return otherKind(zip);
  const root = rootOf(zip, path);
  if (root?.name !== 'w:document') return otherKind(zip);
  const relations = relationsOf(zip, path);
  const all = (kind: string): Part[] =>
    relations
      .filter(({ type, isExternal }) => type === kind && !isExternal)
      .flatMap(({ target }) => {
        const found = rootOf(zip, target);
        return found ? [{ root: found, links: linksOf(relationsOf(zip, target)) }] : [];
      });
  const [styles, numbering, comments] = ['styles', 'numbering', 'comments'].map(
    (kind) => all(kind)[0]?.root,
  );
  const [footnotes, endnotes] = ['footnotes', 'endnotes'].map((kind) => all(kind)[0]);
  const core = relationsOf(zip, '').find(({ type }) => type === 'core-properties')?.target;
  const title = textIn(find(core === undefined ? undefined : rootOf(zip, core), 'dc:title')).trim();
  return {
    document: { root, links: linksOf(relations) },
    ...(styles && { styles }),
    ...(numbering && { numbering }),
    ...(comments && { comments }),
    ...(footnotes && { footnotes }),
    ...(endnotes && { endnotes }),
    headers: all('header').map((part) => part.root),
    footers: all('footer').map((part) => part.root),
    ...(title !== '' && { title }),
    hasMacros: zip.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
  };
}

/** An archive that holds something else. */
function otherKind(zip: Zip): Refusal {
  const what = zip.has('xl/workbook.xml')
    ? 'a spreadsheet'
    : zip.has('ppt/presentation.xml')
      ? 'a presentation'
      : zip.has('content.xml')
        ? 'an OpenDocument file'
        : zip.has('Index/Document.iwa')
          ? 'a Pages document'
          : 'an archive without a document';
  return refuse(`it is ${what}: save it as .docx`);
}

function rootOf(zip: Zip, path: string): XmlElement | undefined {
  const bytes = zip.read(path);
  return bytes && parseXml(bytes);
}

/** What a part refers to, ISO/IEC 29500-2, 9.3. The part '' is the package. */
function relationsOf(zip: Zip, path: string): Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const root = rootOf(zip, `${folder}_rels/${path.slice(slash)}.rels`);
  return findAll(root, 'rel:Relationship').map(({ attributes }) => {
    const isExternal = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    const type = attributes.get('Type') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolved(folder, target),
      isExternal,
    };
  });
}

/** A target from the folder of the part that names it. */
function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const linksOf = (relations: Relation[]): Map<string, string> =>
  new Map(relations.filter(({ isExternal }) => isExternal).map(({ id, target }) => [id, target]));

/** The notes or comments of a part, without the lines that Word draws between text and notes. */
export const entriesOf = (root: XmlElement | undefined): XmlElement[] =>
  elementsOf(root).filter(
    ({ attributes }) =>
      !['separator', 'continuationSeparator'].includes(attributes.get('w:type') ?? ''),
  );
