import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

describe('the catalogue', () => {
  it('lets only those findings pass that leave a notice true and whole', () => {
    const warnings = Object.entries(catalogue).filter(([, severity]) => severity === 'warning');
    expect(warnings.map(([code]) => code)).toEqual([
      'anchor-suggested',
      'attribute-left-out',
      'change-contradicted',
      'change-type',
      'date-retroactive',
      'date-unchanged',
      'fact-unrecorded',
      'file-ignored',
      'heading-empty',
      'heading-suspicious',
      'identifier-suspicious',
      'image-not-local',
      'link-empty',
      'lock-missing',
      'markup-printed',
      'translation-behind',
      'value-cut',
    ]);
  });
});
