/** Whether a notice has records of processing: most have none, and need no words for them. */
import type { Facts } from './schema.ts';

export const hasRecords = ({
  processing,
  automatedDecisions,
  withdrawal,
  storageAccess,
}: Facts): boolean =>
  [processing, automatedDecisions, withdrawal, storageAccess].some((fact) => fact !== undefined);
