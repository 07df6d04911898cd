import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../notices/dates.ts';
import { Markup } from '../document/markup.ts';
import { cy } from './cy/index.ts';
import { en } from './en/index.ts';
import { wordsIn } from './index.ts';

const SOURCE = path.resolve(import.meta.dirname, '..');

/** Components whose words only authors of notices see, in dev. */
const FOR_AUTHORS = new Set(['components/Findings.astro']);

const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: SOURCE })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.includes('.test.') && !FOR_AUTHORS.has(file))
    .toSorted();

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** Attributes that readers see or hear. */
const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'description', 'label']);

/** An Astro template in a form that TypeScript parses: no script, and no shorthand attributes. */
function templateOf(file: string): ts.SourceFile {
  const text = readFileSync(path.join(SOURCE, file), 'utf8');
  const template = text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/<!doctype html>/i, '')
    .replace(/<script>[\s\S]*?<\/script>/g, '')
    .replace(/(\s)\{(\w+)\}(?=[\s/>][^{}<]*?>)/g, '$1$2={$2}');
  return ts.createSourceFile(`${file}.tsx`, `<>${template}</>`, ts.ScriptTarget.Latest, true);
}

/** The strings that an expression may evaluate to. */
function stringsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    return [...stringsOf(node.whenTrue), ...stringsOf(node.whenFalse)];
  }
  if (ts.isParenthesizedExpression(node)) return stringsOf(node.expression);
  if (ts.isBinaryExpression(node)) return stringsOf(node.right);
  if (ts.isTemplateExpression(node)) {
    const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
    return [pieces.join(' ')];
  }
  return [];
}

/** The words written in a template itself. */
function wordsWritten(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (each: ts.Node): void => {
    const isChild = ts.isJsxElement(each.parent) || ts.isJsxFragment(each.parent);
    if (ts.isJsxExpression(each) && each.expression && isChild) {
      found.push(...stringsOf(each.expression).filter(hasLetters));
    }
    if (ts.isJsxAttribute(each) && each.initializer && ts.isJsxExpression(each.initializer)) {
      const { expression } = each.initializer;
      if (SPOKEN.has(each.name.getText()) && expression) {
        found.push(...stringsOf(expression).filter(hasLetters));
      }
    }
    if (ts.isJsxText(each) && hasLetters(each.text)) found.push(each.text.trim());
    if (ts.isJsxAttribute(each) && each.initializer && ts.isStringLiteral(each.initializer)) {
      if (SPOKEN.has(each.name.getText()) && hasLetters(each.initializer.text)) {
        found.push(each.initializer.text);
      }
    }
    ts.forEachChild(each, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

/** The words in `markup` templates, outside of tags; for an Astro file those in its script. */
function wordsInMarkup(file: string): string[] {
  const whole = readFileSync(path.join(SOURCE, file), 'utf8');
  const text = file.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---\n/.exec(whole)?.[1] ?? '') : whole;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'markup') {
      const { template } = node;
      const pieces = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      // A value stands between pieces, in a tag or outside of one.
      const words = pieces
        .join('¤')
        .replace(/<[^>]*>/g, ' ')
        .replace(/<[^>]*$/, ' ');
      if (hasLetters(words)) found.push(words.trim());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the words of a page', () => {
  it.each(files('{components,layouts,pages}/**/*.astro'))(
    'are in the catalogue, and not in %s',
    (file) => {
      expect(wordsWritten(templateOf(file))).toEqual([]);
      expect(wordsInMarkup(file)).toEqual([]);
    },
  );

  it.each(files('{views,site,pages,browser}/**/*.ts'))(
    'are in the catalogue, and not in %s',
    (file) => {
      expect(wordsInMarkup(file)).toEqual([]);
    },
  );

  it('would be found in a template', () => {
    const source = ts.createSourceFile(
      'x.tsx',
      '<><p title="Read on">{isOld && <b>Old</b>} → {words.x} {isNew ? "New" : ""}</p></>',
      ts.ScriptTarget.Latest,
      true,
    );
    expect(wordsWritten(source)).toEqual(['Read on', 'Old', 'New']);
  });
});

/** Every message of a catalogue by its name; of those with parameters, the source. */
function messagesOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value === 'function') return [[name, value.toString()]];
  if (value instanceof Markup) return [[name, value.text]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    messagesOf(each, name === '' ? key : `${name}.${key}`),
  );
}

describe('each catalogue', () => {
  const english = new Map(messagesOf(en));
  const welsh = new Map(messagesOf(cy));

  it('has every message of the other', () => {
    expect([...welsh.keys()]).toEqual([...english.keys()]);
    expect(english.size).toBeGreaterThan(300);
  });

  it('has no empty message', () => {
    const empty = /^$|=> ?(?:''|""|``)$/;
    expect([...english, ...welsh].filter(([, words]) => empty.test(words.trim()))).toEqual([]);
  });

  it('shares no text between the languages, except messages without words', () => {
    const same = [...english].filter(([name, words]) => {
      const isText = typeof words === 'string' && /[a-z]{4,}/.test(words);
      return isText && words === welsh.get(name);
    });
    expect(same.map(([name]) => name)).toEqual(SAME_IN_BOTH);
  });

  it('is found by its language, whatever the region', () => {
    expect(wordsIn('cy-GB')?.language).toBe('cy');
    expect(wordsIn('en-US')?.language).toBe('en-GB');
    expect(wordsIn('ar')).toBeUndefined();
  });
});

/** Messages that add no words of their own to their parameters. */
const SAME_IN_BOTH: string[] = [
  'number',
  'labelOf',
  'notice.block.formats.markdown',
  'comparison.redline.labelOf',
  'comparison.facts.name',
  'comparison.facts.quoted',
  'comparison.facts.lines',
  'comparison.series',
  'comparison.noticeOf',
  'comparison.changes',
  'search.titleFor',
  'search.whose',
  'announce.facts.ofPurpose',
];

describe('Welsh', () => {
  const day = (text: string): string => cy.date(text as IsoDate);

  it('names the months without relying on the browser', () => {
    expect([day('2018-05-01'), day('2026-11-22')]).toEqual(['1 Mai 2018', '22 Tachwedd 2026']);
  });

  it('puts a plural with soft mutation after every number except 1', () => {
    const { words, versions } = cy.counts;
    expect([words(1), words(2), versions(1), versions(12)]).toEqual([
      '1 gair',
      '2 o eiriau',
      '1 fersiwn',
      '12 o fersiynau',
    ]);
  });

  it('writes "and" as "a" or "ac", depending on the next word', () => {
    expect(cy.listed(['Cymru', 'Lloegr'])).toBe('Cymru a Lloegr');
    expect(cy.listed(['un', 'dau', '“Eich hawliau”'])).toBe('un, dau ac “Eich hawliau”');
    expect(cy.listed(['un'])).toBe('un');
    expect(cy.listed([])).toBe('');
  });
});
