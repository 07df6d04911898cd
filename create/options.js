// @ts-check
/** What is asked for on the command line. */
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.js';

/**
 * @typedef {object} Options
 * @property {string} [folder]
 * @property {string} [name]
 * @property {string} [site]
 * @property {string} [controller]
 * @property {string} [email]
 * @property {string} [path]
 * @property {string} [noticeboard]
 * @property {boolean} install
 * @property {boolean} yes
 * @property {boolean} help
 */

export const HELP = `npm create noticeboard [folder] -- [options]

  --name <name>          what the site is called
  --site <address>       its address, such as https://notices.acme.example
  --controller <name>    the legal person responsible for the data
  --email <address>      the address for questions about it (default: privacy@ your domain)
  --path <folder>        put notices below this folder of the Astro project at hand, such as /privacy/
  --yes                  put them into the Astro project at hand without asking
  --no-install           write the files only
  --noticeboard <spec>   another version or file of the package
`;

/**
 * @param {string[]} words
 * @returns {Options}
 * @throws Refusal if an option is not known
 */
export function readOptions(words) {
  const text = /** @type {const} */ ({ type: 'string' });
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        name: text,
        site: text,
        controller: text,
        email: text,
        path: text,
        noticeboard: text,
        'no-install': flag,
        yes: { ...flag, short: 'y' },
        help: { ...flag, short: 'h' },
      },
    });
    if (positionals.length > 1) {
      throw new Refusal(`Name one folder, not ${positionals.length}: ${positionals.join(', ')}.`);
    }
    const [folder] = positionals;
    const { 'no-install': noInstall, ...given } = values;
    return { ...given, install: !noInstall, ...(folder === undefined ? {} : { folder }) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message.split('. ')[0]}. For all options: --help`);
  }
}
