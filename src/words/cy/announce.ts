import type { Words } from '../shape.ts';
import { announceFacts } from './announce-facts.ts';
import { common } from './common.ts';

const quoted = (words: readonly string[]): string =>
  common.listed(words.map((each) => `“${each}”`));

const ended = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);

export const announce: Words['announce'] = {
  subject: {
    change: ({ title, controller, day }, isComing) =>
      `${title}, ${controller}: beth ${isComing ? 'fydd yn newid' : 'newidiodd'} ar ${day}`,
    first: ({ title, controller, day }) => `${title}, ${controller}: newydd o ${day}`,
    'called-off': ({ title, controller, day }) => `${title}, ${controller}: dim newid ar ${day}`,
    withdrawn: ({ title, controller, day }, isComing) =>
      `${title}, ${controller}: ${isComing ? 'yn dod i ben' : 'daeth i ben'} ar ${day}`,
  },

  lead: {
    change: ({ title, controller, day }, isComing) =>
      isComing
        ? `Bydd fersiwn newydd o “${title}” gan ${controller} yn gymwys o ${day}.`
        : `Mae fersiwn newydd o “${title}” gan ${controller} yn gymwys ers ${day}.`,
    first: ({ title, controller, day }, isComing) =>
      isComing
        ? `Bydd “${title}” gan ${controller} yn gymwys o ${day}. Dyma’r fersiwn cyntaf.`
        : `Mae “${title}” gan ${controller} yn gymwys ers ${day}. Dyma’r fersiwn cyntaf.`,
    'called-off': ({ title, controller, day }) =>
      `Roedd fersiwn newydd o “${title}” gan ${controller} i fod yn gymwys o ${day}.`,
    withdrawn: ({ title, controller, day }, isComing) =>
      isComing
        ? `Caiff “${title}” gan ${controller} ei dynnu’n ôl ar ${day}. Ni fydd dim yn ei le.`
        : `Cafodd “${title}” gan ${controller} ei dynnu’n ôl ar ${day}. Nid oes dim yn ei le.`,
  },
  calledOff: (day, reason) =>
    `Cafodd ei ganslo ar ${day} ac ni fydd byth yn gymwys. Rheswm: ${ended(reason)}`,
  stays: (since) => `Mae’r hysbysiad sydd mewn grym ers ${since} yn aros fel y mae.`,

  banner: {
    change: ({ title, day }, isComing) =>
      isComing ? `Bydd “${title}” yn newid ar ${day}.` : `Newidiodd “${title}” ar ${day}.`,
    first: ({ title, day }, isComing) =>
      isComing ? `Bydd “${title}” yn gymwys o ${day}.` : `Mae “${title}” yn gymwys ers ${day}.`,
    'called-off': ({ title, day }, isComing) =>
      `${isComing ? 'Ni fydd' : 'Ni wnaeth'} “${title}” ${isComing ? 'yn newid' : 'newid'} ar ${day}.`,
    withdrawn: ({ title, day }, isComing) =>
      `${isComing ? 'Caiff' : 'Cafodd'} “${title}” ei dynnu’n ôl ar ${day}.`,
  },

  headings: {
    changes: (isComing) => (isComing ? 'Beth fydd yn newid' : 'Beth newidiodd'),
    figures: 'Mewn ffigurau a ffeithiau',
    todo: 'Beth allwch chi ei wneud',
    read: 'Ble i’w ddarllen',
    ask: 'Cwestiynau',
  },

  note: (kind, sections, summary) =>
    sections.length === 0 ? `${kind}: ${summary}` : `${kind} yn ${quoted(sections)}: ${summary}`,
  why: (reason) => `Pam: ${reason}`,
  facts: announceFacts,
  figure: (subject, before, after) => `${subject}: ${before}, bellach ${after}`,
  seeComparison: 'Mae’r gymhariaeth isod yn dangos pob newid.',
  same: 'Mae’r testun yn aros yr un fath.',

  todo: {
    nothing:
      'Nid oes angen i chi wneud dim: dim ond egluro neu aildrefnu’r hyn a ddywedodd yr hysbysiad o’r blaen y mae’r newidiadau hyn.',
    object: (purposes) =>
      `Gallwch wrthwynebu’r ${purposes.length === 1 ? 'defnydd hwn' : 'defnyddiau hyn'} o’ch data personol: ${quoted(purposes)}.`,
    withdraw: (purposes, how) =>
      `Gallwch dynnu eich cydsyniad yn ôl ar unrhyw adeg, ar gyfer ${quoted(purposes)}: ${ended(how)}`,
    stop: (purpose, how) =>
      `Gallwch atal y negeseuon ar unrhyw adeg, ar gyfer “${purpose}”: ${ended(how)}`,
    decision: (decision, safeguards) =>
      `Penderfynir “${decision}” drwy ddulliau awtomatig. Beth allwch chi ei wneud: ${ended(common.listed(safeguards))}`,
  },

  read: {
    version: (day) => `Fersiwn ${day}`,
    comparison: 'Pob newid, air am air',
    current: 'Yr hysbysiad cyfredol',
    untilThen: 'Yr hysbysiad sydd mewn grym tan hynny',
    last: 'Y fersiwn olaf',
    calledOff: 'Y fersiwn a gafodd ei ganslo',
  },
  see: {
    changes: (isComing) => (isComing ? 'Gweld beth fydd yn newid' : 'Gweld beth newidiodd'),
    notice: 'Darllen yr hysbysiad',
  },
};
