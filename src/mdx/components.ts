/** Checks that the facts which components print are in the frontmatter. */
import type { AuthorsComponent } from '../document/elements.ts';
import { factGroups, type FactGroup } from '../notices/facts.ts';
import type { Facts } from '../notices/schema.ts';
import type { Outline } from './body.ts';
import { finding, type Finding } from '../findings/catalogue.ts';

const GROUPS: Record<AuthorsComponent, [group: FactGroup, hint: string]> = {
  Controller: ['controller', 'controller:\n  name: Company Limited'],
  Contact: ['contact', 'controller:\n  contact:\n    email: privacy@company.example'],
  Dpo: ['dpo', 'dpo:\n  email: dpo@company.example'],
  Complaints: ['complaints', 'complaints:\n  email: complaints@company.example'],
};

/** The group of facts that a component prints. */
export const groupOf = (name: AuthorsComponent): FactGroup => GROUPS[name][0];

/** Reports each component without facts, which would print an empty box. */
export function checkComponents({ components }: Outline, facts: Facts): Finding[] {
  return components.flatMap(({ name, ...place }) => {
    const [group, hint] = GROUPS[name];
    if (factGroups[group](facts).length > 0) return [];
    const message = `<${name} /> has nothing to print: the frontmatter does not have these facts`;
    return [finding('component-without-facts', place, message, `add to the facts:\n${hint}`)];
  });
}
