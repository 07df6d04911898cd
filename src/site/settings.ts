/** The site's settings: their schema, and what is checked of them before a build. */
import { z } from 'zod';
import { didYouMean } from '../findings/suggest.ts';
import { approval } from './approval.ts';
import { missingCardPackages } from './card-packages.ts';
import { accent, filesOfBrands, font, logo, organisations } from './brand.ts';
import { redirects } from './redirects.ts';
import { text } from './setting-text.ts';
import { SettingsError } from './settings-error.ts';

/** A file of the project, which is compiled with it. */
const projectFile = z
  .string()
  .regex(/^\.\//, 'must be a path from the folder of the project, such as "./src/Header.astro"');

const settingsSchema = z.strictObject({
  /** What the site is called: in its header and in page titles. */
  name: text,
  /** The folder of the site that the notices are below: `/`, the whole site, or such as `/privacy/`. */
  path: z
    .string()
    .regex(
      /^\/((?!\.{1,2}\/)[\w.~-]+\/)*$/,
      'must begin and end with a slash, such as "/" or "/privacy/"',
    )
    .default('/'),
  /** A picture in `public/`, shown beside the name: `/logo.svg`; or one for each scheme. */
  logo,
  /** The brand's own font; the reader's system font without it. */
  font,
  /** The colour of links in each scheme. */
  accent,
  /** Where one site is of several organisations: what differs, by the folder of their notices. */
  organisations,
  /** Who has to approve a draft before it is published, by role. Readers see nothing of it. */
  approval,
  /** What the home page says above the notices, in the site's language. */
  home: text.optional(),
  /** Style sheets of the project, by their paths in it: `./src/notices.css`. They come after ours. */
  styles: z
    .union([projectFile.transform((file) => [file]), z.array(projectFile)], {
      error:
        'must be a path from the folder of the project, such as "./src/notices.css", or several',
    })
    .default([]),
  /** Components of the project that take the place of ours around a notice, by their paths. */
  components: z
    .strictObject({
      /** At the end of the page's head. */
      Head: projectFile.optional(),
      Header: projectFile.optional(),
      Footer: projectFile.optional(),
    })
    .default({}),
  /** The language of pages that are of no notice, and of notices in a language without words here. */
  language: z.enum(['en', 'en-GB', 'cy']).default('en-GB'),
  /** Whether search engines may list versions that do not apply any more. */
  indexPastVersions: z.boolean().default(false),
  /** Whether shared links show a picture. The packages that draw it are installed for that. */
  cards: z.boolean().default(false),
  /** Whether versions are also given as JSON-LD in the words of the W3C's Data Privacy Vocabulary. */
  dpv: z.boolean().default(false),
  /**
   * The day since when the company honours Global Privacy Control, or said so anew: what
   * `/.well-known/gpc.json` says. Left out where it does not.
   */
  globalPrivacyControl: z.iso
    .date({ error: 'is not a day; write it like "2026-01-31"' })
    .optional(),
  /** Addresses that moved, for hosts to redirect: folders with everything below them, and files. */
  redirects: redirects.default([]),
  /** Links at the foot of every page: a path from the site's root, or a web address. */
  footer: z
    .array(
      z.strictObject({
        label: text,
        href: z
          .string()
          .regex(
            /^(https?:\/\/\S+|mailto:\S+|\/(?!\/)\S*)$/,
            'must be a web address or a path from the root',
          ),
      }),
    )
    .default([]),
});

/** What a site's `astro.config.mjs` may set. Where it stands is Astro's own `site` and `base`. */
export type NoticeboardSettings = z.input<typeof settingsSchema>;
export type Settings = z.output<typeof settingsSchema>;

/** Where settings are written, for messages about them. */
export const SETTINGS_HAVE_ERRORS = 'the settings of noticeboard() in astro.config.mjs have errors';

const NO_SETTINGS =
  'name and accent are missing; write noticeboard({ name: "…", accent: { light: "#0b5c75", dark: "#7cc7de" } })';

/** Settings that are Astro's, by the names that people write here. */
const OF_ASTRO: Record<string, string> = {
  url: 'write it as site, beside integrations',
  site: 'write it beside integrations',
  base: 'write it beside integrations; for notices below a folder of a site, write path here',
};

/**
 * Checks the site's settings and fills in defaults.
 *
 * @throws SettingsError naming every setting that is wrong, and what to write
 */
export function readSettings(input: NoticeboardSettings): Settings {
  const result = settingsSchema.safeParse(input);
  if (result.success) return result.data;
  throw new SettingsError(
    SETTINGS_HAVE_ERRORS,
    result.error.issues.flatMap((issue): string[] => {
      const name = issue.path.join('.');
      if (name === '' && issue.code === 'invalid_type') return [NO_SETTINGS];
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) =>
          name === '' && OF_ASTRO[key] !== undefined
            ? `${key} is a setting of Astro: ${OF_ASTRO[key]}`
            : `${name === '' ? '' : `${name}: `}unknown setting "${key}".${suggestion(key)}`,
        );
      }
      return [`${name}: ${wordingOf(issue)}`];
    }),
  );
}

/** What is wrong with a setting, where the schema has no words of its own for it. */
function wordingOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => message).join('; ');
  if (issue.code === 'too_small') return 'is empty; write text, or remove it if it is optional';
  if (issue.code === 'invalid_type')
    return `is missing or has the wrong type; ${EXPECTED[ownKeyOf(issue)] ?? 'write text in quotes'}`;
  return issue.message;
}

/** The setting that an issue is of: of the whole site, or of one organisation. */
const ownKeyOf = ({ path: [first, , third] }: z.core.$ZodIssue): string =>
  String(first === 'organisations' && third !== undefined ? third : first);

const EXPECTED: Record<string, string> = {
  indexPastVersions: 'write true or false',
  font: 'write font: { family: "Acme Sans", regular: "/fonts/acme.woff2" }',
  cards: 'write true or false',
  dpv: 'write true or false',
  globalPrivacyControl: 'write a day in quotes, such as "2026-01-31"',
  redirects: 'write redirects: [{ from: "/old/customers/", to: "/customers/" }]',
  home: 'write text in quotes',
  approval: 'write approval: { by: ["Data protection officer"] }',
  styles: 'write styles: "./src/notices.css"',
  components: 'write components: { Header: "./src/Header.astro" }',
  organisations: 'write organisations: { acme: { name: "Acme Limited" } }',
  accent: 'write accent: { light: "#0b5c75", dark: "#7cc7de" }',
  footer: 'write footer: [{ label: "Home", href: "https://www.company.example" }]',
};

/** Every name a setting can have, at any depth. */
const SETTINGS = [
  ...Object.keys(settingsSchema.shape),
  ...[
    'Head',
    'Header',
    'Footer',
    'light',
    'dark',
    'label',
    'href',
    'from',
    'to',
    'family',
    'regular',
    'bold',
    'by',
    'translations',
  ],
];

const suggestion = (key: string): string => didYouMean(key, SETTINGS);

/**
 * Says which files of the project the settings name that it does not have.
 *
 * @param isFile whether there is a file at a path from the folder of the project
 */
export const missingFromProject = (
  { styles, components }: Settings,
  isFile: (file: string) => boolean,
): string[] =>
  [
    ...styles.map((file) => ['styles', file] as const),
    ...Object.entries(components).map(([name, file]) => [`components.${name}`, file] as const),
  ]
    .filter(([, file]) => file !== undefined && !isFile(file))
    .map(
      ([setting, file]) => `${setting}: there is no file ${file}; add it, or remove the setting`,
    );

/**
 * Says what the settings name that the site does not have.
 *
 * @param exists whether something stands at a path from the site's root: a page or a public file
 * @param holds whether a page stands at a path, or below it, or may do so
 * @param missingPackages which of the packages that draw cards are not installed
 */
export function missingFrom(
  site: Settings,
  exists: (path: string) => boolean,
  holds: (path: string) => boolean,
  missingPackages = missingCardPackages,
): string[] {
  const packages = site.cards ? missingPackages().join(' ') : '';
  const cards =
    packages === ''
      ? []
      : [`cards: what draws them is not installed; run npm install ${packages}, or remove cards`];
  const logos = filesOfBrands(site)
    .filter(([, file]) => !exists(file))
    .map(([setting, file]) => `${setting}: there is no file public${file}; add it, or remove logo`);
  const folders = Object.keys(site.organisations)
    .filter((folder) => !holds(`/${folder}/`))
    .map(
      (folder) =>
        `organisations.${folder}: there are no notices below /${folder}/; write the folder of its notices`,
    );
  const links = site.footer.flatMap(({ href }, index) =>
    href.startsWith('/') && !exists(href.replace(/[?#].*$/, ''))
      ? [
          `footer.${index}.href: there is no page or file at "${href}"; link to a notice or a public file`,
        ]
      : [],
  );
  const fonts = (['regular', 'bold'] as const).flatMap((weight) => {
    const file = site.font?.[weight];
    return file !== undefined && !exists(file)
      ? [`font.${weight}: there is no file public${file}; add it, or remove font`]
      : [];
  });
  const moved = site.redirects.flatMap(({ from, to }, index) => [
    ...(holds(from)
      ? [
          `redirects.${index}.from: the site has ${from.endsWith('/') ? 'pages' : 'a file'} at "${from}", which nobody could reach`,
        ]
      : []),
    ...(to.startsWith('/') && !exists(to)
      ? [`redirects.${index}.to: there is no page at "${to}"; redirect to a notice`]
      : []),
  ]);
  return [...cards, ...logos, ...folders, ...fonts, ...links, ...moved];
}
