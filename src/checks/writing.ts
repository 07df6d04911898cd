/** Markdown that was meant and did not come about: it would be published as typed, or lost. */
import { finding, type Finding, type Place } from './findings.ts';
import type { SourceText } from './source.ts';
import type { TreeNode } from './tree.ts';

/** Headings without a space, and links without a bracket, in what became plain words. */
export function checkWriting(node: TreeNode, place: Place): Finding[] {
  const [first] = node.children ?? [];
  const opening = first?.type === 'text' ? String(first.value ?? '') : '';
  if (node.type === 'paragraph' && /^#{2,6}[^#\s]/.test(opening)) {
    const [line = ''] = opening.split('\n');
    return [
      finding(
        'heading-unspaced',
        place,
        `"${line}" is no heading: no space follows the signs "#"`,
        `write ${line.replace(/^#+/, '$& ')}`,
      ),
    ];
  }
  return (node.children ?? []).flatMap((child, index): Finding[] => {
    const words = child.type === 'text' ? String(child.value ?? '') : '';
    // An address on its own becomes a link; what stands before it tells what was meant.
    const beforeAddress = node.children?.[index + 1]?.type === 'link' && /\[[^\]]*\($/.test(words);
    if (!beforeAddress && !/\]\(/.test(words)) return [];
    return [
      finding(
        'link-unclosed',
        place,
        `"${words.slice(words.lastIndexOf('[')).slice(0, 40)}" looks like a link, but a bracket is missing, so it is printed as typed`,
        'write it as [words](address)',
      ),
    ];
  });
}

/** Markdown drops the cells of a row that are more than its table has columns. */
export function checkTables(node: TreeNode, { file, body }: SourceText): Finding[] {
  if (node.type !== 'table') return [];
  const lines = body.split('\n');
  const [head, ...rows] = node.children ?? [];
  const columns = head?.children?.length ?? 0;
  return rows.flatMap((row) => {
    const line = row.position?.start.line ?? 1;
    const written = cellsOf(lines[line - 1] ?? '');
    const lost = written.slice(columns).filter((cell) => cell !== '');
    if (lost.length === 0) return [];
    return [
      finding(
        'table-cell-lost',
        { file, line, column: row.position?.start.column ?? 1 },
        `this row has ${written.length} cells and its table ${columns} columns: "${lost.join('", "')}" would be lost`,
        'add a column to the head of the table, or delete a "|"; to print the sign, write \\|',
      ),
    ];
  });
}

/** The cells of a row as it is written: between signs "|" that no backslash precedes. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
