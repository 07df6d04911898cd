/** What the importer is given: tells its kind and encoding, and refuses what holds no notice. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { decoded } from './encoding.ts';
import type { Refusal, Remark, Source, SourceKind } from './model.ts';
import { emptyPage } from './source-pages.ts';

/** Notices are a hundredth of this, with pictures a tenth. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Reads a source.
 *
 * @param name the name of its file, without folders; `-` for what was pasted
 */
export function readSource(bytes: Uint8Array, name: string): Source | Refusal {
  const refused = refusalOf(bytes, name);
  if (refused !== undefined) return { refused };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (startsWith(bytes, ZIP)) return { kind: 'docx', name, bytes, sha256, text: '' };
  const { text, encoding, isGuessed } = decoded(bytes);
  const kind = kindOf(text, name);
  const empty = kind === 'html' ? emptyPage(text) : emptyText(text);
  if (empty !== undefined) return { refused: empty };
  const remarks: Remark[] = isGuessed ? [{ code: 'encoding', detail: encoding }] : [];
  return { kind, name, bytes, sha256, text, ...(remarks.length > 0 && { remarks }) };
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function refusalOf(bytes: Uint8Array, name: string): string | undefined {
  if (bytes.length === 0) return 'This file is empty.';
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil(bytes.length / 1024 ** 2);
    return `This file has ${size} MB; the most is 20 MB. Save the notice alone, without pictures.`;
  }
  if (startsWith(bytes, PDF)) {
    return (
      'This is a PDF: its words can be read, but not its headings and lists. ' +
      'Copy its text into a .txt file, or find the Word file or page that it was made from.'
    );
  }
  if (startsWith(bytes, OLE) || startsWith(bytes, RTF)) {
    const [old] = /\.(?:doc|rtf)$/i.exec(name) ?? ['an old Word file'];
    return `This is ${old === 'an old Word file' ? old : `a ${old} file`}. Open it in Word or LibreOffice and save it as .docx.`;
  }
  return startsWith(bytes, ZIP) ? refusalOfZip(bytes) : undefined;
}

/** A DOCX is an archive with a document in it. Only names are read here, nothing is unpacked. */
function refusalOfZip(bytes: Uint8Array): string | undefined {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter({ name }) {
        names.push(name);
        return false;
      },
    });
  } catch {
    return 'This archive is broken. If it is a Word file, open it in Word and save it again.';
  }
  if (names.includes('word/document.xml')) return undefined;
  if (names.includes('content.xml') && names.includes('META-INF/manifest.xml')) {
    return 'This is an OpenDocument file. Open it in LibreOffice or Word and save it as .docx.';
  }
  return 'This is an archive and not a Word file. Unpack it, and import the page or text in it.';
}

/** How much of a file is looked at to tell what it is. */
const HEAD = 4000;
const PAGE =
  /<!doctype html|<html[\s>]|<(?:head|body|title|meta|div|p|h[1-6]|span|table|section|article|main|ul|ol)(?:\s[^<>]{0,2000})?>/i;

/** What a text is: by how it begins, and where that does not tell, by its name. */
function kindOf(text: string, name: string): Exclude<SourceKind, 'docx'> {
  if (/\.(?:html?|xhtml|shtml|aspx?|php)$/i.test(name) && text.includes('<')) return 'html';
  if (/\.(?:md|mdx|markdown)$/i.test(name)) return 'markdown';
  const head = text.slice(0, HEAD).trimStart();
  if (/^(?:<!doctype html|<html[\s>]|<\?xml|<!--)/i.test(head) && PAGE.test(head)) return 'html';
  // A paste of HTML begins with an element; a text may speak of one.
  if (!/\.txt$/i.test(name) && head.startsWith('<') && PAGE.test(head)) return 'html';
  return 'text';
}

/** A notice in the fewest words has more letters than this. */
const FEWEST_LETTERS = 80;

function emptyText(text: string): string | undefined {
  const sample = text.slice(0, 100_000);
  const odd = sample.match(/(?![\t\n\v\f\r])[\p{Cc}\p{Cn}\p{Co}]/gu)?.length ?? 0;
  if (odd > sample.length / 50) {
    return 'This is not a text: it holds characters that no text has. Give a web page, a .docx, .txt or .md file.';
  }
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters < FEWEST_LETTERS
    ? `This file holds ${sample.trim().length} characters of text, which is too little for a notice.`
    : undefined;
}
