/** The schemas that a site publishes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { BuiltSite } from './site.ts';

/** Checks data against one of the schemas. */
export function validator(
  { folder }: Pick<BuiltSite, 'folder'>,
  name: string,
): (data: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: false });
  (formats as unknown as (target: Ajv2020) => void)(ajv);
  const schema = readFileSync(path.join(folder, 'schemas', `${name}.json`), 'utf8');
  const validate = ajv.compile(JSON.parse(schema) as object);
  return (data) => (validate(data) ? [] : [ajv.errorsText(validate.errors)]);
}
