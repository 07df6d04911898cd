import { inject } from 'vitest';
import { BLOCKED, testBlocked, testFinding, WAYS } from './finding.cases.ts';

const [sample] = inject('samples');
const histories = inject('histories');

testBlocked(
  sample!,
  BLOCKED.filter(([files]) => ['**/table.json', '**/pagefind/past/**'].includes(files)),
);
testFinding(sample!, { ways: WAYS, every: 2, step: 2 });
if (histories) testFinding(histories, { ways: WAYS.slice(0, 1), every: 2, step: 3 });
