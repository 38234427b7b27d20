import { lookup } from "node:dns/promises";

/** Addresses of a host name; none where it has none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Judges an address: why it may not be visited, or undefined. */
export type MayVisit = (url: string) => Promise<string | undefined>;

/**
 * Judges where a pull may go, given where it started: over HTTP only, and never from a public address to one of this
 * machine or its network, which a hostile document could otherwise have visited in the user's name. What a name leads
 * to counts, too: anyone can give a name of the public internet a private address.
 */
export function visitRule(
  start: string,
  resolve: Resolve = resolveName,
): MayVisit {
  const first = new URL(start).hostname;
  const isLocalStart = isLocal(first);
  return async (url) => {
    const { protocol, hostname, username, password } = new URL(url);
    if (protocol !== "http:" && protocol !== "https:") {
      return `${protocol} is neither http: nor https:`;
    }
    // They would end up in the lock file.
    if (username + password !== "") return "it holds a user name or password";
    if (isLocalStart || hostname === first) return undefined;
    const addresses = isLocal(hostname) ? [hostname] : await resolve(hostname);
    return addresses.some(isLocal)
      ? "a public document leads to an address of a private network"
      : undefined;
  };
}

/** Names and address ranges that are not of the public internet (RFC 1918, 3927, 4193, 4291, 6052, 6598, 6761). */
const LOCAL = [
  /^localhost\.?$|\.(?:localhost|local|internal|intranet|lan|home\.arpa)\.?$/i,
  // A name without a dot is known in one network only.
  /^[^.:[\]]+$/,
  /^(?:0|10|127)\.\d+\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
  /^\[?(?:::1?|::ffff:.*|64:ff9b:.*|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]?$/i,
];

function isLocal(hostname: string): boolean {
  return LOCAL.some((pattern) => pattern.test(hostname));
}

/** What cannot be resolved here (behind a proxy, say) is for `fetch` to try and to complain about. */
async function resolveName(hostname: string): Promise<readonly string[]> {
  try {
    const found = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true });
    return found.map(({ address }) => address);
  } catch {
    return [];
  }
}
