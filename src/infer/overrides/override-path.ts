/** One step of a path: a name as written, with its namespace where that was given. */
export interface PathStep {
  readonly kind: "element" | "attribute" | "text";
  readonly local: string;
  readonly namespace?: string;
  readonly text: string;
}

/** A path of an overrides file: `Order/Lines/Line/@no`, `GetOrder:response/GetOrderResult`. */
export interface OverridePath {
  readonly start: PathStep;
  /** After an operation's name: which of its messages. */
  readonly message?: "request" | "response";
  readonly steps: readonly PathStep[];
}

/** Splits a path; undefined when it has an empty step. Slashes in braces belong to a namespace. */
export function parseOverridePath(path: string): OverridePath | undefined {
  const [first = "", ...rest] = splitSteps(path);
  const message = /:(request|response)$/.exec(first)?.[1];
  const start = parseStep(
    message === undefined ? first : first.slice(0, -message.length - 1),
  );
  const steps = rest.map(parseStep);
  if (start?.kind !== "element") return undefined;
  const known = steps.filter((step) => step !== undefined);
  if (known.length < steps.length) return undefined;
  return {
    start,
    ...(message === "request" || message === "response" ? { message } : {}),
    steps: known,
  };
}

function splitSteps(path: string): readonly string[] {
  const steps: string[] = [];
  let from = 0;
  let isInside = false;
  for (let at = 0; at < path.length; at++) {
    const character = path[at];
    if (character === "{") isInside = true;
    else if (character === "}") isInside = false;
    else if (character === "/" && !isInside) {
      steps.push(path.slice(from, at));
      from = at + 1;
    }
  }
  return [...steps, path.slice(from)];
}

/** `Price`, `@no`, `{urn:shop}Price`, `@{urn:shop}no`, `{}Price` (unqualified), `$value` (text beside attributes). */
export function parseStep(text: string): PathStep | undefined {
  if (text === "$value") return { kind: "text", local: text, text };
  const match = /^(@?)(?:\{([^{}]*)\})?([^{}@/]+)$/.exec(text);
  const local = match?.[3];
  if (match === null || local === undefined) return undefined;
  const namespace = match[2];
  return {
    kind: match[1] === "@" ? "attribute" : "element",
    local,
    ...(namespace === undefined ? {} : { namespace }),
    text,
  };
}

/** Whether a step names this component; without a namespace, any will do. */
export function stepNames(
  step: Pick<PathStep, "local" | "namespace">,
  name: { readonly namespace: string; readonly local: string },
): boolean {
  return (
    step.local === name.local &&
    (step.namespace === undefined || step.namespace === name.namespace)
  );
}
