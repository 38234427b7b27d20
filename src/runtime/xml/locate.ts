interface OpenElement {
  readonly local: string;
  readonly number: number;
  readonly step: string;
  readonly seen: Map<string, number>;
}

/**
 * Finds out which element a position of a document is in. Reading keeps no path, as that would cost time for every
 * element; the path is made only when there is something to report, by going over the tags once more. Positions only
 * go forward, so many reports cost one pass.
 */
export class PathFinder {
  readonly #xml: string;
  readonly #open: OpenElement[] = [
    { local: "", number: 1, step: "", seen: new Map() },
  ];
  #at = 0;

  constructor(xml: string) {
    this.#xml = xml;
  }

  pathAt(position: number): string {
    const xml = this.#xml;
    for (;;) {
      const tag = xml.indexOf("<", this.#at);
      if (tag < 0 || tag >= position) return this.#path();
      const end = passMarkup(xml, tag);
      const kind = xml.charCodeAt(tag + 1);
      if (kind === 47) {
        if (this.#open.length > 1) this.#open.pop();
      } else if (kind !== 33 && kind !== 63) {
        const element = this.#element(tag, end);
        const isEmpty = xml.charCodeAt(end - 2) === 47;
        if (isEmpty && position < end) return this.#path(element.step);
        this.#count(element);
        if (!isEmpty) this.#open.push(element);
      }
      this.#at = end;
    }
  }

  #path(last?: string): string {
    const steps = this.#open.map((element) => element.step);
    if (last !== undefined) steps.push(last);
    return steps.join("/") || "/";
  }

  #element(tag: number, end: number): OpenElement {
    const raw = /^[^\s/>]*/.exec(this.#xml.slice(tag + 1, end))?.[0] ?? "";
    const local = raw.slice(raw.indexOf(":") + 1);
    const number = (this.#open.at(-1)?.seen.get(local) ?? 0) + 1;
    const step = number > 1 ? `${local}[${number}]` : local;
    return { local, number, step, seen: new Map() };
  }

  #count(element: OpenElement): void {
    this.#open.at(-1)?.seen.set(element.local, element.number);
  }
}

function passMarkup(xml: string, tag: number): number {
  if (xml.startsWith("<!--", tag)) return after(xml, "-->", tag + 4);
  if (xml.startsWith("<![", tag)) return after(xml, "]]>", tag);
  if (xml.startsWith("<?", tag)) return after(xml, "?>", tag);
  return tagEnd(xml, tag);
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/** Position behind the `>` of a tag; one within quotes does not count. */
function tagEnd(xml: string, tag: number): number {
  let quote = 0;
  for (let index = tag; index < xml.length; index++) {
    const code = xml.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) {
      quote = code;
    } else if (code === 62) {
      return index + 1;
    }
  }
  return xml.length;
}

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column, from 1. */
export function lineColumnAt(xml: string, position: number): LineColumn {
  const before = xml.slice(0, position);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
