/** Checks one file of a folder of notices by itself. */
import type { Outline } from '../mdx/body.ts';
import { readVersion } from '../mdx/read.ts';
import type { SourceFile } from '../mdx/source.ts';
import type { Document } from '../document/model.ts';
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
import { checkDates, type DatedVersion } from './history.ts';
import { checkFileName } from './names.ts';
import { canonicalTag, checkLanguageFact, checkLanguageTag } from './translations.ts';

/** A file of the folder: `path` is relative to the folder, with `/`; `file` is what findings name. */
export interface FolderFile extends SourceFile {
  path: string;
}

/** A version whose facts could be read. `date` and `sequence` order the versions of a notice. */
export interface CheckedVersion extends VersionName, FilePlace {
  file: string;
  draft: boolean;
  facts: Facts;
  /** Reads its document, once. It is empty if the MDX cannot be parsed, which is an error. */
  document: () => Document<Facts>;
  /** The whole file, with `\n` line ends. */
  text: string;
  /** The same without the facts that may be added later: what must never change. */
  lasting: string;
  /** The frontmatter as plain data, before it became `facts`. */
  frontmatter: Record<string, unknown>;
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

/** Reads a file of the folder, and checks all that needs no other file. */
export function readVersionFile(file: FolderFile): ReadFile {
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
  return {
    ...readable,
    version: {
      ...dated,
      ...place,
      file: file.file,
      draft,
      facts,
      document: document ?? (() => ({ facts, lead: [], sections: [] })),
      text,
      lasting,
      frontmatter,
      anchors: outline?.anchors ?? new Set<string>(),
      headings: outline?.headings ?? [],
      placeOfFact,
    },
  };
}

const baseName = (place: FilePlace): string => fileOfVersion(place).replace(/^.*\//, '');
