import { formatSpan } from "../source/index.js";
import { catalogueEntry } from "./catalogue/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { wellFormed } from "./well-formed.js";

/** JUnit XML as CI servers read it: an error is a failed test case, the rest are passed ones that say something. */
export function formatJunit(diagnostics: readonly Diagnostic[]): string {
  const failures = diagnostics.filter(({ severity }) => severity === "error");
  const cases =
    diagnostics.length === 0
      ? ['    <testcase classname="soapstone" name="no problems"/>']
      : diagnostics.map(testCase);
  const counts = `tests="${cases.length}" failures="${failures.length}"`;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="soapstone" ${counts}>`,
    `  <testsuite name="soapstone" ${counts} errors="0" skipped="0">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n")}\n`;
}

function testCase(diagnostic: Diagnostic): string {
  const { code, severity, message, span, help } = diagnostic;
  const place = span === undefined ? "" : `${formatSpan(span)} `;
  const name = escapeXml(`${place}${message}`);
  const text = escapeXml(`${catalogueEntry(code).cause}\n${help}`);
  const body =
    severity === "error"
      ? `<failure type="${code}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${code}" name="${name}">${body}</testcase>`;
}

function escapeXml(text: string): string {
  return wellFormed(text)
    .replace(notXmlCharacters, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

// XML 1.0 §2.2: what is no Char.
const notXmlCharacters =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
