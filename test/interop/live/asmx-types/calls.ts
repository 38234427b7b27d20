import { expect } from "vitest";

/** A call of an operation of the service `Types`, in the words of its WSDL. */
export interface TypesCall {
  /** Name of the function. */
  readonly operation: string;
  readonly input?: unknown;
  readonly answer?: unknown;
  /** What the pages admit of the input, where they show less than all of it. */
  readonly pagesInput?: unknown;
}

const tree = (name: string, ...children: readonly unknown[]): object => ({
  name,
  children,
});

/** The parameter is left out. */
const NOTHING = {};

/** A call that gives back what it got. */
const echo = (
  operation: string,
  parameter: string,
  value: unknown,
  pagesValue: unknown = value,
): TypesCall => ({
  operation,
  input: { [parameter]: value },
  answer: { [`${upper(operation)}Result`]: value },
  pagesInput: pagesValue === NOTHING ? {} : { [parameter]: pagesValue },
});

const upper = (name: string): string =>
  name.slice(0, 1).toUpperCase() + name.slice(1);

/** A call of an operation without parameters that gives a single result. */
const get = (operation: string, result: unknown): TypesCall => ({
  operation,
  input: {},
  answer: { [`${upper(operation)}Result`]: result },
});

const prims = {
  Str: "größe 𝄞 <&>",
  Int: -2_147_483_648,
  Long: 9_223_372_036_854_775_807n,
  Short: -32_768,
  UByte: 255,
  SByte: -128,
  UInt: 4_294_967_295,
  ULong: 18_446_744_073_709_551_615n,
  UShort: 65_535,
  Bool: true,
  Float: Infinity,
  Double: -0.1,
  Dec: "79228162514264337593543950.335",
  When: "2024-05-31T12:30:00.1234567Z",
  Day: "2024-05-31",
  Clock: "12:30:00.0000000+00:00",
  Id: "01234567-89ab-cdef-0123-456789abcdef",
  Chr: 65,
  Bytes: Uint8Array.of(0, 1, 255),
  Hex: Uint8Array.of(222, 173),
  Uri: "urn:example:x",
  BigInt: 123_456_789_012_345_678_901_234_567_890n,
  Tok: "token",
  Dur: "P1DT2H",
  QN: { namespace: "urn:q", local: "name" },
  Span: {},
};

const node = (name: string): object => ({ Name: name });
const attr = {
  code: "x",
  num: 7,
  col: "light blue",
  perms: ["Read", "Write"],
  list: [1, 2, 3],
  at: "2024-01-02T03:04:05Z",
  qn: { namespace: "urn:q", local: "name" },
  Body: "body",
};
const attrOnPages = { ...attr, perms: "Read", list: "1 2 3" };
const money = { $value: "12.50", currency: "EUR" };
const deep = {
  d2: { d3: { d4: { s: "4", c: "Red" }, s: "3", c: "1" }, s: "2" },
  s: "1",
};

const XSD = "http://www.w3.org/2001/XMLSchema";
const DIFFGRAM = "urn:schemas-microsoft-com:xml-diffgram-v1";
const dataSet = {
  $any: expect.objectContaining({ name: `{${XSD}}schema` }),
  $any_2: expect.objectContaining({ name: `{${DIFFGRAM}}diffgram` }),
};

/** Every operation of the service but the one that fails. */
export const calls: readonly TypesCall[] = [
  echo("echoPrims", "p", prims),
  {
    operation: "flat",
    input: {
      s: "x",
      i: 1,
      d: "2020-01-02T03:04:05",
      b: true,
      m: "1.5",
      c: "Red",
      p: ["Read"],
    },
    answer: { FlatResult: "x12020-01-02T03:04:05True1.5RedRead" },
    pagesInput: {
      s: "x",
      i: 1,
      d: "2020-01-02T03:04:05",
      b: true,
      m: "1.5",
      c: "Red",
      p: "Read",
    },
  },
  {
    operation: "flatArr",
    input: {
      s: { string: ["a", "b"] },
      i: { int: [1, -2] },
      c: { Color: ["Red", "Green"] },
    },
    answer: { FlatArrResult: { int: [1, -2] } },
  },
  get("getColor", "light blue"),
  {
    operation: "getPerm",
    input: { p: ["Exec"] },
    answer: { GetPermResult: ["Exec"] },
    pagesInput: { p: "Exec" },
  },
  get("getSingle", "OnlyOne"),
  {
    operation: "echoNullables",
    input: {
      n: {
        MaybeInt: 1,
        MaybeWhen: "2024-01-02T03:04:05Z",
        MaybeColor: "Green",
        NilStr: "text",
        Opt: 2,
        Def: 3,
      },
      direct: 4,
    },
    answer: {
      EchoNullablesResult: {
        MaybeInt: 1,
        MaybeWhen: "2024-01-02T03:04:05Z",
        MaybeColor: "Green",
        NilStr: "text",
        Opt: 2,
        Def: 3,
      },
    },
  },
  echo("echoNode", "n", {
    Name: "root",
    Next: { Name: "next", Next: { Name: "after" } },
    Kids: { Node: [node("a"), node("b")] },
    Sub: [{ Name: "s", Sub: [node("t")] }, node("u")],
  }),
  echo("echoAttr", "a", attr, attrOnPages),
  echo("echoMoney", "m", money, money),
  echo("echoEmpty", "e", {}),
  echo(
    "echoAnimal",
    "a",
    { $type: "Dog", tag: "t", Name: "Rex", Age: 3, Barks: true },
    NOTHING,
  ),
  echo(
    "echoAnimals",
    "a",
    {
      Animal: [
        { $type: "Cat", Name: "Tom", Age: 5, Lives: 9 },
        { $type: "Dog", Name: "Rex", Age: 3, Barks: false },
      ],
    },
    NOTHING,
  ),
  {
    operation: "echoDerived",
    input: { d: { $type: "Derived", A: "a", B: "b" } },
    // The declared type needs no xsi:type.
    answer: { EchoDerivedResult: { A: "a", B: "b" } },
    pagesInput: { d: { B: "b" } },
  },
  echo(
    "echoChoice",
    "c",
    { Before: "b", Num: 7, After: "a" },
    { Before: "b", After: "a" },
  ),
  echo(
    "echoChoiceArr",
    "c",
    { Items: { $choice: [{ zeta: 1 }, { alpha: "x" }, { zeta: 2 }] } },
    { Items: { alpha: "x", zeta: 1 } },
  ),
  echo(
    "echoChoiceMany",
    "c",
    { $choice: [{ Num: 1 }, { Txt: "x" }, { Num: 2 }] },
    {},
  ),
  echo(
    "echoArrays",
    "a",
    {
      Names: { string: ["a", ""] },
      Nums: { int: [1, 2] },
      Flat: ["x", "y"],
      Jag: { ArrayOfInt: [{ int: [1] }, { int: [2, 3] }] },
      Rows: { Row: [attr] },
      Monies: { Money: [money] },
      Blobs: { base64Binary: [Uint8Array.of(1), Uint8Array.of(2, 3)] },
      Colors: { Color: ["1", "Red"] },
      NInts: { int: [1, 2] },
    },
    {
      Names: { string: ["a", ""] },
      Nums: { int: [1, 2] },
      Flat: ["x", "y"],
      Jag: { ArrayOfInt: [{ int: [1] }, { int: [2, 3] }] },
      Rows: { Row: [attrOnPages] },
      Monies: { Money: [money] },
      Blobs: { base64Binary: [Uint8Array.of(1), Uint8Array.of(2, 3)] },
      Colors: { Color: ["1", "Red"] },
      NInts: { int: [1, 2] },
    },
  ),
  echo("echoOtherNs", "o", { X: "x", Y: { Z: 7 } }),
  echo("echoUnq", "o", { U: "u", Q: "q", M: money }),
  echo("echoDeep", "d", deep),
  { operation: "getDeep", input: { k: "k" }, answer: { GetDeepResult: {} } },
  echo(
    "echoAny",
    "a",
    { A: "a", $any: [tree("{urn:any}x", "1")] },
    { A: "a", $any: tree("{urn:any}x", "1") },
  ),
  get("getGen", { Code: 0 }),
  {
    operation: "getXml",
    input: { q: "q" },
    answer: {
      GetXmlResult: { $content: [tree("{urn:r}r", tree("{urn:r}a", "1"))] },
    },
  },
  echo(
    "echoDoc",
    "x",
    { $content: [tree("{urn:r}r", "text")] },
    { $any: tree("{urn:r}r", "text") },
  ),
  { operation: "getObject", input: {} },
  { operation: "doNothing", input: {}, answer: {} },
  { operation: "doSomething", input: { x: "x" }, answer: {} },
  get("noArgs", "ok"),
  {
    operation: "getBytes",
    input: { n: 3 },
    answer: { GetBytesResult: new Uint8Array(3) },
  },
  {
    operation: "newGuid",
    input: { seed: prims.Id },
    answer: { NewGuidResult: prims.Id },
  },
  {
    operation: "tryParse",
    input: { text: "t", note: "n" },
    answer: {
      TryParseResult: true,
      value: 1,
      note: "n!",
      money: { $value: "1.5", currency: "EUR" },
    },
  },
  {
    operation: "outOnly",
    input: {},
    answer: { a: "a", b: "2020-01-02T03:04:05Z" },
  },
  {
    operation: "withHeader",
    input: { q: "q" },
    answer: { WithHeaderResult: "anon" },
  },
  { operation: "fireAndForget", input: { msg: "m" } },
  {
    operation: "getData",
    input: { table: "t" },
    answer: { GetDataResult: { $sequence: [dataSet] } },
  },
  {
    operation: "getTable",
    input: {},
    answer: {
      GetTableResult: { $any: [dataSet.$any], $any_2: dataSet.$any_2 },
    },
  },
  { operation: "putData", input: {}, answer: {} },
  {
    operation: "searchByName",
    input: { name: "n" },
    answer: { SearchByNameResult: "n" },
  },
  {
    operation: "searchById",
    input: { id: 7 },
    answer: { SearchByIdResult: "7" },
  },
  { operation: "bare", input: money, answer: money },
  { operation: "renamed2", input: { q: "q" } },
  { operation: "renamed", input: { question: "q" }, answer: { answer: "q" } },
  {
    operation: "ärger",
    input: { größe: "L" },
    answer: { ÄrgerResult: "L" },
  },
];
