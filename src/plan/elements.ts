import type { QName } from "../model/index.js";
import { elementValue } from "./content/plan-content.js";
import type { PlanContext } from "./context.js";
import {
  identityConstraints,
  sealedEntry,
  type DescriptorDeclaration,
} from "./descriptors.js";
import { elementConstant } from "./element-constant.js";
import { namespaceOf } from "./namespace-of.js";
import {
  flag,
  object,
  reference,
  text,
  thunk,
  type Expression,
} from "./expression.js";

/** The constant that describes a global element; planned on first use. */
export function descriptorOfElement(
  name: QName,
  context: PlanContext,
): Expression {
  const constantName = elementConstant(name, context);
  if (!context.elements.has(name.key)) {
    context.elements.set(
      name.key,
      describeElement(name, constantName, context),
    );
  }
  return reference("schemas", constantName);
}

function describeElement(
  name: QName,
  constantName: string,
  context: PlanContext,
): DescriptorDeclaration & { readonly namespace: string } {
  const declaration = context.model.schemas.elements.get(name.key);
  const owner = {
    key: "message",
    name: "",
    namespace: name.namespace,
    context,
  };
  const value =
    declaration === undefined ? undefined : elementValue(declaration, owner);
  const type = value?.descriptor ?? reference("xsd", "anyType");
  const descriptor = object({
    element: text(name.local),
    namespace: namespaceOf(name.namespace),
    type:
      type.kind === "reference" && type.module === "xsd" ? type : thunk(type),
    nillable: declaration?.nillable === true ? flag(true) : undefined,
    default:
      declaration?.default === undefined
        ? undefined
        : text(declaration.default),
    fixed:
      declaration?.fixed === undefined ? undefined : text(declaration.fixed),
    identity: identityConstraints(declaration?.identity),
    sealed: sealedEntry(declaration?.block, value),
  });
  return {
    name: constantName,
    type: "ElementDescriptor",
    value: descriptor,
    namespace: name.namespace,
  };
}
