/** `explain`: what a finding or a rule of the law means, and how to fix it. */
import { catalogue, type FindingCode } from '../findings/catalogue.ts';
import { explanationOf, listOfFindings, wrapped } from '../findings/documentation.ts';
import { didYouMean } from '../findings/suggest.ts';
import { explanationOfRule } from '../law/explain.ts';
import { RULES } from '../law/rules/index.ts';
import { print, Refusal } from './terminal.ts';

/**
 * Prints the explanations of findings, or a list of all of them if none is asked for.
 *
 * @param codes as reports name them: `date-unquoted`, or of rules of the law: `eea-frame`
 * @throws Refusal if there is no such finding
 */
export function explain(codes: readonly string[]): void {
  const unknown = codes.find((code) => !isCode(code) && !ruleOf(code));
  if (unknown !== undefined) {
    const known = [...Object.keys(catalogue), ...RULES.map(({ code }) => code)];
    throw new Refusal(
      `there is no finding "${unknown}".${didYouMean(unknown, known)}`,
      'npx noticeboard explain lists all of them',
    );
  }
  const explained = codes.map((code) => {
    const rule = ruleOf(code);
    if (isCode(code)) return explanationOf(code);
    return rule ? explanationOfRule(rule).map(wrappedLines).join('\n\n') : '';
  });
  print(explained.length > 0 ? explained.join('\n\n\n') : `${listOfFindings()}\n\n${rules()}`);
}

const wrappedLines = (text: string): string => text.split('\n').map(wrapped).join('\n');

const isCode = (code: string): code is FindingCode => Object.hasOwn(catalogue, code);

const ruleOf = (code: string) => RULES.find((rule) => rule.code === code);

/** Every rule with its title. */
const rules = (): string =>
  [
    'The law, by npx noticeboard check',
    ...RULES.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(
      ({ code, title }) => `  ${code.padEnd(31)}  ${title}`,
    ),
  ].join('\n');
