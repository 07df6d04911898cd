// @ts-check
import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

/**
 * What the sites of all clients have in common.
 *
 * @param {object} client
 * @param {string} client.name what the site is called
 * @param {string} client.domain where it is served
 * @param {{ light: string, dark: string }} client.brand the colour of links in each scheme
 * @param {Partial<import('noticeboard').NoticeboardSettings>} [client.settings] what else is theirs alone
 */
export const clientSite = ({ name, domain, brand, settings }) =>
  defineConfig({
    site: `https://${domain}`,
    integrations: [noticeboard({ name, accent: brand, ...settings })],
  });
