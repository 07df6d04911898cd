/** The language of a text: by twenty small words each, which every text of some length has. */

const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to we you your for or is are with that this by will may our not any',
  cy: "y yr yn o i a ac ar am eich chi ni ein gan neu mae bydd os fydd wedi'u",
  fr: 'le la les des et vous nous votre vos pour dans que est sont par une avec sur du ou',
  de: 'der die das und wir sie ihre von zu für mit den ist oder auf eine werden nicht im daten',
  es: 'el los las de y que en su sus para por con una del se es o como al nuestros',
  it: 'il lo gli di e che per con sono del della dei nel alla una suoi o è dati i',
  nl: 'de het een en van wij we u uw voor met dat zijn of op bij worden niet deze aan',
  sv: 'och att vi du dina för som av med är den det på till kan eller om i vår ett',
};

const LISTS = Object.entries(WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

/** How much of a text is read, and how much of it has to be small words. */
const SAMPLE = 20_000;
const LEAST = 0.12;

/**
 * The language of a text, from its words; where those do not tell, as the source says.
 *
 * @param said `<html lang>`, which templates often have wrong
 */
export function languageOf(text: string, said?: string): string | undefined {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}'’]+/gu) ?? [];
  const stated = said?.toLowerCase().split(/[-_]/)[0];
  if (words.length >= 20) {
    const shares = LISTS.map(([language, list]) => ({
      language,
      share: words.filter((word) => list.has(word.replace('’', "'"))).length / words.length,
    })).toSorted((one, other) => other.share - one.share);
    const [first, second] = shares;
    const isClear = first && first.share >= LEAST && first.share > 1.2 * (second?.share ?? 0);
    if (isClear) return first.language;
  }
  return stated && /^[a-z]{2,3}$/.test(stated) ? stated : undefined;
}
