import type { MappedText, Range } from "./mapped-text.js";

export interface RestHelp {
  readonly method: string;
  readonly url: string;
  readonly range: Range;
}

/**
 * What WCF's help page of a REST operation says above its example bodies (sample grammar B2): where a plain document is
 * sent, without SOAP around it. Undefined for other pages.
 */
export function findRestHelp({ text }: MappedText): RestHelp | undefined {
  const found =
    /\bUrl:\s{0,20}(\S{1,2000})\s{1,20}HTTP Method:\s{0,20}(GET|POST|PUT|DELETE|PATCH|\*)(?!\w)/.exec(
      text,
    );
  const [whole, url, method] = found ?? [];
  if (found === null || whole === undefined) return undefined;
  if (url === undefined || method === undefined) return undefined;
  const range = { start: found.index, end: found.index + whole.length };
  return { method, url, range };
}
