import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface FetchedWsdl {
  readonly folder: string;
  remove(): void;
}

/** What a server says of itself, as `service.wsdl` in a folder of its own. */
export async function fetchWsdl(url: string): Promise<FetchedWsdl> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}\n${text}`);
  const folder = mkdtempSync(join(tmpdir(), "soapstone-wsdl-"));
  writeFileSync(join(folder, "service.wsdl"), text);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
