/** The texts to compare: real pairs where the corpus is there, else the sample notices. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdownToHtml } from 'satteri';
import { countWords, plainTextOf } from './html.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface Text {
  html: string;
  /** One line a block. */
  plain: string;
  words: number;
}

export interface Pair {
  name: string;
  before: Text;
  after: Text;
}

export function makeText(html: string): Text {
  const plain = plainTextOf(html);
  return { html, plain, words: countWords(plain) };
}

/** All pairs, and in which folder they were found. */
export function readPairs(): { source: string; isCorpus: boolean; pairs: Pair[] } {
  const corpus = '../shared/corpus/version-pairs';
  const isCorpus = existsSync(path.join(root, corpus));
  if (isCorpus) return { source: corpus, isCorpus, pairs: readCorpus(path.join(root, corpus)) };
  const samples = 'src/content/notices';
  return { source: samples, isCorpus, pairs: readSamples(path.join(root, samples)) };
}

const readCorpus = (folder: string): Pair[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => ({
      name,
      before: readText(path.join(folder, name, 'old.md')),
      after: readText(path.join(folder, name, 'new.md')),
    }));

function readSamples(folder: string): Pair[] {
  const files = globSync('**/*.mdx', { cwd: folder }).toSorted();
  const versions = Map.groupBy(files, (file) => path.dirname(file));
  return [...versions.values()].flatMap((names) =>
    names.slice(1).map((name, index) => ({
      name,
      before: readText(path.join(folder, names[index] ?? name)),
      after: readText(path.join(folder, name)),
    })),
  );
}

function readText(file: string): Text {
  // Of MDX only what Markdown has is read: components print facts, which are no text to compare.
  const source = readFileSync(file, 'utf8').replace(/^<[A-Z]\w* \/>\r?$/gm, '');
  // Frontmatter is taken off by default.
  const { html } = markdownToHtml(source, { features: { headingAttributes: true } });
  return makeText(html);
}
