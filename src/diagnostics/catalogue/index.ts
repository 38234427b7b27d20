import type { CatalogueEntry } from "./entry.js";
import { callCatalogue } from "./call.js";
import { changeMembersCatalogue } from "./change-members.js";
import { changeOperationsCatalogue } from "./change-operations.js";
import { changeTypesCatalogue } from "./change-types.js";
import { changeValuesCatalogue } from "./change-values.js";
import { cliCatalogue } from "./cli.js";
import { diffCatalogue } from "./diff.js";
import { inferCatalogue } from "./infer.js";
import { linkCatalogue } from "./link.js";
import { linkOperationsCatalogue } from "./link-operations.js";
import { loadCatalogue } from "./load.js";
import { outputCatalogue } from "./output.js";
import { overridesCatalogue } from "./overrides.js";
import { pageCatalogue } from "./page.js";
import { planCatalogue } from "./plan.js";
import { wsdlCatalogue } from "./wsdl.js";
import { xmlCatalogue } from "./xml.js";
import { xsdCatalogue } from "./xsd.js";

/** Every diagnostic code, in the order of the pipeline. */
export const catalogue = {
  ...cliCatalogue,
  ...loadCatalogue,
  ...xmlCatalogue,
  ...pageCatalogue,
  ...wsdlCatalogue,
  ...xsdCatalogue,
  ...inferCatalogue,
  ...overridesCatalogue,
  ...linkCatalogue,
  ...linkOperationsCatalogue,
  ...planCatalogue,
  ...outputCatalogue,
  ...callCatalogue,
  ...diffCatalogue,
  ...changeOperationsCatalogue,
  ...changeTypesCatalogue,
  ...changeMembersCatalogue,
  ...changeValuesCatalogue,
} as const;

export type DiagnosticCode = keyof typeof catalogue;

type ParameterNames<Message extends string> =
  Message extends `${string}{${infer Name}}${infer Rest}`
    ? Name | ParameterNames<Rest>
    : never;

/** The parameters that the message and the fix of a code take. */
export type DiagnosticParameters<Code extends DiagnosticCode> = Readonly<
  Record<
    | ParameterNames<(typeof catalogue)[Code]["message"]>
    | ParameterNames<(typeof catalogue)[Code]["fix"]>,
    string
  >
>;

export function catalogueEntry(code: DiagnosticCode): CatalogueEntry {
  return catalogue[code];
}
