import type { Range } from "./mapped-text.js";

/** A parameter of a query or a form, with its place in the text. */
export interface RawParameter {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
}

export interface RawForm {
  readonly parameters: readonly RawParameter[];
  readonly range: Range;
}

/** Markdown may show the head and the form as two blocks of code. */
const fence =
  /\s{0,200}(?:```|~~~)[ \t]*\n\s{0,20}(?:```|~~~)\w{0,20}[ \t]*(?=\n)/y;

/** `a=string&b=string` at `position` (blanks before it are skipped); undefined when nothing like it stands there. */
export function readForm(text: string, position: number): RawForm | undefined {
  const parameters: RawParameter[] = [];
  const part = /\s{0,200}(&\s{0,200})?([^\s=&<>"]{1,300})=([^\s&<>]{0,2000})/y;
  fence.lastIndex = position;
  let end = position + (fence.exec(text)?.[0].length ?? 0);
  let start = end;
  for (;;) {
    part.lastIndex = end;
    const match = part.exec(text);
    if (match === null) break;
    const [whole, joint, name = "", value = ""] = match;
    const isFirst = parameters.length === 0;
    if (!isFirst && joint === undefined) break;
    const from = part.lastIndex - name.length - value.length - 1;
    if (isFirst) start = from;
    parameters.push({
      name: decodePart(name),
      value: decodePart(value),
      range: { start: from, end: part.lastIndex },
    });
    end += whole.length;
  }
  if (parameters.length === 0) return undefined;
  return { parameters, range: { start, end } };
}

/** The parameters in the query of a request line, which stands at `offset`. */
export function readQuery(
  target: string,
  offset: number,
): readonly RawParameter[] {
  const question = target.indexOf("?");
  if (question < 0) return [];
  const parameters: RawParameter[] = [];
  let start = offset + question + 1;
  for (const part of target.slice(question + 1).split("&")) {
    const equals = part.indexOf("=");
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? "" : part.slice(equals + 1);
    if (name !== "")
      parameters.push({
        name: decodePart(name),
        value: decodePart(value),
        range: { start, end: start + part.length },
      });
    start += part.length + 1;
  }
  return parameters;
}

function decodePart(part: string): string {
  const spaced = part.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
