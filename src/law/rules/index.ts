/** All rules, in the order of the checklist. */
import type { Rule } from '../rule.ts';
import { contradiction } from './contradiction.ts';
import { formerLaw } from './former-law.ts';
import { formerNames } from './former-names.ts';
import { identifiers } from './identifiers.ts';
import { pecr } from './pecr.ts';
import { purposes } from './purposes.ts';
import { readability } from './readability.ts';
import { recipients } from './recipients.ts';
import { residue } from './residue.ts';
import { rights } from './rights.ts';
import { structure } from './structure.ts';
import { wording } from './wording.ts';

export const RULES: readonly Rule[] = [
  ...purposes,
  ...recipients,
  ...rights,
  ...pecr,
  ...formerLaw,
  ...formerNames,
  ...wording,
  ...contradiction,
  ...residue,
  ...identifiers,
  ...structure,
  ...readability,
];
