import type { Sample, SampleElement } from "../../model/index.js";
import { normalName } from "./section.js";

/** The names that notes may speak of: elements, attributes and parameters of the samples. */
export function sampleNames(samples: readonly Sample[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const sample of samples) {
    for (const { name } of sample.parameters) names.add(normalName(name));
    const pending: SampleElement[] = [...sample.headers, ...sample.body];
    for (;;) {
      const element = pending.pop();
      if (element === undefined) break;
      names.add(normalName(element.name.local));
      for (const { name } of element.attributes)
        names.add(normalName(name.local));
      for (const node of element.content)
        if (node.kind === "element") pending.push(node);
    }
  }
  names.delete("");
  return names;
}
