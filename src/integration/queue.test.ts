import { describe, expect, it } from 'vitest';
import { Queue, type Family } from './queue.ts';
import type { Task } from './worker.ts';

const familyOf = (id: string): Family => ({
  notices: [id, `cy/${id}`],
  files: [{ path: `${id}/2026-06-01.mdx`, file: `${id}.mdx` }],
});
const nameOf = ({ files, step, slice }: Task): string =>
  [files[0]?.path.split('/')[0], step, ...(slice ? [slice.number] : [])].join(' ');

/** Takes every task, one after the other, and says what is done after which. */
async function run(queue: Queue, tasks: (task: Task) => void = (task) => queue.done(task)) {
  const log: string[] = [];
  queue.onFamily = ({ notices }) => log.push(`all of ${notices[0]}`);
  void queue.addresses.then(() => log.push('addresses'));
  for (const id of ['one', 'cy/two']) void queue.notice(id).then(() => log.push(`pages of ${id}`));
  for (let task = queue.next(); task; task = queue.next()) {
    log.push(nameOf(task));
    tasks(task);
    // Those who wait are told before the next task.
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
  return log;
}

describe('the work of threads', () => {
  it('is first what addresses depend on, then notice by notice', async () => {
    const families = [familyOf('one'), familyOf('two')];
    expect(await run(new Queue(families, 1))).toEqual([
      'one neighbours 0',
      'one lineages',
      'two neighbours 0',
      'two lineages',
      'addresses',
      'one others 0',
      'one rest',
      'all of one',
      'pages of one',
      'two others 0',
      'two rest',
      'all of two',
      'pages of cy/two',
    ]);
  });

  it('is taken apart where there are few notices', async () => {
    const queue = new Queue([familyOf('one')], 2);
    expect(queue.tasksOfAddresses).toBe(3);
    expect(await run(queue)).toContain('one others 1');
  });

  it('goes on without a notice that fails', async () => {
    const queue = new Queue([familyOf('one'), familyOf('two')], 1);
    const log = await run(queue, (task) =>
      nameOf(task).startsWith('one') ? queue.abandon(task) : queue.done(task),
    );
    expect(log).toEqual([
      'one neighbours 0',
      'pages of one',
      'two neighbours 0',
      'two lineages',
      'addresses',
      'two others 0',
      'two rest',
      'all of two',
      'pages of cy/two',
    ]);
  });

  it('lets nobody wait for a notice that there is nothing to do for', async () => {
    await expect(new Queue([familyOf('one')], 1).notice('three')).resolves.toBeUndefined();
  });
});
