import type { Page } from "../model/index.js";

/** The element of the request is what the server dispatches on; titles may be prose. */
export function operationName(page: Page): string {
  const title = page.operation?.text;
  if (title !== undefined && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(title))
    return title;
  const request = page.samples.find((sample) => sample.role === "request")
    ?.body[0];
  return request?.name.local ?? title ?? "operation";
}
