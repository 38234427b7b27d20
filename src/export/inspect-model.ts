import type { Model, Service, TypeDefinition } from "../model/index.js";
import {
  describeName,
  describeReference,
  enumerationOf,
  isOpenEnumeration,
} from "./describe-type.js";
import { inspectFact, inspectName } from "./inspect-fact.js";
import { inspectOperation } from "./inspect-operation.js";
import { inspectContent } from "./inspect-type.js";
import type {
  InspectedService,
  InspectedType,
  Inspection,
} from "./inspection.js";

/** Everything that is known of the services, as data: what there is, how it is known, and where it stands. */
export function inspectModel(model: Model): Inspection {
  return {
    version: 1,
    services: model.services.map(inspectService),
    operations: model.operations.map((operation) =>
      inspectOperation(operation, model),
    ),
    types: [...model.schemas.types.values()].map((type): InspectedType => {
      const { name, kind, documentation, origin } = type;
      return {
        name: inspectName(name),
        kind,
        ...baseOf(type),
        values: kind === "simple" ? enumerationOf(type) : [],
        ...(kind === "simple" && isOpenEnumeration(type) ? { open: true } : {}),
        members: kind === "complex" ? inspectContent(type, model) : [],
        ...(documentation === undefined ? {} : { documentation }),
        fact: inspectFact(origin),
        ...membersFactOf(type),
      };
    }),
  };
}

/** Samples show no choices inside sequences, no inherited members and no derived types: ASP.NET help pages leave them out. */
function membersFactOf(
  type: TypeDefinition,
): Pick<InspectedType, "membersFact"> {
  if (type.kind !== "complex" || type.origin.how !== "sampled") return {};
  const fact = inspectFact({
    ...type.origin,
    how: "assumed",
    certainty: "likely",
    note: "samples may not show all members, and show no derived types",
  });
  return { membersFact: fact };
}

function inspectService({ name, ports, origin }: Service): InspectedService {
  return {
    name: inspectName(name),
    ports: ports.map((port) => ({
      name: port.name,
      protocol: port.protocol,
      ...(port.address === undefined ? {} : { address: port.address }),
      fact: inspectFact(port.origin),
    })),
    fact: inspectFact(origin),
  };
}

function baseOf(type: TypeDefinition): Pick<InspectedType, "base"> {
  if (type.kind === "complex") {
    return type.base === undefined ? {} : { base: describeName(type.base) };
  }
  // What a simple type is made of reads like one that is defined in place.
  return { base: describeReference({ kind: "anonymous", type }) };
}
