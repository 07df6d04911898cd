/**
 * That the company honours Global Privacy Control, where the settings say so.
 * https://www.w3.org/TR/gpc/#gpc-support-representation
 */
import { site } from 'virtual:noticeboard/site';
import type { APIRoute, GetStaticPaths } from 'astro';

const { globalPrivacyControl } = site.settings;

export const getStaticPaths = (() =>
  globalPrivacyControl === undefined ? [] : [{ params: { gpc: 'gpc' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () => Response.json({ gpc: true, lastUpdate: globalPrivacyControl });
