/** Until they are there. */
import { createHash } from 'node:crypto';
import type { Account, Answers, Imported, Refusal, Source } from '../import/model.ts';

export function sourceOf(name: string, bytes: Uint8Array): Source | Refusal {
  const text = new TextDecoder().decode(bytes);
  if (text.length < 60) return { refused: 'This text holds 12 characters.' };
  return {
    kind: 'text',
    name,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text,
  };
}

export function accountOf(imported: Imported, file: string, answers: Answers): Account {
  const { name, sha256, bytes, kind } = imported.source;
  return {
    source: { name, sha256, bytes: bytes.length, kind },
    notice: { file, sha256: '' },
    answers,
    sentences: imported.verdicts.flatMap(({ piece, is, code }) =>
      piece.type === 'table'
        ? []
        : [
            {
              at: piece.at,
              text: piece.runs.map(({ text }) => text).join(''),
              status:
                is === 'keep'
                  ? ('kept' as const)
                  : is === 'ask'
                    ? ('asked' as const)
                    : ('dropped' as const),
              ...(code && { code }),
            },
          ],
    ),
    facts: imported.facts,
    remarks: imported.remarks,
  };
}
