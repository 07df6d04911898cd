/**
 * What people come to a notice to find out: the first layer that the ICO's guidance on the right to
 * be informed asks for, each answered by one section. An author may say which with
 * `## How long {#keep covers=retention}`; otherwise the anchor tells.
 */
import { sectionsOf, TOPICS, type Document, type Section, type Topic } from './model.ts';

const isTopic = (name: string): name is Topic => (TOPICS as readonly string[]).includes(name);

/** What an anchor begins with, or is: whole words of it. */
const begins = (...words: string[]): RegExp => new RegExp(`^(${words.join('|')})(-|$)`);
/** What is anywhere in it. */
const holds = (...words: string[]): RegExp => new RegExp(`(^|-)(${words.join('|')})(-|$)`);

const INFORMATION = '(personal-)?(information|data|info)';

/** Words of anchors that tell what a section answers, the surest first. */
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
