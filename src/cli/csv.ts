/**
 * Rows as CSV (RFC 4180), with CRLF. A cell that a spreadsheet would read as a formula is turned into
 * text.
 */
export function csv<Row extends Readonly<Record<string, string | readonly string[]>>>(
  rows: readonly Row[],
): string {
  const heads = Object.keys(rows[0] ?? {});
  return [
    heads.join(','),
    ...rows.map((row) => heads.map((head) => cell(row[head] ?? '')).join(',')),
  ].join('\r\n');
}

function cell(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : value.join('\n');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
