/** The rights of people: whether each leaves a trace in the text. */
import type { Ask } from './rule.ts';
import { rightsByRecords } from './records.ts';
import { meets } from './signals.ts';
import { listed } from './words.ts';

/** Words by which a text tells of each right: UK GDPR Arts 15 to 21. */
const TOLD_BY: Readonly<Record<string, readonly RegExp[]>> = {
  access: [
    /\b(?:right of access|right to access|subject access|cop(?:y|ies) of|access(?:ing)? (?:to )?(?:your|the|any|all|it|personal|that)|ask to see|see (?:what|the|your|it|copies)|show you|what (?:personal )?(?:information|data) we (?:hold|have)|details of the information we hold)\b/iu,
  ],
  rectification: [
    /\b(?:rectif(?:y|ied|ication)|correct(?:ed|ing|ion|ions)?|put (?:\w+ )?right|amend(?:ed)?|inaccurate|change or (?:\w+ )?delete|update your)\b/iu,
  ],
  erasure: [
    /\b(?:right|rights|ask|asked|entitled|request|requests|you can|you may|have us|have it|we|able)\b.{0,140}\b(?:eras(?:e|ed|ure)|delet(?:e|ed|ion)|remov(?:e|ed|al)|be forgotten)\b/iu,
    /\b(?:eras(?:e|ure)|right to be forgotten|deletion)\b/iu,
    /^(?:to )?(?:ask us to )?(?:delete|erase|remove) (?:it|your|the)\b/iu,
  ],
  restriction: [
    /\b(?:restrict(?:ed|ing|ion|ions)?|limit(?:ing)? (?:how|what|the|our|its|your)|stop using it while|(?:store|stored|keep) (?:it|information|data)?,? ?(?:without using|but (?:do|does|will) not use|and not use)|set (?:it|that|them) aside|on hold|freeze)\b/iu,
  ],
  objection: [/\b(?:object(?:ion|ions|ing)?)\b/iu, /\bsaying no\b/iu],
  portability: [
    /\b(?:portab(?:le|ility)|machine[- ]readable|(?:transfer|transferred|move|send|give|receive|pass)\b.{0,90}\b(?:another|other|different|new) (?:organisation|company|controller|service|provider|supplier|systems?)|(?:file|format) that (?:a |other )?(?:systems?|computers?|programs?|machines?)|(?:in a|a) file (?:to|you|we|that)|take (?:it |them |your data |that )?elsewhere|take away your|(?:reuse|re-use)|commonly used)\b/iu,
  ],
};

/**
 * One finding lists the rights that are not told. With records of processing, only those are asked
 * for that the bases give: portability for consent and contract, objection for interests, a public
 * task and marketing.
 */
export const askRights: Ask = ({ facts, blocks }) => {
  const asked = rightsByRecords(facts) ?? new Set(Object.keys(TOLD_BY));
  const missing = Object.entries(TOLD_BY)
    .filter(([right]) => asked.has(right))
    .filter(
      ([, signals]) =>
        !blocks.some(({ sentences }) => sentences.some((each) => meets(signals, each))),
    )
    .map(([right]) => right);
  if (missing.length === 0) {
    const told = blocks.find(({ plain }) => meets(TOLD_BY['access'], plain));
    return { state: 'told', hits: [{ found: '', ...(told && { block: told }) }] };
  }
  return { state: 'missing', hits: [{ found: listed(missing) }] };
};
