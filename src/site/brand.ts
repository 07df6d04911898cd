/** How a site, or the notices of one organisation on it, look: the settings, and what they name. */
import { z } from 'zod';
import { approval } from './approval.ts';
import { contrastOf, legibleOn, parseColour, type Colour } from './colour.ts';
import { text } from './setting-text.ts';

/** The page's background in each scheme. The style sheet's `--paper` is this. */
export const PAPER = { light: '#ffffff', dark: '#15181b' } as const;

/** WCAG 2.2 success criterion 1.4.3: 4.5:1 for text. Links are text in the accent colour. */
const LEAST_CONTRAST = 4.5;

/** A colour that can be read on the page, as `#rrggbb`: browsers know fewer ways to write one. */
const colour = (scheme: keyof typeof PAPER) =>
  z.string().transform((written, context) => {
    const parsed = parseColour(written);
    const fault = parsed
      ? accentFault(written, parsed, scheme)
      : `"${written}" is not a colour; write it like "#0b5c8a"`;
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
    return parsed?.hex ?? '';
  });

function accentFault(
  written: string,
  { hex, isOpaque }: Colour,
  scheme: keyof typeof PAPER,
): string | undefined {
  if (!isOpaque)
    return `"${written}" is not opaque; write a colour without transparency, like "#0b5c8a"`;
  const paper = PAPER[scheme];
  const contrast = contrastOf(hex, paper);
  if (contrast >= LEAST_CONTRAST) return undefined;
  return (
    `"${written}" has a contrast of ${contrast.toFixed(2)}:1 on the ${scheme} page (${paper}); ` +
    `links need ${LEAST_CONTRAST}:1, which "${legibleOn(paper, hex, LEAST_CONTRAST)}" has`
  );
}

/** The colour of links in each scheme. */
export const accent = z.strictObject({ light: colour('light'), dark: colour('dark') });

/** Not one that leads through other folders: `/../logo.svg`. */
const picture = z
  .string()
  .regex(/^(?!.*\/\.{1,2}\/)\/(?!\/)\S+$/, 'must be a path in public/, such as "/logo.svg"');

/** A picture in `public/`, or one for each scheme. */
export const logo = z
  .union(
    [picture.transform((light) => ({ light })), z.strictObject({ light: picture, dark: picture })],
    {
      error:
        'must be a path in public/, such as "/logo.svg", or one for each scheme: { light: "/logo.svg", dark: "/logo-dark.svg" }',
    },
  )
  .optional();

const fontFile = z
  .string()
  .regex(
    /^(?!.*\/\.{1,2}\/)\/(?!\/)[\w./~-]+\.woff2$/,
    'must be a path in public/, such as "/fonts/acme.woff2"',
  );

/** The brand's own font. */
export const font = z
  .strictObject({
    family: z
      .string()
      .regex(/^[\p{L}\p{N} .-]+$/u, 'must be a name of letters and digits, such as "Acme Sans"'),
    /** A file in `public/`: of all weights where there is no other. */
    regular: fontFile,
    bold: fontFile.optional(),
  })
  .optional();

/** What differs on the pages of one organisation, by the folder of its notices: `acme`. */
export const organisations = z
  .record(
    z.string().regex(/^[\w.~-]+$/, 'must be the name of a folder of notices, such as "acme"'),
    z.strictObject({ name: text.optional(), logo, accent: accent.optional(), approval }),
  )
  .default({});

export type Font = NonNullable<z.output<typeof font>>;
type Accent = z.output<typeof accent>;

/** What stands for whoever publishes a page. */
export interface Brand {
  name: string;
  logo?: { light: string; dark?: string | undefined } | undefined;
  accent: Accent;
  /** The folder of the organisation; undefined on pages of the whole site. */
  organisation?: string | undefined;
}

/** What is around a notice gets these, ours and a project's own. */
export interface HeadProps {
  brand: Brand;
}

export interface HeaderProps {
  brand: Brand;
  /** Makes an address of a page, or of a file in `public/` that the settings name: `/` is the home page of the notices. */
  href: (path: string) => string;
  isHome: boolean;
}

export interface FooterProps {
  /** Links as the settings have them; addresses are ready for the page. */
  links: readonly { label: string; href: string }[];
  /** The language of their labels, where it is not that of the page. */
  language: string | undefined;
  /** That the site sets no cookies, in the language of the page. */
  privacy: string;
  /** What the notices are kept with, in the language of the page. */
  kept: string;
}

interface BrandSettings extends Omit<Brand, 'organisation'> {
  organisations: Readonly<
    Record<string, { [Key in keyof Omit<Brand, 'organisation'>]?: Brand[Key] | undefined }>
  >;
}

/**
 * The brand of a page.
 *
 * @param path its path from the site's root: `/acme/customers/`
 */
export function brandOf(
  { name, logo: own, accent: colours, organisations: all }: BrandSettings,
  path: string,
): Brand {
  const [, organisation = ''] = path.split('/');
  const its = Object.hasOwn(all, organisation) ? all[organisation] : undefined;
  if (!its) return { name, logo: own, accent: colours };
  return {
    name: its.name ?? name,
    // Beside the name of another the site's logo would be taken for theirs.
    logo: its.logo ?? (its.name === undefined ? own : undefined),
    accent: its.accent ?? colours,
    organisation,
  };
}

/** The colours of the site as CSS: `--accent` and `--paper`, and the accent of organisations that have their own. */
export const coloursOf = ({
  accent: colours,
  organisations: all,
}: Pick<BrandSettings, 'accent' | 'organisations'>): string =>
  `:root{--accent:${bothOf(colours)};--paper:${bothOf(PAPER)}}` +
  Object.entries(all)
    .map(([folder, its]) =>
      its.accent ? `[data-organisation="${folder}"]{--accent:${bothOf(its.accent)}}` : '',
    )
    .join('');

const bothOf = ({ light, dark }: Accent): string => `light-dark(${light},${dark})`;

/** The files in `public/` that the brands show, by the setting that names each. */
export function filesOfBrands({
  logo: own,
  organisations: all,
}: Pick<BrandSettings, 'logo' | 'organisations'>): [setting: string, file: string][] {
  const logos: [string, Brand['logo']][] = [
    ['logo', own],
    ...Object.entries(all).map(([folder, its]): [string, Brand['logo']] => [
      `organisations.${folder}.logo`,
      its.logo,
    ]),
  ];
  return logos.flatMap(([setting, each]) =>
    [each?.light, each?.dark].flatMap((file): [string, string][] =>
      file === undefined ? [] : [[setting, file]],
    ),
  );
}
