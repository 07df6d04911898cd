/** What a tool weighs in a browser. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
// Astro brings it along.
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** Bytes of some exports, bundled for the browser, as they are and after gzip. */
export async function weigh(exported: string): Promise<{ bytes: number; gzip: number }> {
  const { outputFiles } = await build({
    stdin: { contents: exported, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    legalComments: 'none',
    write: false,
  });
  const code = Buffer.concat(outputFiles.map(({ contents }) => contents));
  return { bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
