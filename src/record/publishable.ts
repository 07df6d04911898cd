/** Decides whether a draft can be published, given the versions around it. */
import { mentionsOf } from '../compare/mentions.ts';
import { compareOnce } from '../compare/once.ts';
import { sectionsOf, headingText, type Document, type Section } from '../document/model.ts';
import { addToChanges } from '../notices/changes.ts';
import { bodyText } from '../notices/text.ts';
import { unapproved, type ApprovalObstacle } from './approvals.ts';
import type { VersionText } from './texts.ts';

/** Why a draft cannot be published, and the edit to make. */
export interface Obstacle {
  kind:
    | 'section-empty'
    | 'untranslated-change'
    | 'untranslated-section'
    | 'stale-section'
    | 'unchanged'
    | 'unwritten-change'
    | 'unmentioned-section'
    | ApprovalObstacle['kind'];
  message: string;
  hint: string;
}

/** The versions around a draft, and who has to approve it. */
export interface Neighbours {
  /** The previous version. */
  last?: VersionText | undefined;
  /** The version that a translation translates. */
  original?: VersionText | undefined;
  /** The previous translation and its original, if the draft is a translation. */
  before?: { translation: VersionText; original: VersionText } | undefined;
  /** The roles that have to approve the draft. */
  approvers?: readonly string[] | undefined;
}

/** Every reason not to publish a draft; empty if it can be published. */
export const obstaclesTo = (
  draft: VersionText,
  { last, original, before, approvers = [] }: Neighbours,
): Obstacle[] => [
  ...emptySections(draft.document),
  ...(original ? untranslated(draft, original) : []),
  ...(original && before ? stale(draft, original, before) : []),
  ...(last ? unmentioned(last, draft) : []),
  ...unapproved(draft, approvers),
];

const listed = (sections: readonly Pick<Section, 'heading'>[]): string =>
  sections.map(({ heading }) => `“${headingText(heading)}”`).join(', ');

/** Refuses a heading without text or subsections: it promises readers a text that is not there. */
function emptySections(document: Document): Obstacle[] {
  const empty = [...sectionsOf(document)].filter(
    ({ blocks, sections }) => blocks.length === 0 && sections.length === 0,
  );
  if (empty.length === 0) return [];
  return [
    {
      kind: 'section-empty',
      message: `these sections have no text: ${listed(empty)}`,
      hint: 'write the text, or delete the headings',
    },
  ];
}

/** Fewer words than this may be the same in two languages: names, addresses, figures. */
const OWN_WORDS = 5;

const blocksByAnchor = (document: Document): Map<string, string> =>
  new Map([...sectionsOf(document)].map(({ anchor, blocks }) => [anchor, JSON.stringify(blocks)]));

/** Refuses text that is identical to the original. */
function untranslated({ document, facts }: VersionText, original: VersionText): Obstacle[] {
  const there = blocksByAnchor(original.document);
  const same = [...sectionsOf(document)].filter(({ anchor, blocks }) => {
    const words = bodyText({ lead: blocks, sections: [] }).split(/\s+/);
    // Facts print the same in every language.
    const isProse = blocks.some(({ type }) => type !== 'facts');
    return isProse && words.length >= OWN_WORDS && JSON.stringify(blocks) === there.get(anchor);
  });
  const summaries = facts.changes
    .map(({ summary }) => summary)
    .filter(
      (summary, index) =>
        summary.split(/\s+/).length >= OWN_WORDS &&
        summary === original.facts.changes[index]?.summary,
    );
  return [
    ...summaries.map((summary): Obstacle => ({
      kind: 'untranslated-change',
      message: `an entry of \`changes\` is not translated: “${summary}”`,
      hint: 'translate it',
    })),
    ...(same.length > 0
      ? [
          {
            kind: 'untranslated-section' as const,
            message: `these sections are not translated: ${listed(same)}`,
            hint: 'translate them; mark what stays in another language on purpose: <span lang="en">…</span>',
          },
        ]
      : []),
  ];
}

/** Refuses a section that changed in the original but not in the translation. */
function stale(
  draft: VersionText,
  original: VersionText,
  before: { translation: VersionText; original: VersionText },
): Obstacle[] {
  const blocks = (text: VersionText) => blocksByAnchor(text.document);
  const [old, source, oldSource] = [before.translation, original, before.original].map(blocks);
  const own = blocks(draft);
  const found = [...sectionsOf(draft.document)].filter(
    ({ anchor }) =>
      draft.facts.changes.some(({ section }) => section === anchor) &&
      own.get(anchor) === old?.get(anchor) &&
      source?.get(anchor) !== oldSource?.get(anchor),
  );
  if (found.length === 0) return [];
  return [
    {
      kind: 'stale-section',
      message: `these sections changed in the original, but are the same as in ${before.translation.id}: ${listed(found)}`,
      hint: 'bring them up to date; the history of the original shows what changed',
    },
  ];
}

/** Refuses a draft without any change, and changed sections that `changes` does not mention. */
function unmentioned(last: VersionText, draft: VersionText): Obstacle[] {
  const comparison = compareOnce(last.document, draft.document);
  if (comparison.changes.length === 0) {
    return [
      {
        kind: 'unchanged',
        message: `there is nothing to publish: the draft says the same as ${last.id}`,
        hint: 'write what is new in the draft, or delete it. To record a review without a change, add reviewed: "<day>" to the version in force',
      },
    ];
  }
  const { changes } = draft.facts;
  const sections = mentionsOf(changes, comparison, last.document, draft.document).unmentioned;
  return [
    ...(changes.some(({ summary }) => /^(?:…|\.{3})$/.test(summary))
      ? [
          {
            kind: 'unwritten-change' as const,
            message: 'an entry of `changes` has no summary yet: …',
            hint: 'write what a person should know',
          },
        ]
      : []),
    ...(sections.length > 0
      ? [
          {
            kind: 'unmentioned-section' as const,
            message: `these sections changed but are not mentioned in \`changes\`: ${sections.map(({ heading }) => `“${heading}”`).join(', ')}`,
            hint: addToChanges(
              changes,
              entriesFor(sections, last.document, draft.document).join('\n'),
            ),
          },
        ]
      : []),
  ];
}

/** Entries of `changes` for an author to complete, each with its kind of change. */
function entriesFor(
  places: readonly { anchor: string; isMove: boolean }[],
  before: Document,
  after: Document,
): string[] {
  const anchorsIn = (document: Document): Set<string> =>
    new Set([...sectionsOf(document)].map(({ anchor }) => anchor));
  const [old, current] = [anchorsIn(before), anchorsIn(after)];
  return places.map(({ anchor, isMove }) => {
    const stays = isMove ? 'moved' : 'changed';
    const kind = !old.has(anchor) ? 'added' : current.has(anchor) ? stays : 'removed';
    return `  - kind: ${kind}\n    section: ${anchor}\n    summary: …`;
  });
}
