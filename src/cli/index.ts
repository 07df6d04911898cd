/** Starts the `notices` command with what was compiled the last time: that is a third of its work. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(import.meta.dirname, '../../.astro/compile-cache'));
await import('./program.ts');
