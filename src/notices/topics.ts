/**
 * What people come to a notice to find out: the first layer that the ICO's guidance on the right to
 * be informed asks for, each answered by one section. An author may say which with
 * `## How long {#keep covers=retention}`; otherwise the anchor tells.
 */
import { sectionsOf, type Document, type Section } from './model.ts';

/** In the order in which they are asked: UK GDPR Article 13(1) and (2), complaints last. */
export const TOPICS = [
  'controller',
  'data',
  'purposes',
  'recipients',
  'retention',
  'rights',
  'complaints',
] as const;

export type Topic = (typeof TOPICS)[number];

export const isTopic = (name: string): name is Topic =>
  (TOPICS as readonly string[]).includes(name);

/** Words of anchors that tell what a section answers, the surest first. */
const WORDS: Record<Topic, readonly RegExp[]> = {
  controller: [/^(who-we-are|who-is-responsible|controller|who-is-the-controller|about-us)\b/],
  data: [
    /^(what-(information|data|personal-(data|information))?-?(do-)?we-(collect|hold|store|have|process|keep|use)|what-we-(collect|hold|store|record|process)|data-we-collect|information-we-collect|(information|data)-collect(ed|ion)|collection|collect|recorded)\b/,
    /(information|data)-(that-)?(you-provide|we-collect|we-hold|we-receive)/,
  ],
  purposes: [
    /^((how|why|what-for)-(do-)?we-(use|process)|purposes?|use|uses|why|what-we-(do|use)|how-(your|the)-(information|data)-is-used|use-of-(your-)?(information|data))\b/,
    /^(lawful-bases|lawful-basis|legal-basis|legal-bases|grounds|bases)\b/,
    /(how|why)-we-(use|process)/,
  ],
  recipients: [
    /^(sharing|recipients|disclosures?|third-parties|who-(do-)?we-share|who-we-share|how-we-share|who-sees)/,
    /(shar(e|ing)|disclos(e|ure|ing)|third-part(y|ies))/,
  ],
  retention: [/^(retention|how-long)\b/, /(retention|retain|how-long|storage-period)/],
  rights: [/^(rights|your-rights|what-rights)\b/, /(rights|your-choices)/],
  complaints: [/^(complaints?|complain|how-to-complain|regulator)\b/, /complain/],
};

/**
 * Which section answers what, in the order of the topics: a section whose author says so, else the
 * first whose anchor does, those of the outline's first level before those within them. A topic
 * without a section is left out; one section may answer several only where its author says so.
 */
export function answersOf(
  document: Pick<Document, 'sections'>,
): { topic: Topic; section: Section }[] {
  const all = [...sectionsOf(document)].toSorted((a, b) => a.level - b.level);
  const taken = new Set(all.filter(({ covers }) => covers !== undefined));
  return TOPICS.flatMap((topic) => {
    const marked = all.find(({ covers }) => covers?.includes(topic));
    const section = marked ?? firstOf(topic, all, taken);
    if (!section) return [];
    taken.add(section);
    return [{ topic, section }];
  });
}

function firstOf(
  topic: Topic,
  sections: readonly Section[],
  taken: ReadonlySet<Section>,
): Section | undefined {
  for (const words of WORDS[topic]) {
    const found = sections.find((section) => !taken.has(section) && words.test(section.anchor));
    if (found) return found;
  }
  return undefined;
}

/** The topics that an author names, apart from others: `covers="retention rights"`. */
export function readTopics(written: string): { topics: Topic[]; unknown: string[] } {
  const names = written.split(/[\s,]+/).filter(Boolean);
  return {
    topics: TOPICS.filter((topic) => names.includes(topic)),
    unknown: names.filter((name) => !isTopic(name)),
  };
}
