/**
 * Noticeboard's part in Astro's build: it checks every version before anything is built, gives
 * the Markdown processor clean sources, and puts the new site in place of the old one whole.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isError } from '../checks/findings.ts';
import { report } from '../checks/report.ts';
import { environment, type Environment } from './environment.ts';
import { readAndCheckFolder } from './folder.ts';
import { openStage, type Stage } from './stage.ts';
import { bodies, brandStyles, cleanSources } from './vite-plugins.ts';
import { SettingsError, type Site } from './settings.ts';

/** The integration; `site` is what `defineSite` returned. */
export function noticeboard(site: Site): AstroIntegration {
  let stage: Stage | undefined;
  return {
    name: 'noticeboard',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        const root = fileURLToPath(config.root);
        const { today, noticesDirectory, drafts } = readEnvironment(root);
        const withDrafts = drafts || command !== 'build';
        updateConfig({
          vite: {
            plugins: [
              cleanSources(noticesDirectory),
              bodies(noticesDirectory, withDrafts),
              brandStyles(site),
            ],
            define: { 'import.meta.env.NOTICEBOARD_TODAY': JSON.stringify(today) },
          },
        });
        if (command !== 'build') {
          // The loader runs in a module graph of its own and learns of drafts from here.
          process.env['NOTICEBOARD_DRAFTS'] = '1';
          return;
        }
        const { findings } = readAndCheckFolder({
          directory: noticesDirectory,
          publicDirectory: fileURLToPath(config.publicDir),
          root,
          drafts,
        });
        const text = report(findings, { colours: process.stderr.isTTY });
        if (findings.some(isError)) refuse(`${text}\nNothing was built.`);
        if (findings.length > 0) logger.warn(`\n${text}`);
        stage = openStage(fileURLToPath(config.outDir), path.join(root, '.astro', 'stages'));
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
