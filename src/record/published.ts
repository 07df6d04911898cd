/** Everything that a site publishes of its versions, with how each is compared with its version. */
import { z } from 'zod';
import type { CheckedVersion } from '../checks/file.ts';
import { inShortOf } from '../document/layers.ts';
import { sectionsOf } from '../document/model.ts';
import type { IsoDate } from '../notices/dates.ts';
import { idOfVersion } from '../notices/names.ts';
import { datesOf, placeAll, leadingOf, shownOf, type Placed } from '../notices/timeline.ts';
import type { Lock } from './lock.ts';
import { describeFault, faultOfPage, type PageFault } from './page.ts';
import { faultOfPart, faultOfShort, type ShownVersion } from './page-forms.ts';
import { isSame } from './same.ts';
import { sha256 } from './source.ts';
import { textOf } from './texts.ts';

/** What a site is made for. */
export interface BuiltFor {
  base: string;
  /** Versions published later are not on the site. */
  today: IsoDate;
  /** Where the site is, if it knows; and where it was read. */
  url?: URL | undefined;
  servedAt?: URL;
}

/** A file of a site that says what a version says. */
export interface PublishedFile {
  kind: 'page' | 'text' | 'record' | 'file' | 'feed';
  /** Without the base: `customers/2026-01-31.txt`, `customers/`. */
  address: string;
  /** The file of its version, as findings name it. */
  file: string;
  /** How long the text is that it shows, in characters. */
  length: () => number;
  /** What is wrong with the content that was found there, as the end of a sentence about it. */
  faultIn: (content: Uint8Array) => string | undefined;
  /** Files that show the same words once more: one fault in this explains those in them. */
  more?: () => PublishedFile[];
  /** The ids that it must have, for links to it. */
  anchors?: readonly string[];
}

/**
 * The files in which the versions of a folder are published.
 *
 * @param versions those of the folder; drafts and what is not yet published are left out
 * @param locked the entries of the lock
 */
export function publishedFiles(
  versions: readonly CheckedVersion[],
  locked: Lock['versions'],
  site: BuiltFor,
): PublishedFile[] {
  const shown = versions.filter(({ draft, facts }) => !draft && facts.published <= site.today);
  const placed = placeAll(
    shown.map((version) => ({ ...version, ...datesOf(version.facts) })),
    site.today,
  );
  return [
    ...shown.flatMap((version) => filesOfVersion(version, locked, site)),
    ...filesShown(shown, locked),
    ...[...placed].flatMap(([notice, history]) => {
      const of = history[0]?.version.translation?.of;
      return pageOfNotice(notice, history, of === undefined ? [] : (placed.get(of) ?? []), {
        site,
        locked,
      });
    }),
  ];
}

/** Compares a page. */
const comparing =
  (faultOf: (html: string) => PageFault | undefined) =>
  (content: Uint8Array): string | undefined => {
    const fault = faultOf(decode(content));
    return fault && describeFault(fault);
  };

/** The text of a file. Bytes that are none become signs that no version has. */
export const decode = (content: Uint8Array): string => new TextDecoder().decode(content);

function filesOfVersion(
  version: CheckedVersion,
  locked: Lock['versions'],
  { base }: BuiltFor,
): PublishedFile[] {
  const { file, facts, document } = version;
  const id = idOfVersion(version);
  const common = { file, length: () => textOf(version).text.length };
  const { anchors = [], errata = [] } = locked[id] ?? {};
  const fingerprint = version.fingerprint();
  return [
    {
      ...common,
      kind: 'page',
      address: `${id}/`,
      faultIn: comparing((html) => faultOfPage(html, facts, document(), base)),
      anchors,
    },
    hashedFile('text', `${id}.txt`, common, fingerprint),
    ...errata.map((erratum, index) =>
      hashedFile('text', `${id}.before-erratum-${index + 1}.txt`, common, erratum.text),
    ),
    {
      ...common,
      kind: 'record',
      address: `${id}.json`,
      faultIn: (content) => faultOfData(decode(content), version),
    },
  ];
}

/** The pictures and files that versions show or offer, each once, however many show it. */
function filesShown(
  versions: readonly CheckedVersion[],
  locked: Lock['versions'],
): PublishedFile[] {
  const files = versions.flatMap((version) =>
    Object.entries(locked[idOfVersion(version)]?.files ?? {}).map(([address, hash]) => {
      const common = { file: version.file, length: () => 0 };
      return [`${hash} ${address}`, hashedFile('file', address.slice(1), common, hash)] as const;
    }),
  );
  // Of several, the first version is the one that a finding names.
  return [...new Map(files.toReversed()).values()].toReversed();
}

const hashedFile = (
  kind: 'text' | 'file',
  address: string,
  common: Pick<PublishedFile, 'file' | 'length'>,
  fingerprint: string,
): PublishedFile => ({
  ...common,
  kind,
  address,
  faultIn: (content) => {
    const found = sha256(content);
    return found === fingerprint
      ? undefined
      : `${kind === 'text' ? 'is not what was published' : 'is not the one that was published'}: its fingerprint is ${found}, and not ${fingerprint}`;
  },
});

type Shown = Placed<CheckedVersion>;

/** The page at a notice's own address, and what shows the same words: first layer and parts. */
function pageOfNotice(
  notice: string,
  history: readonly Shown[],
  originals: readonly Shown[],
  { site, locked }: { site: BuiltFor; locked: Lock['versions'] },
): PublishedFile[] {
  const current = shownOf(history, originals)?.version;
  const leading = leadingOf(history, originals)?.version;
  if (!leading) return [];
  const { facts, file } = leading;
  const faultWith = (html: string, version: CheckedVersion | undefined): PageFault | undefined =>
    faultOfPage(html, (version ?? leading).facts, version?.document(), site.base);
  const of = (version: CheckedVersion): string => `${notice}/${version.name}`;
  return [
    {
      kind: 'page',
      address: `${notice}/`,
      file,
      length: () => (current ? textOf(current).text.length : JSON.stringify(facts).length),
      // At a notice's own address, the anchors of all its versions work.
      anchors: [...new Set(history.flatMap(({ version }) => locked[of(version)]?.anchors ?? []))],
      faultIn: (content) => {
        const html = decode(content);
        const fault = faultWith(html, current);
        const other =
          fault &&
          history.find(({ version }) => version !== current && !faultWith(html, version))?.version;
        return other
          ? `shows the version ${of(other)}${current ? ` instead of ${of(current)}` : ', which is not in force'}`
          : fault && describeFault(fault);
      },
      more: () => (current ? formsOf(current, site) : []),
    },
  ];
}

/** The first layer and the parts of the version that a notice shows. */
function formsOf(version: CheckedVersion, { base, url, servedAt }: BuiltFor): PublishedFile[] {
  const { notice, name, file, facts } = version;
  const document = version.document();
  const shown: ShownVersion = { notice, name, fingerprint: version.fingerprint(), facts, document };
  const common = { kind: 'page', file, length: () => textOf(version).text.length } as const;
  const origins = [url, servedAt].flatMap((each) => each?.origin ?? []);
  const hasShort = inShortOf(document).some(({ blocks }) => blocks.length > 0);
  return [
    ...(hasShort
      ? [
          {
            ...common,
            address: `${notice}/in-short/`,
            faultIn: comparing((html) => faultOfShort(html, shown, base)),
          },
        ]
      : []),
    ...[...sectionsOf(document)].map((section) => ({
      ...common,
      address: `${notice}/parts/${section.anchor}.html`,
      faultIn: comparing((html) => faultOfPart(html, shown, section, { base, origins })),
    })),
  ];
}

const dataSchema = z.object({
  fingerprint: z.string(),
  text: z.string(),
  document: z.object({ lead: z.unknown(), sections: z.unknown() }),
});

/** What is wrong with the data of a version: its plain text, its fingerprint, its document. */
function faultOfData(content: string, version: CheckedVersion): string | undefined {
  const { text, document } = textOf(version);
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return 'is not JSON';
  }
  const { data } = dataSchema.safeParse(json);
  const { lead, sections } = document;
  const body = { lead, sections };
  const isPublished =
    data?.text === text &&
    data.fingerprint === version.fingerprint() &&
    // JSON leaves out what is undefined, and writes some numbers in another way.
    (isSame(data.document, body) || isSame(data.document, asJson(body)));
  return isPublished ? undefined : 'differs from the text of its version';
}

const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));
