/** JSON Schemas of what the site publishes as JSON, made of the types it is checked with. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { z } from 'zod';
import { publishedSchemas, type SchemaName } from '../../exports/schemas.ts';

export const getStaticPaths = (() =>
  Object.keys(publishedSchemas).map((name) => ({
    params: { name },
    props: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: SchemaName }> = ({ props: { name } }) =>
  Response.json(z.toJSONSchema(publishedSchemas[name]));
