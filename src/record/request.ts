/** Requests to a site that may answer anything: too much, too slowly, from elsewhere, or nothing. */

/** What `fetch` does. */
export type Fetch = (address: string, options: RequestInit) => Promise<Response>;

export interface Limits {
  /** How many bytes an answer may have once it is unpacked. */
  bytes: number;
  /** The media types that it may have; any if there are none. */
  types: readonly string[];
  /** How many milliseconds one answer may take. */
  time: number;
  /** How many bytes all answers together may still have. What is read is taken off. */
  budget: { left: number };
  /** Ends all requests. */
  signal: AbortSignal;
}

/** What was read at an address. */
export interface Answer {
  content: Uint8Array;
  headers: Headers;
}

/** Why an answer cannot be used, as the end of a sentence about its address. */
export interface NoAnswer {
  kind: 'status' | 'redirect' | 'type' | 'size' | 'unreachable';
  message: string;
  /** Where that is about the host, and not about what is at the address: what it does, and the way out. */
  refusal?: string;
}

const MOST_REDIRECTS = 5;
const CIRCLE = 'the host redirects without end. Correct its redirects';

/** Reads what is at an address, within limits. Never throws because of an answer. */
export async function request(
  fetch: Fetch,
  address: string,
  limits: Limits,
): Promise<Answer | NoAnswer> {
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.time)]);
  try {
    const response = await follow(fetch, new URL(address), signal);
    if ('kind' in response) return response;
    const fault = faultOf(response, limits);
    if (fault) {
      await response.body?.cancel();
      return fault;
    }
    const content = await readBody(response, limits);
    return 'kind' in content ? content : { content, headers: response.headers };
  } catch (error) {
    return { kind: 'unreachable', message: `could not be read: ${reasonOf(error, limits)}` };
  }
}

async function follow(fetch: Fetch, start: URL, signal: AbortSignal): Promise<Response | NoAnswer> {
  let at = start;
  const passed = new Set([start.href]);
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const response = await fetch(at.href, { redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined;
    if (!next || !isSameSite(at, next)) {
      const where = next ? `to another site: ${next.href.slice(0, 200)}` : 'to what is no address';
      return { kind: 'redirect', message: `leads ${where}` };
    }
    if (passed.has(next.href)) {
      return { kind: 'redirect', message: 'leads round in a circle', refusal: CIRCLE };
    }
    passed.add(next.href);
    at = next;
  }
  const message = `leads on more than ${MOST_REDIRECTS} times`;
  return { kind: 'redirect', message, refusal: CIRCLE };
}

/** Whether a redirect stays on its site; it may lead from HTTP to HTTPS. */
const isSameSite = (from: URL, to: URL): boolean =>
  from.origin === to.origin ||
  (from.hostname === to.hostname && from.protocol === 'http:' && to.protocol === 'https:');

/** What answers mean that are about the host, and not about what is at the address. */
const REFUSALS: Readonly<Record<number, string>> = {
  401: 'it asks for a login. Give the address that everybody can read',
  403: 'it lets this computer read nothing. Ask whoever runs it to let it in, or run this elsewhere',
  407: 'a proxy before it asks for a login',
  429: 'it was asked too often. Wait some minutes, and run this again',
};

function faultOfStatus(status: number): NoAnswer {
  const known = REFUSALS[status];
  const isDown = status >= 500 && status <= 599;
  const what = known ?? (isDown ? 'it cannot serve it now. Run this again later' : undefined);
  const refusal = what === undefined ? {} : { refusal: `the host answers ${status}: ${what}` };
  return { kind: 'status', message: `returned ${status}`, ...refusal };
}

function faultOf({ status, headers }: Response, { types }: Limits): NoAnswer | undefined {
  if (status !== 200) return faultOfStatus(status);
  const [type = '', ...parameters] = (headers.get('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((each) => each.startsWith('charset='))?.replace(/"/g, '');
  if (types.length === 0) return undefined;
  if (!types.includes(type)) {
    const found = type === '' ? 'without a type' : `as ${type.slice(0, 100)}`;
    return { kind: 'type', message: `is served ${found}, and not as ${types[0]}` };
  }
  if (charset === undefined || /^charset=utf-?8$/.test(charset)) return undefined;
  return { kind: 'type', message: `is served with ${charset.slice(0, 100)}, and not as UTF-8` };
}

/** Reads until the end, and no further than the limit: a small answer may unpack to a large one. */
async function readBody(
  { body }: Response,
  { bytes: limit, budget }: Limits,
): Promise<Uint8Array | NoAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) return Buffer.concat(chunks);
    size += value.length;
    budget.left -= value.length;
    chunks.push(value);
    if (size <= limit && budget.left >= 0) continue;
    await reader?.cancel();
    return {
      kind: 'size',
      message:
        size > limit
          ? `is larger than ${Math.round(limit / 1024)} KB`
          : 'was not read to its end: the site has more than is read of one site',
    };
  }
}

/** Reasons by the codes that Node gives them. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no network',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'nothing answers there in time',
  UND_ERR_HEADERS_TIMEOUT: 'it takes too long',
  UND_ERR_BODY_TIMEOUT: 'it takes too long',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
  Z_DATA_ERROR: 'it is packed in a way that cannot be unpacked',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not from an authority that is trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not from an authority that is trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not from an authority that is trusted',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not answer by HTTPS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not answer by HTTPS',
  ERR_SSL_UNEXPECTED_MESSAGE: 'it does not answer by HTTPS',
  HPE_INVALID_CONSTANT: 'what answers is no web server',
};

function reasonOf(error: unknown, { signal, time }: Limits): string {
  if (signal.aborted) return 'the whole check takes too long';
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `it takes longer than ${Math.round(time / 1000)} seconds`;
  }
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = typeof cause === 'object' && cause && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? (cause instanceof Error ? cause.message.slice(0, 200) : String(cause));
}
