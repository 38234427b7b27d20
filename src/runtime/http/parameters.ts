import type { BodyDescriptor, PartDescriptor } from "../descriptor.js";
import type { CodecFeature } from "../codec/codec-feature.js";
import type { Compiler, Members } from "../codec/contracts.js";
import { checkKnown } from "../codec/known-properties.js";
import { isObject, own } from "../codec/own.js";
import { printSimple } from "../codec/simple-type.js";
import { XmlWriter } from "../xml/writer.js";

export type ParametersBody = Extract<
  BodyDescriptor,
  { readonly kind: "parameters" }
>;

export type Pair = readonly [name: string, value: string];

/** The parameters of a call, in order; a repeated one repeats its name (WSDL 1.1 §4). */
function printParameters(
  body: ParametersBody,
  value: unknown,
  compiler: Compiler,
): Pair[] {
  const writer = new XmlWriter();
  const input = value ?? {};
  if (!isObject(input)) return writer.fail("an object", input);
  const parts = body.parts();
  checkKnown(writer, input, new Set(parts.map((part) => part.property)));
  return parts.flatMap((part) => printPart(writer, part, { input, compiler }));
}

function printPart(
  writer: XmlWriter,
  part: PartDescriptor,
  from: { readonly input: Members; readonly compiler: Compiler },
): Pair[] {
  const { property, element, min = 1, max = 1 } = part;
  const { simple } = from.compiler.element(part).type;
  const member = itemsOf(part, own(from.input, property));
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

function encodeParameters(
  body: ParametersBody,
  value: unknown,
  compiler: Compiler,
): ParameterRequest {
  const pairs = printParameters(body, value, compiler);
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

/** Writes the parameters of HTTP bindings. */
export type ParameterEncoder = typeof encodeParameters;

/** HTTP GET and POST with parameters. */
export const parameters: CodecFeature = { parameters: encodeParameters };
