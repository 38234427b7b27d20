/** A value of a JSON document that knows where it stands. */
export type JsonNode =
  | {
      readonly kind: "object";
      readonly members: ReadonlyMap<string, JsonNode>;
      readonly start: number;
    }
  | {
      readonly kind: "array";
      readonly items: readonly JsonNode[];
      readonly start: number;
    }
  | JsonString
  | { readonly kind: "other"; readonly text: string; readonly start: number };

export interface JsonString {
  readonly kind: "string";
  readonly value: string;
  /** Offset of the opening quotation mark. */
  readonly start: number;
  readonly end: number;
}

/** Deeper documents are no recorded exchanges. */
const maximumDepth = 100;

/** Reads JSON with positions; undefined where it is none. */
export function readJson(text: string): JsonNode | undefined {
  const cursor: Cursor = { text, position: text.startsWith("\ufeff") ? 1 : 0 };
  const node = readValue(cursor, 0);
  if (node === undefined) return undefined;
  skipSpace(cursor);
  return cursor.position === text.length ? node : undefined;
}

interface Cursor {
  readonly text: string;
  position: number;
}

function skipSpace(cursor: Cursor): void {
  while (/[ \t\r\n]/.test(cursor.text.charAt(cursor.position)))
    cursor.position++;
}

function readValue(cursor: Cursor, depth: number): JsonNode | undefined {
  if (depth > maximumDepth) return undefined;
  skipSpace(cursor);
  const character = cursor.text.charAt(cursor.position);
  if (character === "{") return readObject(cursor, depth);
  if (character === "[") return readArray(cursor, depth);
  if (character === '"') return readString(cursor);
  const start = cursor.position;
  const other = /(?:true|false|null|-?\d[\d.eE+-]*)/y;
  other.lastIndex = start;
  const match = other.exec(cursor.text);
  if (match === null) return undefined;
  cursor.position += match[0].length;
  return { kind: "other", text: match[0], start };
}

function readObject(cursor: Cursor, depth: number): JsonNode | undefined {
  const start = cursor.position++;
  const members = new Map<string, JsonNode>();
  skipSpace(cursor);
  if (take(cursor, "}")) return { kind: "object", members, start };
  for (;;) {
    skipSpace(cursor);
    const name = readString(cursor);
    skipSpace(cursor);
    if (name === undefined || !take(cursor, ":")) return undefined;
    const value = readValue(cursor, depth + 1);
    if (value === undefined) return undefined;
    members.set(name.value, value);
    skipSpace(cursor);
    if (take(cursor, "}")) return { kind: "object", members, start };
    if (!take(cursor, ",")) return undefined;
  }
}

function readArray(cursor: Cursor, depth: number): JsonNode | undefined {
  const start = cursor.position++;
  const items: JsonNode[] = [];
  skipSpace(cursor);
  if (take(cursor, "]")) return { kind: "array", items, start };
  for (;;) {
    const value = readValue(cursor, depth + 1);
    if (value === undefined) return undefined;
    items.push(value);
    skipSpace(cursor);
    if (take(cursor, "]")) return { kind: "array", items, start };
    if (!take(cursor, ",")) return undefined;
  }
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text.charAt(cursor.position) !== character) return false;
  cursor.position++;
  return true;
}

function readString(cursor: Cursor): JsonString | undefined {
  const { text, position: start } = cursor;
  if (text.charAt(start) !== '"') return undefined;
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== '"')
    end += text.charAt(end) === "\\" ? 2 : 1;
  if (end >= text.length) return undefined;
  cursor.position = end + 1;
  const value = decodeString(text.slice(start, end + 1));
  if (value === undefined) return undefined;
  return { kind: "string", value, start, end: end + 1 };
}

function decodeString(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal.replace(/[\t\r\n]/g, " "));
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The member of an object, or undefined for anything else. */
export function member(
  node: JsonNode | undefined,
  name: string,
): JsonNode | undefined {
  return node?.kind === "object" ? node.members.get(name) : undefined;
}

/** The items of an array, or none. */
export function items(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === "array" ? node.items : [];
}

/** The text of a string or number. */
export function textOf(node: JsonNode | undefined): string | undefined {
  if (node?.kind === "string") return node.value;
  return node?.kind === "other" ? node.text : undefined;
}
