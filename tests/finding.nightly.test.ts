import { inject } from 'vitest';
import { BLOCKED, testBlocked, testFinding, WAYS } from './finding.cases.ts';

const samples = inject('samples');
const histories = inject('histories');

testBlocked(samples[0]!, BLOCKED);
for (const site of [...samples, ...(histories ? [histories] : [])]) {
  testFinding(site, { ways: WAYS, every: 1, step: 1 });
}
