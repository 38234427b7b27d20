import type { DiagnosticSink } from "../../diagnostics/index.js";
import {
  xsd,
  type ElementDeclaration,
  type TypeReference,
} from "../../model/index.js";
import { findCycles } from "./find-cycles.js";
import type { OpenSchemaSet } from "./joined-schemas.js";
import type { Unresolved } from "./unresolved.js";

/** Resolves the heads of substitution groups; an element without a type takes that of its head (part 1 §3.3.2). */
export function linkSubstitutionGroups(
  schemas: OpenSchemaSet,
  unresolved: Unresolved,
  sink: DiagnosticSink,
): void {
  const { elements } = schemas;
  for (const element of elements.values()) {
    const head = element.substitutionGroup;
    if (head === undefined || elements.has(head.key)) continue;
    unresolved.add("element", head, element.origin.span);
    cut(element, elements);
  }
  cutCycles(elements, sink);
  for (const element of elements.values()) {
    const type = inheritedType(element, elements);
    if (type !== element.type)
      elements.set(element.name.key, { ...element, type });
  }
}

function cut(
  element: ElementDeclaration,
  elements: Map<string, ElementDeclaration>,
): void {
  const { substitutionGroup: _head, ...rest } = element;
  elements.set(element.name.key, rest);
}

function cutCycles(
  elements: Map<string, ElementDeclaration>,
  sink: DiagnosticSink,
): void {
  const cycles = findCycles([...elements.keys()], (key) => {
    const head = elements.get(key)?.substitutionGroup;
    return head === undefined ? [] : [head.key];
  });
  for (const cycle of cycles) {
    const members = cycle
      .map((key) => elements.get(key))
      .filter((member) => member !== undefined);
    const [first] = members;
    if (first === undefined) continue;
    const path = [...cycle, first.name.key].join(" → ");
    const parameters = { name: first.name.key, path };
    sink.report("link/circular-substitution", parameters, {
      span: first.origin.span,
    });
    for (const member of members) cut(member, elements);
  }
}

/** `xs:anyType` stands for "no type given": to give it explicitly is valid only where the head has it too. */
function inheritedType(
  element: ElementDeclaration,
  elements: ReadonlyMap<string, ElementDeclaration>,
): TypeReference {
  let current = element;
  while (isTypeless(current) && current.substitutionGroup !== undefined) {
    const head = elements.get(current.substitutionGroup.key);
    if (head === undefined) break;
    current = head;
  }
  return current.type;
}

function isTypeless({ type }: ElementDeclaration): boolean {
  return type.kind === "named" && type.name === xsd("anyType");
}
