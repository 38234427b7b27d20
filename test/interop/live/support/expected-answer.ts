import type { Protocol } from "../../../../src/model/index.js";
import type { Scenario } from "../scenarios/index.js";
import type { Limit } from "./stack.js";

export interface ExpectedAnswer {
  readonly value: unknown;
  readonly view: readonly string[];
  readonly fails?: RegExp;
  readonly lenient?: Limit["lenient"];
}

/** What a scenario gives on a stack with these limits. */
export function expectedAnswer(
  scenario: Scenario,
  protocol: Protocol,
  limits: readonly Limit[],
): ExpectedAnswer {
  const own = limits.filter(
    (limit) =>
      limit.scenario === scenario.name &&
      (limit.protocol ?? protocol) === protocol,
  );
  const value = structuredClone(scenario.value);
  const lines = linesByName(scenario.view);
  for (const limit of own) {
    for (const [path, member] of Object.entries(limit.value ?? {}))
      put(value, path.split("."), member);
    for (const [name, text] of Object.entries(limit.view ?? {})) {
      if (text === undefined) lines.delete(name);
      else lines.set(name, `${name.split(" ", 1)[0]}=${text}`);
    }
  }
  const { fails, lenient } =
    own.find((limit) => limit.fails !== undefined) ?? {};
  return {
    value,
    view: [...lines.values()],
    ...(fails !== undefined && { fails }),
    ...(lenient !== undefined && { lenient }),
  };
}

/** Lines of repeated things, which have one name, are told apart by their index. */
function linesByName(view: readonly string[]): Map<string, string> {
  const lines = new Map<string, string>();
  for (const [index, line] of view.entries()) {
    const name = line.split("=", 1)[0] ?? "";
    lines.set(lines.has(name) ? `${name} ${index}` : name, line);
  }
  return lines;
}

function put(
  target: unknown,
  [step = "", ...rest]: readonly string[],
  member: unknown,
): void {
  // Only scenarios come here, whose values are objects and arrays.
  const object = target as Record<string, unknown>;
  if (rest.length > 0) put(object[step], rest, member);
  else if (member === undefined) delete object[step];
  else object[step] = member;
}
