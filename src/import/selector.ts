/** The selectors of `--main`: a small part of CSS, which is all that it takes to point at an element. */
import type { Around, Refusal } from './model.ts';

interface Compound {
  name?: string;
  tests: { attribute: string; value?: string; isWord: boolean }[];
}

const NAME = String.raw`[\w-]+`;
const PART = new RegExp(
  String.raw`#(?<id>${NAME})|\.(?<word>${NAME})|\[(?<attribute>${NAME})(?:=(?:"(?<double>[^"\]]*)"|'(?<single>[^'\]]*)'|(?<bare>${NAME})))?\]`,
  'y',
);

/** Reads a selector into a test of whether an element, or one around it, is the one. */
export function readSelector(written: string): ((around: Around) => boolean) | Refusal {
  const compounds = split(written).map(readCompound);
  const known = compounds.filter((each) => each !== undefined);
  if (known.length === 0 || known.length < compounds.length || written.length > 500) {
    return {
      refused:
        `--main ${written.slice(0, 80)} cannot be read. It can be a tag, #id, .class or [attribute=value], ` +
        'these joined as in div.text, and several with spaces between them as in "main .text". ' +
        'Other selectors, such as > + : and commas, are not supported.',
    };
  }
  return (around) => isWithin(around, known);
}

/** Splits at spaces that are not in the value of an attribute. */
function split(written: string): string[] {
  const parts = [''];
  let isOpen = false;
  for (const character of written.trim()) {
    if (character === '[') isOpen = true;
    if (character === ']') isOpen = false;
    if (!isOpen && /\s/.test(character)) {
      if (parts.at(-1) !== '') parts.push('');
    } else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts;
}

function readCompound(text: string): Compound | undefined {
  const [name] = /^[a-z][\w-]*/i.exec(text) ?? [];
  const compound: Compound = { ...(name && { name: name.toLowerCase() }), tests: [] };
  let at = name?.length ?? 0;
  if (text === '') return undefined;
  while (at < text.length) {
    PART.lastIndex = at;
    const { groups } = PART.exec(text) ?? {};
    if (!groups) return undefined;
    const { id, word, attribute, double, single, bare } = groups;
    const value = id ?? word ?? double ?? single ?? bare;
    compound.tests.push({
      attribute:
        id !== undefined ? 'id' : word !== undefined ? 'class' : (attribute ?? '').toLowerCase(),
      ...(value !== undefined && { value }),
      isWord: word !== undefined,
    });
    at = PART.lastIndex;
  }
  return compound;
}

/** Whether an element or one around it fits the last, with the others around it in their order. */
function isWithin(around: Around, compounds: readonly Compound[]): boolean {
  let left = compounds.length - 1;
  for (let at: Around | undefined = around; at && left >= 0; at = at.parent) {
    const compound = compounds[left];
    if (compound && fits(at, compound)) left -= 1;
  }
  return left < 0;
}

function fits({ name, attributes }: Around, compound: Compound): boolean {
  if (compound.name !== undefined && compound.name !== name) return false;
  return compound.tests.every(({ attribute, value, isWord }) => {
    const has = attributes.get(attribute);
    if (has === undefined || value === undefined) return has !== undefined;
    return isWord ? has.split(/\s+/).includes(value) : has === value;
  });
}
