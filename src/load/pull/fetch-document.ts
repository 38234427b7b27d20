import type { MayVisit } from "./may-visit.js";

/** What a URL answered. */
export type FetchedDocument =
  | {
      readonly kind: "document";
      readonly bytes: Uint8Array;
      /** After redirects. */
      readonly url: string;
    }
  | { readonly kind: "failed"; readonly reason: string };

export interface FetchLimits {
  readonly bytes: number;
  readonly redirects: number;
  readonly milliseconds: number;
}

export const fetchLimits: FetchLimits = {
  bytes: 64 * 1024 * 1024,
  redirects: 5,
  milliseconds: 30_000,
};

/** Gets one document over HTTP. `mayVisit` judges every address, also those that redirects lead to. */
export async function fetchDocument(
  url: string,
  mayVisit: MayVisit,
  limits: FetchLimits = fetchLimits,
): Promise<FetchedDocument> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let current = url;
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const problem = await mayVisit(current);
    if (problem !== undefined) return failed(problem);
    try {
      const response = await fetch(current, { redirect: "manual", signal });
      const next = redirection(response, current);
      if (next === undefined)
        return await readAnswer(response, current, limits);
      await response.body?.cancel();
      current = next;
    } catch (error) {
      return failed(describe(error));
    }
  }
  return failed(`it redirects more than ${limits.redirects} times`);
}

function failed(reason: string): FetchedDocument {
  return { kind: "failed", reason };
}

function redirection(response: Response, from: string): string | undefined {
  const location = response.headers.get("location");
  const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
  if (!isRedirect || location === null) return undefined;
  return URL.canParse(location, from)
    ? new URL(location, from).href
    : undefined;
}

async function readAnswer(
  response: Response,
  url: string,
  { bytes: limit }: FetchLimits,
): Promise<FetchedDocument> {
  if (!response.ok) {
    await response.body?.cancel();
    return failed(`the server answers ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while reading: the length that a server declares need not be true.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) return failed(`it is larger than ${limit >> 20} MB`);
    chunks.push(chunk);
  }
  return { kind: "document", bytes: Buffer.concat(chunks), url };
}

/** The system's code says more than "fetch failed"; messages may repeat the URL with its secrets. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  if (error.name === "TimeoutError") return "it takes too long";
  const { cause } = error;
  if (!(cause instanceof Error)) return error.name;
  if ("code" in cause) {
    const code = String(cause.code);
    const words = inWords.get(code);
    return words === undefined ? code : `${words} (${code})`;
  }
  // fetch itself refuses ("bad port"); only a longer message could hold an address.
  return /^[\w -]{1,40}$/.test(cause.message) ? cause.message : error.name;
}

const inWords: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "nothing answers at that address"],
  ["ENOTFOUND", "no such host is known"],
  ["EAI_AGAIN", "the host's address cannot be found out now"],
  ["ETIMEDOUT", "the server does not answer"],
  ["UND_ERR_CONNECT_TIMEOUT", "the server does not answer"],
  ["ECONNRESET", "the server closes the connection"],
  ["UND_ERR_SOCKET", "the server closes the connection"],
  ["UND_ERR_HEADERS_OVERFLOW", "the answer's headers are too long"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "the server's certificate is its own"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "the server's certificate is not trusted"],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "the server's certificate is not trusted",
  ],
  ["CERT_HAS_EXPIRED", "the server's certificate has expired"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "the certificate is for another host"],
]);
