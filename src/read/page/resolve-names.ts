import {
  qname,
  type SampleAttribute,
  type SampleElement,
  type SampleText,
} from "../../model/index.js";
import { markedLiterals } from "./literals.js";
import {
  type Edit,
  type MappedText,
  type Range,
  spanOf,
} from "./mapped-text.js";
import {
  prefixPart,
  localPart,
  type RawElement,
  type RawMessage,
} from "./raw-message.js";
import { joinNamespace, wellKnownPrefixes } from "./soap-names.js";
import { decodeReferences, escapeEdits, foldText } from "./xml-text.js";
import type { RawAttribute, XmlToken } from "./xml-token.js";

export interface ResolvedMessage {
  readonly root: SampleElement;
  /** Prefixes that neither the message nor custom explains. */
  readonly unknownPrefixes: readonly string[];
  /** Prefixes whose declaration was supplied, with the namespace. */
  readonly supplied: ReadonlyMap<string, string>;
  /** What namespaces add to the message's own edits. */
  readonly edits: readonly Edit[];
  /** Namespace names that the capture wrapped. */
  readonly wrapped: readonly Range[];
}

type Scope = ReadonlyMap<string, string>;

interface Resolver {
  readonly mapped: MappedText;
  readonly pagePrefixes: Scope;
  readonly unknownPrefixes: Set<string>;
  readonly supplied: Map<string, string>;
  readonly edits: Edit[];
  readonly wrapped: Range[];
}

/** The declarations of the whole page: a fragment often relies on those of another one. */
export function collectPrefixes(tokens: readonly XmlToken[]): Scope {
  const prefixes = new Map<string, string>();
  for (const token of tokens)
    for (const { name, value } of token.attributes) {
      const prefix = declaredPrefix(name);
      if (prefix !== undefined && prefix !== "" && !prefixes.has(prefix))
        prefixes.set(prefix, joinNamespace(decodeReferences(value)));
    }
  return prefixes;
}

/** Resolves the names of a message by its own declarations, then the page's, then custom. */
export function resolveNames(
  mapped: MappedText,
  message: RawMessage,
  pagePrefixes: Scope,
): ResolvedMessage {
  const resolver: Resolver = {
    mapped,
    pagePrefixes,
    unknownPrefixes: new Set(),
    supplied: new Map(),
    edits: [],
    wrapped: [],
  };
  const root = resolveElement(resolver, message.root, new Map());
  return {
    root,
    unknownPrefixes: [...resolver.unknownPrefixes],
    supplied: resolver.supplied,
    edits: resolver.edits,
    wrapped: resolver.wrapped,
  };
}

function declaredPrefix(name: string): string | undefined {
  if (name === "xmlns") return "";
  return name.startsWith("xmlns:") ? name.slice(6) : undefined;
}

/** Recursion is bounded: messages are at most 200 elements deep. */
function resolveElement(
  resolver: Resolver,
  raw: RawElement,
  outer: Scope,
): SampleElement {
  const scope = declare(resolver, raw, outer);
  const prefix = prefixPart(raw.name);
  const namespace = lookUp(resolver, scope, prefix);
  return {
    kind: "element",
    name: qname(namespace, localPart(raw.name)),
    prefix,
    attributes: raw.attributes
      .filter((attribute) => declaredPrefix(attribute.name) === undefined)
      .map((attribute) => resolveAttribute(resolver, attribute, scope)),
    content: raw.content.map((node): SampleElement | SampleText =>
      node.kind === "element"
        ? resolveElement(resolver, node, scope)
        : {
            kind: "text",
            text: node.text,
            span: spanOf(resolver.mapped, node.range),
            ...(node.literals === undefined ? {} : { literals: node.literals }),
          },
    ),
    comments: raw.comments,
    namespaces: scope,
    span: spanOf(resolver.mapped, { start: raw.start, end: raw.end }),
  };
}

function declare(resolver: Resolver, raw: RawElement, outer: Scope): Scope {
  let scope: Map<string, string> | undefined;
  for (const attribute of raw.attributes) {
    const prefix = declaredPrefix(attribute.name);
    if (prefix === undefined) continue;
    const namespace = joinNamespace(decodeReferences(attribute.value));
    scope ??= new Map(outer);
    scope.set(prefix, namespace);
    const { start, end } = attribute.valueRange;
    if (!/\s/.test(attribute.value)) continue;
    const length = end - start;
    resolver.edits.push({ offset: start, length, insert: namespace });
    resolver.wrapped.push(attribute.valueRange);
  }
  return scope ?? outer;
}

function lookUp(resolver: Resolver, scope: Scope, prefix: string): string {
  const declared = scope.get(prefix);
  if (declared !== undefined) return declared;
  if (prefix === "" || prefix === "xmlns") return "";
  const custom =
    resolver.pagePrefixes.get(prefix) ?? wellKnownPrefixes.get(prefix);
  if (custom === undefined) resolver.unknownPrefixes.add(prefix);
  else if (prefix !== "xml") resolver.supplied.set(prefix, custom);
  return custom ?? "";
}

function resolveAttribute(
  resolver: Resolver,
  raw: RawAttribute,
  scope: Scope,
): SampleAttribute {
  const prefix = prefixPart(raw.name);
  const namespace = prefix === "" ? "" : lookUp(resolver, scope, prefix);
  const { text, marks } = resolver.mapped;
  const literals = markedLiterals(text, marks, raw.valueRange);
  for (const edit of escapeEdits(text, raw.valueRange))
    resolver.edits.push(edit);
  return {
    name: qname(namespace, localPart(raw.name)),
    value: foldText(decodeReferences(raw.value)),
    span: spanOf(resolver.mapped, raw.range),
    ...(literals === undefined ? {} : { literals }),
  };
}
