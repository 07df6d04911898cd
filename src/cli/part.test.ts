/** Commands in a part of a folder that is recorded as a whole. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusePart } from './folder.ts';

afterEach(() => vi.unstubAllEnvs());

describe('what would be recorded', () => {
  it('is refused, with the command for the whole folder', () => {
    vi.stubEnv('NOTICES_DIR', 'src/content/notices/larkrise');
    expect(() => refusePart('publish', ['/members/'])).toThrow(
      expect.objectContaining({
        reasons: [
          {
            message:
              'src/content/notices/larkrise is a part of src/content/notices, which has one lock for all its parts',
            hint: 'run it for the whole folder: NOTICES_DIR=src/content/notices npx noticeboard publish larkrise/members',
          },
        ],
      }) as Error,
    );
  });

  it('is not refused in the whole', () => {
    vi.stubEnv('NOTICES_DIR', 'src/content/notices');
    expect(() => refusePart('adopt', [])).not.toThrow();
  });
});
