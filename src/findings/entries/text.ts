/** Findings about the text of a version: its Markdown and MDX. */
import type { Entries } from './entry.ts';

export const text = {
  'attribute-left-out': {
    severity: 'warning',
    title: 'An attribute or title is ignored',
    meaning:
      'A notice keeps only attributes that change what its text means. Titles of links cannot be read by touch or keyboard.',
    fix: 'Delete it. Write it in the text if readers need it.',
  },
  'body-empty': {
    severity: 'error',
    title: 'A version has facts but no text',
    meaning: 'The page would say nothing.',
    fix: 'Write the notice below the facts, starting with a heading.',
    example: '## Who we are {#who-we-are}\n\nWe are Company Limited.',
  },
  'code-unclosed': {
    severity: 'error',
    title: 'A code block is never closed',
    meaning: 'It takes in the rest of the notice, which would be printed as code.',
    fix: 'Add a line with the same fence after the code.',
    example: '```\nthe code\n```',
  },
  'component-filled': {
    severity: 'error',
    title: 'A component has attributes or content',
    meaning: 'These components print the facts of the version. Anything inside them would be lost.',
    fix: 'Write the component on its own, and your text before or after it.',
    example: '<Contact />',
  },
  'component-unknown': {
    severity: 'error',
    title: 'A component does not exist',
    meaning:
      'There are `Controller`, `Contact`, `Dpo`, `Complaints` and `InShort`; and for records of processing `Purposes`, `Sources`, `Provision`, `Retention`, `Recipients`, `Transfers`, `Automated` and `Storage`.',
    fix: 'Correct the name, or delete the tag.',
  },
  'component-without-facts': {
    severity: 'error',
    title: 'A component has nothing to print',
    meaning: 'The facts that it prints are not in the frontmatter. Readers would see an empty box.',
    fix: 'Add the facts, or delete the component.',
    example: 'complaints:\n  email: complaints@company.example',
  },
  'component-without-words': {
    severity: 'error',
    title: 'A component has no words in the language of the notice',
    meaning:
      'Tables of records have heads and names of lawful bases, which are words of the notice. There are some in English and in Welsh.',
    fix: 'Write the table in the text. The records stay in the facts, for programs and comparisons.',
  },
  'control-character': {
    severity: 'error',
    title: 'A text contains a control character',
    meaning:
      'Word processors leave them behind. Nobody sees them, and a feed with one of them cannot be read at all.',
    fix: 'Delete it, or write a space or a new line instead.',
  },
  'direction-character': {
    severity: 'warning',
    title: 'A character that is not seen changes the direction of text',
    meaning:
      'Overrides and embeddings, and isolates that are never closed, can make a sentence read backwards. The marks U+200E and U+200F are allowed.',
    fix: 'Delete it. If a direction is needed, write an element around the words.',
    example: '<bdi dir="rtl">שלום</bdi>',
  },
  'element-forbidden': {
    severity: 'error',
    title: 'A notice cannot contain this element or attribute',
    meaning:
      'Scripts, frames, forms and inline styles are refused: they could change what a version says, or track its readers.',
    fix: 'Write it in Markdown, or link to a page that has it.',
  },
  'expression-forbidden': {
    severity: 'error',
    title: 'A text contains code',
    meaning:
      'What a program computes, or takes from another file, could change after the version is published.',
    fix: 'Write the text itself. To print braces, put a backslash before them.',
    example: '\\{six years\\}',
  },
  'expression-unknown-name': {
    severity: 'error',
    title: 'Words in braces are read as code',
    meaning: 'MDX reads braces as code. Often they are a placeholder that was not filled in.',
    fix: 'Write the text itself. To print braces, put a backslash before them.',
    example: '\\{company\\}',
  },
  'footnote-unused': {
    severity: 'error',
    title: 'Nothing refers to a footnote',
    meaning: 'Markdown prints only footnotes that are referred to, so its text would be lost.',
    fix: 'Refer to the footnote where it belongs, or delete it.',
    example: 'We keep it for six years.[^1]\n\n[^1]: Unless you ask us to delete it.',
  },
  'in-short-invalid': {
    severity: 'error',
    title: '`<InShort>` is empty or in the wrong place',
    meaning:
      'It contains what a section says in a sentence or two, so it must be directly below a heading and have text.',
    fix: 'Write it below a heading, with each tag on a line of its own.',
    example: '## How long we keep it {#retention}\n\n<InShort>\n\nSix years.\n\n</InShort>',
  },
  'markup-printed': {
    severity: 'warning',
    title: 'Markdown does not work here and is printed as typed',
    meaning:
      'Readers would see brackets, bars or bullet characters instead of a link, table or list.',
    fix: 'Write it as the finding shows. Keep it if the characters are meant.',
    example: 'See [our policy](/policy/).',
  },
  'mdx-syntax': {
    severity: 'error',
    title: 'The text is not valid MDX',
    meaning: 'In MDX, `<` starts a tag and `{` starts code. Each must be closed.',
    fix: 'Close the tag or brace. To print one, put a backslash before it.',
    example: 'for people aged \\< 18',
  },
  'nesting-too-deep': {
    severity: 'error',
    title: 'A text is nested too deeply',
    meaning:
      'Lists, quotes, tags or brackets are inside each other more than 100 times. Mostly one character was repeated by mistake, or tags were never closed.',
    fix: 'Delete what is repeated, or close the tags.',
  },
  'table-cell-lost': {
    severity: 'error',
    title: 'A table row has too many cells',
    meaning: 'Markdown drops the cells of a row that are beyond the columns of its table.',
    fix: 'Add a column to the header row, or delete a `|`. To print one, write `\\|`.',
  },
} as const satisfies Entries;
