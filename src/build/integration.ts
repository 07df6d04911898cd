/**
 * Noticeboard's part in Astro's build: it checks every version before anything is built, gives
 * the Markdown processor clean sources, and puts the new site in place of the old one whole.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { isError } from '../checks/findings.ts';
import { report } from '../checks/report.ts';
import { normaliseText, readSource } from '../checks/source.ts';
import { environment, type Environment } from './environment.ts';
import { readAndCheckFolder } from './folder.ts';
import { openStage, type Stage } from './stage.ts';
import { PAPER, SettingsError, type Site } from './settings.ts';

/** The integration; `site` is what `defineSite` returned. */
export function noticeboard(site: Site): AstroIntegration {
  let stage: Stage | undefined;
  return {
    name: 'noticeboard',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        const root = fileURLToPath(config.root);
        const { today, noticesDirectory, drafts } = readEnvironment(root);
        updateConfig({
          vite: {
            plugins: [cleanSources(noticesDirectory), brandStyles(site)],
            define: { 'import.meta.env.NOTICEBOARD_TODAY': JSON.stringify(today) },
          },
        });
        if (command !== 'build') return;
        const { findings } = readAndCheckFolder({
          directory: noticesDirectory,
          publicDirectory: fileURLToPath(config.publicDir),
          root,
          drafts,
        });
        const text = report(findings, { colours: process.stderr.isTTY });
        if (findings.some(isError)) refuse(`${text}\nNothing was built.`);
        if (findings.length > 0) logger.warn(`\n${text}`);
        stage = openStage(fileURLToPath(config.outDir));
        updateConfig({
          outDir: pathToFileURL(`${stage.directory}${path.sep}`),
          cacheDir: pathToFileURL(`${stage.cache}${path.sep}`),
        });
      },
      'astro:build:done': () => stage?.replace(),
    },
  };
}

/**
 * Ends the build over an author's mistake. A hook that throws would be told as an unhandled
 * error of the program; this is neither.
 */
function refuse(text: string): never {
  writeSync(process.stderr.fd, `\n${text}\n`);
  process.exit(1);
}

/** The environment, or the end of the build. */
function readEnvironment(root: string): Environment {
  try {
    return environment(root);
  } catch (error) {
    if (error instanceof SettingsError) return refuse(error.message);
    throw error;
  }
}

/** Frontmatter was read by then, and neither a byte-order mark nor `\r` belongs to the text. */
function cleanSources(directory: string): Plugin {
  return {
    name: 'noticeboard:clean-sources',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        if (path.relative(directory, id).startsWith('..')) return undefined;
        const source = readSource({ file: id, bytes: new TextEncoder().encode(code) });
        return { code: 'code' in source ? normaliseText(code) : source.body, map: null };
      },
    },
  };
}

const BRAND_STYLES = 'virtual:noticeboard/brand.css';

/** The site's colours as a style sheet: settings reach the page without a `style` attribute. */
function brandStyles({ accent }: Site): Plugin {
  return {
    name: 'noticeboard:brand-styles',
    resolveId: (id) => (id === BRAND_STYLES ? `\0${BRAND_STYLES}` : undefined),
    load: (id) =>
      id === `\0${BRAND_STYLES}`
        ? `:root{--accent:light-dark(${accent.light},${accent.dark});` +
          `--paper:light-dark(${PAPER.light},${PAPER.dark})}`
        : undefined,
  };
}
