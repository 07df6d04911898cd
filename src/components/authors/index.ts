/** What authors may write in a notice: `<Controller />` and its kin. */
import type { AuthorsComponent, IN_SHORT } from '../../document/elements.ts';
import Complaints from './Complaints.astro';
import Contact from './Contact.astro';
import Controller from './Controller.astro';
import Dpo from './Dpo.astro';
import InShort from './InShort.astro';

export const authorsComponents = {
  Controller,
  Contact,
  Dpo,
  Complaints,
  InShort,
} satisfies Record<AuthorsComponent | typeof IN_SHORT, unknown>;
