import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.js";

/** The version in soapstone's package.json. */
export function toolVersion(): string {
  const text = readFileSync(join(packageRoot(), "package.json"), "utf8");
  const value: unknown = JSON.parse(text);
  const isNamed =
    typeof value === "object" && value !== null && "version" in value;
  return isNamed && typeof value.version === "string" ? value.version : "0.0.0";
}
