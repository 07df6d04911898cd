/** A copy of the project, in which a test may change what it is made of. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { COMPILE_CACHE, ROOT, TODAY } from './build.ts';

export interface Project {
  folder: string;
  /** Replaces words in one of its files, and gives back what was there. */
  change: (file: string, from: string | RegExp, to: string) => string;
  restore: (file: string, text: string) => void;
  /**
   * @param notices the folder of notices; the sample's when left out
   * @param environment what else stands in the environment
   */
  build: (
    notices?: string,
    environment?: Record<string, string>,
  ) => Promise<{ code: number | null; output: string }>;
}

/** Copies what a build needs into a folder; the packages stay where they are. */
export function copyProject(folder: string): Project {
  for (const name of ['src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json']) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const at = (file: string): string => path.join(folder, ...file.split('/'));
  return {
    folder,
    change: (file, from, to) => {
      const text = readFileSync(at(file), 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} has no ${String(from)}`);
      writeFileSync(at(file), changed);
      return text;
    },
    restore: (file, text) => writeFileSync(at(file), text),
    build: async (notices, environment) => {
      const astro = path.join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
      const child = spawn(process.execPath, [astro, 'build'], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          ASTRO_TELEMETRY_DISABLED: '1',
          NODE_COMPILE_CACHE: COMPILE_CACHE,
          NO_COLOR: '1',
          NOTICEBOARD_TODAY: TODAY,
          ...(notices !== undefined && { NOTICES_DIR: notices }),
          ...environment,
        },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      }
      const code = await new Promise<number | null>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
      });
      return { code, output };
    },
  };
}

/** Leaves a project all packages but those that draw cards. */
export function removeCardPackages(project: string): void {
  const packages = path.join(project, 'node_modules');
  rmSync(packages);
  mkdirSync(packages);
  for (const entry of readdirSync(path.join(ROOT, 'node_modules'), { withFileTypes: true })) {
    if (!entry.isDirectory() || ['satori', 'sharp', '@fontsource'].includes(entry.name)) continue;
    symlinkSync(
      path.join(ROOT, 'node_modules', entry.name),
      path.join(packages, entry.name),
      'junction',
    );
  }
}
