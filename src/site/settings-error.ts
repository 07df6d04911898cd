/** Mistakes in the settings and in the environment. */

/** A mistake in the settings: what is wrong, for the person who made it. */
export class SettingsError extends Error {
  override name = 'SettingsError';

  constructor(what: string, lines: readonly string[]) {
    super(`${what}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
    // The mistake is in a file, not in a call: a stack would say nothing.
    this.stack = '';
  }
}
