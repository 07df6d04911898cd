/**
 * Why a sentence of a source is not in the notice as it stands there. A closed list; what each says to
 * people is in the words of pages.
 */
export const CODES = [
  'menu',
  'header',
  'footer',
  'banner',
  'form',
  'hidden',
  'deleted',
  'aside',
  'contents',
  'title',
  'script',
  'picture',
  'comment',
  'page-header',
  'page-footer',
  'tracked-insertion',
  'tracked-deletion',
  'field-code',
  'answered',
  'unsure',
  'bullet-typed',
  'number-typed',
  'lines-joined',
  'cell-list',
  'email-shown',
  'address-typed',
  'moved',
  'spaces',
  'characters',
  'shortened',
] as const;

export type Code = (typeof CODES)[number];
