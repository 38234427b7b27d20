import type { Severity } from "./diagnostic.js";

/** The few styles that text output uses. */
export interface Palette {
  dim(text: string): string;
  strong(text: string): string;
  severity(severity: Severity, text: string): string;
}

const severityColours = { error: 31, warning: 33, info: 36 } as const;

/** Styles as ANSI escapes, or as nothing at all. */
export function createPalette(useColour: boolean): Palette {
  const style = (code: number) => (text: string) =>
    useColour ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    dim: style(2),
    strong: style(1),
    severity: (severity, text) => style(severityColours[severity])(text),
  };
}

/** Whether to colour: FORCE_COLOR, then NO_COLOR (no-color.org: any value but the empty one), then whether it is a terminal. */
export function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const force = environment["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  return isTerminal && environment["TERM"] !== "dumb";
}
