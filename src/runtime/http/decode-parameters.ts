import type { PartDescriptor } from "../descriptor.js";
import type { Compiler, Members } from "../codec/contracts.js";
import { setOwn } from "../codec/own.js";
import { SoapError } from "../soap-error.js";
import { XmlWriter } from "../xml/writer.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import { ValueError } from "../xsd/value-error.js";
import type { Pair, ParametersBody } from "./parameters.js";

function readPairs(text: string): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  // Not iterated: older DOM typings do not say that it can be.
  new URLSearchParams(text).forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

/** Reads the parameters of a request: `target` is the path with the query. */
export function decodeParameters(
  body: ParametersBody,
  request: { readonly target: string; readonly body: string },
  compiler: Compiler,
): Members {
  const { target, body: form } = request;
  const question = target.indexOf("?");
  const query = question < 0 ? "" : target.slice(question + 1);
  const pairs =
    body.placement === "path"
      ? readPath(body.location, target)
      : readPairs(body.placement === "form" ? form : query);
  const value: Members = {};
  for (const part of body.parts()) {
    const texts = pairs.filter(([name]) => name === part.element);
    const items = texts.map(([, text]) => readPart(part, text, compiler));
    if (items.length < (part.min ?? 1)) failParameter(part, "a value", "none");
    const isArray = (part.max ?? 1) > 1;
    if (items.length === 0) continue;
    const array = part.item === undefined ? items : { [part.item]: items };
    setOwn(value, part.property, isArray ? array : items[0]);
  }
  return value;
}

function readPath(location: string, target: string): Pair[] {
  const names: string[] = [];
  const pattern = location
    .replace(/[.*+?^${}|[\]\\]/g, "\\$&")
    .replace(/\(([^()]+)\)/g, (_whole, name: string) => {
      names.push(name);
      return "([^/?]*)";
    });
  const found = new RegExp(`${pattern}$`).exec(target) ?? [];
  return names.map((name, index) => [
    name,
    decodeURIComponent(found[index + 1] ?? ""),
  ]);
}

function readPart(
  part: PartDescriptor,
  text: string,
  compiler: Compiler,
): unknown {
  const { simple } = compiler.element(part).type;
  if (simple === undefined) return text;
  try {
    return simple.parse(
      applyWhiteSpace(text, simple.whiteSpace),
      new XmlWriter(),
    );
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return failParameter(part, error.expected, error.received);
  }
}

function failParameter(
  part: PartDescriptor,
  expected: string,
  received: string,
): never {
  const path = part.element;
  throw new SoapError(`${path}: expected ${expected}, received ${received}`, {
    kind: "decode",
    path,
    line: 1,
    column: 1,
    expected,
    received,
  });
}
