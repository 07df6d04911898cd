import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

describe('the catalogue', () => {
  it('makes a finding a warning only if the notice is still correct and complete', () => {
    const warnings = Object.entries(catalogue).filter(([, { severity }]) => severity === 'warning');
    expect(warnings.map(([code]) => code).toSorted()).toEqual([
      'anchor-file-name',
      'anchor-missing',
      'anchor-similar',
      'anchor-suggested',
      'approval-void',
      'attribute-left-out',
      'change-contradicted',
      'change-type',
      'controller-changed',
      'country-unknown',
      'date-backwards',
      'date-retroactive',
      'date-unchanged',
      'direction-character',
      'fact-unrecorded',
      'file-added',
      'file-ignored',
      'heading-empty',
      'heading-like',
      'heading-suspicious',
      'identifier-suspicious',
      'image-not-local',
      'link-empty',
      'lock-missing',
      'lock-unsealed',
      'markup-printed',
      'notice-file-name',
      'review-overdue',
      'translation-behind',
      'value-cut',
      'waiver-unfit',
      'yaml-shorthand',
    ]);
  });
});
