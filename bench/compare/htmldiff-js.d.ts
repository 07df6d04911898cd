/** What of htmldiff-js is used here: it brings no types of its own. */
declare module 'htmldiff-js' {
  const library: { default: { execute(before: string, after: string): string } };
  export default library;
}
