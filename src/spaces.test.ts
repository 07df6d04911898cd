import { ESLint } from 'eslint';
import astro from 'eslint-plugin-astro';
import { describe, expect, it } from 'vitest';
import { spaceRules } from '../eslint.spaces.js';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [...(astro.configs['base'] ?? []), spaceRules],
});

const IMPORTS = ['Behind', 'Day', 'Languages', 'StatusLine', 'search/SearchBox']
  .map((name) => `import ${name.replace(/^.*\//, '')} from './${name}.astro';`)
  .join('\n');

/** The lines of a template that end in a fault. */
async function faults(template: string): Promise<string[]> {
  const text = `---\n${IMPORTS}\n---\n${template}\n`;
  const results = await eslint.lintText(text, { filePath: 'src/components/x.astro' });
  const lines = text.split('\n');
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, fatal }) => (fatal ? message : (lines[line - 1] ?? '').trim())),
  );
}

describe('a line break in a template', () => {
  it('is no space between words, in any template', async () => {
    const results = await eslint.lintFiles(['src/**/*.astro']);
    expect(results.length).toBeGreaterThan(30);
    expect(results.flatMap(({ filePath, messages }) => messages.map(() => filePath))).toEqual([]);
  }, 60_000);

  it.each([
    ['two elements', '<p>\n<a>x</a>\n<b>y</b>\n</p>', ['<a>x</a>']],
    ['two values', '<p>\n{x}\n{y}\n</p>', ['{x}']],
    ['text and a value', '<p>\nto\n{y}.\n</p>', ['to']],
    ['what may be left out', '<p>\n{x}\n{y && <b>y</b>}</p>', ['{x}']],
    ['what stands on both sides of it', '<p>\n{x}\n{y && <p>y</p>}\n{z}</p>', ['{y && <p>y</p>}']],
    ['one of two', '<p>\n{x}\n{y ? <p>y</p> : <b>y</b>}</p>', ['{x}']],
    ['words and a field', '<label>\n<span>x</span>\n<input />\n</label>', ['<span>x</span>']],
    ['an element whose HTML is set', '<p>\n{x}\n<b set:html={y} /></p>', ['{x}']],
    ['components that print words', '<p>\n<StatusLine />\n<Day /></p>', ['<StatusLine />']],
    ['the end of an element and text', '<p><a>\n{x}\n</a>, {y}</p>', ['{x}']],
    ['text and the start of an element', '<p>\n{x}<a>\n{y}\n</a></p>', ['{x}<a>']],
    ['each of many and the next', '<p>{x?.map((y) => (\n<a>\n{y}\n</a>\n))}</p>', ['{y}']],
    [
      'what a function returns',
      '<p>{x.map((y) => {\nif (y) return <b>y</b>;\nreturn (\n<a>\n{y}\n</a>\n);\n})}</p>',
      ['<a>', '{y}'],
    ],
    ['around a comment', '<p>\n{x}\n{/* why */}\n{y}</p>', ['{/* why */}']],
    [
      'around what is not shown',
      '<p>\n{x}\n<template>z</template>\n{y}</p>',
      ['<template>z</template>'],
    ],
    ['two roots', '{x && (\n<b>x</b>\n<b>y</b>\n)}', ['<b>x</b>']],
    ['what a component is given', '<Behind>\n{x}\n{y}\n</Behind>', ['{x}']],
  ])('is reported: %s', async (_, template, expected) => {
    expect(await faults(template)).toEqual(expected);
  });

  it.each([
    ['beside a space that is written', "<p>\n<a>x</a>{' '}\n<b>y</b>\n</p>"],
    ['after a space that ends the line before', "<p>\n{x}{' '}\n{y && <b>y</b>}{' '}\n{z}</p>"],
    ['within text', '<p>\none\ntwo\n</p>'],
    [
      'between blocks',
      '<div>\n<p>\n{x}\n</p>\n<p>y</p>\n{z && <ul />}\n{a.map(() => <p />)}\n</div>',
    ],
    ['between words and a block', '<li>\n{x}\n<ul>\n<li>y</li>\n</ul>\n</li>'],
    ['around a line that is broken', '<p>\n{x}\n<br />\n{y}</p>'],
    ['between components that print blocks', '<Languages />\n<SearchBox />\n<Languages />'],
    ['between options', '<select>\n<option>\n{x}\n</option>\n<option>y</option>\n</select>'],
    ['in preformatted text', '<pre>\n{x}\n{y}\n</pre>'],
    ['in what is not shown', '<script>\nx();\ny();\n</script>\n<style>\n\n</style>'],
    ['where nothing is printed', "<p>\n{x}\n{y ? null : ''}</p>"],
  ])('is fine %s', async (_, template) => {
    expect(await faults(template)).toEqual([]);
  });
});
