/** What the catalogue says about a kind of finding. */

/** An error fails the build, a warning does not. */
export type Severity = 'error' | 'warning';

/** An entry of the catalogue. All texts are Markdown. */
export interface Entry {
  severity: Severity;
  title: string;
  /** What is wrong and why it matters, in one or two sentences. */
  meaning: string;
  fix: string;
  /** What the author writes instead: MDX, YAML or a command. */
  example?: string;
}

/** Entries by their codes. */
export type Entries = Readonly<Record<string, Entry>>;
