import { inject } from 'vitest';
import { BLOCKED, testBlocked, testFinding, WAYS } from './finding.cases.ts';

const [sample] = inject('samples');

testBlocked(
  sample!,
  BLOCKED.filter(([files]) => ['**/table.json', '**/pagefind/past/**'].includes(files)),
);
testFinding(sample!, { ways: WAYS, every: 2, step: 3 });
