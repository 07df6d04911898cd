/** Writes pieces as MDX that reads back as the same words, with nothing that the checks report. */
import { readBody } from '../mdx/body.ts';
import type { Finding } from '../findings/catalogue.ts';
import { blocksOf, type Block } from './mdx-blocks.ts';
import type { Change, Piece, Remark } from './model.ts';

interface Written {
  body: string;
  changes: Change[];
  remarks: Remark[];
}

/** Enough rounds for a block with every kind of trouble. */
const ROUNDS = 3;

/**
 * Writes the body of a notice.
 *
 * @param pieces in the form of a notice, with the anchors of their headings
 */
export function writeBody(pieces: readonly Piece[]): Written {
  const { blocks, changes, remarks } = blocksOf(pieces);
  const forms = blocks.map((): Form => ({ isPlain: false, isBoxed: false }));
  let body = printed(blocks, forms);
  let findings = findingsIn(body);
  for (let round = 0; round < ROUNDS && adapt(forms, findings, blocks); round += 1) {
    body = printed(blocks, forms);
    findings = findingsIn(body);
  }
  const codes = new Set(findings.map(({ code }) => code));
  return {
    body,
    changes,
    remarks: [...remarks, ...[...codes].map((code) => ({ code: 'finding', detail: code }))],
  };
}

/** How a block is written so that the checks do not take its words for something else. */
interface Form {
  /** With its words as strings in braces. */
  isPlain: boolean;
  /** In a `<div>`, so that a short line is no heading. */
  isBoxed: boolean;
}

const write = (block: Block, { isPlain, isBoxed }: Form): string => {
  const written = block.write(isPlain);
  return isBoxed ? `<div>\n\n${written}\n\n</div>` : written;
};

const printed = (blocks: readonly Block[], forms: readonly Form[]): string =>
  `${blocks
    .map((block, index) => write(block, forms[index] ?? { isPlain: false, isBoxed: false }))
    .join('\n\n')}\n`;

const findingsIn = (body: string): Finding[] =>
  readBody({ file: '', text: body, frontmatter: '', frontmatterLine: 1, body }).findings;

/** Changes the form of each block with a finding; whether there was one that could be changed. */
function adapt(
  forms: readonly Form[],
  findings: readonly Finding[],
  blocks: readonly Block[],
): boolean {
  const ends: number[] = [];
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    end += write(block, forms[index] ?? { isPlain: false, isBoxed: false }).split('\n').length + 1;
    ends.push(end);
  }
  let hasChanged = false;
  for (const { code, line } of findings) {
    const form = forms[ends.findIndex((each) => line <= each)];
    if (!form) continue;
    const key = code === 'heading-like' ? 'isBoxed' : 'isPlain';
    // A notice without any heading is reported at its first line, and no form of it helps.
    if (form[key] || (code === 'heading-like' && !blocks.some(({ isHeading }) => isHeading)))
      continue;
    form[key] = true;
    hasChanged = true;
  }
  return hasChanged;
}
