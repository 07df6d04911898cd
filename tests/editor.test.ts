/** What an editor needs to complete and check the facts of a notice; by night one is driven. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { frontmatterSchema } from '../src/notices/schema.ts';
import { ROOT } from './setup/build.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

it('is turned on for everyone who opens the project in VS Code', () => {
  expect(read('.vscode/settings.json')).toMatchObject({ 'astro.content-intellisense': true });
});

// Every build writes it: the sites of the set-up have been built here.
it('is given the JSON Schema of frontmatterSchema', () => {
  const made = read('.astro/collections/notices.schema.json');
  const { properties, required } = z.toJSONSchema(frontmatterSchema, { io: 'input' });
  expect(made).toMatchObject({ properties, required });
});
