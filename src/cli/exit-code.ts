import type { Diagnostic } from "../diagnostics/index.js";

/** What the process returns; the numbers are part of the interface. */
export const exitCodes = {
  fine: 0,
  /** Something is wrong with the specs or the output folder; nothing was written. */
  problems: 1,
  /** The command line or the config is wrong. */
  usage: 2,
  /** Generated files are not what the specs make now. */
  stale: 3,
  breaking: 4,
  /** Something could not be read, fetched or written. */
  unreachable: 5,
  /** A mistake of soapstone. */
  bug: 70,
} as const;

/** Not about what a document says, but about getting at it, or at the output folder. */
const unreachable =
  /^(?:load\/(?:not-found|no-match|not-a-file|unreadable|fetch-failed|offline)|output\/(?:write-failed|locked)|call\/(?:no-answer|http)|diff\/(?:no-git|unknown-ref|bad-manifest)|mock\/cannot-listen)$/;

const families = [
  {
    pattern:
      /^(?:cli|config)\/|^link\/nothing-selected$|^diff\/nothing-in-common$/,
    exitCode: exitCodes.usage,
  },
  { pattern: unreachable, exitCode: exitCodes.unreachable },
] as const;

/** The exit code that the errors among the findings ask for: what keeps others from being seen comes first. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return exitCodes.fine;
  const family = families.find(({ pattern }) =>
    errors.some(({ code }) => pattern.test(code)),
  );
  return family?.exitCode ?? exitCodes.problems;
}

const comparison: ReadonlySet<string> = new Set([
  "output/stale",
  "output/missing",
  "output/obsolete",
  "output/foreign-file",
  "output/hand-edited",
  "output/in-the-way",
]);

/** The same for `check`: if all errors come from the comparison, the output is stale. */
export function checkExitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const isCompared = errors.every(({ code }) => comparison.has(code));
  return isCompared && errors.length > 0
    ? exitCodes.stale
    : exitCodeOf(diagnostics);
}
