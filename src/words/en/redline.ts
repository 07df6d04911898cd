/** Labels within a redline. */
import { ENGLISH, type RedlineLabels } from '../../compare/redline/labels.ts';
import { common } from './common.ts';

export const redline: RedlineLabels = { ...ENGLISH, labelOf: common.labelOf };
