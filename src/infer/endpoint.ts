import type { HttpHead, Page } from "../model/index.js";
import type { ProtocolEvidence } from "./operation-evidence.js";

/** The address of a SOAP port; undefined when no page shows path and host. */
export function soapAddress(evidence: ProtocolEvidence): string | undefined {
  const head = evidence.request?.head;
  const path = head?.target?.split("?", 1)[0];
  return path === undefined ? undefined : absolute(path, head);
}

/** HTTP GET and POST: the last path segment names the operation, the rest is the port's address. */
export function httpAddress(evidence: ProtocolEvidence): {
  readonly address?: string;
  readonly location: string;
} {
  const head = evidence.request?.head;
  const path = head?.target?.split("?", 1)[0] ?? "";
  const cut = path.lastIndexOf("/");
  const address = absolute(path.slice(0, Math.max(cut, 0)), head);
  return {
    ...(address === undefined ? {} : { address }),
    location: path.slice(Math.max(cut, 0)),
  };
}

/**
 * Samples show neither scheme nor port. Messages carry credentials, so https is assumed, except for a server on the
 * same machine.
 */
function absolute(
  path: string,
  head: HttpHead | undefined,
): string | undefined {
  if (/^https?:\/\//i.test(path)) return path;
  if (head?.host === undefined || !path.startsWith("/")) return undefined;
  if (!/^[\w.-]+(:\d+)?$/.test(head.host)) return undefined;
  // Mono shows a placeholder for the host, too (sample grammar A11).
  if (head.host === "string") return undefined;
  const isLocal = /^(localhost|127\.[\d.]+)(:\d+)?$/.test(head.host);
  return `${isLocal ? "http" : "https"}://${head.host}${path}`;
}

/** `Customers` of `/admin/Customers.asmx`. */
export function serviceNameFromPath(page: Page): string | undefined {
  for (const { head } of page.samples) {
    const file = head?.target
      ?.split("?", 1)[0]
      ?.match(/\/([^/]+)\.(asmx|svc|php|cfc|jws)(\/|$)/i)?.[1];
    // what servers show for a folder names no service
    if (file !== undefined && !/^(?:index|default|main)$/i.test(file))
      return file;
  }
  return undefined;
}
