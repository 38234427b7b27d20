import { describe, expect, test } from "vitest";
import { diffModels, type Change } from "../../../src/diff/index.js";
import { complex, element, sequence } from "./content-cases.js";
import { diffSides, modelOf, shown, wsdlOf } from "./diff-documents.js";

const count = 5_000;
const numbers = Array.from({ length: count }, (_each, index) => index);

/** Big enough that what grows with the square of the input would not end in time. */
describe("big and twisted inputs", () => {
  test("enumerations with very many literals", async () => {
    const literals = (from: number): string =>
      sequence(
        `<xs:element name="A"><xs:simpleType><xs:restriction base="xs:string">${numbers
          .map((each) => `<xs:enumeration value="v${each + from}"/>`)
          .join("")}</xs:restriction></xs:simpleType></xs:element>`,
      );
    const changes = await diffSides(
      { request: literals(0) },
      { request: literals(count / 2) },
    );
    expect(shown(changes)).toEqual([
      "request-literal-removed Do → request/Do/A",
      "request-literal-added Do → request/Do/A",
    ]);
    expect(changes[0]?.was).toContain('"v7" and 2492 more');
  });

  test("very many members in another order", async () => {
    const members = (order: readonly number[]): string =>
      sequence(
        order
          .map((each) => `<xs:element name="m${each}" type="xs:int"/>`)
          .join(""),
      );
    const changes = await diffSides(
      { request: members(numbers) },
      { request: members(numbers.toReversed()) },
    );
    expect(shown(changes)).toEqual(["order-changed Do → request/Do"]);
  });

  test("a long chain of types that contain each other, and the first again", async () => {
    const chain = (last: string): string =>
      numbers
        .map((each) =>
          complex(
            `T${each}`,
            sequence(
              `<xs:element name="n" minOccurs="0" type="t:T${(each + 1) % count}"/>${each === count - 1 ? last : ""}`,
            ),
          ),
        )
        .join("");
    const request = element('type="t:T0"');
    const changes = await diffSides(
      { schema: chain(""), request },
      { schema: chain('<xs:element name="z" type="xs:int"/>'), request },
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.path).toMatch(/\/n\/z$/);
  });

  test("a long chain of types that derive from each other", async () => {
    const depth = 400;
    const chain = (own: string): string =>
      numbers
        .slice(0, depth)
        .map((each) =>
          each === 0
            ? complex("T0", sequence(own))
            : complex(
                `T${each}`,
                `<xs:complexContent><xs:extension base="t:T${each - 1}"/></xs:complexContent>`,
              ),
        )
        .join("");
    const request = element(`type="t:T${depth - 1}"`);
    const changes = await diffSides(
      { schema: chain(""), request },
      { schema: chain('<xs:element name="z" type="xs:int"/>'), request },
    );
    expect(shown(changes)).toEqual([
      "request-required-member-added Do → request/Do/A/z",
    ]);
  });

  test("one big type that became very many others", async () => {
    const big = complex(
      "Big",
      sequence(
        numbers
          .map((each) => `<xs:element name="m${each}" type="xs:int"/>`)
          .join(""),
      ),
    );
    const uses = (type: (each: number) => string): string =>
      sequence(
        numbers
          .map((each) => `<xs:element name="u${each}" type="t:${type(each)}"/>`)
          .join(""),
      );
    const small = numbers.map((each) => complex(`S${each}`, "")).join("");
    const changes = await diffSides(
      { schema: big, request: uses(() => "Big") },
      { schema: big + small, request: uses((each) => `S${each}`) },
    );
    const replaced = changes.filter(
      ({ code }) => code === "change/type-replaced",
    );
    expect(replaced).toHaveLength(count);
    expect(changes.length).toBeLessThan(12 * count);
  });

  test("unions of unions that would double at each step", async () => {
    const union = (leaf: string): string =>
      [
        `<xs:simpleType name="U0"><xs:restriction base="xs:${leaf}"/></xs:simpleType>`,
        ...numbers
          .slice(1, 60)
          .map(
            (each) =>
              `<xs:simpleType name="U${each}"><xs:union memberTypes="t:U${each - 1} t:U${each - 1}"/></xs:simpleType>`,
          ),
      ].join("");
    const request = element('type="t:U59"');
    const changes: readonly Change[] = await diffSides(
      { schema: union("int"), request },
      { schema: union("short"), request },
    );
    const codes = new Set(changes.map(({ code }) => code));
    expect([...codes]).toEqual([
      "change/request-values-changed",
      "change/request-values-narrowed",
    ]);
  });

  test("names of object members are names", async () => {
    const request = (names: readonly string[]): string =>
      sequence(
        names
          .map((name) => `<xs:element name="${name}" type="xs:int"/>`)
          .join(""),
      );
    const changes = await diffSides(
      { request: request(["__proto__", "constructor"]) },
      { request: request(["constructor", "toString"]) },
    );
    expect(shown(changes)).toEqual([
      "request-member-removed Do → request/Do/__proto__",
      "request-required-member-added Do → request/Do/toString",
    ]);
  });
});

test("a type of very many operations is one change, with their number", async () => {
  const names = numbers.slice(0, 300);
  const service = (type: string): string => {
    const each = (make: (name: string) => string): string =>
      names.map((index) => make(`Op${index}`)).join("");
    return wsdlOf({
      schema:
        type +
        each(
          (name) =>
            `<xs:element name="${name}"><xs:complexType><xs:sequence><xs:element name="a" type="t:T"/></xs:sequence></xs:complexType></xs:element>`,
        ),
      messages: each(
        (name) =>
          `<wsdl:message name="${name}"><wsdl:part name="p" element="t:${name}"/></wsdl:message>`,
      ),
      more: `<wsdl:portType name="M">${each((name) => `<wsdl:operation name="${name}"><wsdl:input message="t:${name}"/></wsdl:operation>`)}</wsdl:portType>
        <wsdl:binding name="MB" type="t:M"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>${each(
          (name) =>
            `<wsdl:operation name="${name}"><soap:operation soapAction="${name}"/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation>`,
        )}</wsdl:binding>`,
      ports:
        '<wsdl:port name="M" binding="t:MB"><soap:address location="http://localhost/"/></wsdl:port>',
    });
  };
  const changes = diffModels(
    await modelOf({ "/t.wsdl": service(complex("T", "")) }),
    await modelOf({
      "/t.wsdl": service(complex("T", element('type="xs:int"'))),
    }),
  );
  expect(changes).toMatchObject([
    { path: "Op0 → request/Op0/a/A", operations: 300 },
  ]);
});
