/** How sections by themselves keep within their frame. */
import type { APIRoute } from 'astro';
import { PART_STYLES } from '../exports/parts.ts';

export const GET: APIRoute = () =>
  new Response(PART_STYLES, { headers: { 'content-type': 'text/css; charset=utf-8' } });
