import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { build, readFiles } from './setup/build.ts';
import { noticesProcess, type CommandResult } from './setup/commands.ts';
import { useWorkshop } from './setup/workshop.ts';
import { testParts } from './shards.cases.ts';

const { at } = useWorkshop('shards');
const { notices, base, folder } = inject('languages');
const part = (number: number): string => at(String(number));
const merge = (...words: string[]): Promise<CommandResult> =>
  noticesProcess(['merge', ...words], { notices });

describe('a site in parts', () => {
  testParts(folder, { notices, base, cards: false }, 2, part);

  it('stays as it was where a merge is refused', async () => {
    const before = readFiles(part(0));
    const whole = await merge(part(1), folder, '--out', part(0));
    expect(whole.err).toContain('is a whole site, and no part of one\n    → give the folders');
    const missing = await merge(part(2), '--out', part(0));
    expect(missing.err).toContain('part 1/2 is missing\n    → build it and give its folder too: ');
    cpSync(part(2), part(3), { recursive: true });
    const [page = ''] = [...readFiles(part(3)).keys()].filter((name) => name.endsWith('.html'));
    rmSync(`${part(3)}/${page}`);
    const damaged = await merge(part(1), part(3), '--out', part(0));
    expect(damaged.err).toContain(` is not whole: ${page} is missing\n    → copy it again`);
    expect([whole, missing, damaged].map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(readFiles(part(0))).toEqual(before);
  });

  it('is not merged over a part, nor over files of others', async () => {
    const over = await merge(part(1), part(2), '--out', part(1));
    expect(over.err).toContain('which is one of its parts\n    → choose another folder');
    mkdirSync(at('others'));
    writeFileSync(at('others', 'CNAME'), 'notices.example');
    const others = await merge(part(1), part(2), '--out', at('others'));
    expect(others.err).toContain('contains files that no build wrote');
    expect([over, others].map(({ code }) => code)).toEqual([1, 1]);
    expect(existsSync(`${part(1)}/.noticeboard-part`)).toBe(true);
  });

  it('has a name that is read', async () => {
    const { code, output } = await build({
      notices,
      out: at('never'),
      environment: { NOTICEBOARD_SHARD: '3/2' },
    });
    expect(output).toContain('NOTICEBOARD_SHARD is "3/2"');
    expect(code).toBe(1);
    expect(existsSync(at('never'))).toBe(false);
  });
});
