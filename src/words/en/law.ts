import type { DutyName, WhyNot } from '../../law/checklist.ts';
import { formatDate as date, type IsoDate } from '../../notices/dates.ts';
import { counted } from './common.ts';

const places = counted('more place', 'more places');

const duties: Record<DutyName, string> = {
  'who decides': 'Who decides',
  'data protection officer': 'Data protection officer',
  purposes: 'Purposes',
  'lawful basis for each purpose': 'Lawful basis for each purpose',
  'legitimate interests': 'Legitimate interests',
  sources: 'Sources',
  recipients: 'Recipients',
  transfers: 'Transfers',
  retention: 'Retention',
  rights: 'Rights',
  'right to object, by itself': 'Right to object, by itself',
  'taking back consent': 'Taking back consent',
  'whether data must be given': 'Whether data must be given',
  'automated decisions': 'Automated decisions',
  'complaint to you': 'Complaint to you',
  'complaint to the regulator': 'Complaint to the regulator',
  'stopping marketing': 'Stopping marketing',
  'cookies and devices': 'Cookies and devices',
};

/** The page of the checklist: what the law asks of a version. */
export const law = {
  name: 'Checklist',
  title: (title: string): string => `Checklist for ${title}`,
  heading: 'What the law asks for',
  about: (day: IsoDate): string => `The law as on ${date(day)}.`,
  noAdvice: 'This is not legal advice. It sees words and facts, and not whether they are true.',
  readDraft: 'Read the draft',
  readCurrent: 'Read the current notice',
  ofDraft: 'Checklist of the draft',
  ofCurrent: 'Checklist of the current notice',
  nothing: 'Nothing is open.',
  open: 'To answer',
  change: 'Words to change',
  info: 'For information',
  all: 'Every duty',
  columns: { duty: 'Duty', state: 'State', where: 'Where' },
  states: {
    met: 'Met by facts',
    told: 'In the text',
    unclear: 'Unclear',
    missing: 'Missing',
    'not-asked': 'Not asked',
  },
  meanings: {
    met: 'the facts of the notice decide it',
    told: 'words are there: read whether they say enough',
    unclear: 'an empty formula, or words that leave it open',
    missing: 'nothing in the text or the facts answers it',
    'not-asked': 'the law does not ask it of this notice on that day',
  },
  duties,
  byFacts: 'the facts',
  edit: 'Edit',
  line: (line: number): string => `line ${line}`,
  more: places,
  waivers: 'Waived findings',
  waiver: (by: string, on: IsoDate, until?: IsoDate): string =>
    `${by}, ${date(on)}${until === undefined ? '' : `, until ${date(until)}`}`,
  reading: 'How it reads',
  readingAbout:
    'The reading age is measured from the length of sentences and words. It is a hint, and no proof that people understand it.',
  section: 'Section',
  whole: 'The whole text',
  introduction: 'Introduction',
  words: 'Words',
  perSentence: 'Words in a sentence',
  age: 'Reading age',
  jargon: 'Not explained',
  longest: 'The longest sentences',
  silent: {
    'not-uk':
      'Rules of the United Kingdom were not asked: no fact says that the controller is there. If it is, write its address, company number or registeredIn.',
    'not-english': 'Only facts were asked: the rules about words know English.',
  },
  why: (not: WhyNot): string => {
    switch (not.why) {
      case 'before':
        return `The law asks for it from ${date(not.day as string as IsoDate)}.`;
      case 'until':
        return `The law asked for it until ${date(not.day as string as IsoDate)}.`;
      case 'not-uk':
        return 'No fact says that the controller is in the United Kingdom.';
      case 'not-english':
        return 'Its words are not in English.';
      case 'not-raised':
        return 'Nothing in the notice raises it.';
    }
  },
  unreadable: 'The text cannot be read. The errors of the draft come first.',
};
