import {
  array,
  flag,
  reference,
  type Expression,
  type ObjectEntry,
} from "./expression.js";
import type { OperationPlan, SchemaModule } from "./sdk-plan.js";

/** Features of the runtime's codec, in the order that they are listed in; a set of them is a number with their bits. */
const features = [
  "all",
  "anyTypes",
  "arrays",
  "attachments",
  "attributes",
  "choice",
  "constraints",
  "derivation",
  "digits",
  "enumeration",
  "headers",
  "identity",
  "knownAttributes",
  "knownElements",
  "lengths",
  "list",
  "mixed",
  "parameters",
  "parts",
  "patterns",
  "ranges",
  "repetition",
  "sealed",
  "sequence",
  "slowPatterns",
  "streams",
  "substitution",
  "tolerance",
  "union",
  "wildcards",
] as const;

type Feature = (typeof features)[number];

function bit(feature: Feature): number {
  return 1 << features.indexOf(feature);
}

/** What a key of a descriptor asks for. */
const byKey: ReadonlyMap<string, Feature> = new Map([
  ["abstract", "derivation"],
  ["any", "wildcards"],
  ["assumed", "tolerance"],
  ["anyAttribute", "attributes"],
  ["attachments", "attachments"],
  ["attributes", "attributes"],
  ["derived", "derivation"],
  ["enumeration", "enumeration"],
  ["fixed", "constraints"],
  ["fractionDigits", "digits"],
  ["header", "headers"],
  ["headers", "headers"],
  ["identity", "identity"],
  ["known", "knownElements"],
  ["knownAttributes", "knownAttributes"],
  ["length", "lengths"],
  ["maxExclusive", "ranges"],
  ["maxInclusive", "ranges"],
  ["maxLength", "lengths"],
  ["minExclusive", "ranges"],
  ["minInclusive", "ranges"],
  ["minLength", "lengths"],
  ["mixed", "mixed"],
  ["patterns", "patterns"],
  ["sealed", "sealed"],
  ["streamed", "streams"],
  ["slowPatterns", "slowPatterns"],
  ["substitutes", "substitution"],
  ["totalDigits", "digits"],
]);

/** What a `kind` or a `group` asks for. */
const byWord: ReadonlyMap<string, Feature> = new Map([
  ["all", "all"],
  ["any", "anyTypes"],
  ["array", "arrays"],
  ["choice", "choice"],
  ["list", "list"],
  ["parameters", "parameters"],
  ["parts", "parts"],
  ["rpc", "parts"],
  ["sequence", "sequence"],
  ["union", "union"],
  ["xml", "parts"],
]);

/** What the built-in types ask for that are more than one constant. */
const byBuiltin: ReadonlyMap<string, number> = new Map([
  ["anyType", bit("anyTypes")],
  ["base64Content", bit("streams")],
  ...["ENTITIES", "IDREFS", "NMTOKENS"].map(
    (name) => [name, bit("list") | bit("lengths")] as const,
  ),
]);

interface Needs {
  /** Set of features. */
  own: number;
  /** Names of the descriptors that it refers to. */
  readonly references: string[];
}

/** Names in each operation what its messages need of the codec, so that bundles leave out the rest. */
export function withFeatures(
  operations: readonly OperationPlan[],
  schemas: readonly SchemaModule[],
): readonly OperationPlan[] {
  const descriptors = schemas.flatMap((module) => module.descriptors);
  const needs = new Map(
    descriptors.map(({ name, value }) => [name, needsOf(value)]),
  );
  spread(needs);
  return operations.map((operation) => {
    const { own, references } = needsOf(operation.descriptor);
    const set = references.reduce(
      (found, name) => found | (needs.get(name)?.own ?? 0),
      own,
    );
    return { ...operation, descriptor: withUses(operation.descriptor, set) };
  });
}

/** Gives every descriptor the needs of those that it refers to, directly or not. */
function spread(needs: ReadonlyMap<string, Needs>): void {
  const users = new Map<string, Needs[]>();
  for (const each of needs.values()) {
    for (const name of each.references) {
      const known = users.get(name);
      if (known === undefined) users.set(name, [each]);
      else known.push(each);
    }
  }
  const names = new Map([...needs].map(([name, each]) => [each, name]));
  // Sets only grow, so each descriptor comes up as often as there are features, at most.
  const queue = [...needs.values()];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const user of users.get(names.get(next) ?? "") ?? []) {
      if ((user.own | next.own) === user.own) continue;
      user.own |= next.own;
      queue.push(user);
    }
  }
}

function needsOf(value: Expression): Needs {
  const needs: Needs = { own: 0, references: [] };
  collect(value, needs);
  return needs;
}

function collect(value: Expression, into: Needs): void {
  switch (value.kind) {
    case "reference":
      if (value.module === "schemas") into.references.push(value.name);
      else if (value.module === "xsd")
        into.own |= byBuiltin.get(value.name) ?? 0;
      break;
    case "array":
      value.items.forEach((item) => collect(item, into));
      break;
    case "thunk":
      collect(value.body, into);
      break;
    case "object":
      value.entries.forEach((entry) => {
        into.own |= needOfEntry(entry, value.entries);
        collect(entry.value, into);
      });
  }
}

function needOfEntry(
  { key, value }: ObjectEntry,
  entries: readonly ObjectEntry[],
): number {
  if (key === "kind" || key === "group") {
    const feature =
      value.kind === "string" ? byWord.get(value.value) : undefined;
    return feature === undefined ? 0 : bit(feature);
  }
  if (key === "max") {
    const isRepeated = value.kind === "number" && value.value > 1;
    return isRepeated && hasKey(entries, "group") ? bit("repetition") : 0;
  }
  // The default of an attribute is for its readers: the codec adds nothing.
  if (key === "default")
    return hasKey(entries, "attribute") ? 0 : bit("constraints");
  const feature = byKey.get(key);
  return feature === undefined ? 0 : bit(feature);
}

function hasKey(entries: readonly ObjectEntry[], name: string): boolean {
  return entries.some(({ key }) => key === name);
}

function withUses(descriptor: Expression, set: number): Expression {
  if (descriptor.kind !== "object" || set === 0) return descriptor;
  const used = features.filter((feature) => (set & bit(feature)) !== 0);
  const value = array(used.map((name) => reference("features", name)));
  const [name, ...rest] = descriptor.entries;
  const added = [
    { key: "uses", value },
    ...((set & bit("streams")) === 0
      ? []
      : [{ key: "streams", value: flag(true) }]),
  ];
  return {
    ...descriptor,
    entries: name === undefined ? added : [name, ...added, ...rest],
  };
}
