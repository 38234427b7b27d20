// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** An element that is not closed yet. */
interface OpenElement {
  readonly step: string;
  /** How many children of each name there were. */
  readonly seen: Map<string, number>;
}

/** One piece of markup. All before a position that the reader has come to is well-formed. */
const MARKUP =
  /<(?:!--[^]*?--|!\[[^]*?\]\]|\?[^]*?\?|(\/)?([^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*)>/y;

/**
 * Finds out which element a position of a document is in. Reading keeps no path, as that would cost time for every
 * element; the path is made only when there is something to report, by going over the tags once more. Positions only
 * go forward, so many reports cost one pass.
 */
export class PathFinder {
  readonly #xml: string;
  readonly #open: OpenElement[] = [{ step: "", seen: new Map() }];
  #at = 0;

  constructor(xml: string) {
    this.#xml = xml;
  }

  pathAt(position: number): string {
    const xml = this.#xml;
    for (;;) {
      const at = xml.indexOf("<", this.#at);
      if (at < 0 || at >= position) return this.#path() || "/";
      MARKUP.lastIndex = at;
      const [tag = xml.slice(at), slash, raw] = MARKUP.exec(xml) ?? [];
      const end = at + tag.length;
      if (slash !== undefined) {
        if (this.#open.length > 1) this.#open.pop();
      } else if (raw !== undefined) {
        const { seen } = this.#open.at(-1) ?? { seen: new Map() };
        const local = raw.slice(raw.indexOf(":") + 1);
        const number = (seen.get(local) ?? 0) + 1;
        const step = number > 1 ? `${local}[${number}]` : local;
        const isEmpty = tag.endsWith("/>");
        if (isEmpty && position < end) return `${this.#path()}/${step}`;
        seen.set(local, number);
        if (!isEmpty) this.#open.push({ step, seen: new Map() });
      }
      this.#at = end;
    }
  }

  #path(): string {
    return this.#open.map(({ step }) => step).join("/");
  }
}

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column, from 1. */
export function lineColumnAt(xml: string, position: number): LineColumn {
  const lines = xml.slice(0, position).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
