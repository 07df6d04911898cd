import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { build, type Rolldown } from 'vite';
import { readSettings } from '../site/settings.ts';

const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'styles-')));
const folder = path.join(work, 'sites [of] {clients} (copy)');
afterAll(() => rmSync(work, { recursive: true }));
vi.doMock('../disk/package.ts', async (original) => ({
  ...(await original<object>()),
  sourceAt: (file: string): string => path.join(folder, file),
}));

it("the brand's colours are in the first style sheet, wherever the package is", async () => {
  const { brandStyles } = await import('./vite-plugins.ts');
  mkdirSync(path.join(folder, 'styles'), { recursive: true });
  writeFileSync(path.join(folder, 'styles', 'index.css'), 'p{margin:0}');
  writeFileSync(path.join(folder, 'styles', 'other.css'), 'q{margin:0}');
  const input = path.join(folder, 'main.js');
  writeFileSync(input, "import './styles/index.css'; import './styles/other.css';");
  const settings = readSettings({ name: 'N', accent: { light: '#0b5c75', dark: '#7cc7de' } });
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rolldownOptions: { input } },
    plugins: [brandStyles(settings, (file) => file)],
  });
  const css = (built as Rolldown.RolldownOutput).output
    .filter(({ fileName }) => fileName.endsWith('.css'))
    .map((file) => ('source' in file ? String(file.source) : ''))
    .join('');
  expect(css.match(/--accent/g)).toHaveLength(1);
  expect(css).toContain('#0b5c75');
});

it("a page's script is loaded from the page itself, wherever the project is", async () => {
  const { pageScripts } = await import('./vite-plugins.ts');
  mkdirSync(path.join(folder, 'pages'), { recursive: true });
  const page = path.join(folder, 'pages', 'page.astro');
  writeFileSync(
    page,
    '<p>Words</p>\n<script>\nconst found: string = "yes";\nalert(found);\n</script>',
  );
  const input = path.join(folder, 'script.js');
  writeFileSync(input, `import ${JSON.stringify(`${page}?astro&type=script&index=0&lang.ts`)};`);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input } },
    plugins: [pageScripts()],
  });
  const [chunk] = (built as Rolldown.RolldownOutput).output;
  expect(chunk.code).toMatch(/alert\([`"']yes[`"']\)/);
});
