/**
 * The topics that people look for in a notice: the first layer that the ICO's guidance on the right
 * to be informed asks for. One section answers each. An author can name it with
 * `## How long {#keep covers=retention}`; otherwise it is found by its anchor.
 */
import { sectionsOf, TOPICS, type Document, type Section, type Topic } from './model.ts';

const isTopic = (name: string): name is Topic => (TOPICS as readonly string[]).includes(name);

/** Matches an anchor that starts with these whole words. */
const begins = (...words: string[]): RegExp => new RegExp(`^(${words.join('|')})(-|$)`);
/** Matches an anchor that contains these whole words. */
const holds = (...words: string[]): RegExp => new RegExp(`(^|-)(${words.join('|')})(-|$)`);

const INFORMATION = '(personal-)?(information|data|info)';

/** Words in the anchors of sections that answer a topic, the surest first. */
const WORDS: Record<Topic, readonly RegExp[]> = {
  controller: [begins('who-we-are', 'who-is-responsible', 'who-is-the-controller', 'controller')],
  data: [
    begins(
      `what-(${INFORMATION}-)?(do-)?we-(collect|hold|store|record|process|keep)`,
      `(${INFORMATION}-)?(that-)?we-collect`,
      `${INFORMATION}-collect(ed|ion)`,
      'collect(ion)?',
    ),
    holds(`${INFORMATION}-(that-)?(you-provide|we-collect|we-hold|we-receive)`),
  ],
  purposes: [
    begins(
      '(how|why|what-for)-(do-)?we-(use|process)',
      'purposes?',
      'uses?$',
      `use-of-(your-)?${INFORMATION}`,
      'what-(do-)?we-(do|use)',
      `how-(your-|the-)?${INFORMATION}-is-used`,
    ),
    begins('lawful-bas[ei]s', 'legal-bas[ei]s', 'grounds'),
    holds('(how|why)-(do-)?we-(use|process)', '(how|why)-[a-z]+-uses?'),
  ],
  recipients: [
    begins('sharing', 'recipients', 'disclosures?', 'third-parties', '(who|how)-(do-)?we-share'),
    holds('shar(e|ing)', 'disclos(e|ure|ing)', 'third-part(y|ies)'),
  ],
  retention: [
    begins('retention', 'how-long-(.*-)?(keep|kept|retain(ed)?|store[ds]?|hold|held)'),
    holds('retention', 'retain', 'storage-periods?'),
  ],
  rights: [
    begins('rights', 'your-(.*-)?rights', 'what-(.*-)?rights'),
    holds('rights', 'your-choices'),
  ],
  complaints: [
    begins('complaints?', 'complain', 'how-to-complain', 'regulator'),
    holds('complain(t|ts)?'),
  ],
};

/**
 * The section that answers each topic, in the order of the topics: the one that its author marked,
 * else the first with a matching anchor, top-level sections before others. A topic without a section
 * is left out. A section answers several topics only if its author marked it so.
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

/** Reads `covers="retention rights"`: the topics in it, and words that are not topics. */
export function readTopics(written: string): { topics: Topic[]; unknown: string[] } {
  const names = written.split(/[\s,]+/).filter(Boolean);
  return {
    topics: TOPICS.filter((topic) => names.includes(topic)),
    unknown: names.filter((name) => !isTopic(name)),
  };
}
