import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { PolicyTable } from "./policies.js";

/** What is known while one WSDL document is read. */
export interface WsdlContext {
  readonly sink: DiagnosticSink;
  readonly targetNamespace: string;
  readonly policies: PolicyTable;
}
