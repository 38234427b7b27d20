import { hashText } from "../source/index.js";
import type { Diagnostic, Severity } from "./diagnostic.js";

const severities: Readonly<Record<Severity, string>> = {
  error: "major",
  warning: "minor",
  info: "info",
};

/** GitLab Code Quality report: a JSON array. */
export function formatGitlab(diagnostics: readonly Diagnostic[]): string {
  const seen = new Map<string, number>();
  const issues = diagnostics.map((diagnostic) => {
    const { code, severity, message, span, help } = diagnostic;
    return {
      description: `${message}. ${help}`,
      check_name: code,
      fingerprint: fingerprint(diagnostic, seen),
      severity: severities[severity],
      location: {
        // GitLab requires a path, also for findings about no file.
        path: span?.file ?? "soapstone.config.json",
        lines: { begin: span?.line ?? 1 },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** The line is left out, so that a finding stays the same one when lines above it move; equal ones are counted. */
function fingerprint(
  { code, message, span }: Diagnostic,
  seen: Map<string, number>,
): string {
  const identity = JSON.stringify([code, span?.file ?? "", message]);
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  return hashText(`${identity}#${count}`);
}
