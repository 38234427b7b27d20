// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { BodyDescriptor, PartDescriptor } from "../descriptor.js";
import { compileElement } from "../codec/compile.js";
import type { Members } from "../codec/contracts.js";
import { checkKnown } from "../codec/known-properties.js";
import { isObject, own, setOwn } from "../codec/own.js";
import { printSimple } from "../codec/simple-type.js";
import { SoapError } from "../soap-error.js";
import { XmlWriter } from "../xml/writer.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import { ValueError } from "../xsd/value-error.js";

export type ParametersBody = Extract<
  BodyDescriptor,
  { readonly kind: "parameters" }
>;

type Pair = readonly [name: string, value: string];

/** The parameters of a call, in order; a repeated one repeats its name (WSDL 1.1 §4). */
function printParameters(body: ParametersBody, value: unknown): Pair[] {
  const writer = new XmlWriter();
  const input = value ?? {};
  if (!isObject(input)) return writer.fail("an object", input);
  const parts = body.parts();
  checkKnown(writer, input, new Set(parts.map((part) => part.property)));
  return parts.flatMap((part) => printPart(writer, part, input));
}

function printPart(
  writer: XmlWriter,
  part: PartDescriptor,
  input: Members,
): Pair[] {
  const { property, element, min = 1, max = 1 } = part;
  const { simple } = compileElement(part).type;
  const member = itemsOf(part, own(input, property));
  writer.path.push(property);
  if (simple === undefined) return writer.fail("a simple type", member);
  if (member === undefined && min > 0) writer.fail("a value", member);
  const given = Array.isArray(member) && max > 1 ? member : [member];
  const items = member === undefined ? [] : given;
  if (items.length > max) writer.fail(`at most ${max} items`, member);
  const pairs = items.map((item): Pair => [
    element,
    printSimple(writer, simple, item),
  ]);
  writer.path.pop();
  return pairs;
}

/** The value itself, or for an array wrapper the array in it. */
function itemsOf({ item }: PartDescriptor, value: unknown): unknown {
  return item !== undefined && isObject(value) ? own(value, item) : value;
}

const toQuery = (pairs: readonly Pair[]): string =>
  pairs
    .map((pair) => pair.map((text) => encodeURIComponent(text)).join("="))
    .join("&");

export interface ParameterRequest {
  /** To append to the port's address. */
  readonly location: string;
  /** For forms. */
  readonly body?: string;
}

export function encodeParameters(
  body: ParametersBody,
  value: unknown,
): ParameterRequest {
  const pairs = printParameters(body, value);
  const { location, placement } = body;
  if (placement === "form") return { location, body: toQuery(pairs) };
  if (placement === "query") {
    const query = toQuery(pairs);
    return { location: query === "" ? location : `${location}?${query}` };
  }
  const byName = new Map(pairs);
  return {
    location: location.replace(/\(([^()]+)\)/g, (whole, name: string) =>
      encodeURIComponent(byName.get(name) ?? whole),
    ),
  };
}

function readPairs(text: string): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  // Not iterated: older DOM typings do not say that it can be.
  new URLSearchParams(text).forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

/** Reads what `encodeParameters` makes: `target` is the path with the query, `form` the body. */
export function decodeParameters(
  body: ParametersBody,
  target: string,
  form: string,
): Members {
  const question = target.indexOf("?");
  const query = question < 0 ? "" : target.slice(question + 1);
  const pairs =
    body.placement === "path"
      ? readPath(body.location, target)
      : readPairs(body.placement === "form" ? form : query);
  const value: Members = {};
  for (const part of body.parts()) {
    const texts = pairs.filter(([name]) => name === part.element);
    const items = texts.map(([, text]) => readPart(part, text));
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

function readPart(part: PartDescriptor, text: string): unknown {
  const { simple } = compileElement(part).type;
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
