/** Checks the anchors of a notice through its versions: pages of a section are called by them. */
import { sameName } from '../document/file-names.ts';
import { finding, type Finding } from '../findings/catalogue.ts';
import type { Outline } from '../mdx/body.ts';

/** A version, as far as its anchors are concerned. */
interface AnchoredVersion {
  file: string;
  headings: Outline['headings'];
}

/**
 * Reports an anchor that an earlier version spelled in another way. The pages of both would be one
 * file on macOS and Windows. Two spellings within one version are reported with its headings.
 *
 * @param history the versions of one notice, in the order in which they take effect
 */
export function checkSpellings(history: readonly AnchoredVersion[]): Finding[] {
  const spellings = new Map<string, { anchor: string; file: string }[]>();
  return history.flatMap(({ file, headings }) =>
    headings.flatMap(({ anchor, line, column }) => {
      const known = spellings.get(sameName(anchor)) ?? [];
      if (known.some((each) => each.anchor === anchor)) return [];
      spellings.set(sameName(anchor), [...known, { anchor, file }]);
      const earlier = known.find((each) => each.file !== file);
      if (!earlier) return [];
      const message = `the anchor "${anchor}" was "${earlier.anchor}" in ${earlier.file}, which is one name for some file systems: they ignore capitals and dots at the end`;
      const hint = `write {#${earlier.anchor}}, or a different anchor`;
      return [finding('anchor-similar', { file, line, column }, message, hint)];
    }),
  );
}
