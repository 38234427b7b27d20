// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { failPastLimit } from "./past-limit.js";

/**
 * Sends a request, and sends it again where the server says that it has to go elsewhere. fetch would follow to any
 * host, and would make a GET of a POST. A redirect that is not followed is the answer: browsers hide where it leads.
 */
export async function followRedirects(
  fetch: typeof globalThis.fetch,
  start: string,
  options: { readonly init: RequestInit; readonly maxRedirects: number },
): Promise<Response> {
  const { init, maxRedirects } = options;
  let url = start;
  for (let count = 0; ; count++) {
    const response = await fetch(url, { redirect: "manual", ...init });
    const next = nextUrl(response, url);
    if (next === undefined) return response;
    await response.body?.cancel();
    if (count >= maxRedirects) {
      failPastLimit("redirects more often", `${maxRedirects} times`);
    }
    url = next;
  }
}

/** Where a redirect leads, if it may be followed. */
function nextUrl(response: Response, url: string): string | undefined {
  const location = response.headers.get("location");
  if (location === null || ![301, 302, 307, 308].includes(response.status)) {
    return undefined;
  }
  const from = new URL(url);
  let to;
  try {
    to = new URL(location, url);
  } catch {
    return undefined;
  }
  const isUpgrade =
    from.protocol === "http:" &&
    to.protocol === "https:" &&
    from.hostname === to.hostname;
  return isUpgrade || from.origin === to.origin ? to.href : undefined;
}
