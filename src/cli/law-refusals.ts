/** What the law refuses of a draft, as `publish` and `report` say it. */
import { isError, type Reported } from '../findings/catalogue.ts';
import { reported, type Reason } from './terminal.ts';

/** The reason that facts which cannot be right are against publishing; none if there are no such facts. */
export function refusedByLaw(found: readonly Reported[]): Reason[] {
  const errors = found.filter(isError);
  if (errors.length === 0) return [];
  const hint =
    'correct these facts, and publish again; the rest is listed by: npx noticeboard check';
  return [{ message: reported(errors), hint }];
}
