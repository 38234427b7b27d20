import { SaxesParser, type SaxesTagNS } from "saxes";

interface Item {
  readonly name: string;
  readonly attributes: Map<string, string>;
  /** Texts and elements in turn, beginning and ending with a text. */
  readonly content: (string | Item)[];
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Say where a schema is: nothing of the value. */
const hints = [`{${XSI}}schemaLocation`, `{${XSI}}noNamespaceSchemaLocation`];

export type Likeness = "exact" | "value" | "different" | "malformed";

/** Compares what the bodies of two envelopes hold: names, attributes and text, or else their values. */
export function compareBodies(one: string, other: string): Likeness {
  const left = bodyChild(one);
  let right;
  try {
    right = bodyChild(other);
  } catch {
    return "malformed";
  }
  if (left === undefined || right === undefined) {
    return left === right ? "exact" : "different";
  }
  if (canonical(left, (text) => text) === canonical(right, (text) => text)) {
    return "exact";
  }
  const isSame = canonical(left, normalized) === canonical(right, normalized);
  return isSame ? "value" : "different";
}

/** Read by a parser that is not ours. */
function bodyChild(xml: string): Item | undefined {
  const root: Item = { name: "", attributes: new Map(), content: [""] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  const addText = (text: string): void => {
    const content = open.at(-1)?.content ?? [];
    content.push(`${String(content.pop() ?? "")}${text}`);
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const item = toItem(tag, parser);
    open.at(-1)?.content.push(item, "");
    open.push(item);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml).close();
  const [envelope] = elementsOf(root);
  const body = elementsOf(envelope).find(({ name }) => name.endsWith("}Body"));
  return elementsOf(body)[0];
}

function toItem(
  tag: SaxesTagNS,
  parser: { resolve(prefix: string): string | undefined },
): Item {
  const attributes = new Map<string, string>();
  for (const { uri, local, value, prefix } of Object.values(tag.attributes)) {
    const name = `{${uri}}${local}`;
    if (prefix === "xmlns" || hints.includes(name)) continue;
    if (local === "xmlns" && prefix === "") continue;
    // The name of a type is what it is in any prefix.
    const [before, after] =
      value
        .trim()
        .match(/^(.*?):(.*)$/)
        ?.slice(1) ?? [];
    const isType = uri === XSI && local === "type";
    const typeName = `{${parser.resolve(before ?? "")}}${after ?? value.trim()}`;
    attributes.set(name, isType ? typeName : value);
  }
  return { name: `{${tag.uri}}${tag.local}`, attributes, content: [""] };
}

function elementsOf(item: Item | undefined): readonly Item[] {
  return (item?.content ?? []).filter((each) => typeof each !== "string");
}

function canonical(item: Item, text: (value: string) => string): string {
  const hasElements = item.content.length > 1;
  const attributes = [...item.attributes]
    .map(([name, value]) => `${name}=${JSON.stringify(text(value))}`)
    .sort();
  const content = item.content.map((each) => {
    if (typeof each !== "string") return canonical(each, text);
    if (each.trim() === "" && hasElements) return "";
    return JSON.stringify(text(each));
  });
  return `<${item.name} ${attributes.join(" ")}>${content.join("")}</>`;
}

/** One text for all texts of the same value, whatever type has it: numbers, booleans, dates and binary data. */
function normalized(source: string): string {
  const text = source.trim().split(/\s+/).join(" ");
  if (text === "true" || text === "false")
    return numeral(text === "true" ? "1" : "0");
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
    return numeral(text);
  }
  const date =
    /^(-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(
      text,
    );
  if (date !== null) {
    const [, main, fraction = "", zone = ""] = date;
    const kept = fraction.replace(/\.?0*$/, "");
    return `${main}${kept}${zone.replace(/[+-]00:00/, "Z")}`;
  }
  const packed = text.replaceAll(" ", "");
  if (/^([0-9A-Fa-f]{2})+$/.test(packed)) return packed.toLowerCase();
  return /^[A-Za-z0-9+/= ]{8,}$/.test(text) ? packed : text;
}

/** Digits without zeros at the ends, and the power of ten that they are multiplied with. */
function numeral(text: string): string {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace(/^[+-]/, "").split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  if (kept === "") return "0";
  const power =
    Number(exponent) - fraction.length + digits.length - kept.length;
  return `${text.startsWith("-") ? "-" : ""}${kept}e${power}`;
}
