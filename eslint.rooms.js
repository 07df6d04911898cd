// @ts-check
/**
 * The rooms of src/: which may import which, and who may reach outside. A room imports only rooms
 * with a smaller number, so that nothing ever imports in a circle. eslint.config.js turns this
 * table into rules.
 *
 * @typedef {object} Room
 * @property {number} level
 * @property {string[]} [files] files beside the room's folder that belong to it
 * @property {boolean} [isPure] whether it does without Node: it may run in a browser
 * @property {true | string[]} [fs] whether it, or which of its files, read and write files
 * @property {boolean} [astro] whether it knows Astro's own modules
 * @property {boolean} [dom] whether it runs on a page
 */

/** @type {Record<string, Room>} */
export const ROOMS = {
  document: { level: 0, isPure: true },
  disk: { level: 1, fs: true },
  findings: { level: 1 },
  notices: { level: 2, isPure: true },
  mdx: { level: 3, isPure: true },
  compare: { level: 3, isPure: true },
  import: { level: 4, fs: true },
  law: { level: 4, isPure: true },
  checks: { level: 5, isPure: true },
  search: { level: 5, isPure: true },
  words: { level: 6, isPure: true },
  views: { level: 7, isPure: true },
  record: { level: 7, fs: true },
  site: {
    level: 8,
    fs: ['src/site/folder.ts', 'src/site/load*.ts'],
  },
  exports: {
    level: 9,
    fs: ['src/exports/cards/**', 'src/exports/pdf/**', 'src/exports/hosting*.ts'],
  },
  browser: { level: 9, isPure: true, dom: true },
  styles: { level: 9 },
  components: { level: 10, astro: true },
  integration: {
    level: 10,
    files: ['src/content.config.ts', 'src/index.ts'],
    fs: true,
    astro: true,
  },
  cli: { level: 11, fs: true },
  layouts: { level: 11, astro: true },
  pages: { level: 12, astro: true },
};

/** What only a page has. */
const DOM_GLOBALS = [
  ...['window', 'document', 'navigator', 'location', 'history', 'customElements', 'matchMedia'],
  ...['localStorage', 'sessionStorage', 'getComputedStyle', 'requestAnimationFrame'],
  ...['Node', 'Element', 'HTMLElement', 'Event', 'DOMParser'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver'],
];

/** @param {string} name */
const filesOf = (name) => [`src/${name}/**/*.{ts,js,astro}`, ...(ROOMS[name]?.files ?? [])];

/** @param {readonly string[]} names */
const intoRooms = (names) => String.raw`^(?:\.\.?/)+(?:${names.join('|')})/`;

/**
 * What files of a room cannot import.
 *
 * @param {string} name
 * @param {{ fs?: boolean, astro?: boolean, rooms?: readonly string[] }} allowed beside what the room may
 */
function forbiddenIn(name, allowed = {}) {
  const { level, isPure = false, fs, astro = false } = /** @type {Room} */ (ROOMS[name]);
  const above = Object.entries(ROOMS)
    .filter(([other, room]) => other !== name && room.level >= level)
    .flatMap(([other]) => (allowed.rooms?.includes(other) ? [] : [other]));
  return [
    ...(above.length > 0
      ? [
          {
            regex: intoRooms(above),
            message: `${name}/ (${level}) imports only rooms with a smaller number.`,
          },
        ]
      : []),
    ...(isPure
      ? [{ regex: '^node:', message: `${name}/ does without Node.` }]
      : fs === true || allowed.fs
        ? []
        : [{ regex: '^(?:node:)?fs(?:/|$)', message: 'Files are read and written elsewhere.' }]),
    ...(astro || allowed.astro
      ? []
      : [{ regex: '^(?:astro|virtual):', message: 'Only pages and the integration know Astro.' }]),
  ];
}

/**
 * @param {readonly string[]} files
 * @param {ReturnType<typeof forbiddenIn>} patterns
 * @returns {import('eslint').Linter.Config}
 */
const block = (files, patterns) => ({
  files: [...files],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/**
 * A block of rules for each room, and for each file that may do more than its room.
 *
 * @type {import('eslint').Linter.Config[]}
 */
export const roomRules = [
  ...Object.keys(ROOMS).map((name) => block(filesOf(name), forbiddenIn(name))),
  ...Object.entries(ROOMS).flatMap(([name, { fs }]) =>
    Array.isArray(fs) ? [block(fs, forbiddenIn(name, { fs: true }))] : [],
  ),
  {
    files: ['src/**'],
    ignores: Object.keys(ROOMS)
      .filter((name) => ROOMS[name]?.dom)
      .flatMap(filesOf),
    rules: { 'no-restricted-globals': ['error', ...DOM_GLOBALS] },
  },
  {
    // A test takes what it needs from any room.
    files: ['**/*.{test,cases}.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
];
