/** Finds tags, anchors and aliases of YAML: the facts of a notice are written out. */
import { isAlias, isNode, isPair, isScalar, visit } from 'yaml';
import type { Document as YamlDocument } from 'yaml';
import { finding, type Finding, type Place } from '../findings/catalogue.ts';

/**
 * Reports each tag, each alias with its anchor, and each anchor that no alias names.
 *
 * @param written the YAML
 */
export function findShorthand(
  yaml: YamlDocument,
  written: string,
  placeAt: (offset: number) => Place,
): Finding[] {
  const anchors = new Map<string, number>();
  const named = new Set<string>();
  const findings: Finding[] = [];
  const report = (offset: number, what: string, edit: string): void => {
    findings.push(finding('yaml-shorthand', placeAt(offset), what, edit));
  };
  visit(yaml, (_, node) => {
    if (isPair(node) || !isNode(node)) return;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) {
      named.add(node.source);
      const target = node.resolve(yaml);
      const value = isScalar(target) ? `: ${target.source ?? ''}` : '';
      report(
        offset,
        `"*${node.source}" copies a value from another place`,
        `write the value itself instead of *${node.source}${value}, and delete &${node.source}`,
      );
      return;
    }
    if (node.anchor !== undefined)
      anchors.set(node.anchor, placeOf(`&${node.anchor}`, written, offset));
    if (node.tag === undefined || !written.slice(0, offset).includes('!')) return;
    const tag = /![^\s,[\]{}]*(?=\s*(?:&\S+\s*)?$)/.exec(written.slice(0, offset))?.[0];
    if (tag === undefined) return;
    const edit =
      isScalar(node) && node.source
        ? `write the value in quotes, without ${tag}: "${node.source}"`
        : `delete ${tag}`;
    report(placeOf(tag, written, offset), `"${tag}" is a tag of YAML, not part of the value`, edit);
  });
  for (const [anchor, offset] of anchors) {
    if (named.has(anchor)) continue;
    report(
      offset,
      `"&${anchor}" names a value for other places, and is not part of it`,
      `delete &${anchor}, or put the whole value in quotes`,
    );
  }
  return findings;
}

/** The offset of what is written just before a node. */
const placeOf = (what: string, written: string, offset: number): number =>
  Math.max(0, written.lastIndexOf(what, offset));
