import { basename, dirname, extname } from "node:path";

/** Why a name cannot be that of a service's folder; undefined when it can. */
export function serviceNameProblem(name: string): string | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) {
    return "it has characters that folder names should not have";
  }
  if (name.endsWith(".")) return "it ends in a dot";
  if (name.length > 100) return "it is longer than 100 characters";
  if (name.toLowerCase() === "runtime") {
    return "the runtime is generated into a folder of that name";
  }
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)) {
    return "Windows keeps the name for a device";
  }
  return undefined;
}

/** A name for the service that is read from these inputs: that of the one input, or of the folder all are in. */
export function nameOfInputs(inputs: readonly string[]): string {
  const paths = [...new Set(inputs.map((input) => withoutUrlParts(input)))];
  const [first = ""] = paths;
  const name =
    paths.length === 1
      ? basename(first, extname(first))
      : basename(commonFolder(paths));
  const safe = name
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .slice(0, 100);
  return serviceNameProblem(safe) === undefined ? safe : "service";
}

/** `https://host/a/Service.asmx?wsdl` → `/a/Service.asmx`. */
function withoutUrlParts(input: string): string {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) {
    return input.replaceAll("\\", "/").replace(/\/+$/, "");
  }
  return input.replace(/^[^/]*\/\/[^/]*/, "").replace(/[?#].*$/s, "");
}

function commonFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths.map((path) => dirname(path));
  const segments = first.split("/");
  while (segments.length > 0) {
    const folder = segments.join("/");
    const isCommon = others.every(
      (other) => other === folder || other.startsWith(`${folder}/`),
    );
    if (isCommon) return folder;
    segments.pop();
  }
  return "";
}
