/** What a tool weighs in a browser. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
// The bundler that makes the site's own script, with Vite's choices: it keeps no comments.
import { rolldown } from 'rolldown';

const root = path.resolve(import.meta.dirname, '../..');
const ENTRY = path.join(root, 'weighed.ts');

/** Bytes of some exports, bundled for the browser, as they are and after gzip. */
export async function weigh(exported: string): Promise<{ bytes: number; gzip: number }> {
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    plugins: [
      {
        name: 'entry',
        load: (id) => (id === ENTRY ? exported : null),
        resolveId: (id) => (id === ENTRY ? id : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true, comments: false });
  const code = Buffer.from(output[0].code);
  return { bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
