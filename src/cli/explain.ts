/** `explain`: what a finding means, and how to fix it. */
import { catalogue, type FindingCode } from '../findings/catalogue.ts';
import { explanationOf, listOfFindings } from '../findings/documentation.ts';
import { didYouMean } from '../findings/suggest.ts';
import { print, Refusal } from './terminal.ts';

/**
 * Prints the explanations of findings, or a list of all of them if none is asked for.
 *
 * @param codes as reports name them: `date-unquoted`
 * @throws Refusal if there is no such finding
 */
export function explain(codes: readonly string[]): void {
  const unknown = codes.find((code) => !isCode(code));
  if (unknown !== undefined) {
    throw new Refusal(
      `there is no finding "${unknown}".${didYouMean(unknown, Object.keys(catalogue))}`,
      'npx noticeboard explain lists all of them',
    );
  }
  const explained = codes.filter(isCode).map(explanationOf);
  print(explained.length > 0 ? explained.join('\n\n\n') : listOfFindings());
}

const isCode = (code: string): code is FindingCode => Object.hasOwn(catalogue, code);
