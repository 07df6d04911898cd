/** Finds the place of a value in YAML text, by its path of keys. */
import { isAlias, isMap, isScalar } from 'yaml';
import type { Document as YamlDocument, Node, Pair, Scalar } from 'yaml';

export type Path = readonly (string | number)[];

/** The value at a path of plain data; undefined if there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[part]
        : undefined,
    data,
  );
}

/** The offset at which the value at `path` starts; if it is missing, that of its nearest parent. */
export function offsetOf(yaml: YamlDocument, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length);
    const node = yaml.getIn(here, true) as Node | undefined;
    if (node === undefined || node === null) continue;
    // A group is reported at its key, a single value at the value.
    if ((isScalar(node) || isAlias(node)) && node.range) {
      return isScalar(node) && node.value === null
        ? keyOffset(yaml, here.slice(0, -1), here.at(-1))
        : node.range[0];
    }
    return keyOffset(yaml, here.slice(0, -1), here.at(-1));
  }
  return 0;
}

/** The offset at which a key of a group starts. */
export function keyOffset(
  yaml: YamlDocument,
  parent: Path,
  key: string | number | undefined,
): number {
  const map = parent.length === 0 ? yaml.contents : yaml.getIn(parent, true);
  if (isMap(map)) {
    const pair = map.items.find(
      (item): item is Pair<Scalar> => isScalar(item.key) && String(item.key.value) === String(key),
    );
    if (pair?.key.range) return pair.key.range[0];
  }
  const item = yaml.getIn([...parent, key], true) as Node | undefined;
  return item?.range?.[0] ?? 0;
}

/** A single value as it is written, before YAML turned it into a number or a boolean. */
export function scalarSource(yaml: YamlDocument, path: Path): string | undefined {
  const node = yaml.getIn(path, true);
  return isScalar(node) ? (node.source ?? undefined) : undefined;
}
