import {
  listUnknown,
  type Model,
  type Operation,
  type Page,
  type Port,
  type UnknownMember,
  type UnknownPart,
} from "../../model/index.js";
import { inspectFact } from "../inspect-fact.js";
import { gapOverrides } from "./gap-overrides.js";
import type { Gap, GapReport } from "./gap.js";
import { findShowingPages } from "./showing-pages.js";

/** Exactly what is unknown of a service, which of its pages would show it, and the overrides to fill in instead. */
export function findGaps(model: Model, pages: readonly Page[]): GapReport {
  const { elements, types } = model.schemas;
  const unknown = listUnknown({
    elements: elements.values(),
    types: types.values(),
    parts: model.operations.flatMap(typedParts),
  });
  const gaps = [
    ...endpointGaps(model),
    ...unknown.map((member) => memberGap(member, model, pages)),
  ];
  return { gaps, overrides: gapOverrides(gaps) };
}

/** The parts of rpc messages; every binding of an operation has the same. */
function typedParts({ name, bindings }: Operation): readonly UnknownPart[] {
  const main = bindings.find(({ request }) => request.body.kind === "rpc");
  const sides = { request: main?.request, response: main?.response };
  return Object.entries(sides).flatMap(([direction, envelope]) => {
    const body = envelope?.body;
    if (body?.kind !== "rpc") return [];
    return body.parts.flatMap((part) =>
      part.type.kind === "type"
        ? [
            {
              path: `${name}:${direction}/${part.name}`,
              name: part.name,
              type: part.type.reference,
              origin: part.origin,
            },
          ]
        : [],
    );
  });
}

/** A service none of whose ports has an address. */
function endpointGaps({ services }: Model): readonly Gap[] {
  const ports: readonly Port[] = services.flatMap((service) => service.ports);
  const [first] = ports;
  if (first === undefined) return [];
  if (ports.some(({ address }) => address !== undefined)) return [];
  return [
    {
      path: "service",
      kind: "endpoint",
      reason: "no page shows host and path of a request",
      fact: inspectFact(first.origin),
      shownBy: [],
      hint: "a sample with its HTTP head would show it",
    },
  ];
}

function memberGap(
  member: UnknownMember,
  model: Model,
  pages: readonly Page[],
): Gap {
  const { path, reason, isCutOff, origin } = member;
  return {
    path,
    kind: isCutOff ? "cut-off" : "empty-element",
    reason,
    fact: inspectFact(origin),
    shownBy: isCutOff ? findShowingPages(member, model, pages) : [],
    hint: isCutOff
      ? `a page that shows ${ownerOf(path)} nearer to the top of a message would show it`
      : "no page shows more of it: only a real message, or the service's author, can tell",
  };
}

/** The type or element around a member. */
function ownerOf(path: string): string {
  const cut = path.lastIndexOf("/");
  return cut < 0 ? path : path.slice(0, cut);
}
