/** What stands at the edges of a printed version, so that no page of it is without its name. */

export interface PrintedVersion {
  title: string;
  controller: string;
  /** Such as "Version of 12 November 2024". */
  label: string;
  /** SHA-256 of its plain text; none for a draft. */
  fingerprint?: string | undefined;
  /** What stands between a page's number and how many there are: "of". */
  of: string;
}

/** A line at the edge has room for so many characters. */
const MOST = 90;

/** A style sheet for paper: margin boxes of CSS Paged Media, section 5. */
export function printStyle({ title, controller, label, fingerprint, of }: PrintedVersion): string {
  const box = (place: string, content: string): string =>
    `  @${place} {\n    content: ${content};\n  }`;
  const name = [...`${title} – ${controller}`];
  const boxes = [
    box(
      'top-left',
      cssString(name.length > MOST ? `${name.slice(0, MOST - 1).join('')}…` : name.join('')),
    ),
    box('top-right', cssString(label)),
    ...(fingerprint === undefined ? [] : [box('bottom-left', cssString(`SHA-256 ${fingerprint}`))]),
    box('bottom-right', `counter(page) ${cssString(` ${of} `)} counter(pages)`),
  ];
  return `@charset "utf-8";\n@page {\n  font: 8pt system-ui, sans-serif;\n  color: #565d64;\n${boxes.join('\n')}\n}\n`;
}

/** A text as a string of CSS, whatever is in it. https://www.w3.org/TR/cssom-1/#serialize-a-string */
const cssString = (text: string): string =>
  `"${text.replace(/[\p{Cc}"\\<]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;
