import type {
  BindingOperation,
  Operation,
  PartType,
  QName,
} from "../model/index.js";
import type { PlanContext } from "./context.js";
import { flag, object, text, type Expression } from "./expression.js";
import { safeTypeName } from "./names/identifiers.js";
import { namespaceOf } from "./namespace-of.js";
import { nillableValue, partValue } from "./part-value.js";
import type { FaultsPlan } from "./sdk-plan.js";
import { soapEncoding } from "./soap-encoding.js";

/** A declared fault: an element of the detail, or a header block (`soap:headerfault`, WSDL 1.1 §3.7). */
export interface DeclaredFault {
  readonly name: string;
  readonly type: PartType;
  readonly wireName: QName;
  readonly isEncoded: boolean;
  readonly isHeader: boolean;
}

/** The faults of a binding, with those that its headers declare. */
export function faultsOf({
  request,
  response,
  faults,
}: BindingOperation): readonly DeclaredFault[] {
  const found: DeclaredFault[] = faults.map((fault) => ({
    ...fault,
    isHeader: false,
  }));
  const headers = [...request.headers, ...(response?.headers ?? [])];
  const ofHeaders = new Map(
    headers.flatMap((header) =>
      (header.faults ?? []).map((fault) => [fault.name.key, fault]),
    ),
  );
  for (const { name: wireName, type, isEncoded } of ofHeaders.values()) {
    const rival = faults.find(({ name }) => name === wireName.local);
    const isSame = rival === undefined || rival.wireName === wireName;
    const name = isSame ? wireName.local : `${wireName.local}Header`;
    found.push({ name, type, wireName, isEncoded, isHeader: true });
  }
  return found;
}

export function faultDescriptor(
  fault: DeclaredFault,
  context: PlanContext,
): Expression {
  const { name, wireName, isEncoded, isHeader } = fault;
  const { value, nillable } = partValue(fault.type, wireName.local, context);
  return object({
    name: text(name),
    element: text(wireName.local),
    namespace: namespaceOf(wireName.namespace),
    type: value.descriptor,
    nillable: nillable ? flag(true) : undefined,
    encoded: isEncoded ? encodingOf(isHeader) : undefined,
    header: isHeader ? flag(true) : undefined,
  });
}

/** Header blocks are read by themselves, without what else there is. */
function encodingOf(isHeader: boolean): Expression {
  return isHeader ? flag(true) : soapEncoding;
}

/** Faults of all bindings, each name once. */
export function planFaults(
  { name, bindings }: Operation,
  key: string,
  context: PlanContext,
): FaultsPlan | undefined {
  const faults = new Map(
    bindings.flatMap(faultsOf).map((fault) => [fault.name, fault]),
  );
  if (faults.size === 0) return undefined;
  return {
    typeName: context.names.give(
      `faults:${key}`,
      safeTypeName(`${name} Fault`),
    ),
    doc: [`What ${name} fails with.`],
    faults: [...faults.values()].map((fault) => ({
      name: fault.name,
      type: nillableValue(partValue(fault.type, fault.wireName.local, context))
        .type,
    })),
  };
}
