import { createSink } from "../../src/diagnostics/index.js";
import { tabulate } from "../../src/dynamic/known-components.js";
import { materialize } from "../../src/dynamic/index.js";
import { readModel } from "../../src/pipeline.js";
import { planSdk } from "../../src/plan/index.js";
import { encodeDocument } from "../../src/runtime/codec/document.js";
import type { ElementDescriptor } from "../../src/runtime/descriptor.js";
import { isSoapError } from "../../src/runtime/soap-error.js";
import { NoSample, sampleElement } from "./sample-value.js";

/** A global element with a document made up for it, or the reason why there is none. */
export interface Instance {
  readonly name: string;
  readonly element: ElementDescriptor;
  readonly value?: unknown;
  readonly xml?: string;
  readonly reason?: string;
}

/** One instance for every global element that the descriptors of a WSDL have. */
export async function instancesOf(
  wsdl: string,
  catalog: ReadonlyMap<string, string>,
): Promise<readonly Instance[]> {
  const { model } = await readModel(
    { name: "s", inputs: [wsdl], folder: "" },
    {
      cwd: process.cwd(),
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog,
      typeMap: new Map(),
    },
  );
  const sink = createSink();
  const plan = planSdk(model, { sink, name: "s", previousNames: {} });
  const { elements } = tabulate(materialize(plan).descriptors.values());
  return [...elements].map(([name, element]) => instanceOf(name, element));
}

function instanceOf(name: string, element: ElementDescriptor): Instance {
  try {
    const value = sampleElement(element);
    return { name, element, value, xml: encodeDocument(element, value) };
  } catch (error) {
    const isKnown = error instanceof NoSample || isSoapError(error);
    if (!isKnown) throw error;
    return { name, element, reason: error.message };
  }
}
