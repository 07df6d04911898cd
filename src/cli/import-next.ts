/** What to do after an import. */
import { formatDate, type IsoDate } from '../notices/dates.ts';
import type { Draft } from './import-draft.ts';
import { wrapped } from './import-print.ts';

/** What is known when a draft has been written. */
export interface Written {
  id: string;
  /** The path of the draft, as people type it. */
  file: string;
  draft: Draft;
  today: IsoDate;
  /** Whether the draft has errors, which were printed above. */
  hasErrors: boolean;
}

/** The steps, each with its command. */
export function nextSteps({ id, file, draft, today, hasErrors }: Written): string {
  const { effective, follows, isDayAssumed } = draft;
  const steps = [
    ...(hasErrors ? [`Fill in what is reported above, in ${file}.`] : []),
    ...(isDayAssumed
      ? [
          `Check its day, ${formatDate(effective)}: ${effective === today ? 'today' : 'the first on which it can apply'}, since the text states none from which it applies.`,
        ]
      : []),
    `See it beside its source: npm run dev, then /${id}/draft/import/`,
    `See what the law asks of it, duty by duty: npx noticeboard check ${id}`,
    ...(follows
      ? [
          `It follows ${follows.name}. See what is new, and say so in its \`changes\` and \`changeType\`: npx noticeboard diff ${id}`,
        ]
      : []),
    ...publishing(id, file, effective, today),
  ];
  return ['Next:', ...steps.map((step, index) => wrapped(`${index + 1}. ${step}`, 5, 2))].join(
    '\n',
  );
}

/** How it is published: from today on, or, if it has applied before, for the day it has applied from. */
function publishing(id: string, file: string, effective: IsoDate, today: IsoDate): string[] {
  if (effective >= today) return [`Publish it: npx noticeboard publish ${id}`];
  const dated = file.replace(/draft\.mdx$/, `${effective}.mdx`);
  return [
    `The text applies from ${formatDate(effective)}. If it has been public since then, rename the draft to ${dated}, write that day as its \`published\` too, and run: npx noticeboard adopt ${id}/${effective}`,
    `Otherwise publish it from today: npx noticeboard publish ${id} --effective ${today}`,
  ];
}
