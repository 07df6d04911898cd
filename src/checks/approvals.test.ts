import { describe, expect, it } from 'vitest';
import { add, check, itFinds } from './testing.ts';

const approved = (...entries: string[]): string =>
  add(5, 'approved:', ...entries.map((entry) => `  - { ${entry} }`));
/** The same as the draft of the notice. */
const draft = (...entries: string[]) => ({ 'customers/draft.mdx': approved(...entries) });

const FINGERPRINT = 'a'.repeat(64);

describe('the approvals of a version', () => {
  itFinds([
    {
      what: 'a draft approved on a day to come',
      files: draft('by: Data protection officer, on: "2026-11-23"'),
      file: 'customers/draft.mdx',
      found: 'error approval-late 6:40',
      quotes: '"2026-11-23", which is after today, "2026-11-22"',
      edit: '22 November 2026, or one before it',
    },
    {
      what: 'a version approved after it was published',
      files: approved('by: Data protection officer, on: "2024-11-13"'),
      found: 'error approval-late 6:40',
      quotes: 'after published "2024-11-12"',
      edit: '12 November 2024',
    },
    {
      what: 'a role in other capitals, twice',
      files: draft(
        'by: Data protection officer, on: "2026-11-20"',
        'by: Data  Protection Officer, on: "2026-11-21"',
      ),
      file: 'customers/draft.mdx',
      found: 'error approval-repeated 7:11',
      quotes: 'on "2026-11-20" and on "2026-11-21"',
      edit: 'delete the older',
    },
    {
      what: 'an approval by nobody',
      files: draft('by: "  ", on: "2026-11-20"'),
      file: 'customers/draft.mdx',
      found: 'error value-invalid 6:11',
      quotes: 'by',
      edit: 'fill it in',
    },
    {
      what: 'an approval without a day',
      files: draft('by: Head of legal'),
      file: 'customers/draft.mdx',
      found: 'error key-missing 6:5',
      quotes: 'on',
      edit: 'on:',
    },
    {
      what: 'a text that is not a fingerprint',
      files: draft('by: Head of legal, on: "2026-11-20", text: DPC-12'),
      file: 'customers/draft.mdx',
      found: 'error value-invalid 6:50',
      quotes: 'not the fingerprint of a text',
      edit: 'npx noticeboard approve',
    },
    {
      what: 'a mistyped key',
      files: draft('by: Head of legal, on: "2026-11-20", ticket: DPC-12'),
      file: 'customers/draft.mdx',
      found: 'error key-unknown 6:44',
      quotes: 'ticket',
      edit: 'reference',
    },
  ]);

  it('may be several, on the day itself, with a reference and a fingerprint', () => {
    const entries = [
      `by: Data protection officer, on: "2026-11-22", reference: DPC-12, text: ${FINGERPRINT}`,
      'by: Head of legal, on: "2026-11-22"',
    ];
    expect(check(draft(...entries))).toEqual([]);
  });
});
