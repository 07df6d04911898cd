// @ts-check
/**
 * Adds Noticeboard to the configuration of an Astro project. Only one of a known, simple shape is
 * edited: one `export default defineConfig({ … })`, with `integrations: [ … ]` or without.
 */

/**
 * @typedef {object} Addition
 * @property {string} name of the site
 * @property {string} path the folder that notices are below
 * @property {string} [site] the site's address, where the configuration may lack it
 */

/** @typedef {{ at: number, text: string }} Insertion */

const IMPORT = "import noticeboard from 'noticeboard';";

/**
 * @param {string} source the configuration
 * @param {Addition} addition
 * @returns {string | undefined} the configuration with Noticeboard; undefined if its shape is not known
 */
export function withNoticeboard(source, { name, path, site }) {
  const code = codeOf(source);
  const starts = [...(code?.matchAll(/^export default defineConfig\(\s*\{/gm) ?? [])];
  const imports = [...(code?.matchAll(/^import [^;]*?['"][^'"\n]*['"];?[^\S\n]*$/gm) ?? [])];
  const [start] = starts;
  const last = imports.at(-1);
  if (!code || !start || starts.length > 1 || !last || last.index > start.index) return undefined;
  const open = start.index + start[0].length;
  const keys = keysOf(code, open);
  if (!keys) return undefined;
  const list = keys.get('integrations');
  const step = indentOf(source, open);
  const call = callOf({ name, path }, step, list !== undefined);
  /** @type {Insertion[]} */
  const insertions = [{ at: last.index + last[0].length, text: `\n${IMPORT}` }];
  if (list === undefined) {
    const end = /^[^\S\n]*\}/.test(code.slice(open)) ? '\n' : '';
    insertions.push({ at: open, text: `\n${step}integrations: [${call}],${end}` });
  } else {
    const bracket = /^\s*\[/.exec(code.slice(list));
    if (!bracket) return undefined;
    const at = list + bracket[0].length;
    const [space = ''] = /^\s*/.exec(code.slice(at)) ?? [];
    const isEmpty = code[at + space.length] === ']';
    const apart = isEmpty ? '' : space.includes('\n') ? ',' : ', ';
    insertions.push({ at, text: `${space.includes('\n') ? space : ''}${call}${apart}` });
  }
  if (site !== undefined && !keys.has('site')) {
    insertions.push({ at: open, text: `\n${step}site: ${quoted(site)},` });
  }
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}

/**
 * The lines to add by hand.
 *
 * @param {Addition} addition
 * @returns {string}
 */
export const linesToAdd = ({ name, path, site }) =>
  [
    IMPORT,
    '',
    'export default defineConfig({',
    ...(site === undefined ? [] : [`  site: ${quoted(site)},`]),
    `  integrations: [${callOf({ name, path }, '  ', false)}],`,
    '});',
  ].join('\n');

/**
 * @param {string} source the configuration
 * @returns {boolean} whether it names the site's address
 */
export const namesSite = (source) => /^\s*site\s*[:,]/m.test(codeOf(source) ?? source);

/**
 * @param {string} text
 * @returns {string} the text as a JavaScript string
 */
export const quoted = (text) =>
  text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`;

/**
 * The call of the integration.
 *
 * @param {{ name: string, path: string }} settings
 * @param {string} step what lines are indented by
 * @param {boolean} isItem whether it is in a list that may have a line for each item
 */
function callOf({ name, path }, step, isItem) {
  const settings = [
    `name: ${quoted(name)}`,
    `path: ${quoted(path)}`,
    "accent: { light: '#0b5c75', dark: '#7cc7de' }",
  ];
  return isItem
    ? `noticeboard({ ${settings.join(', ')} })`
    : `\n${step}${step}noticeboard({\n${settings.map((each) => `${step.repeat(3)}${each},\n`).join('')}${step}${step}}),\n${step}`;
}

/**
 * @param {string} source
 * @param {number} open where the object's content begins
 * @returns {string} what its first line is indented by
 */
const indentOf = (source, open) => /^\s*\n([^\S\n]+)\S/.exec(source.slice(open))?.[1] ?? '  ';

/**
 * The source with spaces for everything that is not code: comments, and what strings say.
 *
 * @param {string} source
 * @returns {string | undefined} undefined if it has what is not told apart here: a template, a regular expression
 */
function codeOf(source) {
  let isKnown = true;
  const code = source.replace(
    /\/\*[^]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[`/]/g,
    (found) => {
      if (found.length === 1) isKnown = false;
      const isString = /^['"]/.test(found);
      return isString
        ? found[0] + 'x'.repeat(found.length - 2) + found[0]
        : found.replace(/[^\n]/g, ' ');
    },
  );
  return isKnown ? code : undefined;
}

/**
 * The keys of an object.
 *
 * @param {string} code without comments, and with empty strings
 * @param {number} open where its content begins
 * @returns {Map<string, number> | undefined} where the value of each begins; undefined if it is not
 *   made of keys with values alone, or one is there twice
 */
function keysOf(code, open) {
  const keys = new Map();
  let depth = 0;
  let isKey = true;
  for (let at = open; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (depth === 0 && isKey && /\S/.test(character)) {
      if (character === '}') return keys;
      const [found, name] = /^(\w+)\s*:/.exec(code.slice(at)) ?? [];
      if (found === undefined || name === undefined || keys.has(name)) return undefined;
      at += found.length;
      keys.set(name, at);
      at -= 1;
      isKey = false;
    } else if ('([{'.includes(character)) depth += 1;
    else if (depth === 0 && character === '}') return keys;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && character === ',') isKey = true;
  }
  return undefined;
}
