import type { SampleAttribute, SampleElement } from "../model/index.js";

/** References multiply what they refer to; a hostile message is not written out to its end. */
const MAXIMUM_ELEMENTS = 5_000;

/** References inside what is referred to: more than any page shows levels. */
const MAXIMUM_REFERENCES = 16;

const RPC_RESULT_NAMESPACE = "http://www.w3.org/2003/05/soap-rpc";

/**
 * The children of an encoded Body with every reference replaced by what it refers to (SOAP 1.1 §5.4.1, SOAP 1.2 part 2
 * §3.1.5): independent elements move to the place they are used in. A reference back to an element around it stays
 * empty, and so does one that leads nowhere.
 */
export function inlineReferences(
  body: readonly SampleElement[],
): readonly SampleElement[] {
  const scope: Scope = {
    targets: targetsIn(body),
    open: new Set(),
    budget: { left: MAXIMUM_ELEMENTS },
  };
  const referred = new Set<SampleElement>();
  for (const element of everyElement(body)) {
    const target = scope.targets.get(referenceOf(element) ?? "");
    if (target !== undefined) referred.add(target);
  }
  // The first child is the message, whoever refers to it.
  return body
    .filter((element, index) => index === 0 || !referred.has(element))
    .map((element) => inline(element, scope));
}

interface Scope {
  readonly targets: ReadonlyMap<string, SampleElement>;
  /** Targets around the place that is written. */
  readonly open: Set<SampleElement>;
  readonly budget: { left: number };
}

/** SOAP 1.1: `href` to `id`; SOAP 1.2: `enc:ref` to `enc:id`. */
function referenceOf({ attributes }: SampleElement): string | undefined {
  for (const { name, value } of attributes) {
    if (name.local === "href" && name.namespace === "")
      return value.startsWith("#") ? value.slice(1) : undefined;
    if (name.local === "ref" && isEncodingNamespace(name.namespace))
      return value.replace(/^#/, "");
  }
  return undefined;
}

/** Whether the attribute belongs to the encoding: of an identity, a reference, or an array. */
export function isEncodingAttribute({ name }: SampleAttribute): boolean {
  if (name.namespace !== "") return isEncodingNamespace(name.namespace);
  return name.local === "id" || name.local === "href";
}

export function isEncodingNamespace(namespace: string): boolean {
  return /^http:\/\/(?:schemas\.xmlsoap\.org\/soap\/encoding|www\.w3\.org\/2003\/05\/soap-encoding)\/?$/.test(
    namespace,
  );
}

/** Only structs and arrays have an identity. */
export function hasIdentity({ attributes }: SampleElement): boolean {
  return attributes.some(isIdentity);
}

function isIdentity({ name }: SampleAttribute): boolean {
  return (
    name.local === "id" &&
    (name.namespace === "" || isEncodingNamespace(name.namespace))
  );
}

function* everyElement(
  roots: readonly SampleElement[],
): Generator<SampleElement> {
  const stack = [...roots];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (const node of element.content)
      if (node.kind === "element") stack.push(node);
  }
}

function targetsIn(
  body: readonly SampleElement[],
): ReadonlyMap<string, SampleElement> {
  const targets = new Map<string, SampleElement>();
  for (const element of everyElement(body)) {
    const id = element.attributes.find(isIdentity)?.value;
    if (id !== undefined && !targets.has(id)) targets.set(id, element);
  }
  return targets;
}

function inline(element: SampleElement, scope: Scope): SampleElement {
  const reference = referenceOf(element);
  const target =
    reference === undefined ? undefined : scope.targets.get(reference);
  if (target === undefined)
    return { ...element, content: inlineContent(element, scope) };
  const isSpent =
    scope.open.has(target) ||
    scope.open.size >= MAXIMUM_REFERENCES ||
    scope.budget.left <= 0;
  scope.open.add(target);
  const content = isSpent ? [] : inlineContent(target, scope);
  if (!isSpent) scope.open.delete(target);
  return {
    ...target,
    name: element.name,
    prefix: element.prefix,
    comments: element.comments,
    attributes: target.attributes,
    content,
    span: element.span,
  };
}

function inlineContent(
  { content }: SampleElement,
  scope: Scope,
): SampleElement["content"] {
  return content.flatMap((node): SampleElement["content"] => {
    if (node.kind === "text") return [node];
    // The name of the part that is the return value (SOAP 1.2 part 2 §4.2.1).
    if (node.name.namespace === RPC_RESULT_NAMESPACE) return [];
    return --scope.budget.left < 0 ? [] : [inline(node, scope)];
  });
}
