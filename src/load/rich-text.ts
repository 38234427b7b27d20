/** Groups of a document in rich text format that hold no text of it. */
const hiddenGroup =
  /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|header[lrf]?|footer[lrf]?|object|themedata|generator|listtable|revtbl|rsidtbl|xmlnstbl)(?![a-z])/;
const token =
  /\\'([\da-f]{2})|\\u(-?\d{1,6}) ?|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([\r\n]+)|([^\\{}\r\n]+)/gi;

const words: ReadonlyMap<string, string> = new Map([
  ["par", "\n"],
  ["line", "\n"],
  ["sect", "\n"],
  ["page", "\n"],
  ["row", "\n"],
  ["cell", "\t"],
  ["tab", "\t"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["bullet", "•"],
  ["endash", "–"],
  ["emdash", "—"],
  ["emspace", " "],
  ["enspace", " "],
]);
const symbols: ReadonlyMap<string, string> = new Map([
  ["\\", "\\"],
  ["{", "{"],
  ["}", "}"],
  ["~", "\u00a0"],
  ["_", "-"],
  ["\n", "\n"],
  ["\r", "\n"],
]);

interface State {
  readonly chunks: string[];
  /** Of each open group: how many characters follow one of Unicode for readers that do not know it. */
  readonly skips: number[];
  /** Depth of the hidden group that is open; 0 for none. */
  hidden: number;
  /** Characters still to be skipped. */
  pending: number;
}

/** The text of a document in rich text format (RTF 1.9), as WordPad and mail programs write it; undefined for any other. */
export function textOfRichText(text: string): string | undefined {
  if (!/^\ufeff?\{\\rtf\d/.test(text)) return undefined;
  const state: State = { chunks: [], skips: [1], hidden: 0, pending: 0 };
  for (const match of text.matchAll(token)) {
    const [, byte, unicode, word, parameter, symbol, brace, , plain] = match;
    if (brace === "{")
      openGroup(state, text.slice(match.index + 1, match.index + 40));
    else if (brace === "}") closeGroup(state);
    else if (state.hidden > 0) continue;
    else if (unicode !== undefined) putUnicode(state, Number(unicode));
    else if (word === "uc") setSkip(state, Number(parameter ?? "1"));
    else if (word !== undefined) put(state, words.get(word) ?? "", 0);
    else if (byte !== undefined) put(state, fromByte(byte), 1);
    else if (symbol !== undefined) put(state, symbols.get(symbol) ?? "", 1);
    else if (plain !== undefined) putPlain(state, plain);
  }
  return state.chunks.join("");
}

function openGroup(state: State, next: string): void {
  state.skips.push(state.skips.at(-1) ?? 1);
  if (state.hidden === 0 && hiddenGroup.test(next))
    state.hidden = state.skips.length;
}

function closeGroup(state: State): void {
  if (state.hidden === state.skips.length) state.hidden = 0;
  if (state.skips.length > 1) state.skips.pop();
  state.pending = 0;
}

function setSkip(state: State, count: number): void {
  state.skips[state.skips.length - 1] = Math.max(0, count);
}

function put(state: State, text: string, length: 0 | 1): void {
  if (length === 1 && state.pending > 0) state.pending--;
  else state.chunks.push(text);
}

function putPlain(state: State, text: string): void {
  const skipped = Math.min(state.pending, text.length);
  state.pending -= skipped;
  state.chunks.push(text.slice(skipped));
}

function putUnicode(state: State, code: number): void {
  state.chunks.push(String.fromCharCode(code < 0 ? code + 0x10000 : code));
  state.pending = state.skips.at(-1) ?? 1;
}

function fromByte(digits: string): string {
  const bytes = Uint8Array.of(Number.parseInt(digits, 16));
  return new TextDecoder("windows-1252").decode(bytes);
}
