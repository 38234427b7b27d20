// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** XSD 1.0 Part 2 §4.3.6. */
export type WhiteSpace = "preserve" | "replace" | "collapse";

/** Applies the whiteSpace facet; texts without anything to change come back as they are. */
export function applyWhiteSpace(text: string, mode: WhiteSpace): string {
  if (mode === "preserve") return text;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) <= 32) {
      return mode === "replace" ? replaceSpace(text) : collapseSpace(text);
    }
  }
  return text;
}

function replaceSpace(text: string): string {
  return text.replace(/[\t\n\r]/g, " ");
}

function collapseSpace(text: string): string {
  return splitSpace(text).join(" ");
}

/** The items of a white-space separated list. */
export function splitSpace(text: string): string[] {
  return text.split(/[ \t\n\r]+/).filter((item) => item !== "");
}
