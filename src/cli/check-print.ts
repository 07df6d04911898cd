/** Prints a checklist: for the terminal, for programs, for spreadsheets and for a comment. */
import { formatDate, type IsoDate } from '../notices/dates.ts';
import { inert } from '../findings/markdown.ts';
import type { Asked } from '../law/ask.ts';
import { toAnswer, whyNotAsked, type Checklist, type DutyLine } from '../law/checklist.ts';
import { linesOfReadability, readabilityOf } from '../law/readability.ts';
import type { State } from '../law/rule.ts';
import { keyOfRule, waiverFindings } from '../law/findings.ts';
import type { Places } from '../law/place.ts';
import { fixOf, lawOf, messageOf, placesOf } from '../law/say.ts';
import { faultOfWaiver } from '../law/waivers.ts';
import { approvalAsData, describeApproval } from './approvals.ts';
import type { Checked } from './check.ts';
import { csv } from './csv.ts';
import { paint, print, table } from './terminal.ts';

/** What a checklist is and is not, said wherever one is printed. */
const NO_ADVICE = 'Not legal advice: this sees words, not whether they are true.';

const STATES: Readonly<Record<State, string>> = {
  met: 'met',
  told: 'told',
  unclear: 'unclear',
  missing: 'missing',
  'not-asked': 'not asked',
  marked: 'unclear',
  clear: 'not asked',
};

const COLOURS = { missing: 'red', unclear: 'yellow', met: 'green', told: 'green' } as const;

const isOpen = ({ state }: DutyLine): boolean => state === 'missing' || state === 'unclear';

/** Where the answer of a duty stands: a section, a line, or the facts. */
function whereOf({ where, byFacts, state }: DutyLine): string {
  if (state === 'not-asked') return '';
  const section = where?.block?.anchor ?? where?.anchor ?? '';
  const line = where?.block ? `line ${where.block.line}` : '';
  const place = section ? `#${section}` : line;
  return [place, byFacts ? '(facts)' : ''].filter(Boolean).join(' ') || '-';
}

/** Why a duty is not asked, in a word; where its answer stands, if it is. */
function whereOrWhy(line: DutyLine, checklist: Checklist): string {
  const not = whyNotAsked(line, checklist);
  if (!not) return whereOf(line);
  switch (not.why) {
    case 'before':
      return `not before ${dayOf(not.day)}`;
    case 'until':
      return `until ${dayOf(not.day)}`;
    case 'not-uk':
      return 'not in the UK';
    case 'not-english':
      return 'not in English';
    case 'not-raised':
      return 'nothing raises it';
  }
}

/** Prints one checklist in full. */
export function printChecklist(checked: Checked): void {
  const { id, status, effective, checklist, reading, approvals, places } = checked;
  const { day, duties, words, info } = checklist;
  const state = status === 'in-force' ? 'in force' : status;
  print(
    `${paint('bold', id)}  ${state} from ${formatDate(effective)}. The law as on ${dayOf(day)}.`,
  );
  print(paint('dim', NO_ADVICE));
  for (const reason of checklist.silent) print(paint('yellow', SILENT[reason]));
  print('');
  const rows = duties.map((line) => [
    line.duty,
    STATES[line.state],
    whereOrWhy(line, checklist),
    lawOf(line.rule),
  ]);
  const [heads = '', ...lines] = table(['Duty', 'State', 'Where', 'Law'], rows).split('\n');
  print(heads);
  for (const [index, line] of lines.entries()) {
    const colour = COLOURS[(duties[index]?.state ?? 'met') as keyof typeof COLOURS];
    print(colour === 'red' || colour === 'yellow' ? paint(colour, line) : line);
  }
  printFindings('To answer', toAnswer(checklist), places);
  printFindings('Words to change', words, places);
  printFindings('For information', info, places);
  printWaivers(checklist, places);
  printApprovals(approvals);
  print(`\n${paint('bold', 'How it reads')}`);
  for (const line of linesOfReadability(readabilityOf(reading))) print(`  ${line}`);
}

const SILENT = {
  'not-uk':
    'Rules of the United Kingdom were not asked: no fact says that the controller is there. If it is, write its address, company number or registeredIn.',
  'not-english': 'Only facts were asked: the rules about words know English.',
} as const;

const dayOf = (day: string): string => formatDate(day as IsoDate);

function printFindings(heading: string, found: readonly Asked[], places: Places): void {
  if (found.length === 0) return;
  print(`\n${paint('bold', heading)}`);
  for (const asked of found) {
    print(`  ${messageOf(asked)} ${paint('dim', `[${asked.rule.code}]`)}`);
    print(`      ${paint('dim', atPlaces(asked, places))}`);
    print(`      ${paint('cyan', '→')} ${fixOf(asked)}`);
  }
}

/** How many of its places a finding names; the others are counted. */
const MOST_PLACES = 4;

/** Where a finding stands: the first place with its file, for terminals to open, then lines and columns. */
function atPlaces({ answer, rule }: Asked, places: Places): string {
  const [hit, ...others] = answer.hits ?? [];
  const { file, line, column } = places.ofHit(hit, answer, keyOfRule(rule));
  const section = hit?.block?.anchor ?? hit?.anchor ?? '';
  const all = others.map((each) => {
    const place = places.ofHit(each, answer, keyOfRule(rule));
    return `${place.line}:${place.column}`;
  });
  // Two signals of a rule may meet the same words.
  const also = [...new Set(all)].filter((place) => place !== `${line}:${column}`);
  const more = also.length - MOST_PLACES;
  return [
    `${file}:${line}:${column}${section && ` #${section}`}`,
    ...also.slice(0, MOST_PLACES),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('; ');
}

function printWaivers(checklist: Checklist, places: Places): void {
  const { waived } = checklist;
  const faults = waiverFindings(checklist, places);
  if (waived.length + faults.length === 0) return;
  print(`\n${paint('bold', 'Waived')}`);
  for (const { waiver } of waived) {
    const until = waiver.until ? `, until ${dayOf(waiver.until)}` : '';
    print(`  ${waiver.rule}: ${waiver.reason} ${waiver.by}, ${dayOf(waiver.on)}${until}`);
  }
  for (const { file, line, column, message, hint } of faults) {
    print(`  ${paint('yellow', message)}`);
    print(`      ${paint('dim', `${file}:${line}:${column}`)}`);
    print(`      ${paint('cyan', '→')} ${hint}`);
  }
}

function printApprovals(approvals: Checked['approvals']): void {
  if (approvals.length === 0) return;
  print(`\n${paint('bold', 'Approval')}`);
  for (const each of approvals) {
    const line = describeApproval(each);
    print(`  ${each.state === 'approved' ? line : paint('yellow', line)}`);
  }
}

const findingAsData = (asked: Asked, at: Places) => ({
  rule: asked.rule.code,
  severity: asked.severity,
  message: messageOf(asked),
  fix: fixOf(asked),
  law: lawOf(asked.rule),
  ...(asked.rule.from !== undefined && { from: asked.rule.from }),
  places: (asked.answer.hits ?? [undefined]).map((hit) => {
    const { line, column } = at.ofHit(hit, asked.answer, keyOfRule(asked.rule));
    const section = hit?.block?.anchor ?? hit?.anchor;
    return { found: hit?.found ?? '', ...(section && { section }), line, column };
  }),
});

/** Checklists for programs. */
export const asJson = (list: readonly Checked[]): string =>
  JSON.stringify(
    list.map(({ id, file, status, effective, checklist, reading, approvals, places }) => ({
      version: id,
      file,
      status,
      effective,
      law: checklist.day,
      notice: NO_ADVICE,
      duties: checklist.duties.map((line) => ({
        duty: line.duty,
        state: line.state,
        byFacts: line.byFacts,
        where: whereOf(line),
        law: lawOf(line.rule),
        rule: line.rule.code,
        ...(line.state === 'not-asked' && { notAsked: whereOrWhy(line, checklist) }),
        ...(isOpen(line) && { finding: findingAsData(line.asked, places) }),
        ...(line.open.length > 1 && {
          also: line.open.slice(1).map((asked) => findingAsData(asked, places)),
        }),
      })),
      words: checklist.words.map((asked) => findingAsData(asked, places)),
      information: checklist.info.map((asked) => findingAsData(asked, places)),
      waived: checklist.waived.map(({ waiver }) => waiver),
      waiverFaults: checklist.waiverFaults.map((fault) => {
        const { waiver, why, index, key } = fault;
        const { line, column } = places.ofFact(['waived', index, ...key]);
        return { rule: waiver.rule, why, ...faultOfWaiver(fault), line, column };
      }),
      approvals: approvals.map(approvalAsData),
      silent: checklist.silent,
      readability: readabilityOf(reading),
    })),
    null,
    2,
  );

/** Checklists for a spreadsheet: a row for each duty and each finding. */
export const asCsv = (list: readonly Checked[]): string =>
  csv(
    list.flatMap(({ id, status, checklist, approvals }) => {
      const row = (kind: string, name: string, state: string, where: string, asked: Asked) => ({
        version: id,
        status,
        'law as on': checklist.day,
        kind,
        name,
        state,
        where,
        law: lawOf(asked.rule),
        message:
          state === 'missing' || state === 'unclear' || kind !== 'duty' ? messageOf(asked) : '',
        fix: state === 'missing' || state === 'unclear' || kind !== 'duty' ? fixOf(asked) : '',
      });
      const found = (kind: string) => (asked: Asked) =>
        row(kind, asked.rule.code, asked.severity, placesOf(asked).join('; '), asked);
      return [
        ...checklist.duties.flatMap((line) => [
          row('duty', line.duty, STATES[line.state], whereOrWhy(line, checklist), line.asked),
          ...line.open
            .slice(1)
            .map((asked) =>
              row('duty', line.duty, STATES[asked.answer.state], placesOf(asked).join('; '), asked),
            ),
        ]),
        ...checklist.words.map(found('words')),
        ...checklist.info.map(found('information')),
        ...approvals.map(({ by, state, reference = '' }) => ({
          version: id,
          status,
          'law as on': checklist.day,
          kind: 'approval',
          name: by,
          state,
          where: reference,
          law: '',
          message: '',
          fix: '',
        })),
      ];
    }),
  );

/** Checklists for a comment or a file. */
export const asMarkdown = (list: readonly Checked[]): string =>
  list
    .map(({ id, status, effective, checklist, approvals }) => {
      const state = status === 'in-force' ? 'in force' : status;
      const findings = [...toAnswer(checklist), ...checklist.words];
      return [
        `## ${inert(id)}`,
        `${state} from ${formatDate(effective)}. The law as on ${dayOf(checklist.day)}. ${NO_ADVICE}`,
        [
          '| Duty | State | Where | Law |',
          '| --- | --- | --- | --- |',
          ...checklist.duties.map(
            (line) =>
              `| ${line.duty} | ${STATES[line.state]} | ${inert(whereOrWhy(line, checklist))} | ${inert(lawOf(line.rule))} |`,
          ),
        ].join('\n'),
        ...(findings.length > 0
          ? [
              findings
                .map(
                  (asked) =>
                    `- **${asked.rule.code}**: ${inert(messageOf(asked))} ${inert(placesOf(asked).join('; '))}\n  ${inert(fixOf(asked))}`,
                )
                .join('\n'),
            ]
          : []),
        ...(approvals.length > 0
          ? [
              `Approval:\n\n${approvals.map((each) => `- ${inert(describeApproval(each))}`).join('\n')}`,
            ]
          : []),
      ].join('\n\n');
    })
    .join('\n\n');
