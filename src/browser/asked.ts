/** What an address of the search page asks for. */
import { parseVersionName } from '../notices/names.ts';
import type { Scope } from '../search/table.ts';

export interface Asked {
  q: string;
  /** The notice it is kept to, or a version of it: `acme/customers/2018-05-25`. */
  in: string;
  controller: string;
  audience: string;
  past: boolean;
  /** Whether a sign alone is a shortcut. */
  keys: boolean;
}

export function readAsked(search: string): Asked {
  const asked = new URLSearchParams(search);
  const value = (name: string): string => asked.get(name) ?? '';
  return {
    q: value('q'),
    in: value('in').replace(/^\/+|\/+$/g, ''),
    controller: value('controller'),
    audience: value('audience'),
    past: value('past') === '1',
    keys: value('keys') !== 'off',
  };
}

/** The address that asks for it: the page's own path, and what is not as it is by itself. */
export function addressOf({ q, in: within, controller, audience, past, keys }: Asked): string {
  const asked = new URLSearchParams();
  if (q !== '') asked.set('q', q);
  if (within !== '') asked.set('in', within);
  if (controller !== '') asked.set('controller', controller);
  if (audience !== '') asked.set('audience', audience);
  if (past) asked.set('past', '1');
  if (!keys) asked.set('keys', 'off');
  const query = asked.toString();
  return location.pathname + (query && `?${query}`);
}

export function scopeOf({ in: within, controller, audience, past }: Asked): Scope {
  const slash = within.lastIndexOf('/');
  const isVersion = parseVersionName(within.slice(slash + 1)) !== undefined;
  return {
    past,
    ...(within !== '' && { notice: isVersion ? within.slice(0, slash) : within }),
    ...(isVersion && { version: within.slice(slash + 1) }),
    ...(controller !== '' && { controller }),
    ...(audience !== '' && { audience }),
  };
}
