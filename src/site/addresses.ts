/** The addresses of everything that is published of a notice and of its versions. */

/** A version as far as its addresses are concerned: `/acme/customers/2024-11-12/`. */
interface Placed {
  path: string;
}

const withoutSlash = ({ path }: Placed): string => path.replace(/\/$/, '');

export const textPath = (version: Placed): string => `${withoutSlash(version)}.txt`;
/** Its plain text before a correction, which is its first, its second and so on. */
export const oldTextPath = (version: Placed, erratum: number): string =>
  `${withoutSlash(version)}.before-erratum-${erratum}.txt`;
export const pdfPath = (version: Placed): string => `${withoutSlash(version)}.pdf`;
export const sourcePath = (version: Placed): string => `${withoutSlash(version)}.md`;
export const dataPath = (version: Placed): string => `${withoutSlash(version)}.json`;

/** The day from which a version applies, for calendars. */
export const calendarPath = (version: Placed): string => `${withoutSlash(version)}.ics`;

export const dpvPath = (version: Placed): string => `${withoutSlash(version)}.dpv.jsonld`;

/** Those of a notice, or with `/` those of the whole site. */
export const versionsPath = ({ path }: Placed): string => `${path}versions.json`;
export const atomPath = ({ path }: Placed): string => `${path}feed.xml`;
export const jsonFeedPath = ({ path }: Placed): string => `${path}feed.json`;
export const inShortPath = ({ path }: Placed): string => `${path}in-short/`;
export const timeMapPath = ({ path }: Placed): string => `${path}timemap.link`;
/** What became of every sentence of a draft that was imported. */
export const importPath = ({ path }: Placed): string => `${path}draft/import/`;
/** What the law asks of a version, in dev and previews. */
export const checkPath = ({ path }: Placed): string => `${path}check/`;
export const historyPath = ({ path }: Placed): string => `${path}history/`;

/** The picture that a shared link to a notice or a version shows. */
export const cardPath = ({ path }: Placed): string => `${path}card.png`;

export const schemaPath = (name: string): string => `/schemas/${name}.json`;

/** The path that notices are below, in a site that is below a path itself. */
export const baseBelow = (base: string, path: string): string => withEnds(base + path);

/** A path with one slash at both ends. */
export const withEnds = (path: string): string => `/${path}/`.replace(/\/+/g, '/');
