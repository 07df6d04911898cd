/** Mailboxes and telephones: what they are, and whether they are the controller's own. */
import { z } from 'zod';
import { readPhone } from '../notices/identifiers.ts';
import {
  isAuthorityDomain,
  isAuthorityPhone,
  isOfAnother,
  isOfficerIn,
  ownerOf,
  type Owner,
} from './facts-others.ts';
import { passageAt, sentenceBefore, type FactText, type Span } from './facts-text.ts';
import type { Found } from './facts-found.ts';

interface Route extends Span {
  value: string;
  /** Whether it was written in a form that has to be read with care. */
  isDoubtful: boolean;
  owner: Owner | undefined;
}

const MAILBOX = /(?<![\w.+'-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,6}[\p{L}\d-]{2,24}/gu;
/** "name [at] firm dot co dot uk": hidden from those who collect addresses. */
const HIDDEN_MAILBOX =
  /(?<![\w.+-])(?<box>[\w.+-]{1,64}) ?(?:[[({] ?(?:at|@) ?[\])}]) ?(?<domain>[\w-]{1,63}(?: ?(?:[[({] ?(?:dot|\.) ?[\])}]| dot |\.) ?[\w-]{2,63}){1,5})|(?<![\w.+-])(?<box2>[\w.+-]{1,64}) at (?<domain2>[\w-]{1,63}(?: dot [\w-]{2,63}){1,5})/giu;

/** Mailboxes for one purpose that is not this one. */
const OTHER_BOX =
  /^(?:marketing|opt-?out|unsubscribe|press|media|news|newsletter|security|abuse|careers?|jobs|recruit\w*|hr|sales|billing|accounts?|no-?reply|do-?not-?reply|webmaster|postmaster|example|name|you|your\w*|user|someone)@/iu;
const PRIVACY_BOX = /privacy|data|dpo|gdpr|protection|information|foi/iu;

const emailSchema = z.email();

/** A mailbox as the frontmatter has it: the domain in small letters. */
function readEmail(written: string): string | undefined {
  const value = written.replace(/@.*$/u, (domain) => domain.toLowerCase());
  return emailSchema.safeParse(value).success ? value : undefined;
}

/** Mailboxes for whoever writes: an officer's own seldom is one. */
const GENERAL_BOX =
  /^(?:info|hello|hi|enquir\w+|inquir\w+|contact(?:us)?|office|admin|reception|mail|post|support|help|customer\.?(?:services?|care)|team)@/iu;

/** Whom a mailbox belongs to. A general one is the officer's only where its own sentence says so. */
function ownerOfBox(email: string, facts: FactText, span: Span): Owner | undefined {
  const owner = ownerOf(facts, span);
  if (!GENERAL_BOX.test(email) || (owner !== undefined && owner !== 'dpo')) return owner;
  return owner === 'dpo' && isOfficerIn(sentenceBefore(facts, span.start)) ? owner : 'us';
}

/** All mailboxes that the notice itself gives, less those of authorities and of placeholders. */
function emailsOf(facts: FactText): Route[] {
  const found: Route[] = [];
  const add = (written: string, value: string, start: number, isDoubtful: boolean) => {
    const email = readEmail(value);
    const end = start + written.length;
    if (email === undefined || isAuthorityDomain(email)) return;
    if (!passageAt(facts, start)?.isKept) return;
    const box = OTHER_BOX.test(email) ? 'other' : undefined;
    const owner = ownerOfBox(email, facts, { start, end });
    const named = /^dpo@/iu.test(email) && owner !== 'regulator' ? 'dpo' : undefined;
    const complaints =
      /^complaints?@/iu.test(email) && owner !== 'regulator' ? 'complaints' : undefined;
    found.push({
      value: email,
      start,
      end,
      isDoubtful,
      owner: box ?? named ?? complaints ?? owner,
    });
  };
  for (const { 0: raw, index } of facts.text.matchAll(MAILBOX)) {
    const lead = /^[.'+-]*/u.exec(raw)?.[0].length ?? 0;
    const written = raw.slice(lead).replace(/[.'-]+$/u, '');
    add(written, written, index + lead, false);
  }
  for (const { 0: written, index, groups = {} } of facts.text.matchAll(HIDDEN_MAILBOX)) {
    const domain = groups['domain'] ?? groups['domain2'] ?? '';
    const plain = domain
      .replace(/ ?(?:[[({] ?(?:dot|\.) ?[\])}]| dot ) ?/giu, '.')
      .replace(/ /gu, '');
    add(written, `${groups['box'] ?? groups['box2'] ?? ''}@${plain}`, index, true);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/**
 * Mailboxes of the controller, its officer and its complaints team.
 *
 * @param names what the controller is called
 */
export function emailFacts(facts: FactText, names: readonly string[] = []): Found[] {
  const routes = emailsOf(facts).filter(({ start }) => !isOfAnother(facts, start, names));
  // A mailbox of which nothing is said may be anybody's, unless it is the only one.
  const isAlone = new Set(routes.map(({ value }) => value)).size === 1;
  const officers = routes.filter(({ owner }) => owner === 'dpo');
  const ours = bestOf(
    facts,
    routes.filter(({ owner }) => owner === 'us' || (owner === undefined && isAlone)),
  );
  const officer = mostNamed(officers);
  const contact = ours.filter(({ value }) => value !== officer[0]?.value || ours.length === 1);
  const known = new Set([...contact, ...officers].map(({ value }) => value));
  const complaints = routes.filter(
    ({ owner, value }) => owner === 'complaints' && !known.has(value),
  );
  if (contact.length === 0 && officer.length === 0) {
    return asFound('controller.contact.email', mostNamed(complaints));
  }
  return [
    ...asFound('controller.contact.email', contact),
    ...asFound('dpo.email', officer),
    ...asFound('complaints.email', mostNamed(complaints)),
  ];
}

/** Each value once, where it first stands. */
function mostNamed(routes: readonly Route[]): Route[] {
  const byValue = new Map<string, Route>();
  for (const route of routes) {
    const key = route.value.toLowerCase();
    if (!byValue.has(key)) byValue.set(key, route);
  }
  return [...byValue.values()];
}

/** The mailboxes that most speaks for; more than one only where they are equal. */
function bestOf(facts: FactText, routes: readonly Route[]): Route[] {
  const scores = new Map<string, number>();
  for (const route of routes) {
    const words = sentenceBefore(facts, route.start);
    const points =
      (route.owner === 'us' ? 3 : 0) +
      (/\b(?:questions?|privacy|data|rights?|policy|notice|concerns?|information)\b/iu.test(words)
        ? 1
        : 0);
    const key = route.value.toLowerCase();
    const before = scores.get(key);
    scores.set(
      key,
      Math.max(before ?? 0, points + (PRIVACY_BOX.test(key.split('@')[0] ?? '') ? 4 : 0)),
    );
  }
  const best = Math.max(0, ...scores.values());
  return mostNamed(routes).filter(({ value }) => scores.get(value.toLowerCase()) === best);
}

function asFound(key: string, routes: readonly Route[]): Found[] {
  return routes.map(({ value, start, end, isDoubtful, owner }) => ({
    key,
    value,
    start,
    end,
    isSure: routes.length === 1 && !isDoubtful && owner !== undefined,
  }));
}

const PHONE = /(?<![\w+./@-])(?:\+ ?\d|\(\+\d|\(?0)[\d ().–-]{6,22}\d(?![\w@/]|[.-]\d)/gu;
const EXTENSION = /^[ ,(]{0,3}(?:ext(?:ension)?|x)\.? ?\d{1,6}\)?/iu;
const CALLED =
  /(?:\btel|\bphone|\btelephone|\bcall|\bring|\bmobile|\btext|\bwhatsapp|\bfreephone|\bhelpline|\bswitchboard|\bffôn|\bffonio|\bffoniwch|\brhif|[☎📞]|\bt\b|\bp\b|\bon|\bnumber)[^\d\n]{0,40}$/iu;

/** All telephone numbers of the notice, possible ones as well as valid ones, less those of authorities. */
function phonesOf(facts: FactText): Route[] {
  const found: Route[] = [];
  for (const { 0: written, index } of facts.text.matchAll(PHONE)) {
    const { value, problems } = readPhone(written.replace(/^\(\+(\d+)\)/u, '+$1'));
    const isBroken = problems.some(
      ({ message, severity }) => severity === 'error' || /too few/.test(message),
    );
    if (isBroken || isAuthorityPhone(value) || !passageAt(facts, index)?.isKept) continue;
    const before = facts.text.slice(Math.max(0, index - 60), index);
    if (/\bfax[^\d]{0,20}$/iu.test(before)) continue;
    const isLine = /(?:^|\n)[^\p{L}\d]*$/u.test(before);
    // A number right behind a mailbox is the other way to reach whoever has it.
    const isBehindMail = /@[\w.-]+[\s,;|/]{1,3}(?:or )?$/u.test(before);
    if (!CALLED.test(before) && !isLine && !isBehindMail && !before.endsWith('<')) continue;
    const extension = EXTENSION.exec(
      facts.text.slice(index + written.length, index + written.length + 24),
    );
    const end = index + written.length + (extension?.[0].length ?? 0);
    const owner = ownerOf(facts, { start: index, end });
    found.push({ value, start: index, end, isDoubtful: extension !== null, owner });
  }
  return found;
}

/**
 * Telephones of the controller, its officer and its complaints team.
 *
 * @param names what the controller is called
 */
export function phoneFacts(facts: FactText, names: readonly string[] = []): Found[] {
  const routes = phonesOf(facts).filter(({ start }) => !isOfAnother(facts, start, names));
  const officers = mostNamed(routes.filter(({ owner }) => owner === 'dpo'));
  const ours = mostNamed(routes.filter(({ owner }) => owner === 'us' || owner === undefined));
  const known = new Set([...officers, ...ours].map(({ value }) => value));
  const complaints = mostNamed(
    routes.filter(({ owner, value }) => owner === 'complaints' && !known.has(value)),
  );
  return [
    ...asFound('controller.contact.phone', ours),
    ...asFound('dpo.phone', officers),
    ...asFound('complaints.phone', complaints),
  ];
}
