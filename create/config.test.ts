import { describe, expect, it } from 'vitest';
import { linesToAdd, namesSite, withNoticeboard } from './config.js';

const ADDED = { name: "Acme's notices", path: '/privacy/', site: 'https://acme.example' };
const CALL = `noticeboard({ name: "Acme's notices", path: '/privacy/', accent: { light: '#0b5c75', dark: '#7cc7de' } })`;

describe('adding Noticeboard to a configuration', () => {
  it('adds it to a configuration that is empty', () => {
    const source = `import { defineConfig } from 'astro/config';\n\n// https://astro.build/config\nexport default defineConfig({});\n`;
    expect(withNoticeboard(source, ADDED)).toBe(
      `import { defineConfig } from 'astro/config';
import noticeboard from 'noticeboard';

// https://astro.build/config
export default defineConfig({
  site: 'https://acme.example',
  integrations: [
    noticeboard({
      name: "Acme's notices",
      path: '/privacy/',
      accent: { light: '#0b5c75', dark: '#7cc7de' },
    }),
  ],
});
`,
    );
  });

  it('puts it before the integrations that are there', () => {
    const source = `import { defineConfig } from 'astro/config'
import mdx from '@astrojs/mdx'
import sitemap from "@astrojs/sitemap"

export default defineConfig({
  site: 'https://www.acme.example', // integrations: []
  integrations: [mdx({ optimize: true }), sitemap()],
  vite: { build: { integrations: [] } },
})
`;
    expect(withNoticeboard(source, ADDED)).toBe(
      source
        .replace('sitemap"\n', `sitemap"\nimport noticeboard from 'noticeboard';\n`)
        .replace('[mdx(', `[${CALL}, mdx(`),
    );
  });

  it('writes it on a line of its own where each integration has one', () => {
    const source = `import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';

export default defineConfig({
\tsite: 'https://www.acme.example',
\tintegrations: [
\t\tmdx(),
\t],
});
`;
    expect(withNoticeboard(source, ADDED)).toContain(
      `\tintegrations: [\n\t\t${CALL},\n\t\tmdx(),\n\t],`,
    );
  });

  it.each([
    ['an empty list', 'integrations: []', `integrations: [${CALL}]`],
    ['an empty list of two lines', 'integrations: [\n  ]', `integrations: [\n  ${CALL}\n  ]`],
  ])('fills %s', (_, before, after) => {
    const source = `import { defineConfig } from 'astro/config';\nexport default defineConfig({\n  ${before},\n});\n`;
    expect(withNoticeboard(source, ADDED)).toContain(after);
  });

  it.each([
    ['a function', 'export default defineConfig(() => ({ integrations: [] }));'],
    ['a value from elsewhere', 'export default defineConfig({ integrations });'],
    ['a list from elsewhere', 'export default defineConfig({ integrations: ours });'],
    ['a spread', 'export default defineConfig({ ...shared, integrations: [] });'],
    ['a plain object', 'export default { integrations: [] };'],
    ['a template', 'export default defineConfig({ site: `https://${host}` });'],
    ['a regular expression', 'export default defineConfig({ test: /}/, integrations: [] });'],
    ['a key in quotes', `export default defineConfig({ 'integrations': [] });`],
    ['a configuration in a comment', '/*\nexport default defineConfig({\n})\n*/'],
    ['two lists', 'export default defineConfig({ integrations: [], integrations: [] });'],
    ['one that does not end', 'export default defineConfig({ integrations: ['],
  ])('leaves %s alone', (_, source) => {
    const whole = `import { defineConfig } from 'astro/config';\n${source}\n`;
    expect(withNoticeboard(whole, ADDED)).toBeUndefined();
  });

  it('shows the lines to add', () => {
    expect(linesToAdd(ADDED)).toContain(`import noticeboard from 'noticeboard';`);
    expect(linesToAdd(ADDED)).toContain(`path: '/privacy/',`);
  });

  it('knows whether the address of the site is there', () => {
    expect(namesSite(`export default {\n  site: 'https://acme.example',\n};`)).toBe(true);
    expect(namesSite(`export default {\n  // site: 'https://acme.example',\n};`)).toBe(false);
  });
});
