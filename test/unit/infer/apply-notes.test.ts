import { describe, expect, it } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { applyNotes } from "../../../src/infer/apply-notes.js";
import type { OperationEvidence } from "../../../src/infer/operation-evidence.js";
import type { ElementShape } from "../../../src/infer/shape.js";
import type {
  Page,
  PageStyle,
  ParameterNote,
} from "../../../src/model/index.js";
import { createSourceText } from "../../../src/source/index.js";
import { element, outline, spanAt } from "./shapes.js";

function note(
  name: string,
  text: string,
  more: Partial<ParameterNote> = {},
): ParameterNote {
  return { name, text, span: spanAt(5), ...more };
}

function pageOf(notes: readonly ParameterNote[], style: PageStyle): Page {
  return {
    source: createSourceText("page.html", ""),
    style,
    samples: [],
    notes,
    errors: [],
    repairs: [],
    leftovers: [],
  };
}

interface Applied {
  readonly request: ElementShape | undefined;
  readonly response: ElementShape | undefined;
  readonly codes: readonly string[];
}

function apply(
  notes: readonly ParameterNote[],
  request: ElementShape,
  {
    response,
    style = "wiki",
  }: {
    readonly response?: ElementShape;
    readonly style?: PageStyle;
  } = {},
): Applied {
  const evidence: OperationEvidence = {
    name: "Order",
    pages: [pageOf(notes, style)],
    request: { headers: [], body: [request] },
    ...(response === undefined
      ? {}
      : { response: { headers: [], body: [response] } }),
    isOneWay: false,
    style: "document",
    use: "literal",
    protocols: [],
    faults: [],
  };
  const sink = createSink();
  const applied = applyNotes(evidence, sink);
  return {
    request: applied.request.body[0],
    response: applied.response?.body[0],
    codes: sink.diagnostics.map(({ code }) => code),
  };
}

/** The element at a path of local names below a root. */
function at(
  root: ElementShape | undefined,
  ...path: readonly string[]
): ElementShape | undefined {
  return path.reduce<ElementShape | undefined>((shape, local) => {
    if (shape?.content.kind !== "members") return undefined;
    const found = shape.content.members.find(
      (each) => each.kind === "element" && each.element.name.local === local,
    );
    return found?.kind === "element" ? found.element : undefined;
  }, root);
}

const order = element("Order", [
  element("AccountID", "int"),
  element("Line", [element("Sku", "string"), element("AccountID", "int")]),
]);

describe("a note", () => {
  it("documents the member it names, however the page spells it", () => {
    const { request, codes } = apply(
      [note("Account ID", " The account. "), note("line.sku", "The article.")],
      order,
    );
    expect(at(request, "AccountID")?.documentation).toBe("The account.");
    expect(at(request, "Line", "Sku")?.documentation).toBe("The article.");
    expect(codes).toEqual([]);
  });

  it("means the outermost members of its name", () => {
    const { request } = apply([note("AccountID", "Outside.")], order);
    expect(at(request, "Line", "AccountID")?.documentation).toBeUndefined();
  });

  it("may name members of the response", () => {
    const { response, codes } = apply([note("Total", "The sum.")], order, {
      response: element("OrderResponse", [element("Total", "decimal")]),
    });
    expect(at(response, "Total")?.documentation).toBe("The sum.");
    expect(codes).toEqual([]);
  });

  it("is reported where no member has its name, unless it says nothing", () => {
    const { codes } = apply([note("Missing", "x"), note("Empty", "")], order);
    expect(codes).toEqual(["infer/note-without-member"]);
  });

  it("joins others of the same member, each text once", () => {
    const { request } = apply(
      [
        note("AccountID", "One."),
        note("AccountID", "Two."),
        note("AccountID", "One."),
      ],
      order,
    );
    expect(at(request, "AccountID")?.documentation).toBe("One.\n\nTwo.");
  });

  it("says whether the member has to be there", () => {
    const { request } = apply(
      [
        note("AccountID", "x", { presence: "required" }),
        note("Line", "y", { presence: "optional" }),
      ],
      order,
    );
    expect(at(request, "AccountID")?.occurrence).toEqual({
      min: 1,
      max: 1,
      certainty: "likely",
      note: "the page calls it required",
    });
    expect(at(request, "Line")?.occurrence?.min).toBe(0);
  });

  it("does not contradict what the sample itself says", () => {
    const stated = { min: 0, max: 1, certainty: "certain", note: "" } as const;
    const { request } = apply(
      [note("Id", "x", { presence: "required" })],
      element("Order", [element("Id", "int", { occurrence: stated })]),
    );
    expect(at(request, "Id")?.occurrence).toEqual(stated);
  });

  it("makes a leaf an array, or the only member of a wrapper", () => {
    const request = apply(
      [
        note("Tag", "x", { isArray: true }),
        note("Box", "x", { isArray: true }),
      ],
      element("Order", [
        element("Tag", "string"),
        element("Box", [element("Thing", "int")]),
      ]),
    ).request;
    expect(request && outline(request)).toBe(
      "Order(Tag+ string, Box(Thing+ int))",
    );
  });

  it("makes a structure of several members an array itself", () => {
    const { request } = apply([note("Line", "x", { isArray: true })], order);
    expect(request && outline(request)).toBe(
      "Order(AccountID int, Line+(Sku string, AccountID int))",
    );
  });
});

describe("a plural around a singular", () => {
  const wrapped = (wrapper: string, item: string): ElementShape =>
    element("Get", [element(wrapper, [element(item, "int")])]);

  it.each([
    ["Orders", "Order"],
    ["Boxes", "Box"],
    ["Entries", "Entry"],
    ["OrderList", "Order"],
    ["ListOfOrder", "Order"],
    ["ArrayOfOrder", "Order"],
  ])("is an array: %s of %s", (wrapper, item) => {
    const { request } = apply([], wrapped(wrapper, item));
    expect(request && outline(request)).toBe(`Get(${wrapper}(${item}+ int))`);
  });

  it("is none where the names do not match, or others stand beside it", () => {
    const plain = apply([], wrapped("Customer", "Order")).request;
    expect(plain && outline(plain)).toBe("Get(Customer(Order int))");
    const beside = element("Get", [
      element("Orders", [element("Order", "int"), element("Count", "int")]),
    ]);
    const { request } = apply([], beside);
    expect(request && outline(request)).toBe(
      "Get(Orders(Order int, Count int))",
    );
  });

  it.each(["asmx", "mono"] as const)(
    "is none on a page of %s, which shows arrays twice",
    (style) => {
      const { request } = apply([], wrapped("Orders", "Order"), { style });
      expect(request && outline(request)).toBe("Get(Orders(Order int))");
    },
  );
});

describe("what a page calls a type", () => {
  const typed = (type: string, leaf: ElementShape): Applied =>
    apply([note("Id", "x", { type })], element("Order", [leaf]));

  const unsaid = element("Id", "string");
  const open: ElementShape =
    unsaid.content.kind === "leaf"
      ? {
          ...unsaid,
          content: {
            kind: "leaf",
            leaf: { ...unsaid.content.leaf, certainty: "ambiguous" },
          },
        }
      : unsaid;

  it.each([
    ["int", "int"],
    ["Integer", "int"],
    ["xsd:dateTime", "dateTime"],
    ["System.Int64", "long"],
    ["decimal(10,2)", "decimal"],
    ["bool?", "boolean"],
  ])("%s is likely where the sample shows none", (type, local) => {
    const { request, codes } = typed(type, open);
    expect(at(request, "Id")?.content).toMatchObject({
      leaf: { kind: "type", name: { local }, certainty: "likely" },
    });
    expect(codes).toEqual([]);
  });

  it("contradicts a sample that shows another; the sample holds", () => {
    const { request, codes } = typed("int", element("Id", "unsignedInt"));
    expect(codes).toEqual(["infer/note-contradiction"]);
    expect(at(request, "Id")?.content).toMatchObject({
      leaf: { name: { local: "unsignedInt" } },
    });
  });

  it.each([
    ["string", "int"],
    ["text", "dateTime"],
    ["number", "unsignedByte"],
    ["date", "dateTime"],
    ["customer", "int"],
    ["double", "float"],
  ])("%s does not contradict %s", (type, local) => {
    expect(typed(type, element("Id", local)).codes).toEqual([]);
  });
});
