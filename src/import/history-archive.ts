/** How the collections of Open Terms Archive are kept in git: `<Service>/<Terms type>.md`, a commit for each change. */

/** What the subject of a commit says, if it is one of such a collection. */
export type ArchiveSubject = 'recorded' | 'technical' | undefined;

/** Subjects that no publisher writes by chance. */
const PLAIN: readonly [RegExp, ArchiveSubject][] = [
  [/^(?:First record|Record new changes)\b/i, 'recorded'],
  [/^Apply technical or declaration upgrade\b/i, 'technical'],
];

/** Subjects of older collections: such words are a publisher's own unless they name service and terms. */
const NAMING: readonly [RegExp, ArchiveSubject][] = [
  [/^(?:Start tracking|Update)\b/i, 'recorded'],
  [/^Refilter\b/i, 'technical'],
];

/** Reads the subject of a commit that changed a file of a collection. */
export function archiveSubject(subject: string, file: string): ArchiveSubject {
  const plain = PLAIN.find(([pattern]) => pattern.test(subject));
  if (plain) return plain[1];
  const older = NAMING.find(([pattern]) => pattern.test(subject));
  if (!older) return undefined;
  const [service = '', terms = ''] = file
    .replace(/\.[a-z]+$/i, '')
    .split('/')
    .slice(-2);
  const names = subject.toLowerCase();
  const isNamed = names.includes(service.toLowerCase()) && names.includes(terms.toLowerCase());
  return isNamed || older[1] === 'technical' ? older[1] : undefined;
}

/** Whether commits are those of a collection: more than half have its subjects, and one is a record. */
export const isArchive = (subjects: readonly ArchiveSubject[]): boolean =>
  subjects.includes('recorded') &&
  subjects.filter((subject) => subject !== undefined).length * 2 > subjects.length;
