import { beforeAll, describe, expect, it } from 'vitest';
import { ALTERING, LEFT_OUT, RESTYLED, RESTYLING, type Change } from './setup/changes.ts';
import { copyProject, type Project } from './setup/project.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at } = useWorkshop('project-changes');

describe('a change of the project', () => {
  let project: Project;
  beforeAll(() => {
    project = copyProject(at('project'));
  });

  const withChange = async ([file, from, to]: Change) => {
    const text = project.change(file, from, to);
    try {
      return await project.build();
    } finally {
      project.restore(file, text);
    }
  };

  it.each([...ALTERING, ...LEFT_OUT])(
    'of %s that alters words is refused: %s',
    async (...change) => {
      const { code, output } = await withChange(change);
      expect(output).toMatch(/version-changed|version-reread|page-changed/);
      expect(code).toBe(1);
    },
    120_000,
  );

  it.each([...RESTYLING, ...RESTYLED])(
    'of %s that alters none passes: %s',
    async (...change) => {
      const { code, output } = await withChange(change);
      expect(output).not.toMatch(/version-changed|version-reread|page-changed/);
      expect(code).toBe(0);
    },
    120_000,
  );
});
