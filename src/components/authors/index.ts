/** What authors may write in a notice: `<Controller />` and its kin. */
import type { AuthorsComponent } from '../../notices/elements.ts';
import Complaints from './Complaints.astro';
import Contact from './Contact.astro';
import Controller from './Controller.astro';
import Dpo from './Dpo.astro';

export const authorsComponents = {
  Controller,
  Contact,
  Dpo,
  Complaints,
} satisfies Record<AuthorsComponent, unknown>;
