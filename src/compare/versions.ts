/** The comparison of two versions with all that their facts say. */
import type { Document } from '../document/model.ts';
import type { Facts } from '../notices/schema.ts';
import { compareDocuments, type Comparison } from './index.ts';
import { compareRecords } from './records.ts';

/** Compares two documents as `compareDocuments` does, their records of processing included. */
export const compareVersions = (before: Document<Facts>, after: Document<Facts>): Comparison =>
  compareDocuments(
    before,
    after,
    before.facts && after.facts ? compareRecords(before.facts, after.facts) : [],
  );
