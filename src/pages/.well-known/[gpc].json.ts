/**
 * That the company honours Global Privacy Control, where the settings say so.
 * https://www.w3.org/TR/gpc/#gpc-support-representation
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import siteSettings from '../../site.config.ts';

export const getStaticPaths = (() =>
  siteSettings.globalPrivacyControl === undefined
    ? []
    : [{ params: { gpc: 'gpc' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  Response.json({ gpc: true, lastUpdate: siteSettings.globalPrivacyControl });
