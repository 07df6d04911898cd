/** What the officer is called, and what kind of organisation the controller says it is. */
import type { Found } from './facts-found.ts';
import { lineStart, passageAt, type FactText } from './facts-text.ts';

const ROLE =
  /\b(?:Group )?(?:Data Protection|Data Privacy)(?: and Information Governance)? Officer\b|\b[Dd]ata [Pp]rotection [Oo]fficer\b|\bSwyddog Diogelu Data\b/gu;
const REACHED =
  /\b(?:contact|write to|e-?mail|call|reach|speak to|attention of|attn:?|FAO|cysyllt\w+ â)(?: (?:our|the|a|ein))?\s*$/iu;

/**
 * The role of the officer: never a person's name. Said only where nothing else of the officer was
 * found, since a mailbox or telephone of the officer says as much.
 */
export function roleFacts(facts: FactText, routes: readonly Found[]): Found[] {
  if (routes.some(({ key }) => key === 'dpo.email' || key === 'dpo.phone')) return [];
  for (const { 0: written, index } of facts.text.matchAll(ROLE)) {
    const passage = passageAt(facts, index);
    if (!passage?.isKept) continue;
    const end = index + written.length;
    const line = facts.text.slice(lineStart(facts.text, index, 80), index);
    const isLine = line.trim() === '' && /^[\s:,]*(?:\n|$)/u.test(facts.text.slice(end, end + 3));
    const isReached = REACHED.test(facts.text.slice(Math.max(0, index - 40), index));
    if (!isLine && !isReached) continue;
    return [{ key: 'dpo.role', value: written, start: index, end, isSure: true }];
  }
  return [];
}
