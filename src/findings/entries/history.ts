/** Findings about a notice's versions together: their changes, and their translations. */
import type { Entries } from './entry.ts';

export const changes = {
  'change-contradicted': {
    severity: 'warning',
    title: 'An entry of `changes` does not match the text',
    meaning:
      'It lists a section as removed that still exists, or as added that existed before. Readers see both.',
    fix: 'Write `kind: changed`, or name another section.',
  },
  'change-missing': {
    severity: 'error',
    title: 'A major or minor change lists no change',
    meaning: 'Readers need to know what is different, in words, not only that something is.',
    fix: 'Add an entry to `changes`.',
    example:
      'changes:\n  - kind: changed\n    section: retention\n    summary: We now keep order records for five years instead of six.',
  },
  'change-section-unknown': {
    severity: 'error',
    title: 'An entry of `changes` names an unknown section',
    meaning: 'Neither this version nor the previous one has a section with that anchor.',
    fix: 'Write the anchor of the section.',
  },
  'change-type': {
    severity: 'warning',
    title: '`changeType` is `initial`, but there is an earlier version',
    meaning: 'The history would show two first versions.',
    fix: 'Write `changeType: major`, `minor` or `correction`.',
  },
} as const satisfies Entries;

export const translations = {
  'translation-anchors': {
    severity: 'error',
    title: 'A translation has other anchors than its original',
    meaning: 'A link to a section must lead to the same section in every language.',
    fix: 'Copy the anchors of the original.',
    example: '## Am ba hyd {#retention}',
  },
  'translation-behind': {
    severity: 'warning',
    title: 'A version is not translated yet',
    meaning:
      'The notice has been published in this language before. Until there is a translation, readers see the last one, marked as out of date.',
    fix: 'Translate the version.',
    example: 'npx noticeboard translate customers cy',
  },
  'translation-facts': {
    severity: 'error',
    title: 'A fact of a translation differs from its original',
    meaning:
      'Numbers of registers, `changeType`, `numbered`, the list of changes and the codes of records are the same in every language. `withdrawn` belongs in the original.',
    fix: 'Write the value of the original, or delete the fact.',
  },
  'translation-language': {
    severity: 'error',
    title: 'The language of a translation is contradictory',
    meaning:
      '`language` differs from the tag in the name of the file, or the original is already in this language.',
    fix: 'Correct `language`, or rename the file.',
    example: '2026-01-31.cy.mdx',
  },
  'translation-without-original': {
    severity: 'error',
    title: 'A translation has no original',
    meaning: 'A translation applies when its original does, so it needs one with the same date.',
    fix: 'Name the file after the version that it translates, or add that version.',
  },
} as const satisfies Entries;
