import type { DiagnosticSink } from "./diagnostics/index.js";
import { isSoapError, type SoapError } from "./dynamic/index.js";

/** Says why a call failed; what is no failure of a call is thrown on. */
export function reportCallError(
  error: unknown,
  url: string,
  sink: DiagnosticSink,
): void {
  if (error instanceof TypeError) {
    return sink.report("call/no-endpoint", { problem: error.message });
  }
  if (!isSoapError(error)) throw error;
  reportSoapError(error, url, sink);
}

function reportSoapError(
  error: SoapError,
  url: string,
  sink: DiagnosticSink,
): void {
  const problem = error.message;
  switch (error.kind) {
    case "encode": {
      const path = error.path === "" ? "the value" : error.path;
      return sink.report("call/refused-value", { problem, path });
    }
    case "decode":
      return sink.report("call/unreadable-answer", { problem });
    case "http": {
      const status = String(error.status);
      return sink.report("call/http", { status, problem });
    }
    case "fault": {
      const { code, reason, detailXml } = error.fault;
      sink.report("call/fault", { code: code.local, reason });
      if (detailXml.length === 0) return;
      const detail = JSON.stringify(
        error.fault.detail ?? detailXml,
        toJsonValue,
      );
      return sink.report("call/fault-detail", { detail });
    }
    default:
      return sink.report("call/no-answer", { url, problem });
  }
}

function toJsonValue(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
