import { readFileSync } from "node:fs";

/** The version in soapstone's package.json, which lies one folder above the compiled code as above the source. */
export function toolVersion(): string {
  const text = readFileSync(
    new URL("../package.json", import.meta.url),
    "utf8",
  );
  const value: unknown = JSON.parse(text);
  const isNamed =
    typeof value === "object" && value !== null && "version" in value;
  return isNamed && typeof value.version === "string" ? value.version : "0.0.0";
}
