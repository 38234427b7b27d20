import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { readFiles, wsdlOf } from "./construct.js";

const note = (text: string): string =>
  `<xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>`;

const schema = `
  <xs:complexType name="Part">${note("A part. It ends */ nothing")}
    <xs:sequence><xs:element name="size" type="xs:int" default="5">${note("In millimetres.")}</xs:element></xs:sequence>
    <xs:attribute name="no" type="xs:string" default="none" />
    <xs:attribute name="unit" type="xs:string">${note("SI only.")}</xs:attribute>
  </xs:complexType>
  <xs:simpleType name="Colour">${note("Seen from outside.")}<xs:restriction base="xs:string"><xs:enumeration value="red"/></xs:restriction></xs:simpleType>
  <xs:element name="Root">${note("All of it.")}<xs:complexType><xs:sequence>
    <xs:element name="part" type="t:Part" maxOccurs="unbounded"/><xs:element name="colour" type="t:Colour"/>
  </xs:sequence></xs:complexType>
    <xs:key name="byNumber"><xs:selector xpath="t:part"/><xs:field xpath="@no"/></xs:key>
    <xs:unique name="oneColour"><xs:selector xpath="t:colour"/><xs:field xpath="."/></xs:unique>
    <xs:keyref name="points" refer="t:byNumber"><xs:selector xpath="t:x"/><xs:field xpath="@ref"/></xs:keyref>
  </xs:element>`;

it("documentation, defaults and identity constraints become JSDoc with the place they come from", async () => {
  const read = await readFiles({ "t.wsdl": wsdlOf(schema) });
  rmSync(read.folder, { recursive: true });
  const types = read.file("types.ts");
  const comments = new Map(
    [
      ...types.matchAll(
        /\/\*\*((?:(?!\*\/)[^])*)\*\/\s+(?:export )?(?:interface |type )?(\w+)/g,
      ),
    ].map(([, comment = "", name = ""]) => [name, comment]),
  );
  expect(comments.get("Part")).toMatch(
    /A part\. It ends \*\\\/ nothing[^]*@see t\.wsdl:\d+ \{urn:t\}Part/,
  );
  expect(comments.get("size")).toMatch(
    /In millimetres\.[^]*@defaultValue 5[^]*@see t\.wsdl:\d+/,
  );
  expect(comments.get("no")).toContain("@defaultValue none");
  expect(comments.get("unit")).toContain("SI only.");
  expect(comments.get("Colour")).toContain("Seen from outside.");
  const root = comments.get("Root")?.replace(/\s*\*\s*/g, " ");
  expect(root).toContain("All of it.");
  expect(root).toContain("Constraint: key byNumber: @no of t:part");
  expect(root).toContain("Constraint: unique oneColour: . of t:colour");
  expect(root).toContain(
    "Constraint: keyref points: @ref of t:x refers to t:byNumber",
  );
});
