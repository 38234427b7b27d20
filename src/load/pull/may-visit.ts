/**
 * Judges where a pull may go, given where it started: over HTTP only, and never from a public address to one of this
 * machine or its network, which a hostile document could otherwise have visited in the user's name.
 */
export function visitRule(start: string): (url: string) => string | undefined {
  const isLocalStart = isLocal(new URL(start).hostname);
  return (url) => {
    const { protocol, hostname, username, password } = new URL(url);
    if (protocol !== "http:" && protocol !== "https:") {
      return `${protocol} is neither http: nor https:`;
    }
    // They would end up in the lock file.
    if (username + password !== "") return "it holds a user name or password";
    return isLocal(hostname) && !isLocalStart
      ? "a public document leads to an address of a private network"
      : undefined;
  };
}

/** Names and address ranges that are not of the public internet (RFC 1918, 3927, 4193, 4291, 6761). */
const LOCAL = [
  /^localhost\.?$|\.(?:localhost|local|internal)\.?$/i,
  /^(?:0|10|127)\.\d+\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^\[(?:::1?|::ffff:.*|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/i,
];

function isLocal(hostname: string): boolean {
  return LOCAL.some((pattern) => pattern.test(hostname));
}
