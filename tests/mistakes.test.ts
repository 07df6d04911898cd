/** Mistakes of authors: each is one finding with its place, as a build prints it. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminalReporter } from '../src/findings/report.ts';
import { GOOD, version } from './setup/notices.ts';
import { findingsOf } from './setup/record.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('mistakes');

describe('an error in a notice', () => {
  const notUtf8 = Buffer.concat([
    Buffer.from(version('## About {#about}\n\nOur caf').trimEnd()),
    Buffer.from([0xe9, 0x0a]),
  ]);

  /** Each in a notice of its own: one report tells all of them. */
  const MISTAKES: [string, string, string | Uint8Array, string][] = [
    ['in its syntax', 'syntax', version('## About {#about}\n\nSee <Controller>.'), ':13:5  error'],
    [
      'in a date',
      'date',
      GOOD.replace('published: "2025-01-01"', 'published: 2025-02-30'),
      ':3:12  error  "2025-02-30" is not a day that exists',
    ],
    [
      'in a link',
      'link',
      version('## About {#about}\n\nSee [there](#abuot).'),
      ':13:5  error  this version has no section "abuot"',
    ],
    [
      'in a key',
      'key',
      GOOD.replace('controller:', 'sumary: Short.\ncontroller:'),
      ':5:1  error  unknown key "sumary". Did you mean "summary"?',
    ],
    [
      'in the encoding of the file',
      'encoding',
      notUtf8,
      ':13:8  error  the file is not valid UTF-8',
    ],
    [
      'in an expression',
      'expression',
      version('## About {#about}\n\nWe are {company}.'),
      ':13:8  error  MDX reads {company} as code',
    ],
    [
      'in what would be computed',
      'computed',
      version('## About {#about}\n\n{(() => { throw new Error("no such thing") })()}'),
      ':13:1  error',
    ],
  ];

  const text = async (): Promise<string> => {
    const files = MISTAKES.map(([, notice, bytes]) => [`${notice}/2025-01-01.mdx`, bytes] as const);
    const notices = noticesOf('mistakes', Object.fromEntries(files));
    return terminalReporter({ colours: false })(await findingsOf(notices));
  };

  it.each(MISTAKES)('%s is reported with its place', async (_, notice, __, finding) => {
    expect(await text()).toContain(`/notices/${notice}/2025-01-01.mdx${finding}`);
  });

  it('is counted once', async () => {
    expect(await text()).toContain(`${MISTAKES.length} errors`);
  });
});

describe('a folder that is not there', () => {
  it('is counted once', async () => {
    const text = terminalReporter({ colours: false })(await findingsOf(path.join(at('nowhere'))));
    expect(text).toMatch(/there is no folder ".*nowhere"/);
    expect(text).toContain('1 error');
  });
});
