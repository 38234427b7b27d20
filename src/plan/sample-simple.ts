import type { Facet, SimpleType, TypeReference } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { array, type Expression } from "./expression.js";
import { isBuiltin } from "./builtin-values.js";
import { candidatesFor, satisfies, type FacetSteps } from "./sample-facets.js";
import {
  asContent,
  parseLexical,
  sampleBuiltin,
  type Examples,
} from "./sample-values.js";

/** A value of a simple type that satisfies its facets; undefined when none is found. */
export function sampleSimple(
  key: string,
  examples: Examples,
  context: PlanContext,
): Expression | undefined {
  const planned = context.types.get(key);
  const type =
    planned?.kind === "simple"
      ? planned.definition
      : context.anonymousSimpleTypes.get(key);
  return type === undefined
    ? undefined
    : sampleType(type, examples, { context, steps: [] });
}

interface Derivation {
  readonly context: PlanContext;
  /** Facets of the derivations so far, the most derived first. */
  readonly steps: FacetSteps;
}

function sampleType(
  type: SimpleType,
  examples: Examples,
  derivation: Derivation,
): Expression | undefined {
  const { context, steps } = derivation;
  switch (type.variety) {
    case "list":
      return sampleList(type.itemType, derivation);
    case "union":
      for (const member of type.memberTypes) {
        const value = sampleReference(
          member,
          [...examples, ...literals(steps)],
          { context, steps: [] },
        );
        if (value !== undefined) return value;
      }
      return undefined;
    case "atomic":
      return sampleReference(type.base, examples, {
        context,
        steps: [...steps, type.facets],
      });
  }
}

function literals(steps: FacetSteps): Examples {
  const enumerated = steps.map((facets) =>
    facets.filter(({ kind }) => kind === "enumeration"),
  );
  return (enumerated.find((facets) => facets.length > 0) ?? []).map(
    ({ value }) => ({ text: value }),
  );
}

function sampleList(
  item: TypeReference,
  { context, steps }: Derivation,
): Expression | undefined {
  const facet = (kinds: readonly Facet["kind"][]): number | undefined => {
    const found = steps.flat().find(({ kind }) => kinds.includes(kind));
    return found === undefined ? undefined : Number(found.value);
  };
  const [literal] = literals(steps);
  const words = literal?.text.trim().split(/\s+/) ?? [];
  const length =
    words.length > 0 ? words.length : (facet(["length", "minLength"]) ?? 1);
  const items = Array.from({ length: Math.min(length, 100) }, (_, index) => {
    const word = words[index];
    return sampleReference(item, word === undefined ? [] : [{ text: word }], {
      context,
      steps: [],
    });
  });
  const known = items.filter((each) => each !== undefined);
  return known.length < items.length ? undefined : array(known);
}

function sampleReference(
  type: TypeReference,
  examples: Examples,
  derivation: Derivation,
): Expression | undefined {
  if (type.kind === "unknown") return undefined;
  if (type.kind === "named" && isBuiltin(type.name)) {
    const { local } = type.name;
    const value = sampleWithFacets(local, examples, derivation.steps);
    return asContent(local, value, derivation.context);
  }
  const definition =
    type.kind === "named"
      ? derivation.context.model.schemas.types.get(type.name.key)
      : type.type;
  return definition?.kind === "simple"
    ? sampleType(definition, examples, derivation)
    : undefined;
}

function sampleWithFacets(
  name: string,
  examples: Examples,
  steps: FacetSteps,
): Expression | undefined {
  if (steps.every((facets) => facets.length === 0))
    return sampleBuiltin(name, examples);
  const documented = examples.map((example) => example.text);
  const enumerated = literals(steps).map((example) => example.text);
  const candidates =
    enumerated.length > 0
      ? [...documented, ...enumerated]
      : [...documented, ...candidatesFor(name, steps)];
  for (const candidate of candidates) {
    if (!satisfies(candidate, steps, name)) continue;
    const value = parseLexical(name, candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}
