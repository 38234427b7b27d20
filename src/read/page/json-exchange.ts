import { appendAll } from "./append-all.js";
import type { SourceText } from "../../source/index.js";
import { decodeRecordedBody } from "./recorded-body.js";
import { items, type JsonNode, member, readJson, textOf } from "./json-node.js";
import {
  createMappedTextBuilder,
  type MappedText,
  type MappedTextBuilder,
} from "./mapped-text.js";

/**
 * Writes the exchanges of a Postman collection (v2) or an HTTP archive (HAR 1.2) as one would write them in a
 * page: name, request, response. Undefined where the JSON is neither.
 */
export function unwrapJsonExchanges(
  source: SourceText,
): MappedText | undefined {
  if (!/^\ufeff?\s{0,100}\{/.test(source.text)) return undefined;
  const root = readJson(source.text);
  if (root === undefined) return undefined;
  const writer: Writer = {
    source,
    builder: createMappedTextBuilder(source),
    variables: new Map(
      items(member(root, "variable")).map((variable) => [
        textOf(member(variable, "key")) ?? "",
        textOf(member(variable, "value")) ?? "",
      ]),
    ),
  };
  const entries = member(member(root, "log"), "entries");
  if (entries !== undefined) {
    for (const entry of items(entries)) writeHarEntry(writer, entry);
    return writer.builder.build();
  }
  if (member(root, "item") === undefined) return undefined;
  writePostmanItems(writer, root);
  return writer.builder.build();
}

interface Writer {
  readonly source: SourceText;
  readonly builder: MappedTextBuilder;
  /** Of a Postman collection: they stand in addresses. */
  readonly variables: ReadonlyMap<string, string>;
}

function writePostmanItems(writer: Writer, root: JsonNode): void {
  const pending = [...items(member(root, "item"))].toReversed();
  for (;;) {
    const item = pending.pop();
    if (item === undefined) return;
    const request = member(item, "request");
    if (request === undefined) {
      appendAll(pending, [...items(member(item, "item"))].toReversed());
      continue;
    }
    writeLine(writer, "# ", member(item, "name"));
    writeDescription(writer, member(request, "description"));
    writePostmanRequest(writer, request);
    for (const saved of items(member(item, "response"))) {
      const original = member(saved, "originalRequest");
      if (original !== undefined && body(original) !== body(request))
        writePostmanRequest(writer, original);
      writeResponse(writer, saved, {
        status: member(saved, "code"),
        headers: member(saved, "header"),
        content: member(saved, "body"),
      });
    }
  }
}

function body(request: JsonNode): string | undefined {
  return textOf(member(member(request, "body"), "raw"));
}

function writeDescription(writer: Writer, node: JsonNode | undefined): void {
  const text = node?.kind === "object" ? member(node, "content") : node;
  if (text?.kind !== "string") return;
  writeString(writer, text);
  writer.builder.put("\n\n", text.end, 0);
}

function writePostmanRequest(writer: Writer, request: JsonNode): void {
  const url = member(request, "url");
  const raw = url?.kind === "object" ? member(url, "raw") : url;
  writeRequest(writer, request, {
    method: member(request, "method"),
    url: raw,
    headers: member(request, "header"),
    content: member(member(request, "body"), "raw"),
  });
}

function writeHarEntry(writer: Writer, entry: JsonNode): void {
  const request = member(entry, "request");
  const response = member(entry, "response");
  if (request === undefined) return;
  writeRequest(writer, request, {
    method: member(request, "method"),
    url: member(request, "url"),
    headers: member(request, "headers"),
    content: member(member(request, "postData"), "text"),
  });
  if (response === undefined) return;
  writeResponse(writer, response, {
    status: member(response, "status"),
    headers: member(response, "headers"),
    content: member(member(response, "content"), "text"),
    encoding: textOf(member(member(response, "content"), "encoding")),
  });
}

interface RequestParts {
  readonly method: JsonNode | undefined;
  readonly url: JsonNode | undefined;
  readonly headers: JsonNode | undefined;
  readonly content: JsonNode | undefined;
}

function writeRequest(
  writer: Writer,
  node: JsonNode,
  parts: RequestParts,
): void {
  const { builder } = writer;
  const url = (textOf(parts.url) ?? "/").replace(
    /\{\{([^{}]{1,100})\}\}/g,
    (whole, name: string) => writer.variables.get(name.trim()) || whole,
  );
  const split = /^(?:https?:)?\/\/([^/?#]*)(.*)$/s.exec(url);
  const method = (textOf(parts.method) ?? "POST").replace(/\W/g, "");
  const target = (split?.[2] ?? url).replace(/\s/g, "%20") || "/";
  const place = parts.url ?? node;
  const { length } = textOf(parts.url) ?? "";
  builder.put(`${method} ${target} HTTP/1.1\n`, place.start, length + 2);
  if (split !== null) builder.put(`Host: ${split[1] ?? ""}\n`, place.start, 0);
  writeHeaders(writer, parts.headers);
  writeContent(writer, parts.content, node);
}

interface ResponseParts {
  readonly status: JsonNode | undefined;
  readonly headers: JsonNode | undefined;
  readonly content: JsonNode | undefined;
  /** `base64` for bodies that the recorder did not take for text. */
  readonly encoding?: string | undefined;
}

function writeResponse(
  writer: Writer,
  node: JsonNode,
  parts: ResponseParts,
): void {
  const status = textOf(parts.status) ?? "200";
  const code = /^\d{3}$/.test(status) ? status : "200";
  const place = parts.status ?? node;
  writer.builder.put(`HTTP/1.1 ${code} -\n`, place.start, status.length);
  writeHeaders(writer, parts.headers);
  const { content } = parts;
  if (parts.encoding !== "base64") writeContent(writer, content, node);
  else if (content?.kind === "string") writeDecoded(writer, content);
}

/** Decoded text has no places of its own: all of it stands where the body does. */
function writeDecoded(
  { builder }: Writer,
  content: Extract<JsonNode, { kind: "string" }>,
): void {
  const text = decodeRecordedBody(content.value) ?? "";
  builder.put("\n", content.start, 0);
  builder.put(text, content.start, content.end - content.start);
  builder.put("\n\n", content.end, 0);
}

function writeHeaders(writer: Writer, headers: JsonNode | undefined): void {
  for (const header of items(headers)) {
    const name = textOf(member(header, "key") ?? member(header, "name")) ?? "";
    const value = member(header, "value");
    if (!/^(?:content-type|soapaction)$/i.test(name)) continue;
    if (textOf(member(header, "disabled")) === "true") continue;
    const shown = /^content/i.test(name) ? "Content-Type: " : "SOAPAction: ";
    writeLine(writer, shown, value);
  }
}

function writeContent(
  writer: Writer,
  content: JsonNode | undefined,
  node: JsonNode,
): void {
  writer.builder.put("\n", (content ?? node).start, 0);
  if (content?.kind === "string") writeString(writer, content);
  writer.builder.put("\n\n", (content ?? node).start, 0);
}

function writeLine(
  writer: Writer,
  label: string,
  value: JsonNode | undefined,
): void {
  if (value?.kind !== "string") return;
  const text = value.value.replace(/\s+/g, " ");
  writer.builder.put(label, value.start, 0);
  writer.builder.put(text, value.start, value.end - value.start);
  writer.builder.put("\n", value.end, 0);
}

/** Copies the characters of a JSON string one escape at a time, so that each keeps its place. */
function writeString(
  writer: Writer,
  node: Extract<JsonNode, { kind: "string" }>,
): void {
  const { text } = writer.source;
  const parts = /\\(?:u[\da-fA-F]{4}|.)|[^\\]+/gs;
  for (const match of text
    .slice(node.start + 1, node.end - 1)
    .matchAll(parts)) {
    const start = node.start + 1 + match.index;
    const [part] = match;
    if (part.startsWith("\\"))
      writer.builder.put(unescape(part), start, part.length);
    else writer.builder.copy(start, start + part.length);
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

function unescape(part: string): string {
  const code = part.charAt(1);
  if (code === "u")
    return String.fromCharCode(Number.parseInt(part.slice(2), 16));
  return escapes.get(code) ?? code;
}
