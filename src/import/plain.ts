/** The second reading of a source, by its kind. The account is made from it alone. */
import type { Answers, PlainUnit, Source } from './model.ts';
import { plainDocx } from './plain-docx.ts';
import { plainHtml } from './plain-html.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { plainText } from './plain-text.ts';

/** All text of a source, in order, read as simply as can be. */
export function plainUnitsOf({ kind, text, bytes }: Source, answers: Answers): PlainUnit[] {
  switch (kind) {
    case 'html':
      return plainHtml(text);
    case 'markdown':
      return plainMarkdown(text);
    case 'text':
      return plainText(text);
    case 'docx':
      return plainDocx(bytes, answers);
  }
}
