/** Words that cannot be the name of a const or function in a strict module. */
const reservedWords: ReadonlySet<string> = new Set([
  ...[
    "arguments",
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
  ],
  ...[
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
  ],
  ...[
    "finally",
    "for",
    "from",
    "function",
    "get",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
  ],
  ...[
    "interface",
    "let",
    "new",
    "null",
    "of",
    "package",
    "private",
    "protected",
    "public",
    "return",
  ],
  ...[
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "type",
    "typeof",
    "undefined",
  ],
  ...[
    "var",
    "void",
    "while",
    "with",
    "yield",
    "NaN",
    "Infinity",
    "globalThis",
    "constructor",
    "then",
  ],
]);

/** Names the generated modules use themselves, of TypeScript's and the platform's globals. */
const reservedTypes: ReadonlySet<string> = new Set([
  ...[
    "Array",
    "Object",
    "String",
    "Number",
    "Boolean",
    "Symbol",
    "BigInt",
    "Function",
    "Error",
  ],
  ...[
    "Promise",
    "Record",
    "Omit",
    "Pick",
    "Partial",
    "Uint8Array",
    "Map",
    "Set",
    "Date",
    "RegExp",
  ],
  ...[
    "Request",
    "Response",
    "Headers",
    "URL",
    "Infinity",
    "NaN",
    "Any",
    "Never",
    "Unknown",
  ],
]);

const wordBreak = /[^\p{ID_Continue}]+|(?<=[\p{Ll}\p{N}])_+(?=\p{L})|^_+/u;

/** `order-line` → `OrderLine`; capitals inside words stay, so `SOAPInfo` stays `SOAPInfo`. */
export function pascalCase(name: string): string {
  const joined = words(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return startsLikeIdentifier(joined) ? joined : `_${joined}`;
}

/** `GetInvoices` → `getInvoices`, `SOAPInfo` → `soapInfo`, `customers_Update` → `customersUpdate`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  const lead =
    /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+(?![\p{L}])|^\p{Lu}+$|^\p{Lu}/u.exec(
      pascal,
    )?.[0] ?? "";
  return lead.toLowerCase() + pascal.slice(lead.length);
}

function words(name: string): readonly string[] {
  // What most names are.
  if (/^[A-Za-z0-9]+$/.test(name)) return [name];
  return name.split(wordBreak).filter((word) => word !== "");
}

function startsLikeIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_]/u.test(name);
}

/** Whether a property can be written without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

export function safeFunctionName(name: string): string {
  const camel = camelCase(name);
  return reservedWords.has(camel) ? `${camel}_` : camel;
}

export function safeTypeName(name: string): string {
  const pascal = pascalCase(name);
  return reservedTypes.has(pascal) || reservedWords.has(pascal)
    ? `${pascal}Type`
    : pascal;
}

/** A file name without extension: letters, digits, `_` and `-` only, never a device name, never hidden. */
export function safeFileName(name: string): string {
  const cleaned = name
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cleaned);
  return cleaned === "" || isDevice ? `_${cleaned}` : cleaned;
}
