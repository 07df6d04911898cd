/** The options of Astro that pages of notices rely on. */
import packageJson from 'astro/package.json' with { type: 'json' };
import { satteri } from '@astrojs/markdown-satteri';
import type { AstroConfig, HookParameters } from 'astro';
import type { Rolldown } from 'vite';
import { MARKDOWN_FEATURES } from '../mdx/syntax.ts';

/** A path of characters that mean nothing in the files of any host, like those of the setting `path`. */
const BASE = /^\/?(?:(?!\.{1,2}(?:\/|$))[\w.~-]+(?:\/|$))*$/;

type Given = Pick<AstroConfig, 'base' | 'build' | 'integrations' | 'site' | 'trailingSlash'>;

/**
 * Options of a project's configuration that notices cannot be published with.
 *
 * @param version the version of Astro
 * @returns each with the edit to make
 */
export function faultsOfConfiguration(
  { base, build, integrations, site, trailingSlash }: Given,
  version: string = packageJson.version,
): string[] {
  const faults: string[] = [];
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major !== 7 || minor < 3) {
    faults.push(
      `Astro is ${version}, and Noticeboard needs Astro 7, from 7.3 on: npm install astro@^7.3.4`,
    );
  }
  if (integrations.filter(({ name }) => name === 'noticeboard').length > 1) {
    faults.push('integrations has noticeboard() twice: delete one');
  }
  if (site !== undefined && new URL(site).pathname !== '/') {
    faults.push(`site is "${site}", which contains more than a host: write the path in base`);
  }
  if (!BASE.test(base)) {
    faults.push(
      `base is "${base}", which not every host's headers and redirects can contain: write a path of unaccented letters, digits and . _ ~ -`,
    );
  }
  if (build.format !== 'directory') {
    faults.push(
      `build.format is "${build.format}", and addresses of notices are folders, which never change: delete build.format`,
    );
  }
  if (trailingSlash === 'never') {
    faults.push(
      'trailingSlash is "never", and addresses of notices end with a slash, which never changes: write trailingSlash: \'ignore\'',
    );
  }
  if (build.assetsPrefix !== undefined) {
    faults.push(
      'build.assetsPrefix is set, and the content security policy of notices allows no style from another host: delete it',
    );
  }
  if (build.inlineStylesheets === 'always') {
    faults.push(
      'build.inlineStylesheets is "always", and the content security policy of notices allows no inline style: write build: { inlineStylesheets: \'auto\' }',
    );
  }
  return faults;
}

type Configuration = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

type OnLog = NonNullable<NonNullable<Rolldown.InputOptions['onLog']>>;

/** Astro marks compiled MDX with a directive that the bundler has no use for. */
const withoutDirectives: OnLog = (level, log, handler) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
};

/** What a site of notices alone is built with. Where they are a part of a site, it is as its makers want it. */
export const WHOLE_SITE: Configuration = {
  trailingSlash: 'ignore',
  prerenderConflictBehavior: 'error',
  // The content security policy allows no inline style.
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false, processor: satteri({ features: MARKDOWN_FEATURES }) },
  // Editors complete frontmatter from the schema of a collection, where the project has one.
  experimental: { contentIntellisense: true },
  vite: {
    build: {
      // Nor an inline script, however small.
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog: withoutDirectives,
      },
    },
  },
};
