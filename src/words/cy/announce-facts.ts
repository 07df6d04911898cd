import type { Words } from '../shape.ts';
import { common } from './common.ts';

/** What we do with information about people: what follows "byddwn yn" and "nid ydym yn". */
const DOING = {
  uses: 'yn defnyddio',
  sources: 'yn cael gwybodaeth gan',
  shares: 'yn rhannu eich gwybodaeth â’r canlynol:',
  sends: 'yn anfon eich gwybodaeth dramor at y canlynol:',
} as const;

const NONE = {
  shares: 'yn rhannu eich gwybodaeth â neb',
  sends: 'yn anfon eich gwybodaeth dramor',
} as const;

const sinceWhen = (isComing: boolean): string => (isComing ? 'tan hynny' : 'cyn hynny');
const noLonger = (isComing: boolean): string =>
  isComing ? 'ni fyddwn bellach' : 'nid ydym bellach';
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const announceFacts: Words['announce']['facts'] = {
  newUse: (purpose, isComing) =>
    `${isComing ? 'Byddwn' : 'Rydym bellach'} yn defnyddio eich gwybodaeth at ddiben newydd: “${purpose}”`,
  endedUse: (purpose, isComing) =>
    `${capitalised(noLonger(isComing))} yn defnyddio eich gwybodaeth ar gyfer “${purpose}”`,

  newPurpose: (purpose) => `Newydd: “${purpose}”`,
  ofPurpose: (purpose, sentence) => `“${purpose}”: ${sentence}`,
  renamed: (before, isComing) => `“${before}” oedd ei enw ${isComing ? 'tan hynny' : 'cyn hynny'}`,

  members: (what, came, left, { isComing, isMore }) => {
    const verb = DOING[what];
    const less = `${noLonger(isComing)} ${verb} ${common.listed(left)}`;
    if (came.length === 0) return less;
    const more = `${isComing ? 'byddwn' : 'rydym bellach'}${isMore ? ' hefyd' : ''} ${verb} ${common.listed(came)}`;
    return left.length > 0 ? `${more}; ${less}` : more;
  },
  none: (what, isComing) => `${noLonger(isComing)} ${NONE[what]}`,
  recipient: (name, now, before, isComing) =>
    `mae ${name} yn cael eich gwybodaeth mewn ffordd arall: ${now} (${sinceWhen(isComing)}: ${before})`,

  factOf: (fact, purpose) => `${fact} ar gyfer “${purpose}”`,
  optOut: 'sut i atal ein negeseuon',
  answer: (fact, now, before, isComing) =>
    before === undefined
      ? `${fact}: ${now}`
      : `${fact}: ${now} (${isComing ? 'tan hynny' : 'cyn hynny'}: ${before})`,
  noAnswer: (fact, before, isComing) =>
    `${fact}: heb ei nodi bellach (${sinceWhen(isComing)}: ${before})`,
  list: (fact, came, left) =>
    `${fact}: ${[
      ...(came.length > 0 ? [`ychwanegwyd ${common.listed(came)}`] : []),
      ...(left.length > 0 ? [`dilëwyd ${common.listed(left)}`] : []),
    ].join('; ')}`,
};
