/**
 * Writes docs/findings.md from the catalogue of findings:
 *
 *   npm run findings
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findingsDocument } from '../src/findings/documentation.ts';

writeFileSync(path.resolve(import.meta.dirname, '../docs/findings.md'), findingsDocument());
