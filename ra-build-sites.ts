import { rmSync } from 'node:fs';
import { buildOrThrow } from './tests/setup/build.ts';
import { writeCorners, writeLanguages } from './tests/setup/corners.ts';
import { record } from './tests/setup/recorded.ts';
import { SHAPES } from './tests/setup/shapes.ts';
for (const name of ['corners', 'languages', 'corners-notices', 'languages-notices']) rmSync(`/tmp/out18/ra-${name}`, { recursive: true, force: true });
const corners = writeCorners('/tmp/out18/ra-corners-notices', SHAPES);
await record(corners);
const translated = writeLanguages('/tmp/out18/ra-languages-notices');
const one = async (name: string, notices: string, base: string, more = {}) => {
  const r = await buildOrThrow({ out: `/tmp/out18/ra-${name}`, notices, base, ...more } as never);
  console.log(name, r.seconds);
};
await one('corners', corners, '/', { drafts: false, cards: false });
await one('languages', translated, '/privacy/', { cards: true, drafts: true });
