/** Whether a text says that consent can be withdrawn: UK GDPR Arts 7(3), 13(2)(c). */
import { withdrawalInRecords } from './records.ts';
import type { Ask } from './rule.ts';
import type { Reading } from './reading.ts';
import { meets } from './signals.ts';
import { UNSUBSCRIBING, WITHDRAWAL } from './told-rights.ts';
import { missing } from './told.ts';

const CONSENT = [
  /\b(?:your|with|on|have|given|gave|by|when you|you|given us|gave us) consent(?:ed)?\b/i,
  /\bconsent (?:-|–|—|:)/i,
  /^\W*(?:your )?consent\W*$/i,
];
const OTHER_CONSENT = [
  /\bwithout\b.{0,20}\bconsent\b|\bparent\w*\b|\bmedical\b|\btreatment\b|\boperations?\b|\bconsent form\b/i,
];
const MARKETING =
  /\b(?:marketing|newsletters?|news|offers|promotion\w*|updates|e-?mails?|mailings?|unsubscrib\w*|opt[- ](?:in|out))\b/i;

const askWords = missing({
  told: WITHDRAWAL,
  when: CONSENT,
  whenNot: OTHER_CONSENT,
  // A heading alone may be about another consent, such as to an operation.
  isOfBody: true,
  vague: UNSUBSCRIBING,
  facts: withdrawalInRecords,
});

/** Unsubscribing takes back consent to marketing; of any other consent it says nothing. */
export const askWithdrawal: Ask = (reading, day) => {
  const answer = askWords(reading, day);
  return answer.state === 'unclear' && isForMarketing(reading)
    ? { ...answer, state: 'told' }
    : answer;
};

/** Whether every consent that the text speaks of is one to marketing; in a table, by its row. */
const isForMarketing = ({ blocks }: Reading): boolean =>
  blocks.every((block) => {
    if (!block.sentences.some((each) => meets(CONSENT, each) && !meets(OTHER_CONSENT, each))) {
      return true;
    }
    const row = blocks.filter(({ row }) => row !== undefined && row === block.row);
    return [block, ...row].some(({ plain }) => MARKETING.test(plain));
  });
