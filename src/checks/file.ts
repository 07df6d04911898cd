/** Checks one file of a folder of notices by itself. */
import type { Outline } from '../mdx/body.ts';
import { readVersion } from '../mdx/read.ts';
import type { SourceFile } from '../mdx/source.ts';
import type { Document } from '../document/model.ts';
import { lazily } from '../document/once.ts';
import { anchorsOf } from '../document/walk.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import {
  DRAFT,
  fileOfVersion,
  parseVersionName,
  placeOfFile,
  type FilePlace,
  type VersionName,
} from '../notices/names.ts';
import type { Facts } from '../notices/schema.ts';
import { plainText } from '../notices/text.ts';
import { checkDates, type DatedVersion } from './history.ts';
import { checkFileName } from './names.ts';
import { canonicalTag, checkLanguageFact, checkLanguageTag } from './translations.ts';

/** A file of the folder: `path` is relative to the folder, with `/`; `file` is what findings name. */
export interface FolderFile extends SourceFile {
  path: string;
}

/**
 * A version whose facts could be read. `date` and `sequence` order the versions of a notice. What is
 * long is asked for when it is needed: the texts of thousands of versions are more than memory holds.
 */
export interface CheckedVersion extends VersionName, FilePlace {
  file: string;
  draft: boolean;
  facts: Facts;
  /** Its document. It is empty if the MDX cannot be parsed, which is an error. */
  document: () => Document<Facts>;
  /** The whole file, with `\n` line ends. */
  text: () => string;
  /** The hash of the whole file. */
  digest: () => string;
  /** The hash of the file without the facts that may be added later: of what must never change. */
  source: () => string;
  /** The hash of its plain text, which is what is published. */
  fingerprint: () => string;
  /** The frontmatter as plain data, before it became `facts`. */
  frontmatter: Record<string, unknown>;
  /** Every id of the text that links may lead to, those of its footnotes too. */
  ids: () => ReadonlySet<string>;
  /** The names of the public files that it shows or offers, sorted: `/images/map.png`. */
  files: readonly string[];
}

export type DatedFile = Omit<CheckedVersion, 'files'> & DatedVersion & Pick<Outline, 'headings'>;

/** What could be read of a file. If it has errors, some parts are absent. */
export interface ReadFile extends FilePlace {
  outline?: Outline;
  version?: DatedFile;
  findings: Finding[];
}

/** The SHA-256 of a text, in hexadecimal. This room does without Node, so it is given one. */
export type Hash = (text: string) => string;

/** Reads a file of the folder, and checks all that needs no other file. */
export function readVersionFile(file: FolderFile, hash: Hash): ReadFile {
  const place = placeOfFile(file.path);
  const { notice, name, translation } = place;
  const versionName = parseVersionName(name);
  const start = { file: file.file, line: 1, column: 1 };
  const read = readVersion(file, translation?.language);
  const { facts, outline, document, text, lasting, frontmatter, placeOfFact } = read;
  const findings = [
    ...checkFileName(name, translation?.of ?? notice, versionName, start),
    ...(translation ? checkLanguageTag(translation, start) : []),
    ...read.findings,
  ];
  const readable = { ...place, findings, ...(outline && { outline }) };
  if (!facts || text === undefined || lasting === undefined) return readable;
  if (translation && canonicalTag(translation.language) === translation.language) {
    findings.push(...checkLanguageFact(translation, facts.language, placeOfFact));
  }

  findings.push(...checkDates(facts, placeOfFact, translation !== undefined));
  const draft = name === DRAFT;
  const dated = draft ? { name, date: facts.effective, sequence: 1 } : versionName;
  if (!dated || (translation?.of ?? notice) === '') return readable;
  if (facts.effective !== dated.date) {
    findings.push(
      finding(
        'effective-not-file-name',
        placeOfFact(['effective']),
        `effective is "${facts.effective}", but the file is named ${baseName(place)}`,
        `write effective: "${dated.date}", or rename the file to ${baseName({ ...place, name: facts.effective })}`,
      ),
    );
  }
  const readDocument = document ?? (() => ({ facts, lead: [], sections: [] }));
  return {
    ...readable,
    version: {
      ...dated,
      ...place,
      file: file.file,
      draft,
      facts,
      document: readDocument,
      text: () => text,
      digest: lazily(() => hash(text)),
      source: lazily(() => hash(lasting)),
      fingerprint: lazily(() => hash(plainText(facts, readDocument()))),
      frontmatter,
      ids: lazily(() => anchorsOf(readDocument())),
      anchors: outline?.anchors ?? new Set<string>(),
      headings: outline?.headings ?? [],
      placeOfFact,
    },
  };
}

const baseName = (place: FilePlace): string => fileOfVersion(place).replace(/^.*\//, '');
