/** A JSON value that knows where its parts stand in the text. */
export interface JsonReading {
  readonly value: unknown;
  /** Path of a member, as `pathKey` writes it → where its key (or, in arrays, its value) begins, and how long it is. */
  readonly places: ReadonlyMap<string, JsonPlace>;
}

export interface JsonPlace {
  readonly offset: number;
  readonly length: number;
}

export type JsonResult =
  | { readonly kind: "value"; readonly reading: JsonReading }
  | {
      readonly kind: "problem";
      readonly reason: string;
      readonly offset: number;
    };

/** Joins the keys on the way to a member; keys may have any characters. */
export function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

const maxDepth = 64;

export interface JsonOptions {
  /** Numbers that JavaScript would not print as they are written (more digits, trailing zeros) stay text. */
  readonly keepsDigits?: boolean;
}

/** Reads JSON (RFC 8259); the engine's own parser does not tell where things are. */
export function readJson(text: string, options: JsonOptions = {}): JsonResult {
  const reader = new JsonReader(text, options);
  try {
    return { kind: "value", reading: reader.readDocument() };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return { kind: "problem", reason: error.message, offset: error.offset };
  }
}

class JsonProblem extends Error {
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

const literals = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

class JsonReader {
  readonly #text: string;
  readonly #places = new Map<string, JsonPlace>();
  readonly #keepsDigits: boolean;
  #at = 0;

  constructor(text: string, { keepsDigits = false }: JsonOptions) {
    this.#text = text;
    this.#keepsDigits = keepsDigits;
    if (text.startsWith("\uFEFF")) this.#at = 1;
  }

  readDocument(): JsonReading {
    const value = this.#readValue([]);
    this.#skipBlanks();
    if (this.#at < this.#text.length)
      this.#fail("the document should end here");
    return { value, places: this.#places };
  }

  #readValue(path: readonly string[]): unknown {
    this.#skipBlanks();
    if (path.length > maxDepth) this.#fail("it is nested too deeply");
    const character = this.#text[this.#at];
    if (character === "{") return this.#readObject(path);
    if (character === "[") return this.#readArray(path);
    if (character === '"') return this.#readString();
    return this.#readScalar();
  }

  #readObject(path: readonly string[]): unknown {
    const members: [string, unknown][] = [];
    this.#at += 1;
    while (!this.#takes("}")) {
      if (members.length > 0) this.#expect(",");
      this.#skipBlanks();
      const offset = this.#at;
      if (this.#text[offset] !== '"')
        this.#fail("a key in double quotes is expected");
      const key = this.#readString();
      this.#note([...path, key], offset);
      this.#expect(":");
      members.push([key, this.#readValue([...path, key])]);
    }
    // fromEntries defines own members, so that "__proto__" is a key like any other.
    return Object.fromEntries(members);
  }

  #readArray(path: readonly string[]): unknown {
    const items: unknown[] = [];
    this.#at += 1;
    while (!this.#takes("]")) {
      if (items.length > 0) this.#expect(",");
      this.#skipBlanks();
      const itemPath = [...path, String(items.length)];
      const offset = this.#at;
      items.push(this.#readValue(itemPath));
      this.#note(itemPath, offset);
    }
    return items;
  }

  #readString(): string {
    const start = this.#at;
    for (this.#at += 1; this.#text[this.#at] !== '"'; this.#at += 1) {
      if (this.#at >= this.#text.length)
        this.#fail("a string is not closed", start);
      if (this.#text[this.#at] === "\\") this.#at += 1;
    }
    this.#at += 1;
    const value = this.#parse(
      start,
      "the string has an invalid character or escape",
    );
    return typeof value === "string" ? value : "";
  }

  #readScalar(): unknown {
    const start = this.#at;
    while (/[-+.\w]/.test(this.#text[this.#at] ?? "")) this.#at += 1;
    const word = this.#text.slice(start, this.#at);
    if (word === "") this.#fail("a value is expected");
    if (literals.has(word)) return literals.get(word);
    const value = this.#parse(start, `"${word}" is not a value`);
    return this.#keepsDigits && String(value) !== word ? word : value;
  }

  #parse(start: number, reason: string): unknown {
    try {
      return JSON.parse(this.#text.slice(start, this.#at));
    } catch {
      return this.#fail(reason, start);
    }
  }

  #note(path: readonly string[], offset: number): void {
    this.#places.set(pathKey(path), { offset, length: this.#at - offset });
  }

  #takes(character: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#takes(character)) this.#fail(`"${character}" is expected`);
  }

  #skipBlanks(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }

  #fail(reason: string, offset: number = this.#at): never {
    throw new JsonProblem(reason, offset);
  }
}
