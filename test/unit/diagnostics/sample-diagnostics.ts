import type {
  Diagnostic,
  FormatContext,
} from "../../../src/diagnostics/index.js";
import { createSink } from "../../../src/diagnostics/index.js";
import { createSourceText, spanAt } from "../../../src/source/index.js";

const text = '<a>\n\t<b type="x:Foo"/> <!-- | -->\n</a>\n';

export const source = createSourceText("specs/my page.xml", text);

/** An error with a place, a warning without one, and a note. */
export function sampleDiagnostics(): readonly Diagnostic[] {
  const sink = createSink(new Map([["output/stale", "warning"]]));
  const span = spanAt(source, text.indexOf("x:Foo"), 5);
  const parameters = { key: "a|b", expected: "<text>", received: '"@you"' };
  const related = [{ message: "used here", span: spanAt(source, 0, 3) }];
  sink.report("config/bad-value", parameters, { span, related });
  sink.report("output/stale", { path: "out/100%,a:b.ts" });
  sink.report("output/foreign-attributes", { path: "out/.gitattributes" });
  return sink.diagnostics;
}

export const context: FormatContext = {
  sources: new Map([[source.path, source]]),
  useColour: false,
  isVerbose: false,
  toolVersion: "1.2.3",
};
