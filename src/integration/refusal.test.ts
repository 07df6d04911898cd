import { readFileSync } from 'node:fs';
import type { AstroError } from 'astro/errors';
import { expect, it, vi } from 'vitest';
import { unlessDiskFails } from './refusal.ts';

it('refuses a build that the disk does not let finish, without a stack trace', async () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(((
    text: string,
    done: () => void,
  ) => {
    written.push(text);
    done();
    return true;
  }) as typeof process.stderr.write);
  const work = () => Promise.resolve(void readFileSync('/nowhere/at all'));
  const refused: unknown = await unlessDiskFails(work, 'The site was not replaced.').catch(
    (error: unknown) => error,
  );
  write.mockRestore();
  expect(written.join('')).toContain('/nowhere/at all');
  const { message, hint, stack } = refused as AstroError;
  expect([message, stack]).toEqual(['The site was not replaced.', undefined]);
  expect(hint).toContain('build again');
});

it('leaves other errors as they are', async () => {
  const fault = new Error('of our own');
  await expect(unlessDiskFails(() => Promise.reject(fault), 'Not done.')).rejects.toBe(fault);
});
