/** What applied on any day, as the page for a date answers it. */
import { linkTo } from '../document/link-to.ts';
import { markup, trusted, type Markup } from '../document/markup.ts';
import type { IsoDate } from '../notices/dates.ts';
import type { Span } from '../notices/timeline.ts';
import { currentPath } from '../views/versions.ts';
import { dayMarkup } from '../words/day.ts';
import { versionLabel } from '../words/label.ts';
import { twinOf, type Notice, type Version } from './notices.ts';
import { linkToText } from './translations.ts';

/** A version that applied or will apply. */
export interface Applied {
  span: Span;
  status: Version['status'];
  /** From when to when, as a link to it. */
  line: Markup;
  answer: Markup;
  /** Of the current version, the answer for a day that is still to come. */
  later: Markup | undefined;
}

export interface Answers {
  /** In the order of taking effect. */
  applied: Applied[];
  /** Before the first version: on a day on which it was not published yet, and on one after that. */
  unpublished: Markup;
  notYet: Markup;
  /** The day on which the first version was published. */
  published: IsoDate | undefined;
  /** Between versions, or after the last. */
  nothing: Markup;
}

/** The place of the day, which a script fills in. */
const ANY_DAY = trusted('<time></time>');

/**
 * The answers for all days, in the language of the notice; what was not translated is named in the
 * language that it is in.
 *
 * @param href makes a link on the page from a path
 */
export function answersOf(notice: Notice, href: (path: string) => string): Answers {
  const { day } = notice.words.history;
  const shown = (notice.original ?? notice).versions.map(
    (version) => twinOf(notice, version) ?? version,
  );
  const applied = shown.flatMap((version) => {
    const { span } = version;
    return span ? [answerOf(notice, version, span, href)] : [];
  });
  const nothing = markup`<p>${day.nothing(ANY_DAY)}</p>`;
  const first = shown.find(({ span }) => span !== undefined);
  const start = applied[0]?.span.from;
  if (!first || start === undefined)
    return { applied, unpublished: nothing, notYet: nothing, published: undefined, nothing };
  const link = linkToText(first.path, first.facts, notice, href);
  const [unpublished, notYet] = (
    applied[0]?.status === 'scheduled'
      ? [day.beforeFirst, day.beforeFirst]
      : first.facts.imported
        ? [day.notKnown, day.notKnown]
        : [day.tooEarly, day.notYet]
  ).map((say) => withWays(say(ANY_DAY, dayMarkup(notice.words, start)), [link(day.readFirst)]));
  return {
    applied,
    unpublished: unpublished ?? nothing,
    notYet: notYet ?? nothing,
    // As the original was: a translation may have come years later.
    published: (notice.original ?? notice).versions
      .map(({ facts }) => facts.published)
      .toSorted()[0],
    nothing,
  };
}

function answerOf(
  notice: Notice,
  version: Version,
  span: Span,
  href: (path: string) => string,
): Applied {
  const { words } = notice;
  const { day } = words.history;
  const { status, facts, name } = version;
  const link = linkToText(version.path, facts, notice, href);
  const label = versionLabel(name, facts, words);
  const from = markup`<time datetime="${span.from}">${label}</time>`;
  const isOther = notice.inForce && version !== notice.inForce && twinOf(notice, version);
  const ways = [
    link(day.read),
    ...(isOther ? [linkTo(href(currentPath(notice, version)))(day.compare)] : []),
  ];
  const isToCome = status === 'scheduled';
  return {
    span,
    status,
    line: link(isToCome ? day.from(from) : day.span(from, span.to && dayMarkup(words, span.to))),
    answer: withWays(day[isToCome ? 'toCome' : 'applied'](ANY_DAY, label), ways),
    later:
      status === 'in-force'
        ? withWays(day[span.to ? 'toCome' : 'unlessReplaced'](ANY_DAY, label), ways)
        : undefined,
  };
}

/** An answer, and where it leads. */
const withWays = (answer: Markup, ways: readonly Markup[]): Markup =>
  markup`<p>${answer}</p><ul class="ways">${ways.map((way) => markup`<li>${way}</li>`)}</ul>`;
